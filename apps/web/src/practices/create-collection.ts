import { AcademyError, type CollectionEntry, type CollectionPage, type Id, LIMITS } from '@academy/contract'
import { createComputed, createMemo, onCleanup } from 'solid-js'
import { locale } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'
import { COLLECTIONS, isOnWay, pageAfter } from './collection-deeds.ts'

/** A collection as it is opened, with what one has changed in it and the server does not know yet. */
export function createCollection(collectionId: () => Id) {
  const sync = useSync()
  const input = () => ({ collectionId: collectionId(), locale: locale(), limit: LIMITS.collectionPractices })
  const asked = createAsked<CollectionPage>(
    createMemo(() => firstKey('practices.collection', input())),
    () => sync.rpc.practices.collection.query(input()),
  )
  const items = createOutbox(sync, COLLECTIONS)
  const about = () => items().filter(({ input: deed }) => deed.collectionId === collectionId())
  const onWay = () => about().filter(isOnWay)
  const refused = () => about().filter(({ state }) => state === 'refused')
  const leaving = () => about().some((item) => item.path === 'practices.deleteCollection' && item.state !== 'refused')
  createComputed(() => {
    if (asked.fault()?.code === 'not-found' && !leaving()) throw new AcademyError('not-found')
  })
  /** What was in it since the page was opened: taken out, it may be put back. */
  const known = new Map<Id, CollectionEntry>()
  onCleanup(
    sync.outbox.onDone((id) => {
      const done = about().find((item) => item.id === id)
      if (!done || done.path === 'practices.deleteCollection') return
      asked.change((now) => pageAfter(now, done, known))
      void asked.again()
    }),
  )
  const value = createMemo(() => {
    const opened = asked.value()
    for (const entry of opened?.items ?? []) known.set(entry.id, entry)
    return opened && onWay().reduce<CollectionPage>((page, item) => pageAfter(page, item, known), opened)
  })
  return { ...asked, value, onWay, refused }
}
