import type { Actor, Id, PlaceBrief, PlacePath, RoleHeld, RoleView } from '@academy/contract'
import type { Db, Store } from '@academy/database'
import type { RoleAt } from '@academy/policy'
import type { Clock } from '../platform/clock.ts'
import type { Commands } from '../platform/commands.ts'
import type { DoDeed } from '../platform/deeds.ts'
import type { Keys } from '../platform/keys.ts'
import type { Auth } from './auth.ts'
import type { Mail } from './mail.ts'

/** What members need to know of places; the places room gives it. */
export interface PlaceLookup {
  pathOf(placeId: Id): Promise<PlacePath | undefined>
  briefs(ids: readonly Id[]): Promise<Map<Id, PlaceBrief>>
  /** Where an administrator's role is held. */
  firstRegion(): Promise<Id>
}

/** What later rooms and the sockets are told; build-server registers them. */
export interface MemberHooks {
  /** These logins ended: their sockets stop within a second. */
  onLoginEnded: ((loginIds: readonly Id[]) => void)[]
  /** Somebody's roles changed, were ended or were given: their sockets ask again what they may follow. */
  onMembershipEnded: ((memberId: Id) => void)[]
  /** Somebody (a guest, too) is being erased, in the same write: a room forgets who they were. */
  onMemberErased: ((tx: Db, memberId: Id, at: Date) => Promise<void>)[]
  /** A room's part of "my data", under its name. */
  contributeToExport: [room: string, of: (memberId: Id) => Promise<unknown>][]
}

export interface MembersDeps {
  db: Store
  clock: Clock
  commands: Commands
  doDeed: DoDeed
  keys: Keys
  places: PlaceLookup
  auth: Auth
  mail: Mail
  hooks: MemberHooks
  demo: { on: boolean; open: boolean }
}

/** Who calls and from where, without a carrier. */
export interface Caller {
  actor: Actor
  loginId: Id | null
  cookieHeader: string | undefined
  ip: string
  userAgent: string
}

/** Held roles with the way to their places, as policy asks for them. */
export async function rolesAt(places: PlaceLookup, roles: readonly RoleHeld[]): Promise<RoleAt[]> {
  const paths = await Promise.all(roles.map(({ placeId }) => places.pathOf(placeId)))
  return roles.map(({ role }, n) => ({ role, path: paths[n] ?? [] }))
}

/** Held roles with the names of their places, as people see them. */
export async function roleViews(places: PlaceLookup, roles: readonly RoleHeld[]): Promise<RoleView[]> {
  const briefs = await places.briefs(roles.map(({ placeId }) => placeId))
  return roles.flatMap(({ role, placeId }) => {
    const place = briefs.get(placeId)
    return place ? [{ role, place }] : []
  })
}
