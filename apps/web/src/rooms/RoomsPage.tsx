import type { RoomItem } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Enter, List } from '@academy/design/List'
import { Empty } from '@academy/design/words'
import { formatNumber } from '@academy/language/numbers'
import { For, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAskedPages } from '../shell/create-asked.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useSync } from '../shell/use-sync.ts'

/** One's rooms, the liveliest first. */
export const RoomsPage = () => {
  const sync = useSync()
  const words = useWords('rooms')
  usePageTitle(() => words().title)
  const rooms = createAskedPages<RoomItem>(
    () => 'rooms.list',
    (cursor) => sync.rpc.rooms.list.query({ cursor }),
  )
  const note = (room: RoomItem) =>
    [
      words().kinds[room.kind],
      room.unread ? words().unread(formatNumber(locale(), room.unread)) : '',
      room.latest ? words().latest(room.latest.title) : '',
    ]
      .filter(Boolean)
      .join('\u00a0· ')
  return (
    <>
      <header class="head">
        <h1>{words().title}</h1>
        <LineBand />
      </header>
      <div class="col">
        <Answer of={rooms}>
          {(page) => (
            <>
              <Show when={!page().items.length}>
                <Empty text={words().none} />
              </Show>
              <List>
                <Show when={page().items.some((room) => room.unread)}>
                  <Enter href={to('/rooms/new')} title={words().catchUp} note={words().catchUpNote} />
                </Show>
                <For each={page().items}>
                  {(room) => (
                    <Enter
                      href={to(`/rooms/${room.id}`)}
                      title={inLocale(room.title, locale()).text}
                      lang={inLocale(room.title, locale()).lang}
                      note={note(room)}
                    />
                  )}
                </For>
              </List>
              <Show when={page().next}>
                <Button wide busy={rooms.busy()} onPress={() => void rooms.more()}>
                  {words().more}
                </Button>
              </Show>
            </>
          )}
        </Answer>
      </div>
    </>
  )
}
