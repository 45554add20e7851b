import { type Id, LIMITS, type RoomKind } from '@academy/contract'
import { type Db, rows as fetchRows, type Params, prepared } from '@academy/database'
import { and, desc, eq, inArray, isNotNull, isNull, like, ne, or, type SQL, sql } from 'drizzle-orm'
import { counts, followingsOf, forgetFollowings } from './following-store.ts'
import { messages, rooms, topicReadings, topics } from './tables.ts'

export type RoomRow = typeof rooms.$inferSelect

export async function addRooms(tx: Db, made: readonly RoomRow[]): Promise<void> {
  for (let n = 0; n < made.length; n += 50) await tx.insert(rooms).values(made.slice(n, n + 50))
}

const selectRoom = prepared((db, p: Params<{ id: Id }>) => db.select().from(rooms).where(eq(rooms.id, p.id)))

export async function findRoom(db: Db, id: Id): Promise<RoomRow | undefined> {
  return (await selectRoom(db, { id }))[0]
}

export async function roomTitles(db: Db, ids: readonly Id[]): Promise<Map<Id, RoomRow['title']>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: rooms.id, title: rooms.title })
    .from(rooms)
    .where(inArray(rooms.id, [...new Set(ids)]))
  return new Map(found.map(({ id, title }) => [id, title]))
}

export async function setArchived(tx: Db, id: Id, archivedAt: Date | null): Promise<void> {
  await tx.update(rooms).set({ archivedAt }).where(eq(rooms.id, id))
}

/** Whose rooms a list shows; the same questions as `mayEnterRoom`, asked of the database. */
export interface Sight {
  /** Places where a role is held. */
  heldIds: readonly Id[]
  /** Those and the ones above them. */
  aboveIds: readonly Id[]
  /** Everything below them, as scopes. */
  scopes: readonly string[]
  /** Everything below the places this person answers for, as scopes. */
  keptScopes: readonly string[]
  communityIds: readonly Id[]
}

const below = (scopes: readonly string[]): SQL[] => scopes.map((scope) => like(rooms.scope, `${scope}%`))

const inSight = (sight: Sight) =>
  or(
    eq(rooms.audience, 'members'),
    and(
      eq(rooms.audience, 'place'),
      ne(rooms.kind, 'school'),
      or(inArray(rooms.placeId, [...sight.aboveIds]), ...below(sight.scopes)),
    ),
    and(eq(rooms.kind, 'school'), inArray(rooms.placeId, [...sight.heldIds])),
    and(eq(rooms.audience, 'community'), inArray(rooms.communityId, [...sight.communityIds])),
    ...below(sight.keptScopes),
  )

/** When something was last written in a room, or when it was opened. */
const lastAt = sql`coalesce((select max(${topics.lastAt}) from ${topics} where ${topics.roomId} = ${rooms.id}), ${rooms.createdAt})`

/** The liveliest first. */
export async function listRooms(
  db: Db,
  q: {
    sight: Sight
    kind: RoomKind | undefined
    archived: boolean
    before: { at: Date; id: Id } | null
    limit: number
  },
): Promise<RoomRow[]> {
  const at = q.before && sql.param(q.before.at, rooms.createdAt)
  const older = q.before ? sql`(${lastAt} < ${at} or (${lastAt} = ${at} and ${rooms.id} < ${q.before.id}))` : undefined
  return db
    .select()
    .from(rooms)
    .where(
      and(
        inSight(q.sight),
        q.archived ? isNotNull(rooms.archivedAt) : isNull(rooms.archivedAt),
        q.kind && eq(rooms.kind, q.kind),
        older,
      ),
    )
    .orderBy(sql`${lastAt} desc`, desc(rooms.id))
    .limit(q.limit)
}

const isNew = (memberId: Id) => sql`
  ${messages.n} > coalesce(${topicReadings.upTo}, 0)
  and ${messages.deletedAt} is null
  and (${messages.authorId} is null or ${messages.authorId} <> ${memberId})`

const readBy = (memberId: Id) => sql`
  left join ${topicReadings} on ${topicReadings.topicId} = ${topics.id} and ${topicReadings.memberId} = ${memberId}`

/**
 * How each room stands for somebody: new messages, counted up to the limit so that a room nobody opened for years costs no more
 * than another, and the topic that was written in last.
 */
export async function standingOfRooms(
  db: Db,
  memberId: Id,
  ids: readonly Id[],
): Promise<Map<Id, { unread: number; latest: Id | null }>> {
  if (ids.length === 0) return new Map()
  const found = await fetchRows<{ id: Id; unread: number; latest: Id | null }>(
    db,
    sql`select ${rooms.id} as id,
        (select count(*) from (
          select 1 as one from ${topics} inner join ${messages} on ${messages.topicId} = ${topics.id} ${readBy(memberId)} ${followingsOf(memberId)}
          where ${topics.roomId} = ${rooms.id} and ${topics.lastN} > coalesce(${topicReadings.upTo}, 0) and ${isNew(memberId)} and ${counts}
          limit ${LIMITS.unread}) as fresh) as unread,
        (select ${topics.id} from ${topics} where ${topics.roomId} = ${rooms.id}
          order by ${topics.lastAt} desc, ${topics.id} desc limit 1) as latest
      from ${rooms} where ${inArray(rooms.id, [...ids])}`,
  )
  return new Map(found.map(({ id, unread, latest }) => [id, { unread, latest }]))
}

