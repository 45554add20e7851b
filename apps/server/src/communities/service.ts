import {
  AcademyError,
  type CommunityBrief,
  type CommunityFacts,
  type CommunityPeople,
  type CommunityPerson,
  type CommunityView,
  type CreateCommunity,
  type Done,
  type Id,
  type JoinCommunity,
  type LeaveCommunity,
  type ListCommunities,
  type Member,
  type Page,
  type PlaceBrief,
  type PlacePath,
  type ShowOut,
} from '@academy/contract'
import type { Store } from '@academy/database'
import { sortKey } from '@academy/language'
import {
  isInCommunity,
  mayFoundCommunity,
  mayJoinCommunity,
  mayLeaveCommunity,
  mayRunCommunity,
  maySeeCommunity,
} from '@academy/policy'
import { addAudit } from '../platform/audit/store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Commands } from '../platform/commands.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createRepeatable, type DoDeed } from '../platform/deeds.ts'
import { factsOf, presentBrief, presentCommunity } from './present.ts'
import { heldPathsOf, pathOfScope, scopeOf } from './scope.ts'
import * as store from './store.ts'

export interface CommunitiesDeps {
  db: Store
  clock: Clock
  commands: Commands
  doDeed: DoDeed
  places: {
    pathOf(placeId: Id): Promise<PlacePath | undefined>
    briefs(ids: readonly Id[]): Promise<Map<Id, PlaceBrief>>
  }
  members: { namesOf(ids: readonly Id[]): Promise<Map<Id, string>> }
  /** Somebody left or was shown out: what they followed as one of the community ends. */
  onMembershipEnded(memberId: Id): void
}

interface Entered {
  standing: store.Standing
  facts: CommunityFacts
}

