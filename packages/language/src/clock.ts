const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** 1 March 2024, 00:00 by the clock until then: Almaty moved from +06:00 to +05:00. There is no summer time. */
const MOVED = Date.UTC(2024, 1, 29, 18)

/** A moment as the clock on the school's wall shows it. */
export interface WallClock {
  year: number
  /** 1–12. */
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
}

/** Minutes ahead of UTC in Almaty at that moment (right from 2005 on; no older moments are shown here). */
export const almatyOffset = (ms: number): number => (ms < MOVED ? 360 : 300)

/** True where the phone's own zone shows another time than the school's wall. */
export const otherZone = (ms: number): boolean => -new Date(ms).getTimezoneOffset() !== almatyOffset(ms)

export function almaty(ms: number): WallClock {
  const d = new Date(ms + almatyOffset(ms) * MINUTE)
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    second: d.getUTCSeconds(),
    weekday: d.getUTCDay() || 7,
  }
}

/** The moment when Almaty's wall clock shows this; what a form with a date and a time means. */
export function fromAlmaty(year: number, month: number, day: number, hour = 0, minute = 0): number {
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  const now = wall - 5 * HOUR
  return now < MOVED ? wall - 6 * HOUR : now
}

const two = (n: number) => `${n}`.padStart(2, '0')

/** 2026-11-23, for `<time datetime>` and `<input type="date">`. */
export function isoDate(ms: number): string {
  const { year, month, day } = almaty(ms)
  return `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** 18:05, the same in all three languages. */
export function formatTime(ms: number): string {
  const { hour, minute } = almaty(ms)
  return `${two(hour)}:${two(minute)}`
}
