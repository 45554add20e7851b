import type { Locale } from './locale.ts'
import { formatNumber } from './numbers.ts'
import { NBSP } from './spaces.ts'

export type PluralCategory = 'one' | 'few' | 'many' | 'other'

/**
 * The forms of a word after a number. Kazakh needs only `other`: a noun after a numeral stays singular («5 сабақ»).
 * Russian: one 21 урок, few 22 урока, many 25 уроков, other 1,5 урока.
 */
export type PluralForms = Partial<Record<PluralCategory, string>> & { other: string }

/** CLDR's category, without Intl: Chromium has no Kazakh rules. */
export function pluralCategory(locale: Locale, n: number): PluralCategory {
  const size = Math.abs(n)
  if (locale !== 'ru') return size === 1 ? 'one' : 'other'
  if (!Number.isInteger(size)) return 'other'
  const tens = size % 100
  const ones = size % 10
  if (tens >= 11 && tens <= 14) return 'many'
  if (ones === 1) return 'one'
  return ones >= 2 && ones <= 4 ? 'few' : 'many'
}

export const plural = (locale: Locale, n: number, forms: PluralForms): string =>
  forms[pluralCategory(locale, n)] ?? forms.other

/** The number and its word on one line: «5 сабақ», «22 урока», "1 lesson". */
export const count = (locale: Locale, n: number, forms: PluralForms): string =>
  `${formatNumber(locale, n)}${NBSP}${plural(locale, n, forms)}`
