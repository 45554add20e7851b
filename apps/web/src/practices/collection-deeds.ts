import type { CollectionEntry, CollectionPage, CollectionRow, Id } from '@academy/contract'
import type { Item } from '../sync/index.ts'

/** What one does to collections goes in the order it was done, and waits for no practice that is still being sent. */
export const COLLECTIONS = 'collections'

export type Deed = Pick<Item, 'id' | 'path' | 'input'>

/** Still to be carried out: what the server has done comes with its next answer. */
export const isOnWay = ({ state }: Pick<Item, 'state'>): boolean => state !== 'sent' && state !== 'refused'

/** One's collections as they are after a deed; `practiceId` is the practice whose place in them is shown. */
export function rowsAfter(rows: readonly CollectionRow[], deed: Deed, practiceId: Id | null = null): CollectionRow[] {
  const { path, input } = deed
  if (path === 'practices.makeCollection') {
    const made = {
      id: deed.id,
      title: `${input.title}`,
      note: `${input.note}`,
      shared: false,
      practices: input.practiceId ? 1 : 0,
      holds: practiceId !== null && input.practiceId === practiceId,
      at: 0,
    }
    return rows.some(({ id }) => id === made.id) ? [...rows] : [made, ...rows]
  }
  return rows.flatMap((row): CollectionRow[] => {
    if (row.id !== input.collectionId) return [row]
    const about = input.practiceId === practiceId
    switch (path) {
      case 'practices.deleteCollection':
        return []
      case 'practices.editCollection':
        return [{ ...row, title: `${input.title}`, note: `${input.note}` }]
      case 'practices.shareCollection':
        return [{ ...row, shared: input.shared === true }]
      case 'practices.keepPractice':
        return about && row.holds ? [row] : [{ ...row, practices: row.practices + 1, holds: row.holds || about }]
      case 'practices.letGoPractice':
        return about && !row.holds
          ? [row]
          : [{ ...row, practices: Math.max(0, row.practices - 1), holds: row.holds && !about }]
      default:
        return [row]
    }
  })
}

/** An opened collection after a deed. `known` are practices that may come back into it. */
export function pageAfter(page: CollectionPage, deed: Deed, known: ReadonlyMap<Id, CollectionEntry>): CollectionPage {
  const { path, input } = deed
  const { collection } = page
  if (input.collectionId !== collection.id) return page
  const practiceId = `${input.practiceId}`
  const rest = page.items.filter(({ id }) => id !== practiceId)
  const putAt = (entry: CollectionEntry | undefined) =>
    entry
      ? { ...page, items: rest.toSpliced(Math.min(Number(input.position ?? rest.length), rest.length), 0, entry) }
      : page
  switch (path) {
    case 'practices.editCollection':
      return { ...page, collection: { ...collection, title: `${input.title}`, note: `${input.note}` } }
    case 'practices.shareCollection':
      return { ...page, collection: { ...collection, shared: input.shared === true } }
    case 'practices.letGoPractice':
      return { ...page, items: rest }
    case 'practices.movePractice':
      return putAt(page.items.find(({ id }) => id === practiceId))
    case 'practices.keepPractice':
      return rest.length < page.items.length ? page : putAt(known.get(practiceId))
    default:
      return page
  }
}
