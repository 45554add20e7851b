import { type Id, LIMITS } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Field } from '@academy/design/Field'
import { State } from '@academy/design/State'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft, createOutbox } from '../sync/index.ts'
import { LANE } from './own-items.ts'

const NONE = ''

/** Takes a practice out of the lists. Another's practice is not withdrawn without a word to its author. */
export const Withdraw = (props: { practiceId: Id; own: boolean; onDone: () => void }) => {
  const sync = useSync()
  const words = useWords('practices')
  const more = useWords('withdrawing')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  const [open, setOpen] = createSignal(false)
  const [tried, setTried] = createSignal(false)
  const key = `practice:${props.practiceId}:withdraw`
  const [reason, setReason] = createDraft<string>(sync, key, NONE)
  const all = createOutbox(sync, LANE)
  const items = () =>
    all().filter(({ path, input }) => path === 'practices.withdraw' && input.practiceId === props.practiceId)
  const wrong = () => !props.own && !reason().trim()
  onCleanup(
    sync.outbox.onDone((id) => {
      if (!items().some((item) => item.id === id)) return
      toasts.show({ text: more().withdrawnNow })
      props.onDone()
    }),
  )

  async function send(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (wrong()) return
    await sync.outbox.put(
      'practices.withdraw',
      { practiceId: props.practiceId, reason: reason() },
      { lane: LANE, draft: key },
    )
    setReason(NONE)
    setTried(false)
    setOpen(false)
  }

  return (
    <>
      <For each={items()}>
        {(item) => (
          <Show
            when={item.state === 'refused'}
            fallback={
              <State kind="wait">
                {words().withdraw}: {design().waiting}
              </State>
            }
          >
            <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
            <Button kind="bare" onPress={() => void sync.outbox.discard(item.id)}>
              {shell().discard}
            </Button>
          </Show>
        )}
      </For>
      <Show when={!items().length}>
        <Button kind="bare" onPress={() => setOpen(true)}>
          {words().withdraw}
        </Button>
      </Show>
      <Dialog open={open()} onClose={() => setOpen(false)} title={words().withdraw} closeLabel={design().close}>
        <form class="part" onSubmit={send}>
          <p>{more().withdrawWhy}</p>
          <Show when={!props.own}>
            <Field
              label={more().withdrawReason}
              rows={3}
              maxLength={LIMITS.reason}
              keys={design().letters}
              value={reason()}
              onInput={setReason}
              error={tried() && wrong() ? more().reasonNeeded : undefined}
            />
          </Show>
          <Button kind="go" wide>
            {words().withdraw}
          </Button>
        </form>
      </Dialog>
    </>
  )
}
