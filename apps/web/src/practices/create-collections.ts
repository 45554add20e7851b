import { type CollectionRow, type Id, LIMITS, type Page } from '@academy/contract'
import { createMemo, onCleanup } from 'solid-js'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'
import { COLLECTIONS, isOnWay, rowsAfter } from './collection-deeds.ts'

/** What one has put together, with what is still on its way; all of it fits one answer. */
export function createCollections(practiceId?: Id) {
  const sync = useSync()
  const input = practiceId ? { practiceId, limit: LIMITS.collections } : { limit: LIMITS.collections }
  const asked = createAsked<Page<CollectionRow>>(
    () => firstKey('practices.collections', input),
    () => sync.rpc.practices.collections.query(input),
  )
  const items = createOutbox(sync, COLLECTIONS)
  const onWay = () => items().filter(isOnWay)
  const refused = () => items().filter(({ state }) => state === 'refused')
  onCleanup(
    sync.outbox.onDone((id) => {
      const done = items().find((item) => item.id === id)
      if (!done) return
      asked.change((now) => ({ ...now, items: rowsAfter(now.items, done, practiceId) }))
      void asked.again()
    }),
  )
  const rows = createMemo(() => {
    const known = asked.value()?.items
    return known && onWay().reduce<CollectionRow[]>((all, item) => rowsAfter(all, item, practiceId), known)
  })
  const isNew = (id: Id) => onWay().some((item) => item.id === id)

  const make = (title: string) =>
    sync.outbox.put(
      'practices.makeCollection',
      { title, note: '', practiceId: practiceId ?? null },
      { lane: COLLECTIONS, draft: NEW },
    )

  return { ...asked, value: rows, onWay, refused, isNew, make }
}

/** What a new collection is to be called, as it is typed. */
export const NEW = 'collection:new'
