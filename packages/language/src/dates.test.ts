import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  almaty,
  almatyOffset,
  dayLabel,
  formatDateTime,
  formatDay,
  formatTime,
  fromAlmaty,
  isoDate,
  relative,
  weekday,
} from './dates.ts'
import type { Locale } from './locale.ts'

const bare = (text: string) => text.replaceAll('\u00a0', ' ')
const at = Date.UTC(2026, 10, 23, 13, 5, 9)
const LOCALES = ['kk', 'ru', 'en'] as const

/** 2005-01-01 … 2040-01-01, the years for which the offset is claimed. */
const moments = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2040, 0, 1) })

describe('the wall clock in Almaty', () => {
  test('is five hours ahead since March 2024 and was six before', () => {
    const moved = Date.UTC(2024, 1, 29, 18)
    expect(almatyOffset(moved - 1)).toBe(360)
    expect(almatyOffset(moved)).toBe(300)
    expect(formatTime(moved - 60_000)).toBe('23:59')
    expect(formatTime(moved)).toBe('23:00')
  })

  test('agrees with the time zone data', () => {
    const intl = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Almaty',
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    })
    fc.assert(
      fc.property(moments, (ms) => {
        const w = almaty(ms)
        const two = (n: number) => `${n}`.padStart(2, '0')
        const ours = `${two(w.day)}/${two(w.month)}/${w.year}, ${two(w.hour)}:${two(w.minute)}:${two(w.second)}`
        expect(ours).toBe(intl.format(ms))
      }),
      { numRuns: 1000 },
    )
  })

  test('what a form says is the moment the clock shows', () => {
    expect(fromAlmaty(2026, 11, 23, 18, 5)).toBe(Date.UTC(2026, 10, 23, 13, 5))
    const afterTheMove = moments.filter((ms) => ms < Date.UTC(2024, 1, 29, 17) || ms >= Date.UTC(2024, 1, 29, 19))
    fc.assert(
      fc.property(afterTheMove, (ms) => {
        const w = almaty(ms)
        expect(fromAlmaty(w.year, w.month, w.day, w.hour, w.minute)).toBe(ms - (ms % 60_000))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('dates', () => {
  test('are written as each language writes them', () => {
    expect(bare(formatDateTime('kk', at))).toBe('2026 ж. 23 қараша, 18:05')
    expect(bare(formatDateTime('ru', at))).toBe('23 ноября 2026 г., 18:05')
    expect(bare(formatDateTime('en', at))).toBe('23 November 2026, 18:05')
    expect(isoDate(at)).toBe('2026-11-23')
  })

  test('name every month and day as CLDR does', () => {
    const tag = { kk: 'kk', ru: 'ru', en: 'en-GB' }
    for (const locale of LOCALES) {
      const day = new Intl.DateTimeFormat(tag[locale], { dateStyle: 'long', timeZone: 'Asia/Almaty' })
      const name = new Intl.DateTimeFormat(tag[locale], { weekday: 'long', timeZone: 'Asia/Almaty' })
      for (let i = 0; i < 366; i++) {
        const ms = at + i * 86_400_000
        expect(bare(formatDay(locale, ms))).toBe(bare(day.format(ms)))
        expect(weekday(locale, ms)).toBe(name.format(ms))
      }
    }
  })

  test('near days are named by the calendar, not by hours', () => {
    const now = fromAlmaty(2026, 11, 23, 0, 30)
    expect(dayLabel('kk', now, now)).toBe('Бүгін')
    expect(dayLabel('kk', fromAlmaty(2026, 11, 22, 23, 50), now)).toBe('Кеше')
    expect(dayLabel('ru', fromAlmaty(2026, 11, 24, 23, 50), now)).toBe('Завтра')
    expect(dayLabel('kk', fromAlmaty(2026, 11, 21, 12), now)).toBe('21 қараша')
    expect(bare(dayLabel('ru', fromAlmaty(2025, 12, 31, 12), now))).toBe('31 декабря 2025 г.')
  })
})

describe('how long ago', () => {
  const ago = (locale: Locale, ms: number) => bare(relative(locale, at - ms, at))
  const MIN = 60_000
  const HOUR = 60 * MIN
  const DAY = 24 * HOUR

  test('in the past', () => {
    expect(LOCALES.map((l) => ago(l, 59_999))).toEqual(['жаңа ғана', 'только что', 'just now'])
    expect(LOCALES.map((l) => ago(l, 5 * MIN))).toEqual(['5 мин бұрын', '5 мин назад', '5 min ago'])
    expect(LOCALES.map((l) => ago(l, 2 * HOUR))).toEqual(['2 сағат бұрын', '2 часа назад', '2 h ago'])
    expect(LOCALES.map((l) => ago(l, DAY))).toEqual(['1 күн бұрын', '1 день назад', '1 day ago'])
    expect(LOCALES.map((l) => ago(l, 7 * DAY))).toEqual(['1 апта бұрын', '1 неделю назад', '1 week ago'])
    expect(LOCALES.map((l) => ago(l, 65 * DAY))).toEqual(['2 ай бұрын', '2 месяца назад', '2 months ago'])
    expect(LOCALES.map((l) => ago(l, 5 * 366 * DAY))).toEqual(['5 жыл бұрын', '5 лет назад', '5 years ago'])
  })

  test('in the future', () => {
    expect(LOCALES.map((l) => ago(l, -30_000))).toEqual(['қазір', 'сейчас', 'now'])
    expect(LOCALES.map((l) => ago(l, -15 * MIN))).toEqual(['15 минуттан кейін', 'через 15 мин', 'in 15 min'])
    expect(LOCALES.map((l) => ago(l, -21 * HOUR))).toEqual(['21 сағаттан кейін', 'через 21 час', 'in 21 h'])
    expect(LOCALES.map((l) => ago(l, -3 * DAY))).toEqual(['3 күннен кейін', 'через 3 дня', 'in 3 days'])
  })
})
