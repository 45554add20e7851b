import { Button } from '@academy/design/Button'
import { State } from '@academy/design/State'
import { For } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import type { Item } from '../sync/index.ts'

/** What the server did not take, and why; it stays until one has read it. */
export const RefusedDeeds = (props: { items: readonly Item[] }) => {
  const sync = useSync()
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  return (
    <For each={props.items}>
      {(item) => (
        <div>
          <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
          <Button kind="bare" onPress={() => void sync.outbox.discard(item.id)}>
            {shell().discard}
          </Button>
        </div>
      )}
    </For>
  )
}
