import { setTimeout as pause } from 'node:timers/promises'
import {
  AcademyError,
  type ChangePassword,
  CONSENT_TEXT,
  type Done,
  type Id,
  LIMITS,
  type LoginView,
  type Member,
  newId,
  type SignIn,
} from '@academy/contract'
import { createRate, type Rate } from '../platform/rate.ts'
import type { Entered } from './auth.ts'
import { deviceOf } from './device.ts'
import { isWeak } from './passwords.ts'
import { hashToken } from './secrets.ts'
import type { Caller, MembersDeps } from './shared.ts'
import * as store from './store.ts'

/** Every wrong answer takes this long, so that the time tells nothing of whether there is such a name. */
const WRONG_TAKES = 400
const QUARTER_HOUR = 15 * 60

/** How many wrong passwords are borne. Right ones are never counted: a whole school sits behind one address. */
export interface WrongRates {
  perName: Rate
  perAddress: Rate
  everywhere: Rate
}

const usualWrongRates = (): WrongRates => ({
  perName: createRate(10, QUARTER_HOUR),
  perAddress: createRate(150, QUARTER_HOUR),
  everywhere: createRate(2000, 3600),
})

export const asking = ({ cookieHeader, userAgent }: Caller) => ({ cookieHeader, device: deviceOf(userAgent) })

export function createLogins(deps: MembersDeps, wrong: WrongRates = usualWrongRates()) {
  const { auth, clock, db, doDeed, hooks } = deps

  const tellEnded = (loginIds: readonly Id[]) => {
    if (loginIds.length > 0) for (const hook of hooks.onLoginEnded) hook(loginIds)
  }

  /**
   * Checks a password within what is borne of wrong ones; undefined or false counts as wrong. Counted before it is looked at
   * and given back when right, so that a thousand tries at once are not all still free.
   */
  async function withinBounds<T>(who: { name: string; ip: string }, check: () => Promise<T>): Promise<NonNullable<T>> {
    const started = performance.now()
    const counted: [Rate, string][] = [
      [wrong.perName, who.name.normalize('NFC').toLowerCase()],
      [wrong.perAddress, who.ip],
      [wrong.everywhere, 'all'],
    ]
    for (const [rate, key] of counted) await rate.take(key)
    const answer = await check()
    if (answer) {
      for (const [rate, key] of counted) await rate.giveBack(key)
      return answer
    }
    await pause(Math.max(0, started + WRONG_TAKES - performance.now()))
    throw new AcademyError('members/wrong-password')
  }

  async function signIn(caller: Caller, input: SignIn): Promise<string[]> {
    const { consent, name, password, sharedPhone } = input
    const entered = await withinBounds({ name, ip: caller.ip }, () =>
      auth.signIn(asking(caller), { name, password, sharedPhone }),
    )
    await mustAgree(entered, consent?.textVersion)
    await endLoginBefore(caller)
    return entered.cookies
  }

  /** Who took their consent back agrees again before the account is used again. */
  async function mustAgree(entered: Entered, textVersion: string | undefined): Promise<void> {
    const { memberId } = entered
    if (await store.consentOf(db.read, memberId)) return
    const agreed = textVersion === CONSENT_TEXT
    const login = await store.findLogin(db.read, entered.tokenHash)
    await db.write(async (tx) => {
      if (agreed) await store.addConsent(tx, { id: newId(), memberId, textVersion, at: clock.now() })
      else if (login) await store.dropLogin(tx, memberId, login.loginId)
    })
    if (!agreed) throw new AcademyError('members/consent-needed')
  }

  /** A browser has one login: what its cookie opened before is ended, not left behind. */
  async function endLoginBefore(caller: Caller): Promise<void> {
    const held = auth.tokenIn(caller.cookieHeader)
    const before = held && (await store.findLogin(db.read, hashToken(held.token)))
    if (before) tellEnded(await db.write((tx) => store.dropLogin(tx, before.member.id, before.loginId)))
  }

  const signOut = (caller: Caller): Promise<string[]> => auth.signOut(asking(caller))

  async function list(member: Member, current: Id | null): Promise<LoginView[]> {
    const rows = await store.loginsOf(db.read, member.id, clock.now())
    return rows.map((row) => ({
      id: row.id,
      device: row.device,
      since: row.createdAt.getTime(),
      lastSeenAt: row.seenAt.getTime(),
      endsAt: row.expiresAt.getTime(),
      sharedPhone: row.expiresAt.getTime() - row.seenAt.getTime() <= LIMITS.login.sharedPhone,
      current: row.id === current,
    }))
  }

  /** Ends one of one's own logins. Somebody else's is not found, and that is no error: it is gone either way. */
  async function end(member: Member, input: { id: Id; loginId: Id }): Promise<Done> {
    let ended: Id[] = []
    const { done } = await doDeed(deed(member, 'members.endLogin', input), async (tx) => {
      ended = await store.dropLogin(tx, member.id, input.loginId)
      return []
    })
    tellEnded(ended)
    return done
  }

  async function endOthers(member: Member, current: Id | null, input: { id: Id }): Promise<Done> {
    let ended: Id[] = []
    const { done } = await doDeed(deed(member, 'members.endOtherLogins', input), async (tx) => {
      ended = await store.dropLogins(tx, member.id, current)
      return []
    })
    tellEnded(ended)
    return done
  }

  const deed = <I extends { id: Id }>(actor: Member, path: string, input: I) => ({
    actor,
    path,
    input,
    at: clock.now(),
  })

  /** Sets the new password and ends every other login: whoever knew the old one is out. */
  async function changePassword(
    caller: Caller & { loginId: Id | null },
    member: Member,
    input: ChangePassword,
  ): Promise<null> {
    const row = await store.findMember(db.read, member.id)
    if (!row || row.demo) throw new AcademyError('refused')
    if (isWeak(input.newPassword, [row.loginName ?? undefined, row.email ?? undefined]))
      throw new AcademyError('members/weak-password', { fields: ['newPassword'] })
    await withinBounds({ name: member.id, ip: caller.ip }, () => auth.changePassword(asking(caller), input))
    tellEnded(await db.write((tx) => store.dropLogins(tx, member.id, caller.loginId)))
    return null
  }

  /** Asks for the password once more before something that cannot be undone. */
  const confirm = (caller: Caller, member: Member, password: string) =>
    withinBounds({ name: member.id, ip: caller.ip }, () => auth.isPassword(asking(caller), password))

  return { signIn, signOut, list, end, endOthers, changePassword, confirm, tellEnded, endLoginBefore }
}

export type Logins = ReturnType<typeof createLogins>
