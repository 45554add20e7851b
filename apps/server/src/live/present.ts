import {
  type DeskQuestionView,
  type Id,
  type LiveFacts,
  type LiveSessionView,
  liveState,
  type MyQuestionView,
  type PlacePath,
  PUBLIC_STATES,
  type QuestionView,
  type Trilingual,
} from '@academy/contract'
import type { QuestionRow, SessionRow } from './store.ts'

const ms = (at: Date | null) => at?.getTime() ?? null

export const factsOf = (row: SessionRow, placePath: PlacePath, participant: boolean, now: Date): LiveFacts => ({
  hostId: row.hostId,
  placePath,
  state: stateOf(row, now),
  naming: row.naming,
  participant,
})

export const stateOf = (row: SessionRow, now: Date) =>
  liveState(
    { opensAt: row.opensAt.getTime(), closesAt: row.closesAt.getTime(), archivedAt: ms(row.archivedAt) },
    now.getTime(),
  )

export const presentSession = (row: SessionRow, place: Trilingual, hostName: string | null): LiveSessionView => ({
  id: row.id,
  title: row.title,
  place,
  hostName,
  opensAt: row.opensAt.getTime(),
  startsAt: row.startsAt.getTime(),
  closesAt: row.closesAt.getTime(),
  archivedAt: ms(row.archivedAt),
  naming: row.naming,
  review: row.review,
})

const isPublic = (row: QuestionRow) => (PUBLIC_STATES as readonly string[]).includes(row.state)

const answerOf = (row: QuestionRow) =>
  row.answerText !== null && row.answeredAt ? { text: row.answerText, at: row.answeredAt.getTime() } : null

/** `names` are of members who still have an account; whoever is missing is shown as nobody. */
function questionView(row: QuestionRow, names: ReadonlyMap<Id, string>): QuestionView {
  const name = row.authorKind === 'guest' ? row.guestName : row.authorId ? names.get(row.authorId) : undefined
  return {
    id: row.id,
    body: row.body,
    at: row.at.getTime(),
    composedAt: ms(row.composedAt),
    state: row.state,
    votes: row.votes,
    author: row.anonymous || !name ? null : { name, role: row.authorKind },
    edited: row.original !== null,
    answer: answerOf(row),
    airedAt: ms(row.airedAt),
  }
}

/** For everybody in the session; null when it is not (or no longer) public. */
export const presentQuestion = (row: QuestionRow, names: ReadonlyMap<Id, string>): QuestionView | null =>
  isPublic(row) ? questionView(row, names) : null

export const presentForDesk = (
  row: QuestionRow,
  names: ReadonlyMap<Id, string>,
  mergedCount: number,
): DeskQuestionView => ({ ...questionView(row, names), reason: row.reason, mergedInto: row.mergedInto, mergedCount })

/** For the one who asked. `into` is the question theirs was merged into: its answer is theirs too. */
export const presentMine = (row: QuestionRow, into: QuestionRow | undefined): MyQuestionView => ({
  id: row.id,
  sessionId: row.sessionId,
  body: row.body,
  original: row.original,
  at: row.at.getTime(),
  state:
    row.state === 'merged' && into && (into.state === 'answering' || into.state === 'answered')
      ? into.state
      : row.state,
  reason: row.reason,
  mergedInto: into ? { id: into.id, body: into.body } : null,
  answer: answerOf(into ?? row),
})
