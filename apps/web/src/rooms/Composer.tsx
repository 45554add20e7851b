import { LIMITS, type MessageView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { createEffect, createSignal, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { hasIin } from '../shell/later-iins.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import type { Topic } from './create-topic.ts'

/** Enter is a new line on touch; on a desk it sends, and Shift with it is a new line. */
const touches = matchMedia('(pointer: coarse)').matches

export const Composer = (props: {
  talk: Topic
  topicId: string
  replyTo: MessageView | undefined
  onReplied: () => void
}) => {
  const sync = useSync()
  const words = useWords('rooms')
  const shell = useWords('shell')
  const design = useWords('design')
  const [body, setBody] = createDraft(sync, `topic:${props.topicId}`, '')
  const [busy, setBusy] = createSignal(false)
  let box: HTMLElement | undefined
  createEffect(() => props.replyTo && box?.focus())

  async function send() {
    const text = body()
    if (!text.trim() || busy()) return
    setBusy(true)
    try {
      await props.talk.post(text, props.replyTo?.id ?? null)
      setBody('')
      props.onReplied()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Show when={props.replyTo}>
        {(message) => (
          <p class="source">
            {words().replyTo(message().author?.name ?? words().nobody)}{' '}
            <Button kind="bare" onPress={() => props.onReplied()}>
              {words().stopReply}
            </Button>
          </p>
        )}
      </Show>
      <div class="composer">
        <Field
          label={words().message}
          rows={1}
          maxLength={LIMITS.message}
          keys={design().letters}
          value={body()}
          onInput={(text) => {
            setBody(text)
            if (text) props.talk.types()
          }}
          onKeyDown={(event: KeyboardEvent) => {
            if (touches || event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            void send()
          }}
          error={hasIin(body()) ? shell().looksLikeIin : undefined}
          ref={(element) => {
            box = element
          }}
        />
        <Button kind="go" busy={busy()} label={words().send}>
          <Icon name="send" />
        </Button>
      </div>
    </form>
  )
}