export async function unreadOfTopics(db: Db, memberId: Id, ids: readonly Id[]): Promise<Map<Id, number>> {
  if (ids.length === 0) return new Map()
  const found = await fetchRows<{ id: Id; unread: number }>(
    db,
    sql`select ${topics.id} as id,
        (select count(*) from (
          select 1 as one from ${messages} ${readBy(memberId)} ${followingsOf(memberId)}
          where ${messages.topicId} = ${topics.id} and ${isNew(memberId)} and ${counts} limit ${LIMITS.unread}) as fresh) as unread
      from ${topics} where ${inArray(topics.id, [...ids])}`,
  )
  return new Map(found.map(({ id, unread }) => [id, unread]))
}

/** Topics with something new for somebody, the liveliest first; of one room or of all in their sight. */
export async function topicsWithNews(
  db: Db,
  q: {
    memberId: Id
    within: { roomId: Id } | { sight: Sight }
    before: { at: Date; id: Id } | null
    limit: number
  },
): Promise<Id[]> {
  const within =
    'roomId' in q.within ? eq(topics.roomId, q.within.roomId) : and(inSight(q.within.sight), isNull(rooms.archivedAt))
  const at = q.before && sql.param(q.before.at, topics.lastAt)
  const older = q.before
    ? sql`and (${topics.lastAt} < ${at} or (${topics.lastAt} = ${at} and ${topics.id} < ${q.before.id}))`
    : sql``
  const found = await fetchRows<{ id: Id }>(
    db,
    sql`select ${topics.id} as id from ${topics} inner join ${rooms} on ${rooms.id} = ${topics.roomId}
        ${readBy(q.memberId)} ${followingsOf(q.memberId)}
      where ${within} ${older} and ${counts} and ${topics.lastN} > coalesce(${topicReadings.upTo}, 0)
        and exists (select 1 from ${messages} where ${messages.topicId} = ${topics.id} and ${isNew(q.memberId)})
      order by ${topics.lastAt} desc, ${topics.id} desc limit ${q.limit}`,
  )
  return found.map(({ id }) => id)
}

const selectUnread = prepared((db, p: Params<{ topicId: Id; memberId: Id }>) =>
  db
    .select({ n: messages.n })
    .from(messages)
    .leftJoin(topicReadings, and(eq(topicReadings.topicId, messages.topicId), eq(topicReadings.memberId, p.memberId)))
    .where(
      and(
        eq(messages.topicId, p.topicId),
        sql`${messages.n} > coalesce(${topicReadings.upTo}, 0)`,
        isNull(messages.deletedAt),
        or(isNull(messages.authorId), ne(messages.authorId, p.memberId)),
      ),
    )
    .orderBy(messages.n)
    .limit(LIMITS.unread),
)

/** Numbers of the messages that are new to somebody, the oldest first, up to the limit. */
export async function unreadOf(db: Db, q: { topicId: Id; memberId: Id }): Promise<number[]> {
  return (await selectUnread(db, q)).map(({ n }) => n)
}

const selectReading = prepared((db, p: Params<{ topicId: Id; memberId: Id }>) =>
  db
    .select({ upTo: topicReadings.upTo })
    .from(topicReadings)
    .where(and(eq(topicReadings.memberId, p.memberId), eq(topicReadings.topicId, p.topicId))),
)

export async function readUpTo(db: Db, q: { topicId: Id; memberId: Id }): Promise<number> {
  return (await selectReading(db, q))[0]?.upTo ?? 0
}

const upsertReading = prepared((db, p: Params<typeof topicReadings.$inferSelect>) =>
  db
    .insert(topicReadings)
    .values({ memberId: p.memberId, topicId: p.topicId, upTo: p.upTo })
    .onConflictDoUpdate({
      target: [topicReadings.memberId, topicReadings.topicId],
      set: { upTo: sql`excluded.up_to` },
      setWhere: sql`${topicReadings.upTo} < excluded.up_to`,
    })
    .returning({ upTo: topicReadings.upTo }),
)

/** Moves a reading position on; false when it stood there or further already. */
export async function moveReading(tx: Db, reading: typeof topicReadings.$inferSelect): Promise<boolean> {
  return (await upsertReading(tx, reading)).length > 0
}

export async function addReadings(tx: Db, made: readonly (typeof topicReadings.$inferSelect)[]): Promise<void> {
  for (let n = 0; n < made.length; n += 100) await tx.insert(topicReadings).values(made.slice(n, n + 100))
}

// Erasing

/** Takes every trace of a person out of the rooms; what they said stays, by nobody. */
export async function forgetMember(tx: Db, memberId: Id): Promise<void> {
  await tx.update(messages).set({ authorId: null }).where(eq(messages.authorId, memberId))
  await tx.update(topics).set({ authorId: null }).where(eq(topics.authorId, memberId))
  await tx.update(rooms).set({ hostId: null }).where(eq(rooms.hostId, memberId))
  await tx.delete(topicReadings).where(eq(topicReadings.memberId, memberId))
  await forgetFollowings(tx, memberId)
}
