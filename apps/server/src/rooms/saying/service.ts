import {
  AcademyError,
  type Done,
  type EarlierTexts,
  type Id,
  type ListEarlier,
  type Member,
  type React,
  topicStream,
} from '@academy/contract'
import { mayPost, mayReadEarlier } from '@academy/policy'
import { readCursor, writeCursor } from '../../platform/cursors.ts'
import { createRepeatable } from '../../platform/deeds.ts'
import { findMessageSpot, type MessageSpot } from '../messages-store.ts'
import type { Pace } from '../pace.ts'
import type { RoomsDeps, RoomsShared } from '../shared.ts'
import { marksOf } from './markdown.ts'
import * as store from './store.ts'

export type SayingService = ReturnType<typeof createSayingService>

/** What is said to a message without words, and how it read before. */
export function createSayingService(deps: RoomsDeps, shared: RoomsShared, pace: Pace) {
  const { db, clock, doDeed } = deps
  const repeatable = createRepeatable(deps)

  const enterMessage = async (member: Member, messageId: Id) =>
    shared.enter<MessageSpot>(member, await findMessageSpot(db.read, messageId))

  async function react(member: Member, input: React): Promise<Done> {
    const { row, facts } = await enterMessage(member, input.messageId)
    if (row.deletedAt) throw new AcademyError('rooms/message-gone')
    if (!mayPost(member, facts, { closed: row.closedAt !== null }))
      throw new AcademyError(row.archivedAt ? 'rooms/archived' : 'rooms/topic-closed')
    const at = clock.now()
    const said = { messageId: input.messageId, memberId: member.id, kind: input.kind }
    return pace.spend(member.id, () =>
      doDeed({ actor: member, path: 'rooms.react', input, at }, async (tx) => {
        // It may have been deleted since, or stand in another topic.
        const now = await findMessageSpot(tx, input.messageId)
        if (!now || now.deletedAt) throw new AcademyError('rooms/message-gone')
        const fresh = input.on ? await store.addReaction(tx, { ...said, at }) : await store.dropReaction(tx, said)
        const stream = topicStream(now.topicId)
        return fresh ? [{ stream, kind: 'message.changed', subjectId: input.messageId }] : []
      }),
    )
  }

  /** Its author's and the room moderators' to read; of what was deleted there is nothing. */
  async function earlier(member: Member, q: ListEarlier): Promise<EarlierTexts> {
    const { row, facts } = await enterMessage(member, q.messageId)
    if (!mayReadEarlier(member, facts, { authorId: row.authorId })) throw new AcademyError('refused')
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.listEarlier(db.read, {
      messageId: q.messageId,
      before: before && { at: new Date(before.at), id: before.id },
      limit: q.limit + 1,
    })
    const items = rows.slice(0, q.limit).map(({ body, language, at }) => {
      const text = marksOf(body)
      return { body, ...(text && { text }), language, at: at.getTime() }
    })
    const last = rows[q.limit - 1]
    return { items, next: rows.length > q.limit && last ? writeCursor(last.at.getTime(), last.id) : null }
  }

  return {
    react: repeatable('rooms.react', react),
    earlier,
    /** Of messages of a topic that was entered already. */
    own: (member: Member, ids: readonly Id[]) => store.ownReactions(db.read, member.id, ids),
  }
}
