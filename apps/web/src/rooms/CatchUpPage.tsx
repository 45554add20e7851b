import type { CatchUpItem, Id, Page } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { Enter, List } from '@academy/design/List'
import { Empty } from '@academy/design/words'
import { relative } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { announce } from '../shell/announce.ts'
import { createAskedPages } from '../shell/create-asked.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useSync } from '../shell/use-sync.ts'

/** Everything that is new to one in all one's rooms, the liveliest first. */
export const CatchUpPage = () => {
  const sync = useSync()
  const words = useWords('rooms')
  usePageTitle(() => words().catchUp)
  const fresh = createAskedPages<CatchUpItem>(
    () => 'rooms.catchUp',
    (cursor) => sync.rpc.rooms.catchUp.query({ cursor }),
  )
  const note = (topic: CatchUpItem) =>
    [
      inLocale(topic.room, locale()).text,
      words().unread(formatNumber(locale(), topic.unread)),
      relative(locale(), topic.lastAt, Date.now()),
    ].join('\u00a0· ')
  const [marking, setMarking] = createSignal(false)
  let off = () => {}
  onCleanup(() => off())
  /** What stands on the screen; what was said since then stays new. Only where that was all is it said so: else the rest comes once these are read. */
  async function readAll({ items, next }: Page<CatchUpItem>) {
    const [ids, done]: [Id[], Set<Id>] = [[], new Set()]
    const look = () => {
      if (ids.length < items.length || !ids.every((id) => done.has(id))) return
      off()
      setMarking(false)
      void fresh.again()
    }
    off()
    off = sync.outbox.onDone((id) => {
      done.add(id)
      look()
    })
    setMarking(next !== null)
    for (const { id, lastN } of items)
      ids.push(await sync.outbox.put('rooms.read', { topicId: id, upTo: lastN }, { lane: `reading:${id}` }))
    look()
    if (next !== null) return
    fresh.change(() => ({ items: [], next }))
    announce(words().allRead)
  }
  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={to('/rooms')}>
            <Icon name="back" /> {words().title}
          </a>
        </p>
        <h1>{words().catchUp}</h1>
        <LineBand />
      </header>
      <div class="col">
        <Answer of={fresh}>
          {(page) => (
            <Show when={page().items.length} fallback={<Empty text={words().allRead} />}>
              <List>
                <For each={page().items}>
                  {(topic) => (
                    <Enter href={to(`/rooms/${topic.roomId}/${topic.id}`)} title={topic.title} note={note(topic)} />
                  )}
                </For>
              </List>
              <Show when={page().next}>
                <Button wide busy={fresh.busy()} onPress={() => void fresh.more()}>
                  {words().more}
                </Button>
              </Show>
              <Button wide busy={marking()} onPress={() => void readAll(page())}>
                {words().readAll}
              </Button>
            </Show>
          )}
        </Answer>
      </div>
    </>
  )
}
