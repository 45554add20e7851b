import { type Actor, type Id, LIMITS, newId } from '@academy/contract'
import { parseCookie, stringifySetCookie } from 'cookie'
import { addGuest, findGuest } from './guest-store.ts'
import { hashToken, newToken } from './secrets.ts'
import type { MembersDeps } from './shared.ts'
import { findLogin, putOffLogin } from './store.ts'

/** A login is put off at most once a day: most requests write nothing. */
const PUT_OFF_AFTER = 24 * 3600_000

export interface Identity {
  actor: Actor
  loginId: Id | null
  /** When the login ends by itself, milliseconds UTC. */
  endsAt?: number | undefined
  /** The guest of the same browser, also behind a member: signing in never makes a guest's questions the member's. */
  guestId?: Id | undefined
}

const STRANGER: Identity = { actor: { kind: 'stranger' }, loginId: null }

/** Who a request comes from. The one way for HTTP and for the socket's handshake. */
export function createIdentity({ db, clock, auth }: Pick<MembersDeps, 'db' | 'clock' | 'auth'>, secure: boolean) {
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const

  async function guestOf(cookieHeader: string): Promise<Id | undefined> {
    const token = parseCookie(cookieHeader)[auth.names.guest]
    return token ? findGuest(db.read, hashToken(token)) : undefined
  }

  async function identify(cookieHeader: string | undefined): Promise<Identity> {
    if (!cookieHeader) return STRANGER
    const held = auth.tokenIn(cookieHeader)
    const [login, guestId] = await Promise.all([
      held && findLogin(db.read, hashToken(held.token)),
      guestOf(cookieHeader),
    ])
    if (login && login.expiresAt > clock.now())
      return {
        actor: { kind: 'member', ...login.member },
        loginId: login.loginId,
        endsAt: login.expiresAt.getTime(),
        guestId,
      }
    return guestId ? { actor: { kind: 'guest', id: guestId }, loginId: null, guestId } : STRANGER
  }

  /**
   * Slides a login that is in use: 90 days from today, with the same cookie sent again. On a shared phone it ends a day after it began.
   * Empty when there is nothing to send.
   */
  async function keepLogin(cookieHeader: string | undefined): Promise<string[]> {
    const held = auth.tokenIn(cookieHeader)
    const login = held && (await findLogin(db.read, hashToken(held.token)))
    if (!held || !login) return []
    const now = clock.now()
    const lasts = login.expiresAt.getTime() - login.seenAt.getTime()
    const idle = now.getTime() - login.seenAt.getTime()
    if (lasts <= LIMITS.login.sharedPhone || idle < PUT_OFF_AFTER || login.expiresAt <= now) return []
    await db.write((tx) => putOffLogin(tx, login.loginId, now, new Date(now.getTime() + LIMITS.login.usual)))
    return [stringifySetCookie(auth.names.login, held.raw, { ...cookie, maxAge: LIMITS.login.usual / 1000 })]
  }

  /** Makes a guest of a stranger: an id, and the cookie that says so until the guest is forgotten. */
  async function newGuest(): Promise<{ id: Id; cookie: string }> {
    const [id, token] = [newId(), newToken()]
    await db.write((tx) => addGuest(tx, { id, tokenHash: hashToken(token), createdAt: clock.now() }))
    const maxAge = LIMITS.login.usual / 1000
    return { id, cookie: stringifySetCookie(auth.names.guest, token, { ...cookie, maxAge }) }
  }

  return { identify, keepLogin, newGuest, guestOf }
}
