import type { Locale, Trilingual } from '@academy/contract'
import type { FollowLevel, RoomAudience, RoomKind } from '@academy/contract/rooms'
import { id, index, int, json, primaryKey, ref, table, text, time, uniqueIndex } from '@academy/database/dialect'
import { communities } from '../communities/tables.ts'
import { members } from '../members/tables.ts'
import { places } from '../places/tables.ts'

export const rooms = table(
  'rooms',
  {
    id: id(),
    kind: text().$type<RoomKind>().notNull(),
    audience: text().$type<RoomAudience>().notNull(),
    placeId: ref(() => places.id).notNull(),
    /** The way down to its place as text (`scopeOf` of communities): policy reads it here, lists compare it. */
    scope: text().notNull(),
    communityId: ref(() => communities.id),
    title: json<Trilingual>().notNull(),
    /** Who opened it; null once that account is gone. */
    hostId: text(),
    archivedAt: time(),
    createdAt: time().notNull(),
  },
  (t) => [
    index('rooms_by_place').on(t.placeId),
    index('rooms_by_community').on(t.communityId),
    index('rooms_by_host').on(t.hostId),
  ],
)

export const topics = table(
  'topics',
  {
    id: id(),
    roomId: ref(() => rooms.id, { onDelete: 'cascade' }).notNull(),
    title: text().notNull(),
    authorId: text(),
    at: time().notNull(),
    lastAt: time().notNull(),
    /** The number its newest message took; the next one takes the next, in the write of the message. */
    lastN: int().notNull(),
    /** Messages that stand in it, deleted ones not counted. */
    messages: int().notNull(),
    closedAt: time(),
    /** What was asked is settled. `answerId` is the message that settled it, where one did. */
    resolvedAt: time(),
    answerId: text(),
    /** Stands above the others in its room. */
    pinnedAt: time(),
  },
  (t) => [
    index('topics_by_activity').on(t.roomId, t.lastAt, t.id),
    index('topics_by_last').on(t.lastAt, t.id),
    index('topics_by_author').on(t.authorId),
  ],
)

export const messages = table(
  'messages',
  {
    id: id(),
    topicId: ref(() => topics.id, { onDelete: 'cascade' }).notNull(),
    /** 1, 2, 3 … without gaps: a deleted message keeps its number, so pages by number are exact. */
    n: int().notNull(),
    /** Null once that account is gone: what was said stays, by nobody. */
    authorId: text(),
    /** Empty for good once it was deleted. */
    body: text().notNull(),
    language: text().$type<Locale>(),
    /** In the same topic, always an earlier one. */
    replyTo: text(),
    at: time().notNull(),
    composedAt: time(),
    editedAt: time(),
    deletedAt: time(),
    deletedBy: text().$type<'author' | 'room-moderator'>(),
    reason: text(),
  },
  (t) => [uniqueIndex('messages_by_number').on(t.topicId, t.n), index('messages_by_author').on(t.authorId)],
)

/** How far somebody has read a topic, on whichever device. Never goes back. */
export const topicReadings = table(
  'topic_readings',
  {
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    topicId: ref(() => topics.id, { onDelete: 'cascade' }).notNull(),
    upTo: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.topicId] })],
)

/** How closely somebody follows a room; without a row as everybody does at first. */
export const roomFollowings = table(
  'room_followings',
  {
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    roomId: ref(() => rooms.id, { onDelete: 'cascade' }).notNull(),
    level: text().$type<FollowLevel>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.roomId] })],
)

/** The same for one topic; without a row as its room is followed. */
export const topicFollowings = table(
  'topic_followings',
  {
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    topicId: ref(() => topics.id, { onDelete: 'cascade' }).notNull(),
    level: text().$type<FollowLevel>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.topicId] })],
)
