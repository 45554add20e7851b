import {
  AcademyError,
  type ArchiveRoom,
  type CatchUp,
  type CreateRoom,
  type Done,
  type FollowRoom,
  type FollowTopic,
  type Id,
  type ListRooms,
  type Member,
  type Page,
  personalStream,
  type RoomItem,
  type RoomOpened,
  roomStream,
} from '@academy/contract'
import { followLevel, KEEPERS, mayArchiveRoom, mayModerateRoom, mayOpenRoom, mayStartTopic } from '@academy/policy'
import { heldPathsOf, scopeOf } from '../communities/index.ts'
import { addAudit } from '../platform/audit/store.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createRepeatable } from '../platform/deeds.ts'
import { chosenForRoom, followRoom, followTopic } from './following-store.ts'
import type { RoomsDeps, RoomsShared } from './shared.ts'
import * as store from './store.ts'
import type { TopicsService } from './topics.ts'
import { findTopics } from './topics-store.ts'

export type RoomsService = ReturnType<typeof createRoomsService>

/** The rooms themselves. What is said in them is in topics.ts and messages.ts. */
export function createRoomsService(deps: RoomsDeps, shared: RoomsShared, topics: TopicsService) {
  const { db, clock, doDeed, streams, places, communities } = deps
  const repeatable = createRepeatable(deps)

  async function create(member: Member, input: CreateRoom): Promise<Done> {
    const path = await places.pathOf(input.placeId)
    if (!path) throw new AcademyError('not-found')
    const { communityId, kind } = input
    const heldPaths = await heldPathsOf(places, member)
    // A room shows its community's name: only of one that they may see.
    if (communityId !== null && !(await communities.sees(member, communityId, heldPaths)))
      throw new AcademyError('not-found')
    const joined = communityId !== null && (await communities.has(member, communityId, heldPaths))
    if (!mayOpenRoom(member, { kind, placePath: path, joined })) throw new AcademyError('refused')
    if (kind === 'school' && (await places.briefs([input.placeId])).get(input.placeId)?.kind !== 'school')
      throw new AcademyError('bad-input', { fields: ['placeId'] })
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'rooms.create', input, at }, async (tx) => {
      await store.addRooms(tx, [newRoom({ ...input, path, hostId: member.id, at })])
      return [{ stream: roomStream(input.id), kind: 'room.changed', subjectId: input.id }]
    })
    return done
  }

  async function archive(member: Member, input: ArchiveRoom): Promise<Done> {
    const { row, facts } = await shared.enterRoom(member, input.roomId)
    if (!mayArchiveRoom(member, facts)) throw new AcademyError('refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'rooms.archive', input, at }, async (tx) => {
      await store.setArchived(tx, row.id, input.on ? at : null)
      await addAudit(tx, {
        at,
        actorId: member.id,
        act: input.on ? 'rooms.archived' : 'rooms.opened-again',
        subject: { kind: 'room', id: row.id },
      })
      return [{ stream: roomStream(row.id), kind: 'room.changed', subjectId: row.id }]
    })
    return done
  }

  async function follow(member: Member, input: FollowRoom): Promise<Done> {
    const { row } = await shared.enterRoom(member, input.roomId)
    const { done } = await doDeed({ actor: member, path: 'rooms.followRoom', input, at: clock.now() }, async (tx) => {
      await followRoom(tx, { memberId: member.id, roomId: row.id, level: input.level })
      return [{ stream: personalStream(member), kind: 'following.room', subjectId: row.id }]
    })
    return done
  }

  async function followOne(member: Member, input: FollowTopic): Promise<Done> {
    const { row } = await shared.enterTopic(member, input.topicId)
    const { topicId } = row
    const { done } = await doDeed({ actor: member, path: 'rooms.followTopic', input, at: clock.now() }, async (tx) => {
      await followTopic(tx, { memberId: member.id, topicId, level: input.level })
      return [{ stream: personalStream(member), kind: 'following.topic', subjectId: topicId }]
    })
    return done
  }

  /** Everything `mayEnterRoom` would let this member into, for the database. */
  async function sightOf(member: Member): Promise<store.Sight> {
    const heldPaths = await heldPathsOf(places, member)
    const kept = await heldPathsOf(places, {
      ...member,
      roles: member.roles.filter(({ role }) => KEEPERS.includes(role)),
    })
    return {
      heldIds: [...new Set(member.roles.map((held) => held.placeId))],
      aboveIds: [...new Set(heldPaths.flat())],
      scopes: [...new Set(heldPaths.map(scopeOf))],
      keptScopes: [...new Set(kept.map(scopeOf))],
      communityIds: await communities.joinedBy(member, heldPaths),
    }
  }

  async function list(member: Member, q: ListRooms): Promise<Page<RoomItem>> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.listRooms(db.read, {
      sight: await sightOf(member),
      kind: q.kind,
      archived: q.archived,
      before: before && { at: new Date(before.at), id: before.id },
      limit: q.limit + 1,
    })
    const items = await present(member, rows.slice(0, q.limit))
    const last = items.at(-1)
    return { items, next: rows.length > q.limit && last ? writeCursor(last.lastAt, last.id) : null }
  }

  async function present(member: Member, rows: readonly store.RoomRow[]): Promise<RoomItem[]> {
    const [views, standing] = await Promise.all([
      shared.presentRooms(rows),
      store.standingOfRooms(
        db.read,
        member.id,
        rows.map((row) => row.id),
      ),
    ])
    const latest = await findTopics(
      db.read,
      [...standing.values()].flatMap((room) => room.latest ?? []),
    )
    return rows.flatMap((row, n) => {
      const view = views[n]
      if (!view) return []
      const topic = latest.get(standing.get(row.id)?.latest ?? '')
      return {
        ...view,
        latest: topic ? { topicId: topic.id, title: topic.title } : null,
        lastAt: (topic?.lastAt ?? row.createdAt).getTime(),
        unread: standing.get(row.id)?.unread ?? 0,
      }
    })
  }

  /** The number is read before the rows: what happens in between comes again as news. */
  async function open(member: Member, roomId: Id): Promise<RoomOpened> {
    const { row, facts } = await shared.enterRoom(member, roomId)
    const seq = await streams.seqOf(roomStream(row.id))
    const [[room], page, pinned, chosen] = await Promise.all([
      shared.presentRooms([row]),
      topics.firstPage(member, row.id),
      topics.pinned(member, row.id),
      chosenForRoom(db.read, { roomId: row.id, memberId: member.id }),
    ])
    if (!room) throw new AcademyError('not-found')
    return {
      room,
      seq,
      topics: page,
      pinned,
      follow: { chosen, level: followLevel(null, chosen) },
      may: { start: mayStartTopic(member, facts), moderate: mayModerateRoom(member, facts) },
      now: clock.now().getTime(),
    }
  }

  return {
    create: repeatable('rooms.create', create),
    archive: repeatable('rooms.archive', archive),
    followRoom: repeatable('rooms.followRoom', follow),
    followTopic: repeatable('rooms.followTopic', followOne),
    list,
    catchUp: async (member: Member, q: CatchUp) => topics.catchUp(member, await sightOf(member), q),
    open,
  }
}

/** A row for a room; `path` leads to its place. */
export const newRoom = (
  room: Omit<CreateRoom, 'composedAt'> & { path: readonly Id[]; hostId: Id | null; at: Date },
): store.RoomRow => ({
  id: room.id,
  kind: room.kind,
  audience: room.audience,
  placeId: room.placeId,
  scope: scopeOf(room.path),
  communityId: room.communityId,
  title: room.title,
  hostId: room.hostId,
  archivedAt: null,
  createdAt: room.at,
})
