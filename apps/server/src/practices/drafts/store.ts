import type { Id } from '@academy/contract'
import { type Db, type Params, prepared } from '@academy/database'
import { and, asc, count, desc, eq, lt, or, sql } from 'drizzle-orm'
import { practiceDrafts, practices } from '../tables.ts'

export type DraftRecord = typeof practiceDrafts.$inferSelect

const isThis = (memberId: Id, practiceId: Id) =>
  and(eq(practiceDrafts.memberId, memberId), eq(practiceDrafts.practiceId, practiceId))

const selectDraft = prepared((db, p: Params<{ memberId: Id; practiceId: Id }>) =>
  db
    .select()
    .from(practiceDrafts)
    .where(and(eq(practiceDrafts.memberId, p.memberId), eq(practiceDrafts.practiceId, p.practiceId))),
)

export async function findDraft(db: Db, memberId: Id, practiceId: Id): Promise<DraftRecord | undefined> {
  const [row] = await selectDraft(db, { memberId, practiceId })
  return row
}

/** The first save of one; false where there is one already. */
export async function beginDraft(tx: Db, row: DraftRecord): Promise<boolean> {
  const made = await tx
    .insert(practiceDrafts)
    .values(row)
    .onConflictDoNothing()
    .returning({ practiceId: practiceDrafts.practiceId })
  return made.length > 0
}

const updateDraft = prepared((db, p: Params<DraftRecord & { base: number }>) =>
  db
    .update(practiceDrafts)
    .set({ form: p.form, n: p.n, at: p.at })
    .where(
      and(
        eq(practiceDrafts.memberId, p.memberId),
        eq(practiceDrafts.practiceId, p.practiceId),
        eq(practiceDrafts.n, p.base),
      ),
    )
    .returning({ n: practiceDrafts.n }),
)

/** A save on the one named; false where that is not the last one any more. */
export async function goOnDraft(tx: Db, row: DraftRecord): Promise<boolean> {
  const moved = await updateDraft(tx, { ...row, base: row.n - 1 })
  return moved.length > 0
}

export const dropDraft = async (tx: Db, memberId: Id, practiceId: Id): Promise<void> => {
  await tx.delete(practiceDrafts).where(isThis(memberId, practiceId))
}

export async function countDrafts(tx: Db, memberId: Id): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(practiceDrafts).where(eq(practiceDrafts.memberId, memberId))
  return row?.n ?? 0
}

/** The last written first, each with whether there is a practice of that id. */
export async function listDrafts(
  db: Db,
  q: { memberId: Id; before: { at: Date; id: Id } | null; limit: number },
): Promise<(DraftRecord & { published: boolean })[]> {
  const { before } = q
  const rows = await db
    .select({ draft: practiceDrafts, practice: practices.id })
    .from(practiceDrafts)
    .leftJoin(practices, eq(practices.id, practiceDrafts.practiceId))
    .where(
      and(
        eq(practiceDrafts.memberId, q.memberId),
        before
          ? or(
              lt(practiceDrafts.at, before.at),
              and(eq(practiceDrafts.at, before.at), sql`${practiceDrafts.practiceId} < ${before.id}`),
            )
          : undefined,
      ),
    )
    .orderBy(desc(practiceDrafts.at), desc(practiceDrafts.practiceId))
    .limit(q.limit)
  return rows.map(({ draft, practice }) => ({ ...draft, published: practice !== null }))
}

export async function allBy(db: Db, memberId: Id): Promise<DraftRecord[]> {
  return db
    .select()
    .from(practiceDrafts)
    .where(eq(practiceDrafts.memberId, memberId))
    .orderBy(asc(practiceDrafts.at), asc(practiceDrafts.practiceId))
}

export const forgetMember = async (tx: Db, memberId: Id): Promise<void> => {
  await tx.delete(practiceDrafts).where(eq(practiceDrafts.memberId, memberId))
}
