import * as v from 'valibot'
import type { Actor, PlacePath } from './actors.ts'
import { command, instant, line, maybeText, pageShape, trilingual } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import type { Trilingual } from './locale.ts'

/** How a question may be signed. */
export const Naming = v.picklist(['asker-chooses', 'named', 'anonymous'])
export type Naming = v.InferOutput<typeof Naming>

/** Before it opens, while questions are taken, after it closed (readable), and archived (votes sealed for good). */
export type LiveState = 'before' | 'open' | 'closed' | 'archived'

/**
 * `review` waits for the room moderator; `queued` is public; `answering` is on air; `answered`, `merged` and `declined` are ends
 * the asker is told of; `away` is put away by the desk and can be taken back.
 */
export const QuestionState = v.picklist(['review', 'queued', 'answering', 'answered', 'merged', 'declined', 'away'])
export type QuestionState = v.InferOutput<typeof QuestionState>
export const PUBLIC_STATES = ['queued', 'answering', 'answered'] as const satisfies QuestionState[]

const sessionEntries = {
  title: trilingual(LIMITS.title),
  opensAt: instant,
  startsAt: instant,
  closesAt: instant,
  naming: Naming,
  /** Questions wait for the desk before others see them. */
  review: v.boolean(),
}
const inOrder = (s: { opensAt: number; startsAt: number; closesAt: number }) =>
  s.opensAt <= s.startsAt && s.startsAt < s.closesAt

export const CreateSession = v.pipe(
  command({ ...sessionEntries, placeId: Id }),
  v.check((s) => inOrder(s)),
)
export type CreateSession = v.InferOutput<typeof CreateSession>
export const UpdateSession = v.pipe(
  command({ ...sessionEntries, sessionId: Id }),
  v.check((s) => inOrder(s)),
)
export type UpdateSession = v.InferOutput<typeof UpdateSession>

export const SessionRef = v.strictObject({ sessionId: Id })
export type SessionRef = v.InferOutput<typeof SessionRef>
export const ListSessions = v.strictObject({ ...pageShape })
export type ListSessions = v.InferOutput<typeof ListSessions>

/** By the six digits on the wall, or by the link's session and 128-bit key. */
export const JoinLive = v.union([
  v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{6}$/)) }),
  v.strictObject({ sessionId: Id, key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)) }),
])
export type JoinLive = v.InferOutput<typeof JoinLive>

export const ListQuestions = v.strictObject({
  sessionId: Id,
  list: v.picklist(['queue', 'answered']),
  ...pageShape,
})
export type ListQuestions = v.InferOutput<typeof ListQuestions>

export const AskQuestion = command({
  sessionId: Id,
  body: line(LIMITS.question),
  anonymous: v.boolean(),
  /** What a guest wants to be called; members are called by their name. */
  guestName: v.optional(maybeText(LIMITS.name)),
})
export type AskQuestion = v.InferOutput<typeof AskQuestion>

export const SupportQuestion = command({ sessionId: Id, questionId: Id, on: v.boolean() })
export type SupportQuestion = v.InferOutput<typeof SupportQuestion>

export const DeskDeed = command({ sessionId: Id, questionId: Id })
export type DeskDeed = v.InferOutput<typeof DeskDeed>
export const EditQuestion = command({ sessionId: Id, questionId: Id, body: line(LIMITS.question) })
export type EditQuestion = v.InferOutput<typeof EditQuestion>
export const AnswerQuestion = command({ sessionId: Id, questionId: Id, text: line(LIMITS.answer) })
export type AnswerQuestion = v.InferOutput<typeof AnswerQuestion>
export const MergeQuestion = command({ sessionId: Id, questionId: Id, intoId: Id })
export type MergeQuestion = v.InferOutput<typeof MergeQuestion>
export const DeclineQuestion = command({ sessionId: Id, questionId: Id, reason: line(LIMITS.reason) })
export type DeclineQuestion = v.InferOutput<typeof DeclineQuestion>
export const ShowCode = command({ sessionId: Id, on: v.boolean() })
export type ShowCode = v.InferOutput<typeof ShowCode>
export const ArchiveSession = command({ sessionId: Id })
export type ArchiveSession = v.InferOutput<typeof ArchiveSession>

export interface LiveSessionView {
  id: Id
  title: Trilingual
  place: Trilingual
  hostName: string | null
  opensAt: number
  startsAt: number
  closesAt: number
  archivedAt: number | null
  naming: Naming
  review: boolean
}

/** A question as everybody in the session sees it. */
export interface QuestionView {
  id: Id
  body: string
  /** Server time. */
  at: number
  composedAt: number | null
  state: QuestionState
  votes: number
  /** Null: asked without a name, or by somebody whose account is gone. */
  author: { name: string; role: 'member' | 'guest' } | null
  edited: boolean
  answer: { text: string; at: number } | null
  /** When it went on air. */
  airedAt: number | null
}

/** A question as the desk sees it. Who asked without a name stays unknown here too. */
export interface DeskQuestionView extends QuestionView {
  reason: string | null
  mergedInto: Id | null
  mergedCount: number
}

/** One's own question and what became of it. */
export interface MyQuestionView {
  id: Id
  sessionId: Id
  body: string
  /** What was asked, when the desk has changed the wording. */
  original: string | null
  at: number
  state: QuestionState
  reason: string | null
  mergedInto: { id: Id; body: string } | null
  answer: { text: string; at: number } | null
}

export interface LiveCounts {
  here: number
  queue: number
  answered: number
  /** Waiting for review; only the desk is told. */
  review?: number
}

/** Everything the participant's first screen needs, in one answer. `seq` is the stream's number when it was read. */
export interface LiveOpened {
  session: LiveSessionView
  seq: number
  counts: LiveCounts
  onAir: QuestionView | null
  queue: { items: QuestionView[]; next: string | null }
  mine: MyQuestionView[]
  /** Number of my own stream (`member:`) when `mine` was read. */
  mySeq: number
  /** Which of the session's questions I support. */
  supported: Id[]
  may: { ask: boolean; support: boolean; desk: boolean }
  now: number
}

export interface DeskOpened {
  session: LiveSessionView
  seq: number
  counts: LiveCounts
  review: DeskQuestionView[]
  queue: DeskQuestionView[]
  ended: DeskQuestionView[]
  onAir: DeskQuestionView | null
  code: { digits: string; until: number } | null
  link: string
  now: number
}

export interface WallOpened {
  session: LiveSessionView
  seq: number
  counts: LiveCounts
  onAir: QuestionView | null
  next: QuestionView[]
  code: { digits: string; until: number } | null
  link: string
  /** The link as a QR, SVG source. */
  qr: string
  now: number
}

/** What policy needs to know of a session. */
export interface LiveFacts {
  hostId: Id | null
  placePath: PlacePath
  state: LiveState
  naming: Naming
  participant: boolean
}

/** Value of the gauge `tallies`: question id → votes, of those that changed. */
export type Tallies = Record<Id, number>

export const liveStream = (sessionId: Id) => `live:${sessionId}`
export const deskStream = (sessionId: Id) => `live:${sessionId}:desk`
export const personalStream = (actor: Exclude<Actor, { kind: 'stranger' }>) => `member:${actor.id}`

/** A session's state follows from its times; only archiving is a deed. */
export const liveState = (
  s: { opensAt: number; closesAt: number; archivedAt: number | null },
  now: number,
): LiveState => (s.archivedAt !== null ? 'archived' : now < s.opensAt ? 'before' : now < s.closesAt ? 'open' : 'closed')
