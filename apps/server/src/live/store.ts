import type { Id, QuestionState } from '@academy/contract'
import { type Db, type Params, prepared } from '@academy/database'
import { and, asc, count, desc, eq, gt, inArray, lt, ne, or, sql } from 'drizzle-orm'
import { liveCodes, liveParticipants, liveQuestions, liveSessions, liveSupports } from './tables.ts'

export type SessionRow = typeof liveSessions.$inferSelect
export type QuestionRow = typeof liveQuestions.$inferSelect

// Sessions

export async function addSession(tx: Db, row: typeof liveSessions.$inferInsert): Promise<void> {
  await tx.insert(liveSessions).values(row)
}

const selectSession = prepared((db, p: Params<{ id: Id }>) =>
  db.select().from(liveSessions).where(eq(liveSessions.id, p.id)),
)

export async function findSession(db: Db, id: Id): Promise<SessionRow | undefined> {
  const [row] = await selectSession(db, { id })
  return row
}

export async function findSessionByCode(db: Db, code: string, now: Date): Promise<SessionRow | undefined> {
  const [row] = await db
    .select()
    .from(liveSessions)
    .where(and(eq(liveSessions.code, code), gt(liveSessions.codeUntil, now)))
  return row
}

export async function changeSession(tx: Db, id: Id, change: Partial<SessionRow>): Promise<void> {
  await tx.update(liveSessions).set(change).where(eq(liveSessions.id, id))
}

/** Sessions of these places or joined by this actor, newest start first; `before` is the last page's (startsAt, id). */
export async function listSessions(
  db: Db,
  q: { placeIds: readonly Id[]; actorId: Id; before: { at: Date; id: Id } | null; limit: number },
): Promise<SessionRow[]> {
  const joined = db
    .select({ id: liveParticipants.sessionId })
    .from(liveParticipants)
    .where(eq(liveParticipants.actorId, q.actorId))
  const mine = or(
    q.placeIds.length > 0 ? inArray(liveSessions.placeId, [...q.placeIds]) : undefined,
    inArray(liveSessions.id, joined),
    eq(liveSessions.hostId, q.actorId),
  )
  const older = q.before
    ? or(
        lt(liveSessions.startsAt, q.before.at),
        and(eq(liveSessions.startsAt, q.before.at), lt(liveSessions.id, q.before.id)),
      )
    : undefined
  return db
    .select()
    .from(liveSessions)
    .where(and(mine, older))
    .orderBy(desc(liveSessions.startsAt), desc(liveSessions.id))
    .limit(q.limit)
}

// Participants and codes

export async function addParticipant(tx: Db, sessionId: Id, actorId: Id, joinedAt: Date): Promise<void> {
  await tx.insert(liveParticipants).values({ sessionId, actorId, joinedAt }).onConflictDoNothing()
}

const selectParticipant = prepared((db, p: Params<{ sessionId: Id; actorId: Id }>) =>
  db
    .select({ id: liveParticipants.actorId })
    .from(liveParticipants)
    .where(and(eq(liveParticipants.sessionId, p.sessionId), eq(liveParticipants.actorId, p.actorId))),
)

export async function isParticipant(db: Db, sessionId: Id, actorId: Id): Promise<boolean> {
  return (await selectParticipant(db, { sessionId, actorId })).length > 0
}

/** Takes digits nobody had within a day; false when they were taken. */
export async function takeCode(tx: Db, code: string, at: Date, forget: Date): Promise<boolean> {
  await tx.delete(liveCodes).where(lt(liveCodes.at, forget))
  const taken = await tx
    .insert(liveCodes)
    .values({ code, at })
    .onConflictDoNothing()
    .returning({ code: liveCodes.code })
  return taken.length > 0
}

/** Guests whose every session was archived before the given time. */
export async function guestsOfLongArchived(db: Db, archivedBefore: Date): Promise<Id[]> {
  const rows = await db
    .select({ id: liveParticipants.actorId })
    .from(liveParticipants)
    .innerJoin(liveSessions, eq(liveSessions.id, liveParticipants.sessionId))
    .groupBy(liveParticipants.actorId)
    .having(
      sql`count(${liveSessions.archivedAt}) = count(*) and max(${liveSessions.archivedAt}) < ${sql.param(archivedBefore, liveSessions.archivedAt)}`,
    )
    .limit(1000)
  return rows.map((r) => r.id)
}

