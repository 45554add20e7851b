import { AcademyError } from '@academy/contract'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export interface Rate {
  /** Takes one; throws `too-many` with the seconds to wait. */
  take(key: string, points?: number): Promise<void>
  /** Throws when nothing is left, without taking. */
  check(key: string): Promise<void>
  /** Gives back what was taken: only failures count, and many attempts at once are still counted before they are made. */
  giveBack(key: string, points?: number): Promise<void>
}

/** At most `points` per `seconds` and key. Kept in memory: a restart forgives. */
export function createRate(points: number, seconds: number): Rate {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  const tooMany = (left: RateLimiterRes) =>
    new AcademyError('too-many', { retryAfter: Math.max(1, Math.ceil(left.msBeforeNext / 1000)) })
  return {
    async take(key, taken = 1) {
      try {
        await limiter.consume(key, taken)
      } catch (left) {
        throw left instanceof RateLimiterRes ? tooMany(left) : left
      }
    },
    async check(key) {
      const left = await limiter.get(key)
      if (left && left.consumedPoints >= points) throw tooMany(left)
    },
    async giveBack(key, given = 1) {
      await limiter.reward(key, given)
    },
  }
}
