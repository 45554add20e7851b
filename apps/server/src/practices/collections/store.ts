import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { and, asc, count, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { collectionPractices, collections } from './tables.ts'

export type CollectionRecord = typeof collections.$inferSelect

export async function findCollection(db: Db, id: Id): Promise<CollectionRecord | undefined> {
  const [row] = await db.select().from(collections).where(eq(collections.id, id))
  return row
}

export const addCollection = async (tx: Db, row: CollectionRecord): Promise<void> => {
  await tx.insert(collections).values(row)
}

type Change = Partial<Pick<CollectionRecord, 'title' | 'note' | 'shared'>> & { editedAt: Date }

/** False when it was deleted meanwhile. */
export async function changeCollection(tx: Db, id: Id, change: Change): Promise<boolean> {
  const done = await tx.update(collections).set(change).where(eq(collections.id, id)).returning({ id: collections.id })
  return done.length > 0
}

export const deleteCollection = async (tx: Db, id: Id): Promise<void> => {
  await tx.delete(collections).where(eq(collections.id, id))
}

export async function countOf(tx: Db, ownerId: Id): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(collections).where(eq(collections.ownerId, ownerId))
  return row?.n ?? 0
}

/** Newest first. */
export async function listCollections(
  db: Db,
  q: { ownerId: Id; before: { at: Date; id: Id } | null; limit: number },
): Promise<CollectionRecord[]> {
  const { before } = q
  return db
    .select()
    .from(collections)
    .where(
      and(
        eq(collections.ownerId, q.ownerId),
        before
          ? or(lt(collections.at, before.at), and(eq(collections.at, before.at), lt(collections.id, before.id)))
          : undefined,
      ),
    )
    .orderBy(desc(collections.at), desc(collections.id))
    .limit(q.limit)
}

/** How many practices each of these holds; none are left out. */
export async function countsOf(db: Db, collectionIds: readonly Id[]): Promise<Map<Id, number>> {
  if (collectionIds.length === 0) return new Map()
  const rows = await db
    .select({ id: collectionPractices.collectionId, n: count() })
    .from(collectionPractices)
    .where(inArray(collectionPractices.collectionId, [...collectionIds]))
    .groupBy(collectionPractices.collectionId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Which of these hold the practice. */
export async function holding(db: Db, collectionIds: readonly Id[], practiceId: Id): Promise<Set<Id>> {
  if (collectionIds.length === 0) return new Set()
  const rows = await db
    .select({ id: collectionPractices.collectionId })
    .from(collectionPractices)
    .where(
      and(
        eq(collectionPractices.practiceId, practiceId),
        inArray(collectionPractices.collectionId, [...collectionIds]),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** Its practices as they are ordered; there are never more than the bound. */
export async function practiceIdsOf(db: Db, collectionId: Id): Promise<Id[]> {
  const rows = await db
    .select({ id: collectionPractices.practiceId })
    .from(collectionPractices)
    .where(eq(collectionPractices.collectionId, collectionId))
    .orderBy(asc(collectionPractices.position), asc(collectionPractices.at), asc(collectionPractices.practiceId))
  return rows.map(({ id }) => id)
}

/** Puts it in at the position; what stood there and after moves one on. */
export async function putIn(tx: Db, row: { collectionId: Id; practiceId: Id; position: number; at: Date }) {
  await tx
    .update(collectionPractices)
    .set({ position: sql`${collectionPractices.position} + 1` })
    .where(
      and(
        eq(collectionPractices.collectionId, row.collectionId),
        sql`${collectionPractices.position} >= ${row.position}`,
      ),
    )
  await tx.insert(collectionPractices).values(row)
}

/** Takes it out, and closes the gap it leaves. */
export async function takeOut(tx: Db, collectionId: Id, practiceId: Id): Promise<void> {
  const [gone] = await tx
    .delete(collectionPractices)
    .where(and(eq(collectionPractices.collectionId, collectionId), eq(collectionPractices.practiceId, practiceId)))
    .returning({ position: collectionPractices.position })
  if (!gone) return
  await tx
    .update(collectionPractices)
    .set({ position: sql`${collectionPractices.position} - 1` })
    .where(
      and(eq(collectionPractices.collectionId, collectionId), sql`${collectionPractices.position} > ${gone.position}`),
    )
}

/** All that somebody put together, with what it holds. */
export async function allBy(db: Db, ownerId: Id) {
  const rows = await db
    .select()
    .from(collections)
    .where(eq(collections.ownerId, ownerId))
    .orderBy(asc(collections.at), asc(collections.id))
  return Promise.all(
    rows.map(async ({ id, title, note, shared, at }) => ({
      id,
      title,
      note,
      shared,
      madeAt: at.toISOString(),
      practices: await practiceIdsOf(db, id),
    })),
  )
}

/** A collection is one person's choice and goes with them; its link leads nowhere from then on. */
export const forgetMember = async (tx: Db, memberId: Id): Promise<void> => {
  await tx.delete(collections).where(eq(collections.ownerId, memberId))
}
