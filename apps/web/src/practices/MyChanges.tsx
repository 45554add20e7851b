import type { Id } from '@academy/contract'
import { ButtonLink } from '@academy/design/Button'
import { State } from '@academy/design/State'
import { For, onCleanup, Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createWritten } from './own-items.ts'

/** One's own edit that the server does not have yet, or refused. */
export const MyChanges = (props: { id: Id; onDone: () => void }) => {
  const sync = useSync()
  const words = useWords('practices')
  const design = useWords('design')
  const refused = useRefused()
  const written = createWritten(sync, () => props.id)
  onCleanup(sync.outbox.onDone((id) => written().some((item) => item.id === id) && props.onDone()))
  return (
    <For each={written().filter((item) => item.state !== 'sent')}>
      {(item) => (
        <Show
          when={item.state === 'refused'}
          fallback={
            <State kind="wait">
              {words().edit}: {design().waiting}
            </State>
          }
        >
          <section class="part">
            <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
            <p>
              <ButtonLink href={to(`/practices/${props.id}/edit`)}>{words().edit}</ButtonLink>
            </p>
          </section>
        </Show>
      )}
    </For>
  )
}
