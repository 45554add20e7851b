import {
  AcademyError,
  type DeleteMessage,
  type Done,
  type EditMessage,
  type Id,
  type ListMessages,
  type Member,
  type MessagePage,
  type OpenTopic,
  type PostMessage,
  personalStream,
  type ReadTopic,
  type RoomFacts,
  roomStream,
  type TopicOpened,
  topicStream,
} from '@academy/contract'
import type { Db } from '@academy/database'
import { maskIins } from '@academy/language'
import {
  followLevel,
  mayDeleteMessage,
  mayEditMessage,
  mayModerateRoom,
  mayPost,
  mayResolveTopic,
} from '@academy/policy'
import { addAudit } from '../platform/audit/store.ts'
import { createRepeatable, type ToTell } from '../platform/deeds.ts'
import { chosenFor } from './following-store.ts'
import * as store from './messages-store.ts'
import type { Pace } from './pace.ts'
import type { SayingService } from './saying/service.ts'
import { forgetSaid, keepEarlier } from './saying/store.ts'
import { newMessage, type RoomsDeps, type RoomsShared, topicChanged } from './shared.ts'
import { findRoom, moveReading, readUpTo, unreadOf } from './store.ts'
import { countDeleted, findSpot, findTopic, type Spot, takeNumber } from './topics-store.ts'
import type { TypingNow } from './typing.ts'

/** Messages on the first screen, and how many of them are there to remind what it was about. */
const SCREEN = 50
const CONTEXT = 10
/** So many quotes of a changed message are told of at once; older ones look as they should when they are next read. */
const MOST_QUOTES = 200

export type MessagesService = ReturnType<typeof createMessagesService>

