import {
  AcademyError,
  type Actor,
  type Done,
  type Id,
  type Member,
  type MeView,
  type UpdateMe,
  type WhoView,
} from '@academy/contract'
import type { Db } from '@academy/database'
import { maskIins, sortKey } from '@academy/language'
import { addAudit } from '../platform/audit/store.ts'
import { forgetActor } from '../platform/store.ts'
import { dropGuests } from './guest-store.ts'
import { listInvitations } from './invitation-store.ts'
import type { Logins } from './logins.ts'
import { type Caller, type MembersDeps, roleViews } from './shared.ts'
import * as store from './store.ts'

/** What is mine: who I am here, what is kept of me, and the end of it. */
export function createMe(deps: MembersDeps, logins: Logins) {
  const { clock, db, doDeed, hooks, places } = deps

  async function who(actor: Actor, loginId: Id | null): Promise<WhoView> {
    if (actor.kind !== 'member') return { kind: actor.kind, id: actor.kind === 'stranger' ? null : actor.id, me: null }
    const [me, held] = await Promise.all([meView(actor.id), logins.list(actor, loginId)])
    const shared = held.some((login) => login.current && login.sharedPhone)
    return { kind: 'member', id: actor.id, me, ...(shared ? { sharedPhone: true } : {}) }
  }

  async function meView(memberId: Id): Promise<MeView> {
    const [row, roles, consent] = await Promise.all([
      store.findMember(db.read, memberId),
      store.rolesOf(db.read, memberId),
      store.consentOf(db.read, memberId),
    ])
    if (!row || row.name === null) throw new AcademyError('signed-out')
    return {
      id: row.id,
      name: row.name,
      loginName: row.loginName,
      email: row.email,
      locale: row.locale,
      roles: await roleViews(places, roles),
      consent: consent ? { textVersion: consent.textVersion, at: consent.at.getTime() } : null,
      demo: row.demo,
    }
  }

  async function update(member: Member, input: UpdateMe): Promise<Done> {
    const name = maskIins(input.name)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'members.updateMe', input, at }, async (tx) => {
      await store.changeMember(tx, member.id, { name, nameKey: sortKey('kk', name), locale: input.locale })
      return [{ stream: `member:${member.id}`, kind: 'me.changed', subjectId: member.id }]
    })
    return done
  }

  /** From here on the account is not used until the person agrees again: every login ends. */
  async function withdrawConsent(member: Member, input: { id: Id }): Promise<Done> {
    const at = clock.now()
    let ended: Id[] = []
    const { done } = await doDeed({ actor: member, path: 'members.withdrawConsent', input, at }, async (tx) => {
      await store.withdrawConsents(tx, member.id, at)
      ended = await store.dropLogins(tx, member.id)
      const subject = { kind: 'member', id: member.id }
      await addAudit(tx, { at, actorId: member.id, act: 'members.consent-withdrawn', subject })
      return []
    })
    logins.tellEnded(ended)
    return done
  }

  /** Everything kept of a person, each room bringing its own part. */
  async function exportMe(member: Member): Promise<Record<string, unknown>> {
    const now = clock.now()
    const [me, consents, sessions, invited] = await Promise.all([
      meView(member.id),
      store.consentsOf(db.read, member.id),
      logins.list(member, null),
      listInvitations(db.read, { of: { inviterId: member.id }, before: null, limit: 1000 }),
    ])
    const rooms: Record<string, unknown> = {}
    for (const [room, of] of hooks.contributeToExport) rooms[room] = await of(member.id)
    return {
      exportedAt: now.toISOString(),
      me,
      consents: consents.map(({ textVersion, at, withdrawnAt }) => ({
        textVersion,
        at: at.toISOString(),
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
      })),
      logins: sessions.map(({ device, since }) => ({ device, since: new Date(since).toISOString() })),
      invitations: invited.map(({ role, note, createdAt }) => ({ role, note, createdAt: createdAt.toISOString() })),
      ...rooms,
    }
  }

  /** Deletes the account. What others answered to stays, by nobody; no row tells who it was. */
  async function deleteMe(caller: Caller, member: Member, password: string): Promise<void> {
    const row = await store.findMember(db.read, member.id)
    if (!row || row.demo) throw new AcademyError('refused')
    await logins.confirm(caller, member, password)
    const at = clock.now()
    const ended = await db.write(async (tx) => {
      const administrators = await store.administrators(tx)
      if (administrators.length > 0 && administrators.every((id) => id === member.id))
        throw new AcademyError('members/last-administrator')
      const ended = await store.dropLogins(tx, member.id)
      await forget(tx, member.id, at)
      await store.eraseMember(tx, member.id, at)
      const subject = { kind: 'member', id: member.id }
      await addAudit(tx, { at, actorId: member.id, act: 'members.erased', subject })
      return ended
    })
    logins.tellEnded(ended)
  }

  /** Takes an actor out of every room and of the command log. */
  async function forget(tx: Db, actorId: Id, at: Date): Promise<void> {
    for (const hook of hooks.onMemberErased) await hook(tx, actorId, at)
    await forgetActor(tx, actorId)
  }

  /** Guests go the same way, one write each: a hall of three hundred must not hold everybody else's writes. */
  async function forgetGuests(ids: readonly Id[]): Promise<void> {
    for (const id of ids)
      await db.write(async (tx) => {
        await forget(tx, id, clock.now())
        await dropGuests(tx, [id])
      })
  }

  return { who, meView, update, withdrawConsent, exportMe, deleteMe, forgetGuests }
}

export type Me = ReturnType<typeof createMe>
