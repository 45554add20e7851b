import type { Locale, MyRecord, PlaceBrief, RecordRow } from '@academy/contract'
import { isoDate } from '@academy/language/clock'
import { formatDay } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { minutes } from '@academy/language/ranges'
import { inLocale, type Sheet } from '../take-away/sheet.ts'
import { RECORD_WORDS } from './words.ts'

const wordsOf = (locale: Locale) => {
  const words = RECORD_WORDS[locale]
  const place = (it: PlaceBrief | null) =>
    it ? `${inLocale(it.name, locale)}${it.demo ? ` (${words.sample})` : ''}` : ''
  const cells = (row: RecordRow) => ({
    title: row.title || words.withdrawn,
    kind: words.kinds[row.kind],
    place: place(row.place),
    outcome: row.outcome ? words.outcomes[row.outcome] : '',
  })
  return { words, cells }
}

/** A record on paper: what was counted, then the list. */
export function recordSheet(record: MyRecord, from: { locale: Locale; academy: string; now: Date }): Sheet {
  const { locale, academy } = from
  const { words, cells } = wordsOf(locale)
  const n = (count: number) => formatNumber(locale, count)
  const { counts, triedByOthers } = record
  const facts: [label: string, text: string][] = [
    [words.person, record.name],
    [words.published, n(counts.published)],
    [words.along, n(counts['written-along'])],
    [words.tried, n(counts.tried)],
    [words.lessons, record.lessonMinutes ? minutes(locale, record.lessonMinutes) : n(0)],
    [words.adapted, n(counts.adapted)],
    [words.byOthers, words.times(n(triedByOthers.tries), n(triedByOthers.schools))],
    [words.reviewed, n(counts.reviewed)],
    [words.translated, n(counts.translated)],
  ]
  return {
    locale,
    lang: locale,
    academy,
    plan: academy,
    title: words.title,
    author: record.name,
    brief: null,
    facts: facts.map(([label, text]) => ({ label, text })),
    run: {
      heading: words.list,
      columns: words.columns,
      rows: record.rows.map((row) => {
        const { title, kind, place, outcome } = cells(row)
        return [formatDay(locale, row.at), title, kind, place, outcome]
      }),
    },
    parts: [],
    needs: [],
    files: { label: '', names: [] },
    ends: [...(record.more ? [words.more] : []), words.note, words.taken(formatDay(locale, from.now.getTime()))],
  }
}

/** Signs a formula begins with, as wide as East Asian keyboards have them, too. */
const FORMULA = '[=+\\-@\\t\\r＝＋－＠]'
/** At the beginning of a cell, or of what another program, dividing by another sign, would take for one. */
const BEGUN = new RegExp(`(^|[,;\\t\\r\\n])(?=${FORMULA})`, 'g')
/** What a table program would take for a formula is text, and nothing else. */
const cell = (text: string) => `"${text.replace(BEGUN, "$1'").replaceAll('"', '""')}"`

/** The same list for a table program: UTF-8 with its mark, divided as programs in these languages expect it. */
export function recordCsv(record: MyRecord, locale: Locale): string {
  const { words, cells } = wordsOf(locale)
  const line = (texts: readonly string[]) => texts.map(cell).join(locale === 'en' ? ',' : ';')
  const rows = record.rows.map((row) => {
    const { title, kind, place, outcome } = cells(row)
    return line([isoDate(row.at), title, kind, place, outcome])
  })
  return `\uFEFF${[line(words.columns), ...rows].join('\r\n')}\r\n`
}