// Questions

type AskedRow = Pick<
  QuestionRow,
  'id' | 'sessionId' | 'authorId' | 'authorKind' | 'guestName' | 'anonymous' | 'body' | 'state' | 'at' | 'composedAt'
>

const insertQuestion = prepared((db, p: Params<AskedRow>) =>
  db.insert(liveQuestions).values({
    id: p.id,
    sessionId: p.sessionId,
    authorId: p.authorId,
    authorKind: p.authorKind,
    guestName: p.guestName,
    anonymous: p.anonymous,
    body: p.body,
    state: p.state,
    at: p.at,
    composedAt: p.composedAt,
  }),
)

export const addQuestion = async (tx: Db, asked: AskedRow): Promise<void> => {
  await insertQuestion(tx, asked)
}

export async function findQuestion(db: Db, sessionId: Id, id: Id): Promise<QuestionRow | undefined> {
  const [row] = await db
    .select()
    .from(liveQuestions)
    .where(and(eq(liveQuestions.id, id), eq(liveQuestions.sessionId, sessionId)))
  return row
}

export async function findQuestions(db: Db, ids: readonly Id[]): Promise<Map<Id, QuestionRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(liveQuestions)
    .where(inArray(liveQuestions.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}

export async function changeQuestion(tx: Db, id: Id, change: Partial<QuestionRow>): Promise<void> {
  await tx.update(liveQuestions).set(change).where(eq(liveQuestions.id, id))
}

export async function countWaitingOf(db: Db, sessionId: Id, authorId: Id): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(liveQuestions)
    .where(
      and(
        eq(liveQuestions.authorId, authorId),
        eq(liveQuestions.sessionId, sessionId),
        inArray(liveQuestions.state, ['review', 'queued']),
      ),
    )
  return row?.n ?? 0
}

/** The queue by support, then by age. `after` is the last one of the page before. */
export async function listByVotes(
  db: Db,
  q: {
    sessionId: Id
    states: readonly QuestionState[]
    after: { votes: number; at: Date; id: Id } | null
    limit: number
  },
): Promise<QuestionRow[]> {
  const { after } = q
  const below = after
    ? or(
        lt(liveQuestions.votes, after.votes),
        and(eq(liveQuestions.votes, after.votes), gt(liveQuestions.at, after.at)),
        and(eq(liveQuestions.votes, after.votes), eq(liveQuestions.at, after.at), gt(liveQuestions.id, after.id)),
      )
    : undefined
  return db
    .select()
    .from(liveQuestions)
    .where(and(eq(liveQuestions.sessionId, q.sessionId), inArray(liveQuestions.state, [...q.states]), below))
    .orderBy(desc(liveQuestions.votes), asc(liveQuestions.at), asc(liveQuestions.id))
    .limit(q.limit)
}

/** Questions in these states, newest change first. */
export async function listByTime(
  db: Db,
  q: {
    sessionId: Id
    states: readonly QuestionState[]
    before: { at: Date; id: Id } | null
    limit: number
    oldestFirst?: boolean
  },
): Promise<QuestionRow[]> {
  const at = liveQuestions.at
  const earlier = q.before
    ? or(lt(at, q.before.at), and(eq(at, q.before.at), lt(liveQuestions.id, q.before.id)))
    : undefined
  return db
    .select()
    .from(liveQuestions)
    .where(and(eq(liveQuestions.sessionId, q.sessionId), inArray(liveQuestions.state, [...q.states]), earlier))
    .orderBy(...(q.oldestFirst ? [asc(at), asc(liveQuestions.id)] : [desc(at), desc(liveQuestions.id)]))
    .limit(q.limit)
}

export async function onAir(db: Db, sessionId: Id): Promise<QuestionRow[]> {
  return db
    .select()
    .from(liveQuestions)
    .where(and(eq(liveQuestions.sessionId, sessionId), eq(liveQuestions.state, 'answering')))
}

export async function questionsOf(db: Db, authorId: Id, sessionId: Id): Promise<QuestionRow[]> {
  return db
    .select()
    .from(liveQuestions)
    .where(and(eq(liveQuestions.authorId, authorId), eq(liveQuestions.sessionId, sessionId)))
    .orderBy(desc(liveQuestions.at))
    .limit(50)
}

