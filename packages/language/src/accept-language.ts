import type { Locale } from './locale.ts'

/** A header longer than this is not a person's browser. */
const MOST = 1000

/**
 * The language of a first visit. Kazakh unless the browser asks for Russian or English before it: this is a Kazakh place
 * first, and a browser that names none of the three tells nothing.
 */
export function localeFrom(acceptLanguage: string | null | undefined): Locale {
  let best: Locale = 'kk'
  let bestWeight = 0
  for (const part of (acceptLanguage ?? '').slice(0, MOST).split(',')) {
    const [tag = '', ...params] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const locale = /^(kk|ru|en)(-|$)/.exec(tag)?.[1] as Locale | undefined
    if (!locale) continue
    const weight = weightOf(params)
    if (weight > bestWeight || (weight === bestWeight && weight > 0 && locale === 'kk')) {
      best = locale
      bestWeight = weight
    }
  }
  return best
}

function weightOf(params: readonly string[]): number {
  const given = params.find((p) => p.startsWith('q='))
  if (!given) return 1
  const weight = Number(given.slice(2))
  return weight >= 0 && weight <= 1 ? weight : 0
}
