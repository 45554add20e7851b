import {
  AcademyError,
  type CatchUp,
  type CatchUpItem,
  type CloseTopic,
  type Done,
  type Id,
  LIMITS,
  type ListTopics,
  type Member,
  type Page,
  type PinTopic,
  type RenameTopic,
  type ResolveTopic,
  roomStream,
  type StartTopic,
  type TopicItem,
  topicStream,
} from '@academy/contract'
import { oneAtATime } from '@academy/database'
import { maskIins } from '@academy/language'
import {
  followLevel,
  mayCloseTopic,
  mayModerateRoom,
  mayPinTopic,
  mayRenameTopic,
  mayResolveTopic,
  mayStartTopic,
} from '@academy/policy'
import { addAudit } from '../platform/audit/store.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createRepeatable } from '../platform/deeds.ts'
import { chosenForTopics, followTopic } from './following-store.ts'
import { addMessage, findMessageSpot } from './messages-store.ts'
import type { Pace } from './pace.ts'
import { newMessage, type RoomsDeps, type RoomsShared, topicChanged } from './shared.ts'
import { findRoom, roomTitles, type Sight, topicsWithNews, unreadOfTopics } from './store.ts'
import * as store from './topics-store.ts'

export type TopicsService = ReturnType<typeof createTopicsService>