export async function allQuestionsOf(db: Db, authorId: Id): Promise<QuestionRow[]> {
  return db.select().from(liveQuestions).where(eq(liveQuestions.authorId, authorId)).orderBy(asc(liveQuestions.at))
}

export async function countByState(db: Db, sessionId: Id): Promise<Map<QuestionState, number>> {
  const rows = await db
    .select({ state: liveQuestions.state, n: count() })
    .from(liveQuestions)
    .where(eq(liveQuestions.sessionId, sessionId))
    .groupBy(liveQuestions.state)
  return new Map(rows.map((r) => [r.state, r.n]))
}

export async function countMergedInto(db: Db, ids: readonly Id[]): Promise<Map<Id, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ into: liveQuestions.mergedInto, n: count() })
    .from(liveQuestions)
    .where(and(inArray(liveQuestions.mergedInto, [...ids]), ne(liveQuestions.state, 'away')))
    .groupBy(liveQuestions.mergedInto)
  return new Map(rows.flatMap((r) => (r.into ? [[r.into, r.n] as const] : [])))
}

/** Questions merged into this one: their askers are told what becomes of it. */
export async function mergedInto(db: Db, id: Id): Promise<QuestionRow[]> {
  return db.select().from(liveQuestions).where(eq(liveQuestions.mergedInto, id))
}

// Ballots

const insertBallot = prepared((db, p: Params<{ questionId: Id; ballot: string }>) =>
  db
    .insert(liveSupports)
    .values({ questionId: p.questionId, ballot: p.ballot })
    .onConflictDoNothing()
    .returning({ ballot: liveSupports.ballot }),
)

/** Puts or takes back one ballot; counted in SQL, since two people press in the same second in a full hall. */
export async function setSupport(tx: Db, questionId: Id, ballot: string, on: boolean): Promise<boolean> {
  const changed = on
    ? await insertBallot(tx, { questionId, ballot })
    : await tx
        .delete(liveSupports)
        .where(and(eq(liveSupports.questionId, questionId), eq(liveSupports.ballot, ballot)))
        .returning({ ballot: liveSupports.ballot })
  if (changed.length === 0) return false
  await tx
    .update(liveQuestions)
    .set({ votes: sql`${liveQuestions.votes} + ${on ? 1 : -1}` })
    .where(eq(liveQuestions.id, questionId))
  return true
}

/** Unites the ballots of two questions; who supported both counts once. */
export async function uniteSupport(tx: Db, fromId: Id, intoId: Id): Promise<void> {
  const ballots = await tx
    .select({ ballot: liveSupports.ballot })
    .from(liveSupports)
    .where(eq(liveSupports.questionId, fromId))
  for (let n = 0; n < ballots.length; n += 500)
    await tx
      .insert(liveSupports)
      .values(ballots.slice(n, n + 500).map(({ ballot }) => ({ questionId: intoId, ballot })))
      .onConflictDoNothing()
  const [all] = await tx.select({ n: count() }).from(liveSupports).where(eq(liveSupports.questionId, intoId))
  await tx
    .update(liveQuestions)
    .set({ votes: all?.n ?? 0 })
    .where(eq(liveQuestions.id, intoId))
}

export async function supportedBy(db: Db, ballot: string): Promise<Id[]> {
  const rows = await db
    .select({ id: liveSupports.questionId })
    .from(liveSupports)
    .where(eq(liveSupports.ballot, ballot))
    .limit(1000)
  return rows.map((r) => r.id)
}

export async function votesOf(db: Db, sessionId: Id, ids: readonly Id[] | null): Promise<{ id: Id; votes: number }[]> {
  return db
    .select({ id: liveQuestions.id, votes: liveQuestions.votes })
    .from(liveQuestions)
    .where(
      ids
        ? inArray(liveQuestions.id, [...ids])
        : and(eq(liveQuestions.sessionId, sessionId), inArray(liveQuestions.state, ['queued', 'answering', 'review'])),
    )
    .orderBy(desc(liveQuestions.votes))
    .limit(500)
}

// Erasing

/** Takes every trace of a person out of the room; what they asked stays, by nobody. */
export async function forgetActor(tx: Db, actorId: Id): Promise<void> {
  await tx
    .update(liveQuestions)
    .set({ authorId: null, guestName: null, original: null })
    .where(eq(liveQuestions.authorId, actorId))
  await tx.delete(liveParticipants).where(eq(liveParticipants.actorId, actorId))
}
