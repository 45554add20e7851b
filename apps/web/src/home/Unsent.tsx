import { Button } from '@academy/design/Button'
import { State } from '@academy/design/State'
import { For, Show } from 'solid-js'
import { errorWord, useWords } from '../locale/locale.ts'
import { useSync } from '../shell/use-sync.ts'
import type { Item } from '../sync/index.ts'
import { excerpt } from './excerpt.ts'

/** What is on its way or was refused, whole: nothing that somebody wrote is out of sight until the server has it. */
export const Unsent = (props: { items: readonly Item[] }) => {
  const words = useWords('unsent')
  const shell = useWords('shell')
  const design = useWords('design')
  const sync = useSync()
  return (
    <section class="part">
      <h2>{words().title}</h2>
      <p class="small">{words().why}</p>
      <ul class="list">
        <For each={props.items}>
          {(item) => (
            <li class="part">
              <p class="prose">{excerpt(item, words())}</p>
              <Show when={item.state === 'refused'} fallback={<State kind="wait">{design().waiting}</State>}>
                <State kind="no">
                  {shell().refused}: {errorWord(item.refusal?.code ?? 'fault')}
                </State>
                <p class="line">
                  <Button onPress={() => void sync.outbox.retry(item.id)}>{shell().retry}</Button>
                  <Button kind="bare" onPress={() => void sync.outbox.discard(item.id)}>
                    {shell().discard}
                  </Button>
                </p>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
