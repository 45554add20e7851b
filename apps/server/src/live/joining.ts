import { randomInt, timingSafeEqual } from 'node:crypto'
import { AcademyError, type Id } from '@academy/contract'
import type { Db, Store } from '@academy/database'
import type { Clock } from '../platform/clock.ts'
import { type Keys, sign } from '../platform/keys.ts'
import { createRate } from '../platform/rate.ts'
import { changeSession, findSession, findSessionByCode, type SessionRow, takeCode } from './store.ts'

/** Shown digits are good for three minutes past the last time the desk or the wall said they are still shown. */
const CODE_LASTS = 3 * 60_000
/** Digits are not given out again within a day, so that yesterday's photo of a wall opens nothing. */
const CODE_REST = 24 * 3600_000

/**
 * The two ways in. The link with its 128-bit key is the main one; six digits are for a wall.
 * Digits can be guessed: failures are limited for the whole academy (200 an hour) and per address (30 in ten minutes);
 * successes are never limited, so that a hall behind one address gets in.
 */
export function createJoining(deps: { db: Store; keys: Keys; clock: Clock; wrongCodesPerHour?: number }) {
  const { db, keys, clock } = deps
  const everywhere = createRate(deps.wrongCodesPerHour ?? 200, 3600)
  const perAddress = createRate(30, 600)

  /** The key is derived, not stored: a copy of the database opens no session. */
  const linkKey = (session: Pick<SessionRow, 'id' | 'linkVersion'>) =>
    sign(keys.take('live-links'), `${session.id} ${session.linkVersion}`).slice(0, 22)

  const linkOf = (session: SessionRow) => `/live/${session.id}?k=${linkKey(session)}`

  async function byCode(code: string, ip: string): Promise<SessionRow> {
    await Promise.all([everywhere.check('codes'), perAddress.check(ip)])
    const session = await findSessionByCode(db.read, code, clock.now())
    if (session && !session.archivedAt) return session
    await Promise.allSettled([everywhere.take('codes'), perAddress.take(ip)])
    throw new AcademyError('live/wrong-code')
  }

  async function byLink(sessionId: Id, key: string): Promise<SessionRow> {
    const session = await findSession(db.read, sessionId)
    const right = session && timingSafeEqual(Buffer.from(linkKey(session)), Buffer.from(key))
    if (!session || !right) throw new AcademyError('not-found')
    return session
  }

  /** Shows digits, or goes on showing the same ones. */
  async function showCode(tx: Db, session: SessionRow): Promise<void> {
    const now = clock.now()
    const codeUntil = new Date(now.getTime() + CODE_LASTS)
    if (session.code && session.codeUntil && session.codeUntil > now)
      return changeSession(tx, session.id, { codeUntil })
    for (let tries = 0; tries < 50; tries++) {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      if (!(await takeCode(tx, code, now, new Date(now.getTime() - CODE_REST)))) continue
      return changeSession(tx, session.id, { code, codeUntil })
    }
    throw new AcademyError('fault')
  }

  const codeOf = (session: SessionRow) =>
    session.code && session.codeUntil && session.codeUntil > clock.now()
      ? { digits: session.code, until: session.codeUntil.getTime() }
      : null

  return { byCode, byLink, showCode, codeOf, linkOf }
}

export type Joining = ReturnType<typeof createJoining>
