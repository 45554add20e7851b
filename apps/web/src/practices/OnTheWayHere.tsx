import { Button } from '@academy/design/Button'
import { State } from '@academy/design/State'
import { For, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { announce } from '../shell/announce.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import type { PracticeItem } from './own-items.ts'
import { type Form, formOfWritten } from './practice-form.ts'

/** What was sent from here and has not arrived: it waits, or it says why not and comes back into the form. */
export const OnTheWayHere = (props: { items: readonly PracticeItem[]; take: (form: Form) => void }) => {
  const sync = useSync()
  const words = useWords('writing')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  function back(item: PracticeItem) {
    props.take(formOfWritten(item.input, item.id))
    announce(words().edit)
  }
  return (
    <section class="part" aria-live="polite">
      <For each={props.items}>
        {(item) => (
          <div class="part">
            <p class="voice" lang={item.input.language}>
              {item.input.title}
            </p>
            <Show when={item.state === 'refused'} fallback={<State kind="wait">{design().waiting}</State>}>
              <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
              <p class="line">
                <Button onPress={() => back(item)}>{shell().editAgain}</Button>
                <Button kind="bare" onPress={() => void sync.outbox.discard(item.id)}>
                  {shell().discard}
                </Button>
              </p>
            </Show>
          </div>
        )}
      </For>
    </section>
  )
}
