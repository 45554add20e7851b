import { type Id, topicStream } from '@academy/contract'
import type { Db } from '@academy/database'
import type { Personal } from '../platform/personal.ts'
import { joinStreams } from './channel.ts'
import { followingsBy } from './following-store.ts'
import { createMessagesService } from './messages.ts'
import { messagesBy } from './messages-store.ts'
import { createPace } from './pace.ts'
import { roomsRouter } from './router.ts'
import { createSayingService } from './saying/service.ts'
import { forgetReactions, reactionsBy } from './saying/store.ts'
import { createRoomsService } from './service.ts'
import { createRoomsShared, type RoomsDeps } from './shared.ts'
import { forgetMember } from './store.ts'
import { createTopicsService } from './topics.ts'
import { topicsBy } from './topics-store.ts'
import { createTyping } from './typing.ts'

export { fillRooms } from './demo.ts'
export type { RoomsDeps } from './shared.ts'

/** The door of discussion rooms; everything else in this folder is private. */
export function createRooms(deps: RoomsDeps & { personal: Personal }) {
  const { db, clock, streams } = deps
  const pace = createPace(clock, deps.pace)
  const typing = createTyping(clock, (topicId) => streams.touch(topicStream(topicId), 'typing'))
  const shared = createRoomsShared(deps)
  const topics = createTopicsService(deps, shared, pace)
  const saying = createSayingService(deps, shared, pace)
  const messages = createMessagesService(deps, shared, pace, typing, saying)
  const rooms = createRoomsService(deps, shared, topics)

  return {
    router: roomsRouter(rooms, topics, messages, saying),
    rooms,
    topics,
    messages,
    onMoment: joinStreams(deps, shared, typing),
    /** What they said stays, by nobody: others answered it. Their own words they may delete before. */
    onMemberErased: async (tx: Db, memberId: Id) => {
      await forgetMember(tx, memberId)
      await forgetReactions(tx, memberId)
    },
    async contributeToExport(memberId: Id) {
      const [begun, said, follows, reacted] = await Promise.all([
        topicsBy(db.read, memberId),
        messagesBy(db.read, memberId),
        followingsBy(db.read, memberId),
        reactionsBy(db.read, memberId),
      ])
      return {
        follows,
        reactions: reacted.map(({ messageId, kind, at }) => ({ messageId, kind, at: at.toISOString() })),
        topics: begun.map((topic) => ({
          id: topic.id,
          roomId: topic.roomId,
          title: topic.title,
          begunAt: topic.at.toISOString(),
        })),
        messages: said.map((message) => ({
          id: message.id,
          topicId: message.topicId,
          text: message.body,
          at: message.at.toISOString(),
          editedAt: message.editedAt?.toISOString() ?? null,
        })),
      }
    },
  }
}

export type DiscussionRooms = ReturnType<typeof createRooms>
