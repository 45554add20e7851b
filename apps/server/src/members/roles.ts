import {
  AcademyError,
  type Actor,
  canBeHeldAt,
  type Done,
  type EndRole,
  type GrantRole,
  type Id,
  LIMITS,
  type LinkMade,
  type Member,
  type MemberPage,
  newId,
} from '@academy/contract'
import { mayEndRole, mayGrantRole, mayIssueRecovery, mayListMembers } from '@academy/policy'
import { addAudit } from '../platform/audit/store.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createRepeatable } from '../platform/deeds.ts'
import { addVerification, dropVerifications } from './invitation-store.ts'
import { linkToken } from './secrets.ts'
import { type MembersDeps, rolesAt } from './shared.ts'
import * as store from './store.ts'

const BY_NAME = { nameKey: 'text', id: 'text' } as const

/** What those who lead a place do about its people. */
export function createRoles(deps: MembersDeps) {
  const { auth, clock, db, doDeed, hooks, keys, places } = deps
  const repeatable = createRepeatable(deps)

  const tellChanged = (memberId: Id) => {
    for (const hook of hooks.onMembershipEnded) hook(memberId)
  }

  async function membersOf(
    actor: Actor,
    q: { placeId: Id; limit: number; cursor: string | null },
  ): Promise<MemberPage> {
    const path = await places.pathOf(q.placeId)
    if (!path || !mayListMembers(actor, path)) throw new AcademyError('not-found')
    const last = readCursor(q.cursor, BY_NAME)
    const rows = await store.membersAt(db.read, { placeId: q.placeId, last, limit: q.limit + 1 })
    const shown = rows.slice(0, q.limit)
    const held = await store.rolesOfMany(
      db.read,
      shown.map(({ id }) => id),
    )
    const items = shown.map(async (row) => {
      const all = held.get(row.id) ?? []
      const roles = all.filter(({ placeId }) => placeId === q.placeId).map(({ role }) => role)
      const person = { memberId: row.id, inviterId: row.inviterId, roles: await rolesAt(places, all) }
      return {
        id: row.id,
        name: row.name,
        since: row.createdAt.getTime(),
        roles,
        mayManage: roles.every((role) => mayEndRole(actor, { role, path, memberId: row.id })),
        mayRecover: !row.demo && mayIssueRecovery(actor, person),
      }
    })
    const end = shown.at(-1)
    return {
      items: await Promise.all(items),
      next: rows.length > q.limit && end ? writeCursor(end.nameKey, end.id) : null,
    }
  }

  async function grantRole(actor: Actor, input: GrantRole): Promise<Done> {
    const { memberId, placeId, role } = input
    const [member, path, briefs] = await Promise.all([
      store.findMember(db.read, memberId),
      places.pathOf(placeId),
      places.briefs([placeId]),
    ])
    const held = await rolesAt(places, await store.rolesOf(db.read, memberId))
    const heldPaths = held.map((at) => at.path)
    if (!member || member.erasedAt || !path || !mayGrantRole(actor, { role, path, heldPaths }))
      throw new AcademyError('not-found')
    const kind = briefs.get(placeId)?.kind
    if (!kind || !canBeHeldAt(role, kind)) throw new AcademyError('bad-input', { fields: ['placeId'] })
    return changeRole(actor as Member, 'members.grantRole', input, 'given')
  }

  async function endRole(actor: Actor, input: EndRole): Promise<Done> {
    const { memberId, placeId, role } = input
    const path = await places.pathOf(placeId)
    if (!path || !mayEndRole(actor, { role, path, memberId })) throw new AcademyError('not-found')
    return changeRole(actor as Member, 'members.endRole', input, 'ended')
  }

  async function changeRole(
    actor: Member,
    path: string,
    input: GrantRole | EndRole,
    what: 'given' | 'ended',
  ): Promise<Done> {
    const { memberId } = input
    const at = clock.now()
    const { done, fresh } = await doDeed({ actor, path, input, at }, async (tx) => {
      if (what === 'ended' && input.role === 'administrator') {
        const [first, ...others] = await store.administrators(tx)
        if (first === memberId && others.length === 0) throw new AcademyError('members/last-administrator')
      }
      const changed =
        what === 'given' ? await store.addRole(tx, memberId, input, at) : await store.dropRole(tx, memberId, input)
      if (!changed) return []
      const subject = { kind: 'member', id: memberId }
      await addAudit(tx, { at, actorId: actor.id, act: `members.role-${what}`, subject, note: input.role })
      return [{ stream: `member:${memberId}`, kind: `role.${what}`, subjectId: input.placeId }]
    })
    if (fresh) tellChanged(memberId)
    return done
  }

  /** A single-use link that sets a new password, for somebody without mail. Earlier links of the person stop working. */
  async function issueRecovery(actor: Actor, input: { id: Id; memberId: Id }): Promise<LinkMade> {
    const { memberId } = input
    const member = await store.findMember(db.read, memberId)
    const roles = await rolesAt(places, await store.rolesOf(db.read, memberId))
    if (
      !member ||
      member.erasedAt ||
      member.demo ||
      !mayIssueRecovery(actor, { memberId, inviterId: member.inviterId, roles })
    )
      throw new AcademyError('not-found')
    const at = clock.now()
    const token = linkToken(keys, 'recovery', input.id)
    const { done } = await doDeed({ actor, path: 'members.issueRecovery', input, at }, async (tx) => {
      await dropVerifications(tx, memberId)
      await addVerification(tx, {
        id: newId(),
        identifier: auth.recoveryIdentifier(token),
        value: memberId,
        createdAt: at,
        updatedAt: at,
        expiresAt: new Date(at.getTime() + LIMITS.recovery),
      })
      const subject = { kind: 'member', id: memberId }
      await addAudit(tx, { at, actorId: (actor as Member).id, act: 'members.recovery-issued', subject })
      return []
    })
    return { ...done, token, expiresAt: done.at + LIMITS.recovery }
  }

  return {
    membersOf,
    grantRole: repeatable('members.grantRole', grantRole),
    endRole: repeatable('members.endRole', endRole),
    // Not answered to whoever may not do it any more: what it answers is the key to somebody's account.
    issueRecovery,
  }
}

export type Roles = ReturnType<typeof createRoles>
