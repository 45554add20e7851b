import type { Id, PlaceKind } from '@academy/contract'
import { type Db, type Params, prepared } from '@academy/database'
import { and, asc, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { countSharedChange } from '../platform/store.ts'
import { places } from './tables.ts'

export type PlaceRow = typeof places.$inferSelect
export type NewPlace = typeof places.$inferInsert

const byId = prepared((db, p: Params<{ id: string }>) => db.select().from(places).where(eq(places.id, p.id)))
const pathById = prepared((db, p: Params<{ id: string }>) =>
  db.select({ path: places.path }).from(places).where(eq(places.id, p.id)),
)

export async function findPlace(db: Db, id: Id): Promise<PlaceRow | undefined> {
  return (await byId(db, { id }))[0]
}

export async function findPath(db: Db, id: Id): Promise<string[] | undefined> {
  return (await pathById(db, { id }))[0]?.path
}

export async function findPlaces(db: Db, ids: readonly Id[]): Promise<PlaceRow[]> {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(places)
        .where(inArray(places.id, [...new Set(ids)]))
}

export async function addPlaces(tx: Db, rows: readonly NewPlace[]): Promise<void> {
  for (let n = 0; n < rows.length; n += 100) await tx.insert(places).values(rows.slice(n, n + 100))
}

export async function changePlace(tx: Db, id: Id, change: Partial<NewPlace>): Promise<void> {
  await tx.update(places).set(change).where(eq(places.id, id))
  await countSharedChange(tx)
}

/** Where a list in the order of the Kazakh alphabet goes on. */
export interface AfterName {
  nameKey: string
  id: string
}

const after = (last: AfterName | null) =>
  last ? or(gt(places.nameKey, last.nameKey), and(eq(places.nameKey, last.nameKey), gt(places.id, last.id))) : undefined

export async function childrenOf(
  db: Db,
  q: { parentId: Id | null; last: AfterName | null; limit: number },
): Promise<PlaceRow[]> {
  return db
    .select()
    .from(places)
    .where(and(q.parentId ? eq(places.parentId, q.parentId) : isNull(places.parentId), after(q.last)))
    .orderBy(asc(places.nameKey), asc(places.id))
    .limit(q.limit)
}

/** Schools among these places or directly in one of them; `part` is folded. */
export async function schoolsIn(
  db: Db,
  q: { placeIds: readonly Id[]; part: string; last: AfterName | null; limit: number },
): Promise<PlaceRow[]> {
  const part = `%${q.part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db
    .select()
    .from(places)
    .where(
      and(
        eq(places.kind, 'school'),
        or(inArray(places.parentId, [...q.placeIds]), inArray(places.id, [...q.placeIds])),
        q.part === '' ? undefined : sql`${places.found} like ${part} escape '\\'`,
        after(q.last),
      ),
    )
    .orderBy(asc(places.nameKey), asc(places.id))
    .limit(q.limit)
}

/** Ids of what lies directly in these places. */
export async function childIds(db: Db, placeIds: readonly Id[]): Promise<{ id: Id; kind: PlaceKind }[]> {
  return db
    .select({ id: places.id, kind: places.kind })
    .from(places)
    .where(inArray(places.parentId, [...placeIds]))
}

export async function countAttached(db: Db, supportSchoolId: Id): Promise<number> {
  const [row] = await db.select({ n: count() }).from(places).where(eq(places.supportSchoolId, supportSchoolId))
  return row?.n ?? 0
}

export async function countPlaces(db: Db): Promise<number> {
  const [row] = await db.select({ n: count() }).from(places)
  return row?.n ?? 0
}

export async function firstRegion(db: Db): Promise<PlaceRow | undefined> {
  const [row] = await db.select().from(places).where(eq(places.kind, 'region')).orderBy(asc(places.nameKey)).limit(1)
  return row
}
