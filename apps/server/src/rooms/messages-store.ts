import type { Id } from '@academy/contract'
import { type Db, type Params, prepared, row } from '@academy/database'
import { and, asc, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import { messages, rooms, topics } from './tables.ts'
import { ROOM_KEY, type Spot } from './topics-store.ts'

export type MessageRow = typeof messages.$inferSelect

const insertMessage = prepared((db, p: Params<MessageRow>) => db.insert(messages).values(row(messages, p)))

export async function addMessage(tx: Db, message: MessageRow): Promise<void> {
  await insertMessage(tx, message)
}

const selectPlace = prepared((db, p: Params<{ id: Id }>) =>
  db
    .select({
      n: messages.n,
      authorId: messages.authorId,
      deletedAt: messages.deletedAt,
      topicId: messages.topicId,
      topicAuthorId: topics.authorId,
      answerId: topics.answerId,
      roomId: topics.roomId,
      closedAt: topics.closedAt,
      ...ROOM_KEY,
    })
    .from(messages)
    .innerJoin(topics, eq(topics.id, messages.topicId))
    .innerJoin(rooms, eq(rooms.id, topics.roomId))
    .where(eq(messages.id, p.id)),
)

/** A message with its topic and room, as they are looked at before a deed on it. */
export type MessageSpot = Spot & Pick<MessageRow, 'n' | 'authorId' | 'deletedAt'> & { answerId: Id | null }

export async function findMessageSpot(db: Db, id: Id): Promise<MessageSpot | undefined> {
  return (await selectPlace(db, { id }))[0]
}

export async function findMessages(db: Db, ids: readonly Id[]): Promise<Map<Id, MessageRow>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select()
    .from(messages)
    .where(inArray(messages.id, [...new Set(ids)]))
  return new Map(found.map((message) => [message.id, message]))
}

const selectFrom = prepared((db, p: Params<{ topicId: Id; from: number; limit: number }>) =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.topicId, p.topicId), gte(messages.n, p.from)))
    .orderBy(asc(messages.n))
    .limit(p.limit),
)

/** By number, beginning with this one. */
export async function messagesFrom(db: Db, q: { topicId: Id; from: number; limit: number }): Promise<MessageRow[]> {
  return selectFrom(db, q)
}

const selectBefore = prepared((db, p: Params<{ topicId: Id; before: number; limit: number }>) =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.topicId, p.topicId), lt(messages.n, p.before)))
    .orderBy(desc(messages.n))
    .limit(p.limit),
)

/** The ones just before a number, by number. */
export async function messagesBefore(db: Db, q: { topicId: Id; before: number; limit: number }): Promise<MessageRow[]> {
  return (await selectBefore(db, q)).reverse()
}

/** The newest messages of the topic that quote this one. */
export async function quotesOf(db: Db, q: { topicId: Id; id: Id; limit: number }): Promise<Id[]> {
  const found = await db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.topicId, q.topicId), eq(messages.replyTo, q.id)))
    .orderBy(desc(messages.n))
    .limit(q.limit)
  return found.map(({ id }) => id)
}

/** False when it was deleted meanwhile. */
export async function changeMessage(tx: Db, id: Id, change: Partial<MessageRow>): Promise<boolean> {
  const changed = await tx
    .update(messages)
    .set(change)
    .where(and(eq(messages.id, id), isNull(messages.deletedAt)))
    .returning({ id: messages.id })
  return changed.length > 0
}

export async function messagesBy(db: Db, authorId: Id): Promise<MessageRow[]> {
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.authorId, authorId), isNull(messages.deletedAt)))
    .orderBy(asc(messages.at), asc(messages.n))
}

/** Many at once, for a new database. */
export async function addMessages(tx: Db, made: readonly MessageRow[]): Promise<void> {
  for (let n = 0; n < made.length; n += 50) await tx.insert(messages).values(made.slice(n, n + 50))
}
