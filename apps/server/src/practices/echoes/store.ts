import type { EchoKind, Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { aliasedTable, and, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { reviewRounds, reviews } from '../reviews/tables.ts'
import { practiceAuthors, practices } from '../tables.ts'
import { practiceTrials } from '../trials/tables.ts'
import { echoesSeen } from './tables.ts'

export interface Echo {
  kind: EchoKind
  id: Id
  practiceId: Id
  adaptationId: Id | null
  byId: Id | null
  placeId: Id | null
  at: Date
}

export interface EchoQuery {
  memberId: Id
  /** Only what came after. */
  after: Date | null
  before: { at: Date; id: Id } | null
  limit: number
}

type Column = Parameters<typeof desc>[0] & Parameters<typeof lt>[0]

/** Newest first, between what was seen and where the list goes on. */
const within = (q: EchoQuery, at: Column, id: Column) =>
  and(
    q.after ? gt(at, q.after) : undefined,
    q.before ? or(lt(at, q.before.at), and(eq(at, q.before.at), lt(id, q.before.id))) : undefined,
  )

const others = (q: EchoQuery, who: Column) => or(isNull(who), ne(who, q.memberId))

/** What somebody wrote or writes along. */
const written = (db: Db, memberId: Id) =>
  or(
    eq(practices.authorId, memberId),
    inArray(
      practices.id,
      db.select({ id: practiceAuthors.practiceId }).from(practiceAuthors).where(eq(practiceAuthors.memberId, memberId)),
    ),
  )

/** Tries of one's practices by others. */
async function tried(db: Db, q: EchoQuery): Promise<Echo[]> {
  const { id, at, memberId, placeId } = practiceTrials
  const rows = await db
    .select({ id, at, byId: memberId, placeId, practiceId: practices.id })
    .from(practiceTrials)
    .innerJoin(practices, eq(practices.id, practiceTrials.practiceId))
    .where(
      and(
        written(db, q.memberId),
        isNull(practices.withdrawnAt),
        isNull(practiceTrials.takenBackAt),
        others(q, memberId),
        within(q, at, id),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(q.limit)
  return rows.map((row) => ({ ...row, kind: 'tried', adaptationId: null }))
}

/** What others made of one's practices. */
async function adapted(db: Db, q: EchoQuery): Promise<Echo[]> {
  const made = aliasedTable(practices, 'made')
  const rows = await db
    .select({ id: made.id, at: made.publishedAt, byId: made.authorId, placeId: made.placeId, practiceId: practices.id })
    .from(made)
    .innerJoin(practices, eq(practices.id, made.originId))
    .where(
      and(
        written(db, q.memberId),
        isNull(practices.withdrawnAt),
        isNull(made.withdrawnAt),
        others(q, made.authorId),
        within(q, made.publishedAt, made.id),
      ),
    )
    .orderBy(desc(made.publishedAt), desc(made.id))
    .limit(q.limit)
  return rows.map((row) => ({ ...row, kind: 'adapted', adaptationId: row.id }))
}

/** Reviews of one's practices, as they were sent; or one's own, as their authors opened them. */
async function reviewed(db: Db, q: EchoQuery, kind: 'reviewed' | 'released'): Promise<Echo[]> {
  const at = kind === 'reviewed' ? reviews.sentAt : reviews.releasedAt
  const rows = await db
    .select({ id: reviews.id, at, byId: reviews.reviewerId, placeId: reviews.placeId, practiceId: practices.id })
    .from(reviews)
    .innerJoin(reviewRounds, eq(reviewRounds.id, reviews.roundId))
    .innerJoin(practices, eq(practices.id, reviewRounds.practiceId))
    .where(
      and(
        kind === 'reviewed' ? written(db, q.memberId) : eq(reviews.reviewerId, q.memberId),
        isNull(practices.withdrawnAt),
        isNotNull(at),
        within(q, at, reviews.id),
      ),
    )
    .orderBy(desc(at), desc(reviews.id))
    .limit(q.limit)
  return rows.flatMap((row) => (row.at ? [{ ...row, at: row.at, kind, adaptationId: null }] : []))
}

/** One's practices that somebody else took out of the lists. */
async function withdrawn(db: Db, q: EchoQuery): Promise<Echo[]> {
  const { id, withdrawnAt: at } = practices
  const rows = await db
    .select({ id, at, byId: practices.withdrawnBy, placeId: practices.placeId })
    .from(practices)
    .where(and(written(db, q.memberId), isNotNull(at), others(q, practices.withdrawnBy), within(q, at, id)))
    .orderBy(desc(at), desc(id))
    .limit(q.limit)
  return rows.flatMap((row) =>
    row.at ? [{ ...row, at: row.at, kind: 'withdrawn' as const, practiceId: row.id, adaptationId: null }] : [],
  )
}

const newestFirst = (a: Echo, b: Echo) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

/** All of it in one list by time alone. */
export async function listEchoes(db: Db, q: EchoQuery): Promise<Echo[]> {
  const all = await Promise.all([
    tried(db, q),
    adapted(db, q),
    reviewed(db, q, 'reviewed'),
    reviewed(db, q, 'released'),
    withdrawn(db, q),
  ])
  return all.flat().sort(newestFirst).slice(0, q.limit)
}

export async function seenUpTo(db: Db, memberId: Id): Promise<Date | null> {
  const [row] = await db.select({ at: echoesSeen.at }).from(echoesSeen).where(eq(echoesSeen.memberId, memberId))
  return row?.at ?? null
}

/** What was seen once stays seen. */
export async function see(tx: Db, memberId: Id, at: Date): Promise<void> {
  const before = await seenUpTo(tx, memberId)
  if (before && before >= at) return
  await tx.insert(echoesSeen).values({ memberId, at }).onConflictDoUpdate({ target: echoesSeen.memberId, set: { at } })
}

export const forgetMember = async (tx: Db, memberId: Id): Promise<void> => {
  await tx.delete(echoesSeen).where(eq(echoesSeen.memberId, memberId))
}
