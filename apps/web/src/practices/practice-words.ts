import type { DictionaryWord, Locale, PlaceBrief, PracticeRow } from '@academy/contract'
import { grades, minutes } from '@academy/language/ranges'
import { inLocale } from '../locale/in-locale.ts'
import { locale } from '../locale/locale.ts'
import type { Words } from '../locale/words.ts'

type PracticeWords = Words['practices']

export const names = (all: readonly DictionaryWord[]): string => all.map((one) => one.name).join(', ')

/** Grades that follow one another are a range, others are named one by one. */
export function gradesOf(words: PracticeWords, all: readonly number[]): string {
  const first = all[0] ?? 0
  const last = all.at(-1) ?? first
  if (last - first === all.length - 1) return grades(locale(), first, last)
  return words.gradesApart(all.slice(0, -1).join(', '), grades(locale(), last))
}

/** Of a made-up school it is always said that it is a sample. */
export const placeOf = (words: Pick<PracticeWords, 'sample'>, place: PlaceBrief): string =>
  `${inLocale(place.name, locale()).text}${place.demo ? ` (${words.sample})` : ''}`

/** What an author wrote carries its language where the page has another. */
export const langOf = (language: Locale): Locale | undefined => (language === locale() ? undefined : language)

/** Subjects · grades · minutes · place. */
export const metaOf = (words: PracticeWords, practice: PracticeRow): string =>
  [
    names(practice.subjects),
    gradesOf(words, practice.grades),
    minutes(locale(), practice.minutes),
    placeOf(words, practice.place),
  ].join('\u00a0· ')
