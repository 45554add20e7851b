import { almaty, almatyOffset, formatTime, type WallClock } from './clock.ts'
import type { Locale } from './locale.ts'
import { plural } from './plural.ts'
import { NBSP } from './spaces.ts'

export * from './clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const MONTHS: Record<Locale, string> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  en: 'January February March April May June July August September October November December',
}

const WEEKDAYS: Record<Locale, string> = {
  kk: 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі',
  ru: 'понедельник вторник среда четверг пятница суббота воскресенье',
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
}

const NEAR_DAYS: Record<Locale, string> = {
  kk: 'Кеше Бүгін Ертең',
  ru: 'Вчера Сегодня Завтра',
  en: 'Yesterday Today Tomorrow',
}

const nth = (list: string, i: number) => list.split(' ')[i] ?? ''

const dayAndMonth = (locale: Locale, { day, month }: WallClock) => `${day} ${nth(MONTHS[locale], month - 1)}`

/** «2026 ж. 23 қараша», «23 ноября 2026 г.», "23 November 2026". */
export function formatDay(locale: Locale, ms: number): string {
  const wall = almaty(ms)
  const day = dayAndMonth(locale, wall)
  if (locale === 'kk') return `${wall.year}${NBSP}ж. ${day}`
  return locale === 'ru' ? `${day} ${wall.year}${NBSP}г.` : `${day} ${wall.year}`
}

export const formatDateTime = (locale: Locale, ms: number): string => `${formatDay(locale, ms)}, ${formatTime(ms)}`

/** «дүйсенбі», «понедельник», "Monday". */
export const weekday = (locale: Locale, ms: number): string => nth(WEEKDAYS[locale], almaty(ms).weekday - 1)

/** Whole days since 1970 by Almaty's calendar. */
const dayNumber = (ms: number) => Math.floor((ms + almatyOffset(ms) * MINUTE) / DAY)

/** The line between two days of messages: «Бүгін», «Кеше», then «23 қараша», with the year when it is another one. */
export function dayLabel(locale: Locale, ms: number, now: number): string {
  const near = nth(NEAR_DAYS[locale], dayNumber(ms) - dayNumber(now) + 1)
  if (near) return near
  const wall = almaty(ms)
  return wall.year === almaty(now).year ? dayAndMonth(locale, wall) : formatDay(locale, ms)
}

/** Length, the word in Kazakh, its ablative for «кейін», the forms in Russian (one few many) and English (one other). */
const UNITS: readonly (readonly [ms: number, kk: string, kkAfter: string, ru: string, en: string])[] = [
  [365 * DAY, 'жыл', 'жылдан', 'год года лет', 'year years'],
  [30 * DAY, 'ай', 'айдан', 'месяц месяца месяцев', 'month months'],
  [7 * DAY, 'апта', 'аптадан', 'неделю недели недель', 'week weeks'],
  [DAY, 'күн', 'күннен', 'день дня дней', 'day days'],
  [HOUR, 'сағат', 'сағаттан', 'час часа часов', 'h h'],
  [MINUTE, 'мин', 'минуттан', 'мин мин мин', 'min min'],
]

const JUST_NOW: Record<Locale, readonly [past: string, future: string]> = {
  kk: ['жаңа ғана', 'қазір'],
  ru: ['только что', 'сейчас'],
  en: ['just now', 'now'],
}

/** «2 сағат бұрын», «2 часа назад», "2 h ago"; «2 сағаттан кейін», «через 2 часа», "in 2 h". Rounded down. */
export function relative(locale: Locale, ms: number, now: number): string {
  const past = ms <= now
  const distance = Math.abs(now - ms)
  const found = UNITS.find(([length]) => distance >= length)
  if (!found) return JUST_NOW[locale][past ? 0 : 1]
  const [length, kk, kkAfter, ru, en] = found
  const n = Math.floor(distance / length)
  if (locale === 'kk') return past ? `${n}${NBSP}${kk} бұрын` : `${n}${NBSP}${kkAfter} кейін`
  const forms = locale === 'ru' ? ru : en
  const [one = '', few = '', other = few] = forms.split(' ')
  const held = `${n}${NBSP}${plural(locale, n, { one, few, other })}`
  if (locale === 'ru') return past ? `${held} назад` : `через ${held}`
  return past ? `${held} ago` : `in ${held}`
}
