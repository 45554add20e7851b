import { LIMITS, type MessageView, type TopicOpened } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Field } from '@academy/design/Field'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import type { Topic } from './create-topic.ts'

/** What can be done with one message: answered by all, taken for the answer by who asked, changed by its author, deleted by the author or a room moderator. */
export const MessageDeeds = (props: {
  message: MessageView | undefined
  talk: Topic
  mine: boolean
  may: TopicOpened['may']
  onReply: (message: MessageView) => void
  onClose: () => void
}) => {
  const words = useWords('rooms')
  const design = useWords('design')
  const [deed, setDeed] = createSignal<'edit' | 'delete'>()
  const [text, setText] = createSignal('')
  createEffect(
    on(
      () => props.message,
      () => setDeed(),
    ),
  )
  const begin = (which: 'edit' | 'delete') => {
    setText(which === 'edit' ? (props.message?.body ?? '') : '')
    setDeed(which)
  }
  async function send(event: SubmitEvent) {
    event.preventDefault()
    const { message } = props
    if (!message || (deed() === 'edit' && !text().trim())) return
    if (deed() === 'edit') await props.talk.edit(message.id, text())
    else await props.talk.remove(message.id, text())
    props.onClose()
  }
  return (
    <Dialog
      open={props.message !== undefined}
      onClose={props.onClose}
      title={words().deeds}
      closeLabel={design().close}
    >
      <p class="prose">{props.message?.body}</p>
      <Show
        when={deed()}
        fallback={
          <div class="part">
            <Show when={props.may.post && props.message}>
              {(message) => (
                <Button wide onPress={() => props.onReply(message())}>
                  {words().reply}
                </Button>
              )}
            </Show>
            <Show when={props.may.resolve && props.message}>
              {(message) => (
                <Button wide onPress={() => void props.talk.resolve(true, message().id).then(() => props.onClose())}>
                  {words().accept}
                </Button>
              )}
            </Show>
            <Show when={props.mine && props.may.post}>
              <Button wide onPress={() => begin('edit')}>
                {words().edit}
              </Button>
            </Show>
            <Show when={props.mine || props.may.moderate}>
              <Button wide onPress={() => begin('delete')}>
                {words().remove}
              </Button>
            </Show>
          </div>
        }
      >
        <form class="part" onSubmit={send}>
          <Show
            when={deed() === 'edit'}
            fallback={
              <>
                <p>{words().removeSure}</p>
                <Show when={!props.mine}>
                  <Field label={words().removeWhy} maxLength={LIMITS.reason} value={text()} onInput={setText} />
                </Show>
              </>
            }
          >
            <Field label={words().message} rows={4} maxLength={LIMITS.message} value={text()} onInput={setText} />
          </Show>
          <Button kind="go" wide>
            {deed() === 'edit' ? words().save : words().remove}
          </Button>
        </form>
      </Show>
    </Dialog>
  )
}
