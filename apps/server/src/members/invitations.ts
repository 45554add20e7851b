import {
  AcademyError,
  type Accept,
  type AcceptAsMember,
  type Actor,
  CONSENT_TEXT,
  canBeHeldAt,
  type Done,
  type Id,
  type InvitationCard,
  type InvitationPage,
  type Invite,
  LIMITS,
  type LinkMade,
  type Member,
  newId,
  type PlaceBrief,
  type PlacePath,
  type Role,
} from '@academy/contract'
import { type Db, isUniqueViolation } from '@academy/database'
import { isIin, maskIins, sortKey } from '@academy/language'
import { mayInvite, mayRevokeInvitation, maySeeInvitations } from '@academy/policy'
import { addAudit } from '../platform/audit/store.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createRepeatable } from '../platform/deeds.ts'
import * as invitations from './invitation-store.ts'
import { asking, type Logins } from './logins.ts'
import { hashPassword, isWeak } from './passwords.ts'
import { presentInvitation } from './present.ts'
import { hashToken, linkToken } from './secrets.ts'
import type { Caller, MembersDeps } from './shared.ts'
import * as store from './store.ts'

/** Roles given to many people by one link; the others are given to one. */
const GIVEN_TO_MANY: readonly Role[] = ['parent', 'teacher']
const NEWEST_FIRST = { at: 'number', id: 'text' } as const