/** What is said in a topic: written, edited, taken back, read. */
export function createMessagesService(
  deps: RoomsDeps,
  shared: RoomsShared,
  pace: Pace,
  typing: TypingNow,
  saying: SayingService,
) {
  const { db, clock, doDeed, streams } = deps
  const repeatable = createRepeatable(deps)

  const closed = ({ archivedAt }: Pick<Spot, 'archivedAt'>) =>
    new AcademyError(archivedAt ? 'rooms/archived' : 'rooms/topic-closed')

  /**
   * Posting is the hot path: who may come in is asked before the write, from what never changes and from the memberships of now;
   * whether the topic still takes messages is asked by the very statement that counts them.
   */
  async function post(member: Member, input: PostMessage): Promise<Done> {
    const { row, facts } = await shared.enterToPost(member, input.topicId)
    if (!mayPost(member, facts, { closed: false })) throw new AcademyError('not-found')
    const answered = input.replyTo ? await store.findMessageSpot(db.read, input.replyTo) : undefined
    if (input.replyTo && answered?.topicId !== row.topicId) throw new AcademyError('not-found')
    const at = clock.now()
    const done = await pace.spend(member.id, () =>
      doDeed({ actor: member, path: 'rooms.post', input, at }, async (tx) => {
        const n = await takeNumber(tx, row.topicId, at)
        if (n === undefined) throw closed((await findSpot(tx, row.topicId)) ?? row)
        await store.addMessage(tx, newMessage({ ...input, n, authorId: member.id, at }))
        const told: ToTell[] = [{ stream: topicStream(row.topicId), kind: 'message.posted', subjectId: input.id }]
        if (answered?.authorId && answered.authorId !== member.id)
          told.push({ stream: `member:${answered.authorId}`, kind: 'reply.got', subjectId: input.id })
        return told
      }),
    )
    typing.stopped(row.topicId, member.id)
    streams.touch(roomStream(row.roomId), 'activity', row.topicId)
    return done
  }

  async function enterMessage(member: Member, messageId: Id): Promise<{ row: store.MessageSpot; facts: RoomFacts }> {
    return shared.enter(member, await store.findMessageSpot(db.read, messageId))
  }

  /** What quotes it looks otherwise now, too, on every page that is open. */
  async function changed(tx: Db, row: store.MessageSpot, id: Id): Promise<ToTell[]> {
    const quoting = await store.quotesOf(tx, { topicId: row.topicId, id, limit: MOST_QUOTES })
    const stream = topicStream(row.topicId)
    const told: ToTell[] = [id, ...quoting].map((subjectId) => ({ stream, kind: 'message.changed', subjectId }))
    return row.answerId === id ? [...told, ...topicChanged(row)] : told
  }

  async function edit(member: Member, input: EditMessage): Promise<Done> {
    const { row, facts } = await enterMessage(member, input.messageId)
    if (row.authorId !== member.id) throw new AcademyError('refused')
    if (row.deletedAt) throw new AcademyError('rooms/message-gone')
    if (!mayEditMessage(member, facts, { authorId: row.authorId, closed: row.closedAt !== null })) throw closed(row)
    const at = clock.now()
    return pace.spend(member.id, () =>
      doDeed({ actor: member, path: 'rooms.edit', input, at }, async (tx) => {
        await keepEarlier(tx, { id: input.id, messageId: input.messageId })
        const change = { body: maskIins(input.body), language: input.language, editedAt: at }
        if (!(await store.changeMessage(tx, input.messageId, change))) throw new AcademyError('rooms/message-gone')
        return changed(tx, row, input.messageId)
      }),
    )
  }

  /** What was said is gone from the store; that something was said, by whom and why it went, stays. */
  async function remove(member: Member, input: DeleteMessage): Promise<Done> {
    const { row, facts } = await enterMessage(member, input.messageId)
    if (!mayDeleteMessage(member, facts, { authorId: row.authorId })) throw new AcademyError('refused')
    const own = row.authorId === member.id
    if (!own && input.reason === '') throw new AcademyError('bad-input', { fields: ['reason'] })
    if (row.deletedAt) throw new AcademyError('rooms/message-gone')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'rooms.delete', input, at }, async (tx) => {
      const gone = await store.changeMessage(tx, input.messageId, {
        body: '',
        language: null,
        editedAt: null,
        deletedAt: at,
        deletedBy: own ? 'author' : 'room-moderator',
        reason: own ? null : maskIins(input.reason),
      })
      if (!gone) throw new AcademyError('rooms/message-gone')
      await forgetSaid(tx, input.messageId)
      await countDeleted(tx, row.topicId)
      if (!own)
        await addAudit(tx, {
          at,
          actorId: member.id,
          act: 'rooms.message-deleted',
          subject: { kind: 'message', id: input.messageId },
        })
      return changed(tx, row, input.messageId)
    })
    streams.touch(roomStream(row.roomId), 'activity', row.topicId)
    return done
  }

  async function list(member: Member, q: ListMessages): Promise<MessagePage> {
    const { row } = await shared.enterTopic(member, q.topicId)
    const { topicId } = row
    const older = 'before' in q
    const limit = q.limit + 1
    const rows = older
      ? await store.messagesBefore(db.read, { topicId, before: q.before, limit })
      : await store.messagesFrom(db.read, { topicId, from: q.after + 1, limit })
    const more = rows.length > q.limit
    const page = more ? (older ? rows.slice(1) : rows.slice(0, -1)) : rows
    const [messages, own] = await Promise.all([shared.presentMessages(db.read, page), saying.own(member, idsOf(page))])
    return { messages, own, more }
  }

  const idsOf = (rows: readonly store.MessageRow[]) => rows.map(({ id }) => id)

  /** The first screen in one answer, around where this person stopped reading, on whichever device. */
  async function open(member: Member, q: OpenTopic): Promise<TopicOpened> {
    const { row, facts } = await shared.enterTopic(member, q.topicId)
    const reader = { topicId: row.topicId, memberId: member.id }
    // The number before the rows: what happens in between comes again as news.
    const seq = await streams.seqOf(topicStream(row.topicId))
    const [topic, room, upTo, fresh, chosen] = await Promise.all([
      findTopic(db.read, row.topicId),
      findRoom(db.read, row.roomId),
      readUpTo(db.read, reader),
      unreadOf(db.read, reader),
      chosenFor(db.read, reader),
    ])
    if (!topic || !room) throw new AcademyError('not-found')
    const firstUnread = fresh[0] ?? null
    const from = beginning(topic.lastN, q.around ?? firstUnread)
    const rows = await store.messagesFrom(db.read, { topicId: topic.id, from, limit: SCREEN })
    const [[roomView], [topicView], messages, own] = await Promise.all([
      shared.presentRooms([room]),
      shared.presentTopics([topic]),
      shared.presentMessages(db.read, rows),
      saying.own(member, idsOf(rows)),
    ])
    if (!roomView || !topicView) throw new AcademyError('not-found')
    return {
      room: roomView,
      topic: topicView,
      seq,
      messages,
      own,
      older: from > 1,
      newer: topic.lastN > (rows.at(-1)?.n ?? topic.lastN),
      upTo,
      firstUnread,
      unread: fresh.length,
      follow: { chosen: chosen.topic, level: followLevel(chosen.topic, chosen.room) },
      may: {
        post: mayPost(member, facts, { closed: row.closedAt !== null }),
        moderate: mayModerateRoom(member, facts),
        resolve: mayResolveTopic(member, facts, { authorId: row.topicAuthorId }),
      },
      now: clock.now().getTime(),
    }
  }

  /** The screen's first number: a little before the one to look at, and never a half-empty screen at the end. */
  const beginning = (lastN: number, lookAt: number | null) =>
    Math.max(1, Math.min((lookAt ?? lastN) - CONTEXT, lastN - SCREEN + 1))

  async function read(member: Member, input: ReadTopic): Promise<Done> {
    const { row } = await shared.enterTopic(member, input.topicId)
    const { done } = await doDeed({ actor: member, path: 'rooms.read', input, at: clock.now() }, async (tx) => {
      if (!(await moved(tx, member.id, row.topicId, input.upTo))) return []
      return [{ stream: personalStream(member), kind: 'reading.moved', subjectId: row.topicId }]
    })
    return done
  }

  /** Nobody has read what was not written yet: a made-up number hides no message to come. */
  async function moved(tx: Db, memberId: Id, topicId: Id, upTo: number): Promise<boolean> {
    const topic = await findTopic(tx, topicId)
    const reached = Math.min(upTo, topic?.lastN ?? 0)
    return reached > 0 && (await moveReading(tx, { memberId, topicId, upTo: reached }))
  }

  return {
    post: repeatable('rooms.post', post),
    edit: repeatable('rooms.edit', edit),
    remove: repeatable('rooms.delete', remove),
    read: repeatable('rooms.read', read),
    list,
    open,
  }
}
