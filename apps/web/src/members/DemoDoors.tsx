import type { DemoDoor, Refusal, Role } from '@academy/contract'
import { Enter, List } from '@academy/design/List'
import { Alert } from '@academy/design/words'
import { createSignal, For, Show } from 'solid-js'
import { capital } from '../locale/capital.ts'
import { useWords } from '../locale/locale.ts'
import { usePlaceName } from '../places/use-place-name.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'

/** One press and one is in, as a sample person of the role. */
export const DemoDoors = (props: { doors: readonly DemoDoor[]; onEntered: () => void }) => {
  const words = useWords('entry')
  const members = useWords('members')
  const placeName = usePlaceName()
  const refused = useRefused()
  const sync = useSync()
  const [why, setWhy] = createSignal<Refusal>()
  let busy = false

  async function enter(role: Role) {
    if (busy) return
    busy = true
    try {
      await sync.rpc.members.enterDemo.mutate({ role })
      props.onEntered()
    } catch (error) {
      setWhy(refusalOf(error))
      busy = false
    }
  }

  return (
    <section class="part">
      <h2>{words().demo}</h2>
      <p class="small">{words().demoWhy}</p>
      <Show when={why()}>{(given) => <Alert>{refused(given())}</Alert>}</Show>
      <List>
        <For each={props.doors}>
          {(door) => (
            <Enter
              title={capital(members().roles[door.role])}
              note={`${door.name} · ${placeName(door.place)}`}
              onPress={() => void enter(door.role)}
            />
          )}
        </For>
      </List>
    </section>
  )
}
