import type { Id } from '@academy/contract'
import { type Db, type Params, prepared } from '@academy/database'
import { and, asc, count, eq, gt, inArray, isNull, like, or } from 'drizzle-orm'
import { communities, communityMembers } from './tables.ts'

export type CommunityRow = typeof communities.$inferSelect

/** A community and how one member stands to it. */
export interface Standing {
  community: CommunityRow
  joined: boolean
  shownOut: boolean
}

export async function addCommunities(tx: Db, rows: readonly CommunityRow[]): Promise<void> {
  for (let n = 0; n < rows.length; n += 100) await tx.insert(communities).values(rows.slice(n, n + 100))
}

const ofMember = (memberId: Id | Params<{ memberId: Id }>['memberId']) =>
  and(eq(communityMembers.communityId, communities.id), eq(communityMembers.memberId, memberId))

const columns = {
  community: communities,
  joinedAt: communityMembers.joinedAt,
  shownOutAt: communityMembers.shownOutAt,
}

const standing = (row: { community: CommunityRow; joinedAt: Date | null; shownOutAt: Date | null }): Standing => ({
  community: row.community,
  joined: row.joinedAt !== null && row.shownOutAt === null,
  shownOut: row.shownOutAt !== null,
})

export async function findStanding(db: Db, communityId: Id, memberId: Id): Promise<Standing | undefined> {
  const [row] = await db
    .select(columns)
    .from(communities)
    .leftJoin(communityMembers, ofMember(memberId))
    .where(eq(communities.id, communityId))
  return row && standing(row)
}

const selectJoined = prepared((db, p: Params<{ communityId: Id; memberId: Id }>) =>
  db
    .select({ scope: communities.scope })
    .from(communities)
    .innerJoin(communityMembers, ofMember(p.memberId))
    .where(and(eq(communities.id, p.communityId), isNull(communityMembers.shownOutAt))),
)

/** Where a community lies that this member has joined; undefined when they have not. Asked at every message. */
export async function scopeIfJoined(db: Db, communityId: Id, memberId: Id): Promise<string | undefined> {
  return (await selectJoined(db, { communityId, memberId }))[0]?.scope
}

export async function joinedBy(db: Db, memberId: Id): Promise<{ community: CommunityRow; joinedAt: Date }[]> {
  return db
    .select({ community: communities, joinedAt: communityMembers.joinedAt })
    .from(communityMembers)
    .innerJoin(communities, eq(communities.id, communityMembers.communityId))
    .where(and(eq(communityMembers.memberId, memberId), isNull(communityMembers.shownOutAt)))
    .orderBy(asc(communities.nameKey))
}

/** Communities for everybody, of these places, or below these scopes, by name. */
export async function listStandings(
  db: Db,
  q: {
    memberId: Id
    mine: boolean
    placeIds: readonly Id[]
    scopes: readonly string[]
    after: { nameKey: string; id: string } | null
    limit: number
  },
): Promise<Standing[]> {
  const { after } = q
  const rows = await db
    .select(columns)
    .from(communities)
    .leftJoin(communityMembers, ofMember(q.memberId))
    .where(
      and(
        or(
          isNull(communities.placeId),
          inArray(communities.placeId, [...q.placeIds]),
          ...q.scopes.map((scope) => like(communities.scope, `${scope}%`)),
        ),
        q.mine ? and(eq(communityMembers.memberId, q.memberId), isNull(communityMembers.shownOutAt)) : undefined,
        after
          ? or(
              gt(communities.nameKey, after.nameKey),
              and(eq(communities.nameKey, after.nameKey), gt(communities.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(communities.nameKey), asc(communities.id))
    .limit(q.limit)
  return rows.map(standing)
}

export async function findCommunities(db: Db, ids: readonly Id[]): Promise<CommunityRow[]> {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(communities)
        .where(inArray(communities.id, [...new Set(ids)]))
}

export async function countPeople(db: Db, ids: readonly Id[]): Promise<Map<Id, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: communityMembers.communityId, n: count() })
    .from(communityMembers)
    .where(and(inArray(communityMembers.communityId, [...ids]), isNull(communityMembers.shownOutAt)))
    .groupBy(communityMembers.communityId)
  return new Map(rows.map((row) => [row.id, row.n]))
}

export type PersonRow = typeof communityMembers.$inferSelect

/** By when they joined. */
export async function listPeople(
  db: Db,
  q: { communityId: Id; after: { at: Date; id: Id } | null; limit: number },
): Promise<PersonRow[]> {
  const { joinedAt, memberId } = communityMembers
  const later = q.after
    ? or(gt(joinedAt, q.after.at), and(eq(joinedAt, q.after.at), gt(memberId, q.after.id)))
    : undefined
  return db
    .select()
    .from(communityMembers)
    .where(and(eq(communityMembers.communityId, q.communityId), later))
    .orderBy(asc(joinedAt), asc(memberId))
    .limit(q.limit)
}

export async function addPeople(tx: Db, rows: readonly PersonRow[]): Promise<void> {
  for (let n = 0; n < rows.length; n += 100)
    await tx
      .insert(communityMembers)
      .values(rows.slice(n, n + 100))
      .onConflictDoNothing()
}

/** Leaves; somebody shown out stays so. */
export async function removePerson(tx: Db, communityId: Id, memberId: Id): Promise<void> {
  await tx
    .delete(communityMembers)
    .where(
      and(
        eq(communityMembers.communityId, communityId),
        eq(communityMembers.memberId, memberId),
        isNull(communityMembers.shownOutAt),
      ),
    )
}

/** False when that person is not in. */
export async function showOut(tx: Db, communityId: Id, memberId: Id, at: Date): Promise<boolean> {
  const out = await tx
    .update(communityMembers)
    .set({ shownOutAt: at })
    .where(
      and(
        eq(communityMembers.communityId, communityId),
        eq(communityMembers.memberId, memberId),
        isNull(communityMembers.shownOutAt),
      ),
    )
    .returning({ id: communityMembers.memberId })
  return out.length > 0
}

/** Forgets that somebody was shown out: they may join again. */
export async function letInAgain(tx: Db, communityId: Id, memberId: Id): Promise<void> {
  await tx
    .delete(communityMembers)
    .where(and(eq(communityMembers.communityId, communityId), eq(communityMembers.memberId, memberId)))
}

export async function forgetMember(tx: Db, memberId: Id): Promise<void> {
  await tx.delete(communityMembers).where(eq(communityMembers.memberId, memberId))
}
