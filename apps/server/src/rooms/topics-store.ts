import type { Id } from '@academy/contract'
import { type Db, type Params, prepared, row } from '@academy/database'
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { RoomRow } from './store.ts'
import { rooms, topics } from './tables.ts'

export type TopicRow = typeof topics.$inferSelect

/** Of a room, what policy asks for. */
export const ROOM_KEY = {
  kind: rooms.kind,
  audience: rooms.audience,
  scope: rooms.scope,
  communityId: rooms.communityId,
  hostId: rooms.hostId,
  archivedAt: rooms.archivedAt,
}
export type RoomKey = Pick<RoomRow, keyof typeof ROOM_KEY>

/** A topic and its room as they are looked at before every message. */
export type Spot = RoomKey & Pick<TopicRow, 'roomId' | 'closedAt'> & { topicId: Id; topicAuthorId: Id | null }

const selectSpot = prepared((db, p: Params<{ id: Id }>) =>
  db
    .select({
      topicId: topics.id,
      topicAuthorId: topics.authorId,
      roomId: topics.roomId,
      closedAt: topics.closedAt,
      ...ROOM_KEY,
    })
    .from(topics)
    .innerJoin(rooms, eq(rooms.id, topics.roomId))
    .where(eq(topics.id, p.id)),
)

export async function findSpot(db: Db, topicId: Id): Promise<Spot | undefined> {
  return (await selectSpot(db, { id: topicId }))[0]
}

const insertTopic = prepared((db, p: Params<TopicRow>) => db.insert(topics).values(row(topics, p)))

export async function addTopic(tx: Db, topic: TopicRow): Promise<void> {
  await insertTopic(tx, topic)
}

const selectTopic = prepared((db, p: Params<{ id: Id }>) => db.select().from(topics).where(eq(topics.id, p.id)))

export async function findTopic(db: Db, id: Id): Promise<TopicRow | undefined> {
  return (await selectTopic(db, { id }))[0]
}

export async function findTopics(db: Db, ids: readonly Id[]): Promise<Map<Id, TopicRow>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select()
    .from(topics)
    .where(inArray(topics.id, [...new Set(ids)]))
  return new Map(found.map((topic) => [topic.id, topic]))
}

export async function changeTopic(tx: Db, id: Id, change: Partial<TopicRow>): Promise<void> {
  await tx.update(topics).set(change).where(eq(topics.id, id))
}

/** The liveliest first. */
export async function listTopics(
  db: Db,
  q: { roomId: Id; before: { at: Date; id: Id } | null; limit: number },
): Promise<TopicRow[]> {
  const older = q.before
    ? or(lt(topics.lastAt, q.before.at), and(eq(topics.lastAt, q.before.at), lt(topics.id, q.before.id)))
    : undefined
  return db
    .select()
    .from(topics)
    .where(and(eq(topics.roomId, q.roomId), older))
    .orderBy(desc(topics.lastAt), desc(topics.id))
    .limit(q.limit)
}

const takeNext = prepared((db, p: Params<{ id: Id; at: Date }>) =>
  db
    .update(topics)
    .set({ lastN: sql`${topics.lastN} + 1`, messages: sql`${topics.messages} + 1`, lastAt: p.at })
    .where(
      and(
        eq(topics.id, p.id),
        isNull(topics.closedAt),
        notExists(
          db
            .select({ id: rooms.id })
            .from(rooms)
            .where(and(eq(rooms.id, topics.roomId), sql`${rooms.archivedAt} is not null`)),
        ),
      ),
    )
    .returning({ n: topics.lastN }),
)

/**
 * The number of a topic's next message, in the write of that message; undefined when the topic was closed or its room archived.
 * One statement asks again, counts and takes the row's lock, so numbers have no gaps and no twins.
 */
export async function takeNumber(tx: Db, topicId: Id, at: Date): Promise<number | undefined> {
  return (await takeNext(tx, { id: topicId, at }))[0]?.n
}

export async function countDeleted(tx: Db, topicId: Id): Promise<void> {
  await tx
    .update(topics)
    .set({ messages: sql`${topics.messages} - 1` })
    .where(eq(topics.id, topicId))
}

/** How topics stand: these, or the liveliest of the room. */
export async function activityOf(
  db: Db,
  q: { roomId: Id; ids: readonly Id[] | null; limit: number },
): Promise<Pick<TopicRow, 'id' | 'lastAt' | 'lastN' | 'messages'>[]> {
  return db
    .select({ id: topics.id, lastAt: topics.lastAt, lastN: topics.lastN, messages: topics.messages })
    .from(topics)
    .where(and(eq(topics.roomId, q.roomId), q.ids ? inArray(topics.id, [...q.ids]) : undefined))
    .orderBy(desc(topics.lastAt))
    .limit(q.limit)
}

export async function pinnedIn(db: Db, roomId: Id): Promise<TopicRow[]> {
  return db
    .select()
    .from(topics)
    .where(and(eq(topics.roomId, roomId), isNotNull(topics.pinnedAt)))
    .orderBy(desc(topics.pinnedAt), desc(topics.id))
}

export async function topicsBy(db: Db, authorId: Id): Promise<TopicRow[]> {
  return db.select().from(topics).where(eq(topics.authorId, authorId)).orderBy(asc(topics.at))
}