/** Topics of a room: begun with a first message, named, closed and opened again. */
export function createTopicsService(deps: RoomsDeps, shared: RoomsShared, pace: Pace) {
  const { db, clock, doDeed } = deps
  const repeatable = createRepeatable(deps)

  async function start(member: Member, input: StartTopic): Promise<Done> {
    const { row: room, facts } = await shared.enterRoom(member, input.roomId)
    if (!mayStartTopic(member, facts)) throw new AcademyError('rooms/archived')
    const at = clock.now()
    return pace.spend(member.id, () =>
      doDeed({ actor: member, path: 'rooms.start', input, at }, async (tx) => {
        // Asked again inside the write: it may have been archived since.
        if ((await findRoom(tx, room.id))?.archivedAt) throw new AcademyError('rooms/archived')
        await store.addTopic(tx, {
          id: input.id,
          roomId: room.id,
          title: maskIins(input.title),
          authorId: member.id,
          at,
          lastAt: at,
          lastN: 1,
          messages: 1,
          closedAt: null,
          resolvedAt: null,
          answerId: null,
          pinnedAt: null,
        })
        // Who begins a topic wants to hear what becomes of it.
        await followTopic(tx, { memberId: member.id, topicId: input.id, level: 'all' })
        await addMessage(
          tx,
          newMessage({
            ...input,
            id: input.messageId,
            topicId: input.id,
            n: 1,
            authorId: member.id,
            replyTo: null,
            at,
          }),
        )
        return [
          { stream: roomStream(room.id), kind: 'topic.started', subjectId: input.id },
          { stream: topicStream(input.id), kind: 'message.posted', subjectId: input.messageId },
        ]
      }),
    )
  }

  async function rename(member: Member, input: RenameTopic): Promise<Done> {
    const { row, facts } = await shared.enterTopic(member, input.topicId)
    if (!mayRenameTopic(member, facts, { authorId: row.topicAuthorId }))
      throw new AcademyError(facts.archived && row.topicAuthorId === member.id ? 'rooms/archived' : 'refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'rooms.rename', input, at }, async (tx) => {
      await store.changeTopic(tx, row.topicId, { title: maskIins(input.title) })
      if (row.topicAuthorId !== member.id)
        await addAudit(tx, {
          at,
          actorId: member.id,
          act: 'rooms.topic-renamed',
          subject: { kind: 'topic', id: row.topicId },
        })
      return topicChanged(row)
    })
    return done
  }

  async function close(member: Member, input: CloseTopic): Promise<Done> {
    const { row, facts } = await shared.enterTopic(member, input.topicId)
    if (!mayCloseTopic(member, facts)) throw new AcademyError('refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'rooms.close', input, at }, async (tx) => {
      await store.changeTopic(tx, row.topicId, { closedAt: input.on ? at : null })
      await addAudit(tx, {
        at,
        actorId: member.id,
        act: input.on ? 'rooms.topic-closed' : 'rooms.topic-opened-again',
        subject: { kind: 'topic', id: row.topicId },
      })
      return topicChanged(row)
    })
    return done
  }

  /** Who asked says what settled it. An answer is a message that stands in the topic. */
  async function resolve(member: Member, input: ResolveTopic): Promise<Done> {
    const { row, facts } = await shared.enterTopic(member, input.topicId)
    if (!mayResolveTopic(member, facts, { authorId: row.topicAuthorId }))
      throw new AcademyError(facts.archived && row.topicAuthorId === member.id ? 'rooms/archived' : 'refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'rooms.resolve', input, at }, async (tx) => {
      const answerId = input.on ? input.answerId : null
      const answer = answerId === null ? undefined : await findMessageSpot(tx, answerId)
      if (answerId !== null && answer?.topicId !== row.topicId) throw new AcademyError('not-found')
      if (answer?.deletedAt) throw new AcademyError('rooms/message-gone')
      await store.changeTopic(tx, row.topicId, { resolvedAt: input.on ? at : null, answerId })
      return topicChanged(row)
    })
    return done
  }

  async function pin(member: Member, input: PinTopic): Promise<Done> {
    const { row, facts } = await shared.enterTopic(member, input.topicId)
    if (!mayPinTopic(member, facts))
      throw new AcademyError(mayModerateRoom(member, facts) ? 'rooms/archived' : 'refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'rooms.pin', input, at }, async (tx) => {
      if (input.on) {
        await oneAtATime(tx, `pins of ${row.roomId}`)
        const others = (await store.pinnedIn(tx, row.roomId)).filter(({ id }) => id !== row.topicId)
        if (others.length >= LIMITS.pins) throw new AcademyError('rooms/too-many-pins')
      }
      await store.changeTopic(tx, row.topicId, { pinnedAt: input.on ? at : null })
      return topicChanged(row)
    })
    return done
  }

  async function list(member: Member, q: ListTopics): Promise<Page<TopicItem>> {
    const { row } = await shared.enterRoom(member, q.roomId)
    return page(member, { ...q, roomId: row.id })
  }

  async function page(member: Member, q: ListTopics): Promise<Page<TopicItem>> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const asked = {
      before: before && { at: new Date(before.at), id: before.id },
      limit: q.limit + 1,
    }
    const rows = q.unread
      ? await inOrder(await topicsWithNews(db.read, { memberId: member.id, within: { roomId: q.roomId }, ...asked }))
      : await store.listTopics(db.read, { roomId: q.roomId, ...asked })
    const last = rows[q.limit - 1]
    return {
      items: await asItems(member, rows.slice(0, q.limit)),
      next: rows.length > q.limit && last ? writeCursor(last.lastAt.getTime(), last.id) : null,
    }
  }

  async function inOrder(ids: readonly Id[]): Promise<store.TopicRow[]> {
    const found = await store.findTopics(db.read, ids)
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  /** As one reader's list shows them. */
  async function asItems(member: Member, rows: readonly store.TopicRow[]): Promise<TopicItem[]> {
    const ids = rows.map((row) => row.id)
    const [views, unread, chosen] = await Promise.all([
      shared.presentTopics(rows),
      unreadOfTopics(db.read, member.id, ids),
      chosenForTopics(db.read, member.id, ids),
    ])
    return views.map((view) => {
      const { topic = null, room = null } = chosen.get(view.id) ?? {}
      return { ...view, unread: unread.get(view.id) ?? 0, follow: followLevel(topic, room) }
    })
  }

  /** Topics with something new in all of somebody's rooms, the liveliest first. */
  async function catchUp(member: Member, sight: Sight, q: CatchUp): Promise<Page<CatchUpItem>> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const ids = await topicsWithNews(db.read, {
      memberId: member.id,
      within: { sight },
      before: before && { at: new Date(before.at), id: before.id },
      limit: q.limit + 1,
    })
    const rows = await inOrder(ids.slice(0, q.limit))
    const rooms = await roomTitles(
      db.read,
      rows.map((row) => row.roomId),
    )
    const items = (await asItems(member, rows)).map((item) => ({
      ...item,
      room: rooms.get(item.roomId) ?? { kk: '', ru: '', en: '' },
    }))
    const last = rows.at(-1)
    return { items, next: ids.length > q.limit && last ? writeCursor(last.lastAt.getTime(), last.id) : null }
  }

  return {
    start: repeatable('rooms.start', start),
    rename: repeatable('rooms.rename', rename),
    close: repeatable('rooms.close', close),
    resolve: repeatable('rooms.resolve', resolve),
    pin: repeatable('rooms.pin', pin),
    list,
    catchUp,
    /** Of a room that was entered already. */
    pinned: async (member: Member, roomId: Id) => asItems(member, await store.pinnedIn(db.read, roomId)),
    /** Of a room that was entered already. */
    firstPage: (member: Member, roomId: Id) =>
      page(member, { roomId, unread: false, limit: LIMITS.page.usual, cursor: null }),
  }
}
