import type { Locale } from './locale.ts'
import { NARROW } from './spaces.ts'

/**
 * 1 234 567,5 in Kazakh and Russian, 1,234,567.5 in English, with at most `decimals` digits after the sign.
 * Written here because Chromium has no Kazakh numbers. Not for years: they are never grouped.
 */
export function formatNumber(locale: Locale, value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞'
  const english = locale === 'en'
  const fixed = Math.abs(value).toFixed(decimals)
  // Beyond 1e21 toFixed answers in scientific form; nothing here counts that far, so it is shown as it is.
  if (fixed.includes('e')) return fixed
  const [whole = '', fraction = ''] = fixed.split('.')
  const rest = fraction.replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, english ? ',' : NARROW)
  const shown = rest ? `${grouped}${english ? '.' : ','}${rest}` : grouped
  return value < 0 && shown !== '0' ? `−${shown}` : shown
}

/** What was counted up to `most` alone: 1 000+. */
export const formatCount = (locale: Locale, value: number, most: number): string =>
  value > most ? `${formatNumber(locale, most)}+` : formatNumber(locale, value)
