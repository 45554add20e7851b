import type { Found, Locale, Mark } from '@academy/contract'
import type { SearchUnit } from '@academy/language/search'
import { textsOf } from '../content.ts'
import type { Shown } from '../store.ts'
import type { Ranked } from './rank.ts'

/** As much of a text as stands in two lines of a phone, and what of that comes before the word. */
const EXCERPT = 140
const BEFORE = 40

/** A stretch of a text around its first mark, from the beginning of a word to the end of one. */
export function excerptOf(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const first = marks[0]?.[0] ?? 0
  let from = Math.max(0, first - BEFORE)
  if (from > 0) from += Math.max(0, text.slice(from, first).search(/\s\S/) + 1)
  let to = Math.min(text.length, from + EXCERPT)
  if (to < text.length) {
    const end = text.slice(from, to).search(/\s\S*$/)
    if (end > first - from) to = from + end
  }
  const [before, after] = [from > 0 ? '… ' : '', to < text.length ? ' …' : '']
  const move = before.length - from
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    marks: marks.flatMap(([a, b]): Mark[] => (a >= from && b <= to ? [[a + move, b + move]] : [])),
  }
}

/** Where a practice says what was looked for, in the words its row shows. */
export function foundIn(
  row: Shown,
  hit: Ranked | undefined,
  { units, marksOf, locale }: { units: readonly SearchUnit[]; marksOf: (text: string) => Mark[]; locale: Locale },
): Found {
  const { content } = row
  const brief = content.alsoIn.find((it) => it.language === locale)
  const title = marksOf((brief ?? content).title)
  const said = title.length >= units.reduce((n, { words }) => n + words.length, 0)
  const places = said
    ? []
    : [brief ? [brief.summary, locale] : [], ...textsOf(content).map((text) => [text, content.language])]
  let excerpt: Found['excerpt'] = null
  let most = 0
  for (const [text, language] of places as [string?, Locale?][]) {
    const marks = text ? marksOf(text) : []
    if (!text || !language || marks.length === 0) continue
    const here = excerptOf(text, marks)
    if (here.marks.length <= most) continue
    most = here.marks.length
    excerpt = { ...here, language }
    if (most >= units.length) break
  }
  return { title, excerpt, across: hit?.across ?? false, fit: hit?.fit ?? [] }
}
