import type {
  AuthorView,
  CommunityBrief,
  Id,
  MessageView,
  PlaceBrief,
  PlacePath,
  QuoteView,
  ReactionCounts,
  RoomFacts,
  RoomView,
  TopicView,
} from '@academy/contract'
import { pathOfScope } from '../communities/index.ts'
import type { MessageRow } from './messages-store.ts'
import { marksOf, plainOf } from './saying/markdown.ts'
import type { RoomRow } from './store.ts'
import type { RoomKey, TopicRow } from './topics-store.ts'

/** A quote shows so much of the message it answers. */
const EXCERPT = 140

const ms = (at: Date | null) => at?.getTime() ?? null

export const factsOf = (room: RoomKey, heldPaths: readonly PlacePath[], joined: boolean): RoomFacts => ({
  kind: room.kind,
  audience: room.audience,
  placePath: pathOfScope(room.scope),
  hostId: room.hostId,
  archived: room.archivedAt !== null,
  joined,
  heldPaths,
})

export const presentRoom = (row: RoomRow, place: PlaceBrief, community: CommunityBrief | null): RoomView => ({
  id: row.id,
  title: row.title,
  kind: row.kind,
  audience: row.audience,
  place,
  community,
  archivedAt: ms(row.archivedAt),
})

/** Authors by id, of those who still have an account. */
export type Authors = ReadonlyMap<Id, AuthorView>

const authorOf = (id: Id | null, authors: Authors) => (id ? (authors.get(id) ?? null) : null)

/** `answer` is the message that settled it, read now. */
export const presentTopic = (row: TopicRow, authors: Authors, answer: MessageRow | undefined): TopicView => ({
  id: row.id,
  roomId: row.roomId,
  title: row.title,
  author: authorOf(row.authorId, authors),
  at: row.at.getTime(),
  lastAt: row.lastAt.getTime(),
  lastN: row.lastN,
  messages: row.messages,
  closedAt: ms(row.closedAt),
  resolvedAt: ms(row.resolvedAt),
  answer: answer && !answer.deletedAt && answer.topicId === row.id ? quoteOf(answer, authors) : null,
  pinnedAt: ms(row.pinnedAt),
})

/** `quoted` is the message it answers, read now: what was edited or deleted since does not live on in quotes. */
export const presentMessage = (row: MessageRow, authors: Authors, quoted: MessageRow | undefined): MessageView => ({
  id: row.id,
  topicId: row.topicId,
  n: row.n,
  author: authorOf(row.authorId, authors),
  body: row.body,
  language: row.language,
  at: row.at.getTime(),
  composedAt: ms(row.composedAt),
  editedAt: ms(row.editedAt),
  deleted: row.deletedAt && row.deletedBy ? { by: row.deletedBy, reason: row.reason } : null,
  replyTo: quoted ? quoteOf(quoted, authors) : null,
})

/** Its marks, and what was said to it without words. */
export function withMarks(view: MessageView, reactions: ReactionCounts | undefined): MessageView {
  const text = marksOf(view.body)
  return { ...view, ...(text && { text }), ...(reactions && { reactions }) }
}

const quoteOf = (row: MessageRow, authors: Authors): QuoteView => ({
  id: row.id,
  n: row.n,
  name: authorOf(row.authorId, authors)?.name ?? null,
  excerpt: row.deletedAt ? null : excerptOf(wordsOf(row.body)),
})

/** Without marks. */
const wordsOf = (body: string) => plainOf(marksOf(body) ?? [body])

/** Cut between characters, at a space where there is one near. */
export function excerptOf(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim()
  if (line.length <= EXCERPT) return line
  const cut = line
    .slice(0, EXCERPT)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > EXCERPT / 2 ? cut.slice(0, space) : cut}…`
}
