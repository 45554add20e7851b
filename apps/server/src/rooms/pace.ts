import { AcademyError, type Done, type Id, LIMITS } from '@academy/contract'
import type { Clock } from '../platform/clock.ts'
import type { Once } from '../platform/commands.ts'

/**
 * How fast one person may write: an outbox that was offline for days goes through at once, and what comes after it waits
 * (`too-many` with the seconds), so that a flood does not fill a room. Kept in memory: a restart forgives.
 */
export function createPace(clock: Clock, { atOnce, perMinute }: { atOnce: number; perMinute: number } = LIMITS.posts) {
  const interval = 60_000 / perMinute
  /** When each writer would have sent everything at the even pace; in the past, and forgotten, for who wrote little. */
  const paidUntil = new Map<Id, number>()

  let forgotAt = 0

  function forget(now: number): void {
    if (now - forgotAt < 60_000) return
    forgotAt = now
    for (const [id, until] of paidUntil) if (until <= now) paidUntil.delete(id)
  }

  function take(memberId: Id): void {
    const now = clock.now().getTime()
    const next = Math.max(now, paidUntil.get(memberId) ?? now) + interval
    const wait = next - now - atOnce * interval
    if (wait > 0) throw new AcademyError('too-many', { retryAfter: Math.ceil(wait / 1000) })
    forget(now)
    paidUntil.set(memberId, next)
  }

  function giveBack(memberId: Id): void {
    const until = paidUntil.get(memberId)
    if (until !== undefined) paidUntil.set(memberId, until - interval)
  }

  return {
    /** Counts one write before it is done; what was refused or repeated costs nothing. */
    async spend(memberId: Id, write: () => Promise<Once>): Promise<Done> {
      take(memberId)
      let fresh = false
      try {
        const once = await write()
        fresh = once.fresh
        return once.done
      } finally {
        if (!fresh) giveBack(memberId)
      }
    },
  }
}

export type Pace = ReturnType<typeof createPace>
