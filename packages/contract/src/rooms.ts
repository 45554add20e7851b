import * as v from 'valibot'
import type { PlacePath, Role } from './actors.ts'
import { command, line, maybeText, type Page, pageShape, trilingual } from './commands.ts'
import type { CommunityBrief } from './communities.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale, type Trilingual } from './locale.ts'
import type { PlaceBrief } from './places.ts'
import type { OwnReactions, ReactionCounts, RichText } from './saying.ts'

export const RoomKind = v.picklist(['community', 'school', 'theme'])
export type RoomKind = v.InferOutput<typeof RoomKind>

/** Who may come in: who stands at the place, every member of the academy, or who joined the community. */
export const RoomAudience = v.picklist(['place', 'members', 'community'])
export type RoomAudience = v.InferOutput<typeof RoomAudience>

export const CreateRoom = v.pipe(
  command({
    title: trilingual(LIMITS.title),
    kind: RoomKind,
    audience: RoomAudience,
    placeId: Id,
    communityId: v.nullable(Id),
  }),
  v.check(
    (room) =>
      (room.kind === 'community') === (room.communityId !== null) &&
      (room.audience !== 'community' || room.kind === 'community') &&
      (room.kind !== 'school' || room.audience === 'place'),
  ),
)
export type CreateRoom = v.InferOutput<typeof CreateRoom>

/** Archived rooms are read and no longer written in; they can be opened again. */
export const ArchiveRoom = command({ roomId: Id, on: v.boolean() })
export type ArchiveRoom = v.InferOutput<typeof ArchiveRoom>

export const RoomRef = v.strictObject({ roomId: Id })
export const ListRooms = v.strictObject({
  kind: v.optional(RoomKind),
  archived: v.optional(v.boolean(), false),
  ...pageShape,
})
export type ListRooms = v.InferOutput<typeof ListRooms>
/** `unread`: only those with something new for the one who asks. */
export const ListTopics = v.strictObject({ roomId: Id, unread: v.optional(v.boolean(), false), ...pageShape })
export type ListTopics = v.InferOutput<typeof ListTopics>

const messageEntries = {
  body: line(LIMITS.message),
  /** What it is written in, where the writer's phone can tell: for `lang` and for readers aloud. */
  language: v.optional(v.nullable(Locale), null),
}

/** A topic begins with its first message, which has an id of its own. */
export const StartTopic = command({ roomId: Id, title: line(LIMITS.topicTitle), messageId: Id, ...messageEntries })
export type StartTopic = v.InferOutput<typeof StartTopic>
export const RenameTopic = command({ topicId: Id, title: line(LIMITS.topicTitle) })
export type RenameTopic = v.InferOutput<typeof RenameTopic>
export const CloseTopic = command({ topicId: Id, on: v.boolean() })
export type CloseTopic = v.InferOutput<typeof CloseTopic>

/** What was asked is settled, by this message where one did; or it is open again. */
export const ResolveTopic = command({ topicId: Id, on: v.boolean(), answerId: v.optional(v.nullable(Id), null) })
export type ResolveTopic = v.InferOutput<typeof ResolveTopic>
/** A pinned topic stands above the others of its room; at most `LIMITS.pins` do. */
export const PinTopic = command({ topicId: Id, on: v.boolean() })
export type PinTopic = v.InferOutput<typeof PinTopic>

/** `all`: told of everything. `mentions`: told of what concerns oneself; the rest is only counted as new. `none`: nothing is counted or told. */
export const FollowLevel = v.picklist(['all', 'mentions', 'none'])
export type FollowLevel = v.InferOutput<typeof FollowLevel>
/** Null: as it is without a choice of one's own; for a topic that is as its room. */
export const FollowRoom = command({ roomId: Id, level: v.nullable(FollowLevel) })
export type FollowRoom = v.InferOutput<typeof FollowRoom>
export const FollowTopic = command({ topicId: Id, level: v.nullable(FollowLevel) })
export type FollowTopic = v.InferOutput<typeof FollowTopic>

/** Topics with something new in all one's rooms. */
export const CatchUp = v.strictObject(pageShape)
export type CatchUp = v.InferOutput<typeof CatchUp>

export const PostMessage = command({
  topicId: Id,
  replyTo: v.optional(v.nullable(Id), null),
  ...messageEntries,
})
export type PostMessage = v.InferOutput<typeof PostMessage>
export const EditMessage = command({ messageId: Id, ...messageEntries })
export type EditMessage = v.InferOutput<typeof EditMessage>
export const DeleteMessage = command({
  messageId: Id,
  /** A room moderator says why; one's own needs no reason. */
  reason: v.optional(maybeText(LIMITS.reason), ''),
})
export type DeleteMessage = v.InferOutput<typeof DeleteMessage>

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const OpenTopic = v.strictObject({
  topicId: Id,
  /** Around this message instead of around where the reader stopped: for a link to a message. */
  around: v.optional(number),
})
export type OpenTopic = v.InferOutput<typeof OpenTopic>

