import {
  AcademyError,
  type Actor,
  type CollectionEntry,
  type CollectionPage,
  type CollectionRef,
  type CollectionRow,
  type DeleteCollection,
  type Done,
  type EditCollection,
  type Id,
  type KeepPractice,
  type LetGoPractice,
  LIMITS,
  type MakeCollection,
  type Member,
  type MovePractice,
  type MyCollections,
  type Page,
  type ShareCollection,
} from '@academy/contract'
import { type Db, oneAtATime } from '@academy/database'
import { maskIins } from '@academy/language'
import { mayKeepCollection, maySeeCollection, maySeePractice } from '@academy/policy'
import { readCursor, writeCursor } from '../../platform/cursors.ts'
import { createRepeatable } from '../../platform/deeds.ts'
import { factsOf, presentRow } from '../present.ts'
import type { PracticesDeps, PracticesShared } from '../shared.ts'
import { findPractices, type Shown } from '../store.ts'
import * as store from './store.ts'

export type CollectionsService = ReturnType<typeof createCollectionsService>

/** Practices somebody puts together for themselves, and shares by a link when they say so. */
export function createCollectionsService(deps: PracticesDeps, { enter, namesFor }: PracticesShared) {
  const { db, clock, doDeed, places, members } = deps
  const repeatable = createRepeatable(deps)

  async function open(actor: Actor, collectionId: Id): Promise<store.CollectionRecord> {
    const row = await store.findCollection(db.read, collectionId)
    if (!row || !maySeeCollection(actor, row)) throw new AcademyError('not-found')
    return row
  }

  async function own(member: Member, collectionId: Id): Promise<store.CollectionRecord> {
    const row = await open(member, collectionId)
    if (!mayKeepCollection(member, row)) throw new AcademyError('refused')
    return row
  }

  /** One that may be put into a collection: seen by its owner, and not withdrawn. */
  async function kept(member: Member, practiceId: Id): Promise<Id> {
    const { row, facts } = await enter(member, practiceId)
    if (facts.withdrawn) throw new AcademyError('practices/withdrawn')
    return row.id
  }

  const wordsOf = ({ title, note }: MakeCollection | EditCollection) => ({
    title: maskIins(title),
    note: maskIins(note),
  })

  async function make(member: Member, input: MakeCollection): Promise<Done> {
    const practiceId = input.practiceId === null ? null : await kept(member, input.practiceId)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.makeCollection', input, at }, async (tx) => {
      await oneAtATime(tx, `collections of ${member.id}`)
      if ((await store.countOf(tx, member.id)) >= LIMITS.collections)
        throw new AcademyError('practices/too-many-collections')
      const { id } = input
      await store.addCollection(tx, { id, ownerId: member.id, ...wordsOf(input), shared: false, at, editedAt: null })
      if (practiceId) await store.putIn(tx, { collectionId: id, practiceId, position: 0, at })
      return []
    })
    return done
  }

  /** A change of one's own collection, and when it was changed. */
  async function change(
    member: Member,
    path: string,
    input: { id: Id; collectionId: Id },
    write: (tx: Db, id: Id, at: Date) => Promise<{ title?: string; note?: string; shared?: boolean }>,
  ): Promise<Done> {
    const { id } = await own(member, input.collectionId)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path, input, at }, async (tx) => {
      // Where each practice stands is counted from the others.
      await oneAtATime(tx, `collection ${id}`)
      const changed = await write(tx, id, at)
      if (!(await store.changeCollection(tx, id, { ...changed, editedAt: at }))) throw new AcademyError('not-found')
      return []
    })
    return done
  }

  const edit = (member: Member, input: EditCollection) =>
    change(member, 'practices.editCollection', input, async () => wordsOf(input))

  const share = (member: Member, input: ShareCollection) =>
    change(member, 'practices.shareCollection', input, async () => ({ shared: input.shared }))

  async function keep(member: Member, input: KeepPractice): Promise<Done> {
    await own(member, input.collectionId)
    const practiceId = await kept(member, input.practiceId)
    return change(member, 'practices.keepPractice', input, async (tx, collectionId, at) => {
      const there = await store.practiceIdsOf(tx, collectionId)
      if (there.includes(practiceId)) return {}
      if (there.length >= LIMITS.collectionPractices) throw new AcademyError('practices/collection-full')
      const position = Math.min(input.position ?? there.length, there.length)
      await store.putIn(tx, { collectionId, practiceId, position, at })
      return {}
    })
  }

  const move = (member: Member, input: MovePractice) =>
    change(member, 'practices.movePractice', input, async (tx, collectionId, at) => {
      const { practiceId } = input
      const there = await store.practiceIdsOf(tx, collectionId)
      if (!there.includes(practiceId)) throw new AcademyError('not-found')
      await store.takeOut(tx, collectionId, practiceId)
      const position = Math.min(input.position, there.length - 1)
      await store.putIn(tx, { collectionId, practiceId, position, at })
      return {}
    })

  const letGo = (member: Member, input: LetGoPractice) =>
    change(member, 'practices.letGoPractice', input, async (tx, collectionId) => {
      await store.takeOut(tx, collectionId, input.practiceId)
      return {}
    })

  async function remove(member: Member, input: DeleteCollection): Promise<Done> {
    const { id } = await own(member, input.collectionId)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.deleteCollection', input, at }, async (tx) => {
      await store.deleteCollection(tx, id)
      return []
    })
    return done
  }

  async function mine(member: Member, q: MyCollections): Promise<Page<CollectionRow>> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.listCollections(db.read, {
      ownerId: member.id,
      before: before ? { at: new Date(before.at), id: before.id } : null,
      limit: q.limit + 1,
    })
    const page = rows.slice(0, q.limit)
    const ids = page.map(({ id }) => id)
    const [counts, holds] = await Promise.all([
      store.countsOf(db.read, ids),
      q.practiceId === null ? new Set<Id>() : store.holding(db.read, ids, q.practiceId),
    ])
    const last = page.at(-1)
    return {
      items: page.map(({ id, title, note, shared, at }) => ({
        id,
        title,
        note,
        shared,
        practices: counts.get(id) ?? 0,
        holds: holds.has(id),
        at: at.getTime(),
      })),
      next: rows.length > q.limit && last ? writeCursor(last.at.getTime(), last.id) : null,
    }
  }

  /** May this reader see it here? What is withdrawn is in nobody's collection any more, whoever still reads its page. */
  async function isShown(actor: Actor, row: Shown): Promise<boolean> {
    const facts = factsOf(row, (await places.pathOf(row.placeId)) ?? [])
    return !facts.withdrawn && maySeePractice(actor, facts)
  }

  async function show(actor: Actor, q: CollectionRef): Promise<CollectionPage> {
    const collection = await open(actor, q.collectionId)
    const mayEdit = mayKeepCollection(actor, collection)
    const from = readCursor(q.cursor, { after: 'text' })?.after
    const ids = await store.practiceIdsOf(db.read, collection.id)
    const rows = await findPractices(db.read, ids)
    const shown = new Map<Id, Shown>()
    for (const row of rows.values()) if (await isShown(actor, row)) shown.set(row.id, row)

    const whole = mayEdit ? ids : ids.filter((id) => shown.has(id))
    // After one that was taken out meanwhile, the list begins anew: nothing is passed over.
    const begin = from === undefined ? 0 : whole.indexOf(from) + 1
    const page = whole.slice(begin, begin + q.limit)
    const names = await namesFor(
      page.flatMap((id) => shown.get(id) ?? []),
      q.locale,
    )
    const people = await members.namesOf([collection.ownerId])
    const last = page.at(-1)
    const { id, title, note } = collection
    return {
      collection: {
        id,
        title,
        note,
        shared: collection.shared,
        by: people.get(collection.ownerId) ?? null,
        editedAt: (collection.editedAt ?? collection.at).getTime(),
      },
      items: page.flatMap((id): CollectionEntry[] => {
        const row = shown.get(id)
        const practice = row ? presentRow(row, names) : null
        return practice || mayEdit ? [{ id, practice }] : []
      }),
      next: last && begin + page.length < whole.length ? writeCursor(last) : null,
      total: shown.size,
      may: { edit: mayEdit },
    }
  }

  return {
    make: repeatable('practices.makeCollection', make),
    edit: repeatable('practices.editCollection', edit),
    share: repeatable('practices.shareCollection', share),
    keep: repeatable('practices.keepPractice', keep),
    move: repeatable('practices.movePractice', move),
    letGo: repeatable('practices.letGoPractice', letGo),
    remove: repeatable('practices.deleteCollection', remove),
    mine,
    show,
  }
}
