import { type DeskQuestionView, LIMITS } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Field } from '@academy/design/Field'
import { Enter, List } from '@academy/design/List'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import type { Desk } from './create-desk.ts'
import { useHostWords } from './use-host-words.ts'

/** A deed that needs words, another question, or a second thought. */
export type DeskDeed =
  | { kind: 'answer' | 'edit' | 'decline' | 'merge'; question: DeskQuestionView }
  | { kind: 'archive'; question?: undefined }

export const DeskSheet = (props: { desk: Desk; deed: DeskDeed | undefined; onClose: () => void }) => {
  const words = useHostWords()
  const design = useWords('design')
  const [text, setText] = createSignal('')
  createEffect(
    on(
      () => props.deed,
      (deed) => setText(deed?.kind === 'edit' ? deed.question.body : (deed?.question?.answer?.text ?? '')),
    ),
  )
  const form = () => {
    const { kind } = props.deed ?? {}
    if (kind === 'answer') return { title: words().writeAnswer, label: words().answerText, most: LIMITS.answer }
    if (kind === 'archive') return { title: words().archive, label: '', most: 0 }
    if (kind === 'edit') return { title: words().edit, label: words().question, most: LIMITS.question }
    return { title: words().decline, label: words().declineWhy, most: LIMITS.reason }
  }
  const others = () => {
    const desk = props.desk.desk()
    if (!desk || !props.deed) return []
    const all = [desk.onAir, ...desk.queue, ...desk.review, ...desk.ended.filter((q) => q.state === 'answered')]
    return all.filter((q): q is DeskQuestionView => q !== null && q.id !== props.deed?.question?.id)
  }

  async function send(event: SubmitEvent) {
    event.preventDefault()
    const { deed } = props
    if (!deed) return
    if (deed.kind === 'archive') {
      await props.desk.archive()
      return props.onClose()
    }
    if (!text().trim()) return
    const { id } = deed.question
    if (deed.kind === 'answer') await props.desk.answer(id, text())
    else if (deed.kind === 'edit') await props.desk.edit(id, text())
    else await props.desk.decline(id, text())
    props.onClose()
  }

  return (
    <Dialog
      open={props.deed !== undefined}
      onClose={props.onClose}
      title={props.deed?.kind === 'merge' ? words().mergeInto : form().title}
      closeLabel={design().close}
    >
      <Show when={props.deed?.question} fallback={<p>{words().archiveWhy}</p>}>
        {(question) => <p class="voice prose">{question().body}</p>}
      </Show>
      <Show
        when={props.deed?.kind === 'merge'}
        fallback={
          <form class="part" onSubmit={send}>
            <Show when={props.deed?.question}>
              <Field label={form().label} rows={4} maxLength={form().most} value={text()} onInput={setText} />
            </Show>
            <Button kind="go" wide>
              {props.deed?.kind === 'archive' ? words().archive : words().save}
            </Button>
          </form>
        }
      >
        <List>
          <For each={others()}>
            {(other) => (
              <Enter
                title={other.body}
                note={words().states[other.state]}
                onPress={() => {
                  const { deed } = props
                  if (deed?.question) void props.desk.merge(deed.question.id, other.id)
                  props.onClose()
                }}
              />
            )}
          </For>
        </List>
      </Show>
    </Dialog>
  )
}
