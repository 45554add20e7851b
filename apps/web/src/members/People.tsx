import type { MemberView, PlaceBrief, PlacePath } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Enter, List } from '@academy/design/List'
import { Empty } from '@academy/design/words'
import { createSignal, For, Show } from 'solid-js'
import { capital } from '../locale/capital.ts'
import { useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAskedPages } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { Later } from '../shell/Later.tsx'
import { me } from '../shell/me.ts'
import { useSync } from '../shell/use-sync.ts'

const personDialog = () => import('./PersonDialog.tsx').then((module) => module.PersonDialog)

/** Who holds a role at a place. Others' names are not kept on the phone. */
export const People = (props: { place: PlaceBrief; path: PlacePath }) => {
  const words = useWords('admin')
  const members = useWords('members')
  const sync = useSync()
  const [opened, setOpened] = createSignal<string>()
  const list = createAskedPages<MemberView>(
    () => firstKey('members.membersOf', { placeId: props.place.id }),
    (cursor) => sync.rpc.members.membersOf.query({ placeId: props.place.id, cursor }),
    { keep: false },
  )
  const person = () => list.value()?.items.find(({ id }) => id === opened())
  const roles = (one: MemberView) => one.roles.map((role) => capital(members().roles[role])).join(', ')
  return (
    <Answer of={list}>
      {(page) => (
        <Show when={page().items.length > 0} fallback={<Empty text={words().none} />}>
          <List label={words().people}>
            <For each={page().items}>
              {(one) => <Enter title={one.name ?? words().gone} note={roles(one)} onPress={() => setOpened(one.id)} />}
            </For>
          </List>
          <Show when={page().next}>
            <p>
              <Button busy={list.busy()} onPress={() => void list.more()}>
                {words().more}
              </Button>
            </p>
          </Show>
          <Later
            load={personDialog}
            props={{
              get person() {
                return person()
              },
              get own() {
                return opened() === me()?.id
              },
              place: props.place,
              path: props.path,
              onClose: () => setOpened(),
              onChanged: () => void list.again(),
            }}
          />
        </Show>
      )}
    </Answer>
  )
}