export function createCommunitiesService(deps: CommunitiesDeps) {
  const { db, clock, doDeed, places, members } = deps
  const repeatable = createRepeatable(deps)

  /** One answer for a community that is not there and one that is not for them. */
  async function enter(member: Member, communityId: Id): Promise<Entered> {
    const standing = await store.findStanding(db.read, communityId, member.id)
    if (!standing) throw new AcademyError('not-found')
    const facts = factsOf(standing, await heldPathsOf(places, member))
    if (!maySeeCommunity(member, facts)) throw new AcademyError('not-found')
    return { standing, facts }
  }

  /** For rooms of a community: to those who may not see it, there is none. */
  async function sees(member: Member, communityId: Id, heldPaths: readonly PlacePath[]): Promise<boolean> {
    const standing = await store.findStanding(db.read, communityId, member.id)
    return standing !== undefined && maySeeCommunity(member, factsOf(standing, heldPaths))
  }

  async function present(member: Member, entered: readonly Entered[]): Promise<CommunityView[]> {
    const rows = entered.map(({ standing }) => standing.community)
    const [briefs, people] = await Promise.all([
      places.briefs(rows.flatMap((row) => row.placeId ?? [])),
      store.countPeople(
        db.read,
        rows.map((row) => row.id),
      ),
    ])
    return entered.map(({ standing, facts }) =>
      presentCommunity(member, standing, facts, {
        place: briefs.get(standing.community.placeId ?? '') ?? null,
        people: people.get(standing.community.id) ?? 0,
      }),
    )
  }

  async function list(member: Member, q: ListCommunities): Promise<Page<CommunityView>> {
    const heldPaths = await heldPathsOf(places, member)
    const rows = await store.listStandings(db.read, {
      memberId: member.id,
      mine: q.mine,
      placeIds: [...new Set(heldPaths.flat())],
      scopes: heldPaths.map(scopeOf),
      after: readCursor(q.cursor, { nameKey: 'text', id: 'text' }),
      limit: q.limit + 1,
    })
    const page = rows.slice(0, q.limit)
    const last = page.at(-1)?.community
    return {
      items: await present(
        member,
        page.map((standing) => ({ standing, facts: factsOf(standing, heldPaths) })),
      ),
      next: rows.length > q.limit && last ? writeCursor(last.nameKey, last.id) : null,
    }
  }

  async function open(member: Member, communityId: Id): Promise<CommunityView> {
    const [view] = await present(member, [await enter(member, communityId)])
    if (!view) throw new AcademyError('not-found')
    return view
  }

  async function create(member: Member, input: CreateCommunity): Promise<Done> {
    const path = input.placeId ? await places.pathOf(input.placeId) : []
    if (!path) throw new AcademyError('not-found')
    if (!mayFoundCommunity(member, input.placeId ? { id: input.placeId, path } : null))
      throw new AcademyError('refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'communities.create', input, at }, async (tx) => {
      await store.addCommunities(tx, [newCommunity({ ...input, path, at })])
      await store.addPeople(tx, [{ communityId: input.id, memberId: member.id, joinedAt: at, shownOutAt: null }])
      return []
    })
    return done
  }

  async function join(member: Member, input: JoinCommunity): Promise<Done> {
    const { standing, facts } = await enter(member, input.communityId)
    if (!mayJoinCommunity(member, facts)) throw new AcademyError('refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'communities.join', input, at }, async (tx) => {
      const person = { communityId: standing.community.id, memberId: member.id, joinedAt: at, shownOutAt: null }
      await store.addPeople(tx, [person])
      return []
    })
    return done
  }

  async function leave(member: Member, input: LeaveCommunity): Promise<Done> {
    // Not `enter`: who moved away sees it no more and may still leave.
    const standing = await store.findStanding(db.read, input.communityId, member.id)
    if (!standing) throw new AcademyError('not-found')
    const facts = factsOf(standing, await heldPathsOf(places, member))
    // Left already: nothing to do, and a repeated command gets its first answer.
    if (!mayLeaveCommunity(member, facts) && !maySeeCommunity(member, facts)) throw new AcademyError('not-found')
    const at = clock.now()
    const { done, fresh } = await doDeed({ actor: member, path: 'communities.leave', input, at }, async (tx) => {
      await store.removePerson(tx, standing.community.id, member.id)
      return []
    })
    if (fresh) deps.onMembershipEnded(member.id)
    return done
  }

  async function showOut(member: Member, input: ShowOut): Promise<Done> {
    const { standing, facts } = await enter(member, input.communityId)
    if (!mayRunCommunity(member, facts)) throw new AcademyError('refused')
    const { id } = standing.community
    const at = clock.now()
    const { done, fresh } = await doDeed({ actor: member, path: 'communities.showOut', input, at }, async (tx) => {
      if (input.on) {
        if (!(await store.showOut(tx, id, input.memberId, at))) throw new AcademyError('not-found')
      } else await store.letInAgain(tx, id, input.memberId)
      await addAudit(tx, {
        at,
        actorId: member.id,
        act: input.on ? 'communities.shown-out' : 'communities.let-in-again',
        subject: { kind: 'member', id: input.memberId },
        note: id,
      })
      return []
    })
    if (fresh && input.on) deps.onMembershipEnded(input.memberId)
    return done
  }

  async function people(member: Member, q: CommunityPeople): Promise<Page<CommunityPerson>> {
    const { standing, facts } = await enter(member, q.communityId)
    if (!mayRunCommunity(member, facts)) throw new AcademyError('refused')
    const after = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.listPeople(db.read, {
      communityId: standing.community.id,
      after: after && { at: new Date(after.at), id: after.id },
      limit: q.limit + 1,
    })
    const page = rows.slice(0, q.limit)
    const names = await members.namesOf(page.map((row) => row.memberId))
    const last = page.at(-1)
    return {
      items: page.map((row) => ({
        id: row.memberId,
        name: names.get(row.memberId) ?? null,
        since: row.joinedAt.getTime(),
        shownOut: row.shownOutAt !== null,
      })),
      next: rows.length > q.limit && last ? writeCursor(last.joinedAt.getTime(), last.memberId) : null,
    }
  }

  /** Is this member in? The facts are read anew each time: who left is out at once. */
  async function has(member: Member, communityId: Id, heldPaths: readonly PlacePath[]): Promise<boolean> {
    const scope = await store.scopeIfJoined(db.read, communityId, member.id)
    return scope !== undefined && isInCommunity(member, inIt(scope, heldPaths))
  }

  /** The communities this member is in. */
  async function joinedBy(member: Member, heldPaths: readonly PlacePath[]): Promise<Id[]> {
    const joined = await store.joinedBy(db.read, member.id)
    return joined.flatMap(({ community }) =>
      isInCommunity(member, inIt(community.scope, heldPaths)) ? [community.id] : [],
    )
  }

  async function briefs(ids: readonly Id[]): Promise<Map<Id, CommunityBrief>> {
    const rows = await store.findCommunities(db.read, ids)
    return new Map(rows.map((row) => [row.id, presentBrief(row)]))
  }

  return {
    list,
    open,
    create: repeatable('communities.create', create),
    join: repeatable('communities.join', join),
    leave: repeatable('communities.leave', leave),
    showOut: repeatable('communities.showOut', showOut),
    people,
    sees,
    has,
    joinedBy,
    briefs,
  }
}

export type CommunitiesService = ReturnType<typeof createCommunitiesService>

const inIt = (scope: string, heldPaths: readonly PlacePath[]): CommunityFacts => ({
  placePath: pathOfScope(scope),
  heldPaths,
  joined: true,
  shownOut: false,
})

/** A row for a community; `path` leads to its place and is empty where it is for everybody. */
export const newCommunity = (
  community: Pick<CreateCommunity, 'id' | 'kind' | 'placeId' | 'name'> & { path: PlacePath; at: Date },
): store.CommunityRow => {
  const { id, kind, placeId, name, path, at } = community
  return {
    id,
    kind,
    placeId,
    scope: scopeOf(path),
    name,
    nameKey: sortKey('kk', name.kk || name.ru || name.en),
    createdAt: at,
  }
}