const aPage = { topicId: Id, limit: pageShape.limit }
/** The messages just before or just after a number. */
export const ListMessages = v.union([
  v.strictObject({ ...aPage, before: number }),
  v.strictObject({ ...aPage, after: number }),
])
export type ListMessages = v.InferOutput<typeof ListMessages>

export const ReadTopic = command({ topicId: Id, upTo: number })
export type ReadTopic = v.InferOutput<typeof ReadTopic>

export interface RoomView {
  id: Id
  title: Trilingual
  kind: RoomKind
  audience: RoomAudience
  place: PlaceBrief
  community: CommunityBrief | null
  archivedAt: number | null
}

export interface RoomItem extends RoomView {
  /** The topic that was written in last. */
  latest: { topicId: Id; title: string } | null
  lastAt: number
  /** At most `LIMITS.unread`, which then means "that many and more". */
  unread: number
}

export interface TopicView {
  id: Id
  roomId: Id
  title: string
  author: AuthorView | null
  at: number
  lastAt: number
  /** The number of its newest message. */
  lastN: number
  /** How many messages stand in it; deleted ones do not count. */
  messages: number
  closedAt: number | null
  resolvedAt: number | null
  /** The message that settled it; null where none was named or it was deleted since. */
  answer: QuoteView | null
  pinnedAt: number | null
}

export interface TopicItem extends TopicView {
  /** 0 in a topic that the reader does not follow. */
  unread: number
  follow: FollowLevel
}

/** A topic with something new, in whichever of one's rooms. */
export interface CatchUpItem extends TopicItem {
  room: Trilingual
}

/** How somebody follows: what they chose here (null: nothing), and what holds. */
export interface Following {
  chosen: FollowLevel | null
  level: FollowLevel
}

/** Who wrote, as the thread shows them. Null in place of it: the account was deleted. */
export interface AuthorView {
  id: Id
  name: string
  role: Role | null
  place: Trilingual | null
}

/** A message replied to. The excerpt is of now: null where the message was deleted. */
export interface QuoteView {
  id: Id
  n: number
  name: string | null
  excerpt: string | null
}

export interface MessageView {
  id: Id
  topicId: Id
  /** Its number in the topic: 1, 2, 3 … in the order they were accepted. Nothing else orders messages. */
  n: number
  author: AuthorView | null
  /** Empty where it was deleted. */
  body: string
  /** Its marks, where it has any. */
  text?: RichText
  language: Locale | null
  /** Server time. */
  at: number
  composedAt: number | null
  editedAt: number | null
  deleted: { by: 'author' | 'room-moderator'; reason: string | null } | null
  replyTo: QuoteView | null
  /** What was said to it without words, where anything was. */
  reactions?: ReactionCounts
}

export interface RoomOpened {
  room: RoomView
  /** Number of `room:<id>` when it was read. */
  seq: number
  topics: Page<TopicItem>
  /** Above the others; they stand among `topics`, too. */
  pinned: TopicItem[]
  follow: Following
  may: { start: boolean; moderate: boolean }
  now: number
}

/** The first screen of a topic in one answer. */
export interface TopicOpened {
  room: RoomView
  topic: TopicView
  /** Number of `topic:<id>` when it was read. */
  seq: number
  messages: MessageView[]
  own: OwnReactions
  /** Are there older messages than the first one here, newer ones than the last? */
  older: boolean
  newer: boolean
  /** How far this person has read, on whichever device. */
  upTo: number
  /** The first message that is new to this person. */
  firstUnread: number | null
  unread: number
  follow: Following
  may: { post: boolean; moderate: boolean; resolve: boolean }
  now: number
}

export interface MessagePage {
  /** By number, the oldest first. */
  messages: MessageView[]
  own: OwnReactions
  /** Are there more in the direction that was asked for? */
  more: boolean
}

/** News `reply.got` on one's own stream. */
export interface ReplyGot {
  roomId: Id
  topicId: Id
  topicTitle: string
  message: MessageView
}

/** News `reading.moved` on one's own stream: another device read further. */
export interface ReadingMoved {
  roomId: Id
  topicId: Id
  upTo: number
  unread: number
}

/** News `following.changed` on one's own stream: another device follows otherwise. The subject is the room or the topic. */
export type FollowingChanged = Following & { roomId: Id; topicId: Id | null }

/** Value of the gauge `typing` of a topic: who has typed within five seconds, the reader among them. */
export type Typing = { id: Id; name: string }[]

/** Value of the gauge `activity` of a room: topic id → how it stands, of those that were written in. */
export type Activity = Record<Id, Pick<TopicView, 'lastAt' | 'lastN' | 'messages'>>

/** What policy needs to know of a room, for the one who asks. */
export interface RoomFacts {
  kind: RoomKind
  audience: RoomAudience
  placePath: PlacePath
  hostId: Id | null
  archived: boolean
  /** In the room's community. */
  joined: boolean
  /** The ways to the places where the asking person holds a role. */
  heldPaths: readonly PlacePath[]
}

export const roomStream = (roomId: Id) => `room:${roomId}`
export const topicStream = (topicId: Id) => `topic:${topicId}`
