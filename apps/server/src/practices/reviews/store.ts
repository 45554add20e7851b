import type { Id, Scores } from '@academy/contract'
import type { Db } from '@academy/database'
import { and, asc, count, countDistinct, desc, eq, inArray, isNotNull, isNull, lt, max, ne, or, sql } from 'drizzle-orm'
import { practices } from '../tables.ts'
import { reviewExercises, reviewRounds, reviews } from './tables.ts'

export type RoundRecord = typeof reviewRounds.$inferSelect
export type ReviewRecord = typeof reviews.$inferSelect

/** Taken, and not given back. */
const stands = isNull(reviews.givenBackAt)

export const addRound = async (tx: Db, round: RoundRecord): Promise<void> => {
  await tx.insert(reviewRounds).values(round)
}

export async function findRound(db: Db, id: Id): Promise<RoundRecord | undefined> {
  const [row] = await db.select().from(reviewRounds).where(eq(reviewRounds.id, id))
  return row
}

export async function openRoundOf(db: Db, practiceId: Id): Promise<RoundRecord | undefined> {
  const [row] = await db
    .select()
    .from(reviewRounds)
    .where(and(eq(reviewRounds.practiceId, practiceId), isNull(reviewRounds.closedAt)))
  return row
}

export async function closeRound(tx: Db, id: Id, at: Date): Promise<boolean> {
  const closed = await tx
    .update(reviewRounds)
    .set({ closedAt: at })
    .where(and(eq(reviewRounds.id, id), isNull(reviewRounds.closedAt)))
    .returning({ id: reviewRounds.id })
  return closed.length > 0
}

/** Who has taken a place in these rounds. */
export async function takenIn(db: Db, roundIds: readonly Id[]): Promise<{ roundId: Id; reviewerId: Id | null }[]> {
  if (roundIds.length === 0) return []
  return db
    .select({ roundId: reviews.roundId, reviewerId: reviews.reviewerId })
    .from(reviews)
    .where(and(inArray(reviews.roundId, [...roundIds]), stands))
}

export async function addReview(tx: Db, review: ReviewRecord): Promise<void> {
  await tx.insert(reviews).values(review)
}

/** Theirs in that round, given back or not. */
export async function reviewIn(db: Db, roundId: Id, reviewerId: Id): Promise<ReviewRecord | undefined> {
  const [row] = await db
    .select()
    .from(reviews)
    .where(and(eq(reviews.roundId, roundId), eq(reviews.reviewerId, reviewerId)))
  return row
}

export async function findReview(
  db: Db,
  id: Id,
): Promise<(ReviewRecord & { practiceId: Id; version: number }) | undefined> {
  const [row] = await db
    .select({ review: reviews, practiceId: reviewRounds.practiceId, version: reviewRounds.version })
    .from(reviews)
    .innerJoin(reviewRounds, eq(reviewRounds.id, reviews.roundId))
    .where(eq(reviews.id, id))
  return row && { ...row.review, practiceId: row.practiceId, version: row.version }
}

/** False when it was sent or given back already. */
export async function sendReview(
  tx: Db,
  id: Id,
  sent: Pick<ReviewRecord, 'scores' | 'strong' | 'question' | 'next'> & { sentAt: Date },
): Promise<boolean> {
  const done = await tx
    .update(reviews)
    .set(sent)
    .where(and(eq(reviews.id, id), isNull(reviews.sentAt), stands))
    .returning({ id: reviews.id })
  return done.length > 0
}

export async function giveBack(tx: Db, id: Id, at: Date): Promise<boolean> {
  const done = await tx
    .update(reviews)
    .set({ givenBackAt: at })
    .where(and(eq(reviews.id, id), isNull(reviews.sentAt), stands))
    .returning({ id: reviews.id })
  return done.length > 0
}

export async function release(tx: Db, id: Id, at: Date): Promise<void> {
  await tx
    .update(reviews)
    .set({ releasedAt: at })
    .where(and(eq(reviews.id, id), isNull(reviews.releasedAt)))
}

/** How many one has taken and neither sent nor given back. */
export async function countWaiting(db: Db, reviewerId: Id): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(reviews)
    .where(and(eq(reviews.reviewerId, reviewerId), isNull(reviews.sentAt), stands))
  return row?.n ?? 0
}

/** Sent reviews of a practice, newest first. */
export async function sentOf(db: Db, practiceId: Id, limit: number): Promise<(ReviewRecord & { version: number })[]> {
  const rows = await db
    .select({ review: reviews, version: reviewRounds.version })
    .from(reviews)
    .innerJoin(reviewRounds, eq(reviewRounds.id, reviews.roundId))
    .where(and(eq(reviewRounds.practiceId, practiceId), isNotNull(reviews.sentAt)))
    .orderBy(desc(reviews.sentAt), desc(reviews.id))
    .limit(limit)
  return rows.map(({ review, version }) => ({ ...review, version }))
}

