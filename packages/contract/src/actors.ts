import * as v from 'valibot'
import type { Id } from './ids.ts'

export const ROLES = [
  'teacher',
  'parent',
  'school-leader',
  'trainer',
  'mentor',
  'room-moderator',
  'district-officer',
  'programme-partner',
  'administrator',
] as const
export const Role = v.picklist(ROLES)
export type Role = (typeof ROLES)[number]

/** A role is held at a place and covers everything below it (a district officer at the district covers its schools). */
export interface RoleHeld {
  role: Role
  placeId: Id
}

/** Somebody with an account. Children have none. */
export interface Member {
  kind: 'member'
  id: Id
  name: string
  roles: readonly RoleHeld[]
}

/** Somebody who joined live sessions by a code or a link, without an account. */
export interface Guest {
  kind: 'guest'
  id: Id
}

/** Anybody who opened a link. */
export interface Stranger {
  kind: 'stranger'
}

export type Actor = Member | Guest | Stranger

/** One word for who somebody is: what the browser files their things under, and tells the server it acts as. */
export const actorKey = (actor: Actor): string => (actor.kind === 'stranger' ? 'stranger' : actor.id)

/** Where something belongs: the ids from the region down to the place itself. Policy looks for a held role's place in it. */
export type PlacePath = readonly Id[]
