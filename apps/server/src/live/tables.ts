import type { Naming, QuestionState, Trilingual } from '@academy/contract'
import { bool, id, index, int, json, primaryKey, ref, table, text, time, uniqueIndex } from '@academy/database/dialect'
import { members } from '../members/tables.ts'
import { places } from '../places/tables.ts'

/** A live Q&A (`LiveSession`): questions are taken from `opensAt` to `closesAt`, the hall meets at `startsAt`. */
export const liveSessions = table(
  'live_sessions',
  {
    id: id(),
    placeId: ref(() => places.id).notNull(),
    hostId: ref(() => members.id, { onDelete: 'set null' }),
    title: json<Trilingual>().notNull(),
    opensAt: time().notNull(),
    startsAt: time().notNull(),
    closesAt: time().notNull(),
    archivedAt: time(),
    naming: text().$type<Naming>().notNull(),
    review: bool().notNull(),
    /** Six digits, good until `codeUntil`; the desk renews them while they are shown. */
    code: text(),
    codeUntil: time(),
    /** Raising it makes every link given out so far useless. */
    linkVersion: int().notNull().default(1),
    createdAt: time().notNull(),
  },
  (t) => [
    index('live_sessions_by_place').on(t.placeId, t.startsAt),
    uniqueIndex('live_sessions_by_code').on(t.code),
    index('live_sessions_by_host').on(t.hostId),
  ],
)

/** Who came in by the code or the link: member or guest id. */
export const liveParticipants = table(
  'live_participants',
  {
    sessionId: ref(() => liveSessions.id, { onDelete: 'cascade' }).notNull(),
    actorId: text().notNull(),
    joinedAt: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.actorId] }), index('live_participants_by_actor').on(t.actorId)],
)

export const liveQuestions = table(
  'live_questions',
  {
    id: id(),
    sessionId: ref(() => liveSessions.id, { onDelete: 'cascade' }).notNull(),
    /** Member or guest id; null once that account is gone. Never shown where the question was asked without a name. */
    authorId: text(),
    authorKind: text().$type<'member' | 'guest'>().notNull(),
    guestName: text(),
    anonymous: bool().notNull(),
    body: text().notNull(),
    /** What was asked, where the desk changed the wording: for the asker only. */
    original: text(),
    state: text().$type<QuestionState>().notNull(),
    votes: int().notNull().default(0),
    reason: text(),
    mergedInto: text(),
    answerText: text(),
    answeredAt: time(),
    airedAt: time(),
    at: time().notNull(),
    composedAt: time(),
  },
  (t) => [
    index('live_questions_by_votes').on(t.sessionId, t.state, t.votes),
    index('live_questions_by_author').on(t.authorId, t.sessionId),
    index('live_questions_by_merge').on(t.mergedInto),
  ],
)

/** One ballot per voter and question. `ballot` is an HMAC whose key is not in the database: a dump links no vote to a person. */
export const liveSupports = table(
  'live_supports',
  {
    questionId: ref(() => liveQuestions.id, { onDelete: 'cascade' }).notNull(),
    ballot: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.ballot] }), index('live_supports_by_ballot').on(t.ballot)],
)

/** Digits given out lately, so that none comes back within a day. */
export const liveCodes = table('live_codes', { code: text().primaryKey(), at: time().notNull() })
