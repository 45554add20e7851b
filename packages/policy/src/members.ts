import type { Actor, Id, PlacePath, Role } from '@academy/contract'
import { holds, holdsAnywhere, isMember } from './roles.ts'

/** A role at a place, with the way to the place. */
export interface RoleAt {
  role: Role
  path: PlacePath
}

/** Whom each role may bring in, inside the place where it is held. Administrators may bring in anybody anywhere. */
const MAY_BRING_IN: { by: Role; roles: readonly Role[] }[] = [
  { by: 'district-officer', roles: ['school-leader', 'teacher', 'parent', 'trainer', 'mentor', 'room-moderator'] },
  { by: 'school-leader', roles: ['teacher', 'parent', 'room-moderator'] },
  { by: 'teacher', roles: ['parent'] },
]

export const mayInvite = (actor: Actor, { role, path }: RoleAt): boolean =>
  holdsAnywhere(actor, ['administrator']) ||
  MAY_BRING_IN.some(({ by, roles }) => roles.includes(role) && holds(actor, [by], path))

/** One's own invitations, and those to roles one may invite to: a leader tidies up after a teacher who left. */
export const mayRevokeInvitation = (actor: Actor, invitation: RoleAt & { inviterId: Id | null }): boolean =>
  isMember(actor) && (actor.id === invitation.inviterId || mayInvite(actor, invitation))

/** Everybody who invites sees their own invitations; this is for all of a place. */
export const maySeeInvitations = (actor: Actor, path: PlacePath): boolean => leads(actor, path)

export const mayListMembers = (actor: Actor, path: PlacePath): boolean => leads(actor, path)

const leads = (actor: Actor, path: PlacePath) =>
  holdsAnywhere(actor, ['administrator']) || holds(actor, ['district-officer', 'school-leader'], path)

/**
 * Giving a role to somebody who is here already. Teachers invite but do not grant;
 * whoever is not an administrator grants only to people who hold a role in the places they lead.
 */
export const mayGrantRole = (actor: Actor, grant: RoleAt & { heldPaths: readonly PlacePath[] }): boolean =>
  leads(actor, grant.path) &&
  mayInvite(actor, grant) &&
  (holdsAnywhere(actor, ['administrator']) || grant.heldPaths.some((path) => leads(actor, path)))

/** Leaders end the roles they may grant; everybody may lay down their own. */
export const mayEndRole = (actor: Actor, end: RoleAt & { memberId: Id }): boolean =>
  isMember(actor) && (actor.id === end.memberId || (leads(actor, end.path) && mayInvite(actor, end)))

/**
 * A recovery link opens the account to whoever holds it, with every role in it. So it is issued by the one who invited the person
 * or by a leader, and only when they might have invited to every role the person holds: nobody climbs by recovering somebody.
 */
export const mayIssueRecovery = (
  actor: Actor,
  person: { memberId: Id; inviterId: Id | null; roles: readonly RoleAt[] },
): boolean =>
  isMember(actor) &&
  actor.id !== person.memberId &&
  person.roles.length > 0 &&
  person.roles.every((role) => mayInvite(actor, role)) &&
  (actor.id === person.inviterId || person.roles.some(({ path }) => leads(actor, path)))

/** The demo's one-press doors. Open to the world, a demo lets nobody in who could change what others see of it. */
export const mayEnterDemo = (role: Role, demo: { on: boolean; open: boolean }): boolean =>
  demo.on && !(demo.open && (role === 'administrator' || role === 'district-officer'))
