import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { files } from './tables.ts'

export type FileRecord = typeof files.$inferSelect

export interface Subject {
  kind: string
  id: Id
}

/** False when there is one by that id. */
export async function addFile(tx: Db, row: FileRecord): Promise<boolean> {
  const added = await tx.insert(files).values(row).onConflictDoNothing().returning({ id: files.id })
  return added.length > 0
}

export async function findFile(db: Db, id: Id): Promise<FileRecord | undefined> {
  const [row] = await db.select().from(files).where(eq(files.id, id))
  return row
}

export async function findFiles(db: Db, ids: readonly Id[]): Promise<Map<Id, FileRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(files)
    .where(inArray(files.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Bytes that the files of a school take. */
export async function usedBy(db: Db, placeId: Id): Promise<number> {
  const [row] = await db
    .select({ used: sql<number>`coalesce(sum(${files.size}), 0)`.mapWith(Number) })
    .from(files)
    .where(and(eq(files.placeId, placeId), isNull(files.goneAt)))
  return row?.used ?? 0
}

/** Takes them into something, where they are the owner's and in nothing yet, or in it already. Answers how many it could. */
export async function bindFiles(tx: Db, ids: readonly Id[], by: { ownerId: Id; subject: Subject }): Promise<number> {
  const { kind, id } = by.subject
  const bound = await tx
    .update(files)
    .set({ subjectKind: kind, subjectId: id })
    .where(
      and(
        inArray(files.id, [...ids]),
        isNull(files.goneAt),
        or(
          and(isNull(files.subjectKind), eq(files.ownerId, by.ownerId)),
          and(eq(files.subjectKind, kind), eq(files.subjectId, id)),
        ),
      ),
    )
    .returning({ id: files.id })
  return bound.length
}

export async function setGone(tx: Db, ids: readonly Id[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(files)
    .set({ goneAt: at, name: '' })
    .where(and(inArray(files.id, [...ids]), isNull(files.goneAt)))
}

/** One's own that nothing has taken in. */
export async function dropUnbound(tx: Db, id: Id, ownerId: Id): Promise<boolean> {
  const dropped = await tx
    .delete(files)
    .where(and(eq(files.id, id), eq(files.ownerId, ownerId), isNull(files.subjectKind)))
    .returning({ id: files.id })
  return dropped.length > 0
}

/** Forgets what nothing took in since then. Answers whose bytes go. */
export async function dropOrphans(tx: Db, before: Date): Promise<Id[]> {
  const dropped = await tx
    .delete(files)
    .where(and(isNull(files.subjectKind), lt(files.at, before)))
    .returning({ id: files.id })
  return dropped.map((row) => row.id)
}

export async function filesOf(db: Db, ownerId: Id): Promise<FileRecord[]> {
  return db.select().from(files).where(eq(files.ownerId, ownerId)).orderBy(files.at, files.id)
}

/** What a person brought into something stays in it, by nobody; what is in nothing goes. */
export async function forgetOwner(tx: Db, ownerId: Id): Promise<void> {
  await tx.delete(files).where(and(eq(files.ownerId, ownerId), isNull(files.subjectKind)))
  await tx.update(files).set({ ownerId: null, name: '' }).where(eq(files.ownerId, ownerId))
}
