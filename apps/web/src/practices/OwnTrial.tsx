import type { Id } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { State } from '@academy/design/State'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'
import { LANE } from './own-items.ts'

/** What one may do with a try of one's own: tell it otherwise, or take it back. */
export const OwnTrial = (props: { practiceId: Id; trialId: Id; onDone: () => void }) => {
  const sync = useSync()
  const words = useWords('trials')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  const [asked, setAsked] = createSignal(false)
  const all = createOutbox(sync, LANE)
  const items = () =>
    all().filter(
      ({ path, input }) =>
        (path === 'practices.editTrial' || path === 'practices.takeBackTrial') && input.trialId === props.trialId,
    )
  onCleanup(
    sync.outbox.onDone((id) => {
      const item = items().find((one) => one.id === id)
      if (!item) return
      if (item.path === 'practices.takeBackTrial') toasts.show({ text: words().takenBack })
      props.onDone()
    }),
  )
  async function takeBack() {
    await sync.outbox.put('practices.takeBackTrial', { trialId: props.trialId }, { lane: LANE })
    setAsked(false)
  }
  return (
    <>
      <For each={items().filter((item) => item.state !== 'sent')}>
        {(item) => (
          <Show
            when={item.state === 'refused'}
            fallback={
              <State kind="wait">
                {item.path === 'practices.editTrial' ? words().edit : words().takeBack}: {design().waiting}
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
      <Show when={!items().some((item) => item.path === 'practices.takeBackTrial')}>
        <p class="line">
          <ButtonLink kind="bare" href={`${to(`/practices/${props.practiceId}/try`)}?mine=${props.trialId}`}>
            {words().edit}
          </ButtonLink>
          <Button kind="bare" onPress={() => setAsked(true)}>
            {words().takeBack}
          </Button>
        </p>
      </Show>
      <Dialog open={asked()} onClose={() => setAsked(false)} title={words().takeBackTitle} closeLabel={design().close}>
        <p>{words().takeBackWhy}</p>
        <Button kind="go" wide onPress={() => void takeBack()}>
          {words().takeBack}
        </Button>
      </Dialog>
    </>
  )
}