export function createInvitations(deps: MembersDeps, logins: Logins) {
  const { auth, clock, db, doDeed, hooks, keys, places } = deps
  const repeatable = createRepeatable(deps)

  /** A place with the way to it. */
  async function at(placeId: Id): Promise<{ place: PlaceBrief; path: PlacePath } | undefined> {
    const [path, briefs] = await Promise.all([places.pathOf(placeId), places.briefs([placeId])])
    const place = briefs.get(placeId)
    return path && place ? { place, path } : undefined
  }

  /** The link itself is kept nowhere: it is made anew from the command's id. */
  async function invite(actor: Actor, input: Invite): Promise<LinkMade> {
    const done = await make(actor, input)
    const made = await invitations.findInvitation(db.read, input.id)
    if (!made) throw new AcademyError('not-found')
    return { ...done, token: linkToken(keys, 'invitation', made.id), expiresAt: made.expiresAt.getTime() }
  }

  const make = repeatable('members.invite', async (actor: Actor, input: Invite): Promise<Done> => {
    const { role, placeId } = input
    const where = await at(placeId)
    if (!where) throw new AcademyError('not-found')
    if (!mayInvite(actor, { role, path: where.path })) throw new AcademyError('refused')
    if (!canBeHeldAt(role, where.place.kind)) throw new AcademyError('bad-input', { fields: ['placeId'] })
    const now = clock.now()
    const expiresAt = input.expiresAt ?? now.getTime() + LIMITS.invitation.usual
    const known = await invitations.findInvitation(db.read, input.id)
    if (!known && (expiresAt <= now.getTime() || expiresAt > now.getTime() + LIMITS.invitation.longest))
      throw new AcademyError('bad-input', { fields: ['expiresAt'] })
    const token = linkToken(keys, 'invitation', input.id)
    if (known && known.inviterId !== (actor as Member).id) throw new AcademyError('command/conflict')
    const { done } = await doDeed({ actor, path: 'members.invite', input, at: now }, async (tx) => {
      await addInvitation(
        tx,
        { ...input, inviterId: (actor as Member).id, expiresAt: new Date(expiresAt), at: now },
        token,
      )
      return []
    })
    return done
  })

  /** A link before it is used: also by the command line, where there is no inviter. */
  async function addInvitation(
    tx: Db,
    made: Pick<Invite, 'id' | 'role' | 'placeId' | 'uses' | 'note'> & {
      inviterId: Id | null
      expiresAt: Date
      at: Date
    },
    token: string,
  ): Promise<void> {
    const { id, role, placeId, inviterId, expiresAt, at } = made
    await invitations.addInvitation(tx, {
      id,
      tokenHash: hashToken(token),
      role,
      placeId,
      inviterId,
      note: maskIins(made.note),
      createdAt: at,
      expiresAt,
      uses: made.uses ?? (GIVEN_TO_MANY.includes(role) ? LIMITS.invitation.usesUsual : 1),
    })
    const subject = { kind: 'invitation', id }
    await addAudit(tx, { at, actorId: inviterId, act: 'members.invited', subject, note: role })
  }

  async function revoke(actor: Actor, input: { id: Id; invitationId: Id }): Promise<Done> {
    const row = await invitations.findInvitation(db.read, input.invitationId)
    const path = row && (await places.pathOf(row.placeId))
    if (!row || !path || !mayRevokeInvitation(actor, { role: row.role, path, inviterId: row.inviterId }))
      throw new AcademyError('not-found')
    const now = clock.now()
    const { done } = await doDeed({ actor, path: 'members.revokeInvitation', input, at: now }, async (tx) => {
      await invitations.revokeInvitation(tx, row.id, now)
      const subject = { kind: 'invitation', id: row.id }
      await addAudit(tx, { at: now, actorId: (actor as Member).id, act: 'members.invitation-revoked', subject })
      return []
    })
    return done
  }

  /** One's own invitations, or all of a place one leads. */
  async function list(
    member: Member,
    q: { placeId?: Id | undefined; limit: number; cursor: string | null },
  ): Promise<InvitationPage> {
    if (q.placeId) {
      const path = await places.pathOf(q.placeId)
      if (!path || !maySeeInvitations(member, path)) throw new AcademyError('not-found')
    }
    const rows = await invitations.listInvitations(db.read, {
      of: q.placeId ? { placeId: q.placeId } : { inviterId: member.id },
      before: readCursor(q.cursor, NEWEST_FIRST),
      limit: q.limit + 1,
    })
    const shown = rows.slice(0, q.limit)
    const [briefs, names] = await Promise.all([
      places.briefs(shown.map((row) => row.placeId)),
      namesOf(shown.flatMap((row) => row.inviterId ?? [])),
    ])
    const last = shown.at(-1)
    return {
      items: shown.flatMap((row) => presentInvitation(row, { briefs, names, now: clock.now() }) ?? []),
      next: rows.length > q.limit && last ? writeCursor(last.createdAt.getTime(), last.id) : null,
    }
  }

  async function namesOf(ids: readonly Id[]): Promise<Map<Id, string>> {
    const rows = await store.findMembers(db.read, ids)
    return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
  }

  /** An invitation that still works. Unknown, expired, revoked and used up are one answer: a link tells nothing but itself. */
  async function open(token: string): Promise<invitations.InvitationRow> {
    const row = await invitations.findInvitationByToken(db.read, hashToken(token))
    if (!row || row.revokedAt || row.expiresAt <= clock.now() || row.used >= row.uses)
      throw new AcademyError('members/invitation-ended')
    return row
  }

  async function card(token: string): Promise<InvitationCard> {
    const row = await open(token)
    const where = await at(row.placeId)
    if (!where) throw new AcademyError('members/invitation-ended')
    const [above, names] = await Promise.all([
      places.briefs(where.path.slice(0, -1)),
      namesOf(row.inviterId ? [row.inviterId] : []),
    ])
    return {
      role: row.role,
      place: where.place,
      above: where.path.flatMap((id) => above.get(id) ?? []),
      note: row.note,
      inviter: names.get(row.inviterId ?? '') ?? null,
      expiresAt: row.expiresAt.getTime(),
    }
  }

  async function take(tx: Db, token: string, now: Date): Promise<invitations.InvitationRow> {
    const row = await invitations.useInvitation(tx, hashToken(token), now)
    if (!row) throw new AcademyError('members/invitation-ended')
    return row
  }

  /**
   * A newcomer becomes a member: account, role and consent in one write, then a login. Sent again, it makes nothing twice
   * and lets in whoever knows the password.
   */
  async function accept(caller: Caller, input: Accept): Promise<{ done: Done; cookies: string[] }> {
    const { password, sharedPhone, ...rest } = input
    // The password stays out of what is kept of a command, even hashed.
    const deed = { actor: newMember(input), path: 'members.accept', input: rest, at: clock.now() }
    const signInAgain = () =>
      logins.signIn(caller, { name: input.loginName ?? input.email ?? '', password, sharedPhone })
    if (await store.findMember(db.read, input.id)) {
      const { done } = await doDeed(deed, () => Promise.reject(new AcademyError('command/conflict')))
      return { done, cookies: await signInAgain() }
    }
    await mustBeWhole(input)
    await open(input.token)
    const { done, fresh } = await joinOnce(deed, input, await hashPassword(password))
    if (!fresh) return { done, cookies: await signInAgain() }
    await logins.endLoginBefore(caller)
    const { cookies } = await auth.enter(asking(caller), { memberId: input.id, sharedPhone })
    return { done, cookies }
  }

  const newMember = (input: Accept): Member => ({ kind: 'member', id: input.id, name: input.name, roles: [] })

  async function mustBeWhole(input: Accept): Promise<void> {
    const { consent, email, loginName, password } = input
    if (consent.textVersion !== CONSENT_TEXT) throw new AcademyError('members/consent-needed')
    if (!loginName && !email) throw new AcademyError('bad-input', { fields: ['loginName'] })
    // Nobody is asked for an IIN, and nobody signs in by one.
    if (loginName && isIin(loginName)) throw new AcademyError('bad-input', { fields: ['loginName'] })
    if (isWeak(password, [loginName, email])) throw new AcademyError('members/weak-password', { fields: ['password'] })
    if (await store.isTaken(db.read, input)) throw taken(input)
  }

  const taken = ({ loginName }: Pick<Accept, 'loginName'>) =>
    new AcademyError('members/name-taken', { fields: [loginName ? 'loginName' : 'email'] })

  async function joinOnce(deed: Parameters<typeof doDeed>[0], input: Accept, password: string) {
    const { id: memberId, email, locale, loginName } = input
    const { at } = deed
    const name = maskIins(input.name)
    try {
      return await doDeed(deed, async (tx) => {
        const invitation = await take(tx, input.token, at)
        await store.addMember(tx, {
          id: memberId,
          name,
          nameKey: sortKey('kk', name),
          loginName: loginName ?? null,
          email: email ?? null,
          locale,
          inviterId: invitation.inviterId,
          createdAt: at,
        })
        await store.addCredential(tx, { id: newId(), memberId, password, at })
        await store.addConsent(tx, { id: newId(), memberId, textVersion: input.consent.textVersion, at })
        await giveRole(tx, memberId, invitation, at)
        return []
      })
    } catch (error) {
      // Two people chose the same name in the same moment.
      if (isUniqueViolation(error)) throw taken(input)
      throw error
    }
  }

  async function giveRole(tx: Db, memberId: Id, invitation: invitations.InvitationRow, now: Date): Promise<boolean> {
    const given = await store.addRole(tx, memberId, invitation, now)
    if (!given) return false
    const subject = { kind: 'member', id: memberId }
    await addAudit(tx, {
      at: now,
      actorId: invitation.inviterId,
      act: 'members.role-given',
      subject,
      note: invitation.role,
    })
    return true
  }

  /** Somebody who has an account already takes the role; who holds it already does not use the invitation up. */
  async function acceptAsMember(member: Member, input: AcceptAsMember): Promise<Done> {
    const now = clock.now()
    const { done, fresh } = await doDeed(
      { actor: member, path: 'members.acceptAsMember', input, at: now },
      async (tx) => {
        const invitation = await take(tx, input.token, now)
        if (await giveRole(tx, member.id, invitation, now))
          return [{ stream: `member:${member.id}`, kind: 'role.given', subjectId: invitation.placeId }]
        await invitations.giveBackUse(tx, invitation.id)
        return []
      },
    )
    if (fresh) for (const hook of hooks.onMembershipEnded) hook(member.id)
    return done
  }

  return {
    invite,
    addInvitation,
    revoke: repeatable('members.revokeInvitation', revoke),
    list,
    card,
    accept,
    acceptAsMember,
    namesOf,
  }
}

export type Invitations = ReturnType<typeof createInvitations>
