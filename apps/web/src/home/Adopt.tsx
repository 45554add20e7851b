import { Button } from '@academy/design/Button'
import { createSignal, For, Show } from 'solid-js'
import { needWords, useWords } from '../locale/locale.ts'
import { useSync } from '../shell/use-sync.ts'
import type { Item } from '../sync/index.ts'
import { excerpt } from './excerpt.ts'

/**
 * What somebody wrote here as a guest, before signing in: it becomes theirs only when they say so.
 * Shows nothing where there is nothing of the kind; `onDone` is told either way.
 */
export const Adopt = (props: { onDone?: () => void }) => {
  const words = useWords('unsent')
  const sync = useSync()
  const [busy, setBusy] = createSignal(false)
  const [items, setItems] = createSignal<readonly Item[]>([])
  void (async () => {
    const found = await sync.adoptable().catch(() => [])
    if (found.length > 0) await needWords('unsent')
    else props.onDone?.()
    setItems(found)
  })()
  async function decide(take: boolean) {
    setBusy(true)
    await sync.adopt(take)
    setItems([])
    props.onDone?.()
  }
  return (
    <Show when={items().length > 0}>
      <section class="part">
        <h2>{words().adopt}</h2>
        <p>{words().adoptWhy}</p>
        <ul class="list">
          <For each={items()}>{(item) => <li class="prose">{excerpt(item, words())}</li>}</For>
        </ul>
        <p class="line">
          <Button kind="go" busy={busy()} onPress={() => void decide(true)}>
            {words().adoptYes}
          </Button>
          <Button busy={busy()} onPress={() => void decide(false)}>
            {words().adoptNo}
          </Button>
          <Show when={props.onDone}>
            <Button kind="bare" onPress={() => props.onDone?.()}>
              {words().later}
            </Button>
          </Show>
        </p>
      </section>
    </Show>
  )
}
