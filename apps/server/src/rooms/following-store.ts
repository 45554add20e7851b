import type { FollowLevel, Id } from '@academy/contract'
import { type Db, rows as fetchRows, type Params, prepared } from '@academy/database'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { roomFollowings, topicFollowings, topics } from './tables.ts'

interface Chosen {
  room: FollowLevel | null
  topic: FollowLevel | null
}

const selectChosen = prepared((db, p: Params<{ topicId: Id; memberId: Id }>) =>
  db
    .select({ room: roomFollowings.level, topic: topicFollowings.level })
    .from(topics)
    .leftJoin(roomFollowings, and(eq(roomFollowings.roomId, topics.roomId), eq(roomFollowings.memberId, p.memberId)))
    .leftJoin(topicFollowings, and(eq(topicFollowings.topicId, topics.id), eq(topicFollowings.memberId, p.memberId)))
    .where(eq(topics.id, p.topicId)),
)

/** What somebody chose for a topic and for its room. */
export async function chosenFor(db: Db, q: { topicId: Id; memberId: Id }): Promise<Chosen> {
  return (await selectChosen(db, q))[0] ?? { room: null, topic: null }
}

export async function chosenForTopics(db: Db, memberId: Id, ids: readonly Id[]): Promise<Map<Id, Chosen>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: topics.id, room: roomFollowings.level, topic: topicFollowings.level })
    .from(topics)
    .leftJoin(roomFollowings, and(eq(roomFollowings.roomId, topics.roomId), eq(roomFollowings.memberId, memberId)))
    .leftJoin(topicFollowings, and(eq(topicFollowings.topicId, topics.id), eq(topicFollowings.memberId, memberId)))
    .where(inArray(topics.id, [...ids]))
  return new Map(found.map(({ id, room, topic }) => [id, { room, topic }]))
}

export async function chosenForRoom(db: Db, q: { roomId: Id; memberId: Id }): Promise<FollowLevel | null> {
  const found = await db
    .select({ level: roomFollowings.level })
    .from(roomFollowings)
    .where(and(eq(roomFollowings.memberId, q.memberId), eq(roomFollowings.roomId, q.roomId)))
  return found[0]?.level ?? null
}

export async function followRoom(tx: Db, q: { memberId: Id; roomId: Id; level: FollowLevel | null }): Promise<void> {
  const { memberId, roomId, level } = q
  const own = and(eq(roomFollowings.memberId, memberId), eq(roomFollowings.roomId, roomId))
  if (level === null) return void (await tx.delete(roomFollowings).where(own))
  await tx
    .insert(roomFollowings)
    .values({ memberId, roomId, level })
    .onConflictDoUpdate({ target: [roomFollowings.memberId, roomFollowings.roomId], set: { level } })
}

export async function followTopic(tx: Db, q: { memberId: Id; topicId: Id; level: FollowLevel | null }): Promise<void> {
  const { memberId, topicId, level } = q
  const own = and(eq(topicFollowings.memberId, memberId), eq(topicFollowings.topicId, topicId))
  if (level === null) return void (await tx.delete(topicFollowings).where(own))
  await tx
    .insert(topicFollowings)
    .values({ memberId, topicId, level })
    .onConflictDoUpdate({ target: [topicFollowings.memberId, topicFollowings.topicId], set: { level } })
}

/** Joins what somebody chose to a query over topics, for `counts`. */
export const followingsOf = (memberId: Id): SQL => sql`
  left join ${topicFollowings} on ${topicFollowings.topicId} = ${topics.id} and ${topicFollowings.memberId} = ${memberId}
  left join ${roomFollowings} on ${roomFollowings.roomId} = ${topics.roomId} and ${roomFollowings.memberId} = ${memberId}`

/** What is new in it counts: the topic is not one they do not follow. The same as `followLevel`, asked of the database. */
export const counts: SQL = sql`coalesce(${topicFollowings.level}, ${roomFollowings.level}, 'mentions') <> 'none'`

/** All choices of one person, for their export. */
export async function followingsBy(db: Db, memberId: Id): Promise<{ id: Id; level: FollowLevel }[]> {
  return fetchRows<{ id: Id; level: FollowLevel }>(
    db,
    sql`select ${roomFollowings.roomId} as id, ${roomFollowings.level} as level from ${roomFollowings}
        where ${roomFollowings.memberId} = ${memberId}
      union all
      select ${topicFollowings.topicId} as id, ${topicFollowings.level} as level from ${topicFollowings}
        where ${topicFollowings.memberId} = ${memberId}`,
  )
}

export async function forgetFollowings(tx: Db, memberId: Id): Promise<void> {
  await tx.delete(topicFollowings).where(eq(topicFollowings.memberId, memberId))
  await tx.delete(roomFollowings).where(eq(roomFollowings.memberId, memberId))
}
