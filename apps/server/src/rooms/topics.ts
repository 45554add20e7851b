import {
  AcademyError,
  type CloseTopic,
  type Done,
  type Id,
  LIMITS,
  type ListTopics,
  type Member,
  type Page,
  type RenameTopic,
  roomStream,
  type StartTopic,
  type TopicItem,
  topicStream,
} from '@academy/contract'
import { maskIins } from '@academy/language'
import { mayCloseTopic, mayRenameTopic, mayStartTopic } from '@academy/policy'
import { addAudit } from '../platform/audit/store.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createRepeatable, type ToTell } from '../platform/deeds.ts'
import { addMessage } from './messages-store.ts'
import type { Pace } from './pace.ts'
import { newMessage, type RoomsDeps, type RoomsShared } from './shared.ts'
import { findRoom, unreadOfTopics } from './store.ts'
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
        })
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

  const changed = (row: { topicId: Id; roomId: Id }): ToTell[] => [
    { stream: topicStream(row.topicId), kind: 'topic.changed', subjectId: row.topicId },
    { stream: roomStream(row.roomId), kind: 'topic.changed', subjectId: row.topicId },
  ]

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
      return changed(row)
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
      return changed(row)
    })
    return done
  }

  async function list(member: Member, q: ListTopics): Promise<Page<TopicItem>> {
    const { row } = await shared.enterRoom(member, q.roomId)
    return page(member, { ...q, roomId: row.id })
  }

  async function page(member: Member, q: ListTopics): Promise<Page<TopicItem>> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.listTopics(db.read, {
      roomId: q.roomId,
      before: before && { at: new Date(before.at), id: before.id },
      limit: q.limit + 1,
    })
    const shown = rows.slice(0, q.limit)
    const [views, unread] = await Promise.all([
      shared.presentTopics(shown),
      unreadOfTopics(
        db.read,
        member.id,
        shown.map((row) => row.id),
      ),
    ])
    const last = shown.at(-1)
    return {
      items: views.map((view) => ({ ...view, unread: unread.get(view.id) ?? 0 })),
      next: rows.length > q.limit && last ? writeCursor(last.lastAt.getTime(), last.id) : null,
    }
  }

  return {
    start: repeatable('rooms.start', start),
    rename: repeatable('rooms.rename', rename),
    close: repeatable('rooms.close', close),
    list,
    /** Of a room that was entered already. */
    firstPage: (member: Member, roomId: Id) => page(member, { roomId, limit: LIMITS.page.usual, cursor: null }),
  }
}
