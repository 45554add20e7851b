import { ButtonLink } from '@academy/design/Button'
import { State } from '@academy/design/State'
import { For, Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createWritten } from './own-items.ts'

/** Practices one has shared that the server does not have yet. */
export const OnTheWay = () => {
  const words = useWords('practices')
  const design = useWords('design')
  const refused = useRefused()
  const written = createWritten(useSync())
  return (
    <Show when={written().length}>
      <section class="part" aria-live="polite">
        <For each={written()}>
          {(item) => (
            <div>
              <p class="voice" lang={item.input.language}>
                {item.input.title}
              </p>
              <Show
                when={item.state === 'refused'}
                fallback={
                  <State kind={item.state === 'sent' ? 'sent' : 'wait'}>
                    {item.state === 'sent' ? design().sent : design().waiting}
                  </State>
                }
              >
                <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
                <p>
                  <ButtonLink href={to('/practices/new')}>{words().open}</ButtonLink>
                </p>
              </Show>
            </div>
          )}
        </For>
      </section>
    </Show>
  )
}
