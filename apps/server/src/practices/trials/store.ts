import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { and, desc, eq, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import { writtenWith } from '../authors/store.ts'
import { descentOf } from '../store.ts'
import { practices } from '../tables.ts'
import { practiceTrials } from './tables.ts'

/** As far as a family is counted. */
const MOST_DESCENT = 5000

export type TrialRecord = typeof practiceTrials.$inferSelect
type Told = Pick<
  TrialRecord,
  'outcome' | 'day' | 'classKind' | 'grades' | 'pupils' | 'language' | 'happened' | 'conditions' | 'changed'
>

const stands = isNull(practiceTrials.takenBackAt)

export const addTrial = async (tx: Db, row: TrialRecord): Promise<void> => {
  await tx.insert(practiceTrials).values(row)
}

export async function findTrial(db: Db, id: Id): Promise<TrialRecord | undefined> {
  const [row] = await db.select().from(practiceTrials).where(eq(practiceTrials.id, id))
  return row
}

/** False when it was taken back. */
export async function editTrial(tx: Db, id: Id, change: Told & { editedAt: Date }): Promise<boolean> {
  const done = await tx
    .update(practiceTrials)
    .set(change)
    .where(and(eq(practiceTrials.id, id), stands))
    .returning({ id: practiceTrials.id })
  return done.length > 0
}

/** Its words go at once; that it was taken back is all that stays. */
export async function takeBack(tx: Db, id: Id, at: Date): Promise<void> {
  await tx
    .update(practiceTrials)
    .set({ takenBackAt: at, happened: '', conditions: '', changed: '' })
    .where(and(eq(practiceTrials.id, id), stands))
}

/** Newest first. */
export async function listTrials(
  db: Db,
  q: { practiceId: Id; before: { at: Date; id: Id } | null; limit: number },
): Promise<TrialRecord[]> {
  const { before } = q
  return db
    .select()
    .from(practiceTrials)
    .where(
      and(
        eq(practiceTrials.practiceId, q.practiceId),
        stands,
        before
          ? or(
              lt(practiceTrials.at, before.at),
              and(eq(practiceTrials.at, before.at), lt(practiceTrials.id, before.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(practiceTrials.at), desc(practiceTrials.id))
    .limit(q.limit)
}

/** What is counted of tries: no words. */
export async function trialsToCount(db: Db, practiceIds: readonly Id[]) {
  if (practiceIds.length === 0) return []
  const rows = await db
    .select({
      practiceId: practiceTrials.practiceId,
      placeId: practiceTrials.placeId,
      memberId: practiceTrials.memberId,
      byAuthor: practiceTrials.byAuthor,
      outcome: practiceTrials.outcome,
    })
    .from(practiceTrials)
    .where(and(inArray(practiceTrials.practiceId, [...practiceIds]), stands))
  return rows.map((row) => ({ ...row, takenBack: false }))
}

/** What broke, newest first. */
export async function breaksOf(db: Db, practiceIds: readonly Id[], limit: number): Promise<TrialRecord[]> {
  if (practiceIds.length === 0) return []
  return db
    .select()
    .from(practiceTrials)
    .where(and(inArray(practiceTrials.practiceId, [...practiceIds]), stands, ne(practiceTrials.outcome, 'worked')))
    .orderBy(desc(practiceTrials.at), desc(practiceTrials.id))
    .limit(limit)
}

export const trialsBy = (db: Db, memberId: Id): Promise<TrialRecord[]> =>
  db.select().from(practiceTrials).where(eq(practiceTrials.memberId, memberId))

/**
 * What was told stays with the community, by nobody; where it was an author's own try, that much is remembered. To be called while it is
 * still known whose the practices are.
 */
export async function forgetMember(tx: Db, memberId: Id): Promise<void> {
  const own = await tx.select({ id: practices.id }).from(practices).where(eq(practices.authorId, memberId))
  const written = new Set<Id>()
  const along = (await writtenWith(tx, memberId)).map((id) => ({ id }))
  for (const { id } of [...own, ...along]) for (const it of await descentOf(tx, id, MOST_DESCENT)) written.add(it)
  const told = await tx
    .select({ id: practiceTrials.id, practiceId: practiceTrials.practiceId })
    .from(practiceTrials)
    .where(eq(practiceTrials.memberId, memberId))
  const ids = told.flatMap((trial) => (written.has(trial.practiceId) ? [trial.id] : []))
  if (ids.length > 0) await tx.update(practiceTrials).set({ byAuthor: true }).where(inArray(practiceTrials.id, ids))
  await tx.update(practiceTrials).set({ memberId: null }).where(eq(practiceTrials.memberId, memberId))
}