/** Schools whose peers sent a review, and the newest version they looked at, for each of these that has any. */
export async function marksOf(
  db: Db,
  practiceIds: readonly Id[],
): Promise<Map<Id, { schools: number; version: number }>> {
  if (practiceIds.length === 0) return new Map()
  const rows = await db
    .select({
      id: reviewRounds.practiceId,
      schools: countDistinct(reviews.placeId),
      version: max(reviewRounds.version),
    })
    .from(reviews)
    .innerJoin(reviewRounds, eq(reviewRounds.id, reviews.roundId))
    .where(and(inArray(reviewRounds.practiceId, [...practiceIds]), isNotNull(reviews.sentAt)))
    .groupBy(reviewRounds.practiceId)
  return new Map(rows.map(({ id, schools, version }) => [id, { schools, version: version ?? 1 }]))
}

/** Open rounds of practices that are still there and not of this person's own, oldest first. */
export async function openRounds(db: Db, memberId: Id, limit: number): Promise<RoundRecord[]> {
  const rows = await db
    .select({ round: reviewRounds })
    .from(reviewRounds)
    .innerJoin(practices, eq(practices.id, reviewRounds.practiceId))
    .where(
      and(
        isNull(reviewRounds.closedAt),
        isNull(practices.withdrawnAt),
        or(isNull(practices.authorId), ne(practices.authorId, memberId)),
        sql`(select count(*) from ${reviews} where ${and(eq(reviews.roundId, reviewRounds.id), stands)}) < ${reviewRounds.wanted}`,
      ),
    )
    .orderBy(asc(reviewRounds.at), asc(reviewRounds.id))
    .limit(limit)
  return rows.map(({ round }) => round)
}

/** One's own that stand, newest first. */
export async function reviewsBy(
  db: Db,
  q: { reviewerId: Id; before: { at: Date; id: Id } | null; limit: number },
): Promise<(ReviewRecord & { practiceId: Id; version: number })[]> {
  const { before } = q
  const rows = await db
    .select({ review: reviews, practiceId: reviewRounds.practiceId, version: reviewRounds.version })
    .from(reviews)
    .innerJoin(reviewRounds, eq(reviewRounds.id, reviews.roundId))
    .where(
      and(
        eq(reviews.reviewerId, q.reviewerId),
        stands,
        before
          ? or(lt(reviews.takenAt, before.at), and(eq(reviews.takenAt, before.at), lt(reviews.id, before.id)))
          : undefined,
      ),
    )
    .orderBy(desc(reviews.takenAt), desc(reviews.id))
    .limit(q.limit)
  return rows.map(({ review, ...more }) => ({ ...review, ...more }))
}

// The example

export async function findExercise(db: Db, memberId: Id, exercise: string) {
  const [row] = await db
    .select()
    .from(reviewExercises)
    .where(and(eq(reviewExercises.memberId, memberId), eq(reviewExercises.exercise, exercise)))
  return row
}

export async function keepExercise(
  tx: Db,
  row: { memberId: Id; exercise: string; scores: Scores; passed: boolean; at: Date },
): Promise<void> {
  await tx
    .insert(reviewExercises)
    .values(row)
    .onConflictDoUpdate({
      target: [reviewExercises.memberId, reviewExercises.exercise],
      set: { scores: row.scores, passed: row.passed, at: row.at },
    })
}

// One person's

export const allBy = async (db: Db, memberId: Id) => ({
  asked: await db.select().from(reviewRounds).where(eq(reviewRounds.askedBy, memberId)),
  written: await db.select().from(reviews).where(eq(reviews.reviewerId, memberId)),
  exercises: await db.select().from(reviewExercises).where(eq(reviewExercises.memberId, memberId)),
})

/** What was sent stays, by nobody; what was only taken goes. */
export async function forgetMember(tx: Db, memberId: Id): Promise<void> {
  await tx.update(reviewRounds).set({ askedBy: null }).where(eq(reviewRounds.askedBy, memberId))
  await tx.delete(reviews).where(and(eq(reviews.reviewerId, memberId), isNull(reviews.sentAt)))
  await tx.update(reviews).set({ reviewerId: null }).where(eq(reviews.reviewerId, memberId))
  await tx.delete(reviewExercises).where(eq(reviewExercises.memberId, memberId))
}
