import {
  type Activity,
  type Actor,
  type FollowingChanged,
  type Id,
  type Moment,
  type ReadingMoved,
  type ReplyGot,
  topicStream,
} from '@academy/contract'
import type { Db } from '@academy/database'
import { followLevel } from '@academy/policy'
import type { Personal } from '../platform/personal.ts'
import type { NewsRow } from '../platform/store.ts'
import type { StreamKind } from '../platform/streams.ts'
import { chosenFor, chosenForRoom } from './following-store.ts'
import { findMessages } from './messages-store.ts'
import type { RoomsDeps, RoomsShared } from './shared.ts'
import { findRoom, readUpTo, unreadOf } from './store.ts'
import { activityOf, findSpot, findTopics } from './topics-store.ts'
import type { TypingNow } from './typing.ts'

/** How many of a room's topics a new follower is told the activity of. */
const LIVELIEST = 100

/** The streams of a room and of a topic, and what one person alone is told; moments end here. */
export function joinStreams(deps: RoomsDeps & { personal: Personal }, shared: RoomsShared, typing: TypingNow) {
  const { streams, personal } = deps

  const topicsIn = async (db: Db, rows: readonly NewsRow[]) => {
    const found = await findTopics(
      db,
      rows.filter((row) => row.kind.startsWith('topic.')).map((row) => row.subjectId),
    )
    const views = await shared.presentTopics([...found.values()])
    return new Map(views.map((view) => [view.id, view]))
  }

  const messagesIn = async (db: Db, rows: readonly NewsRow[]) => {
    const found = await findMessages(
      db,
      rows.filter((row) => row.kind.startsWith('message.')).map((row) => row.subjectId),
    )
    const views = await shared.presentMessages(db, [...found.values()])
    return new Map(views.map((view) => [view.id, view]))
  }

  const room: StreamKind = {
    kind: 'room',
    policy: 'mayEnterRoom',
    gauges: ['activity'],
    mayFollow: async (actor, id) => shared.mayLook(actor, await findRoom(deps.db.read, id)),
    async present(db, id, rows) {
      const topics = await topicsIn(db, rows)
      const row = rows.some(({ kind }) => kind.startsWith('room.')) ? await findRoom(db, id) : undefined
      const [view] = row ? await shared.presentRooms([row]) : []
      return rows.map(({ kind, subjectId }) =>
        kind.startsWith('room.') ? (view ?? null) : (topics.get(subjectId) ?? null),
      )
    },
    /** Who writes most moves every list: that is a gauge and not news, so a busy topic does not double what is kept. */
    async gauge(db, id, _name, keys) {
      const ids = keys.size > 0 ? [...keys] : null
      const found = await activityOf(db, { roomId: id, ids, limit: LIVELIEST })
      return Object.fromEntries(
        found.map((topic) => [
          topic.id,
          { lastAt: topic.lastAt.getTime(), lastN: topic.lastN, messages: topic.messages },
        ]),
      ) satisfies Activity
    },
  }

  const topic: StreamKind = {
    kind: 'topic',
    policy: 'mayEnterRoom',
    gauges: ['typing', 'here'],
    mayFollow: async (actor, id) => shared.mayLook(actor, await findSpot(deps.db.read, id)),
    async present(db, _id, rows) {
      const [messages, topics] = await Promise.all([messagesIn(db, rows), topicsIn(db, rows)])
      return rows.map(({ subjectId }) => messages.get(subjectId) ?? topics.get(subjectId) ?? null)
    },
    gauge: async (_db, id, name) => (name === 'typing' ? typing.in(id) : deps.following(topicStream(id))),
  }

  streams.register(room)
  streams.register(topic)

  /** Somebody answered one's message. Shown only to who may still read there, and not once it was deleted. */
  personal.register('reply', async (db, actorId, rows): Promise<(ReplyGot | null)[]> => {
    const member = await deps.members.memberOf(actorId)
    if (!member) return rows.map(() => null)
    const found = await findMessages(
      db,
      rows.map((row) => row.subjectId),
    )
    const standing = [...found.values()].filter((message) => !message.deletedAt)
    const topics = await findTopics(
      db,
      standing.map((message) => message.topicId),
    )
    const open = new Set<Id>()
    for (const id of topics.keys()) if (await shared.mayLook(member, await findSpot(db, id))) open.add(id)
    const views = await shared.presentMessages(
      db,
      standing.filter((message) => open.has(message.topicId)),
    )
    const byId = new Map(views.map((view) => [view.id, view]))
    return rows.map((row) => {
      const message = byId.get(row.subjectId)
      const topic = message && topics.get(message.topicId)
      return topic ? { roomId: topic.roomId, topicId: topic.id, topicTitle: topic.title, message } : null
    })
  })

  personal.register('reading', async (db, memberId, rows): Promise<(ReadingMoved | null)[]> => {
    const topics = await findTopics(
      db,
      rows.map((row) => row.subjectId),
    )
    const member = await deps.members.memberOf(memberId)
    return Promise.all(
      rows.map(async ({ subjectId }) => {
        const topic = topics.get(subjectId)
        // What is unread in a room they left is not theirs to know.
        if (!topic || !member || !(await shared.mayLook(member, await findSpot(db, subjectId)))) return null
        const reader = { topicId: topic.id, memberId }
        const [upTo, fresh, chosen] = await Promise.all([
          readUpTo(db, reader),
          unreadOf(db, reader),
          chosenFor(db, reader),
        ])
        const counted = followLevel(chosen.topic, chosen.room) !== 'none'
        return { roomId: topic.roomId, topicId: topic.id, upTo, unread: counted ? fresh.length : 0 }
      }),
    )
  })

  /** Another device of theirs follows a room or a topic otherwise. */
  personal.register('following', async (db, memberId, rows): Promise<(FollowingChanged | null)[]> => {
    const member = await deps.members.memberOf(memberId)
    return Promise.all(
      rows.map(async ({ kind, subjectId }) => {
        const spot = kind === 'following.topic' ? await findSpot(db, subjectId) : undefined
        const room = await findRoom(db, spot?.roomId ?? subjectId)
        if (!member || !room || !(await shared.mayLook(member, room))) return null
        if (spot) {
          const chosen = await chosenFor(db, { topicId: subjectId, memberId })
          const level = followLevel(chosen.topic, chosen.room)
          return { roomId: room.id, topicId: subjectId, chosen: chosen.topic, level }
        }
        const chosen = await chosenForRoom(db, { roomId: room.id, memberId })
        return { roomId: room.id, topicId: null, chosen, level: followLevel(null, chosen) }
      }),
    )
  })

  /** The platform calls it for streams that this actor follows. */
  return function onMoment(actor: Actor, { stream, name }: Moment): void {
    const [kind, id] = stream.split(':')
    if (kind !== 'topic' || !id || actor.kind !== 'member') return
    if (name === 'typing') typing.typed(id, actor)
    else if (name === 'away') typing.stopped(id, actor.id)
  }
}
