import type { Actor, Member, PlacePath, Role } from '@academy/contract'

/** Does this person hold one of the roles at the place or above it? */
export const holds = (actor: Actor, roles: readonly Role[], path: PlacePath): actor is Member =>
  actor.kind === 'member' && actor.roles.some((held) => roles.includes(held.role) && path.includes(held.placeId))

/** Does this person hold one of the roles anywhere? */
export const holdsAnywhere = (actor: Actor, roles: readonly Role[]): actor is Member =>
  actor.kind === 'member' && actor.roles.some((held) => roles.includes(held.role))

export const isMember = (actor: Actor): actor is Member => actor.kind === 'member'
