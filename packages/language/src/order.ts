import type { Locale } from './locale.ts'

/** The Kazakh alphabet holds the Russian one in its own order, so one row serves both. */
const CYRILLIC = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
const LATIN = 'abcdefghijklmnopqrstuvwxyz'

const END = '00'
const SPACE = '01'
const NUMBER = '02'
/** Letters of other scripts, after all known ones by code point. */
const OTHER = 'zz'
const MOST = 200

const code = (n: number) => n.toString(36).padStart(2, '0')

const ranks = (first: string, second: string) =>
  new Map([...first, ...second].map((letter, i) => [letter, code(i + 40)]))

const CYRILLIC_FIRST = /* @__PURE__ */ ranks(CYRILLIC, LATIN)
const LATIN_FIRST = /* @__PURE__ */ ranks(LATIN, CYRILLIC)

/**
 * A key whose plain comparison is the alphabetical order of that language, made of 0–9 and a–z only: it sorts the same in
 * JavaScript, in SQLite and under any PostgreSQL collation, and may be stored beside the text.
 *
 * Numbers go by value («2-мектеп» before «10-мектеп»), punctuation does not count, in Russian ё stands with е, the small
 * letter comes before the capital where all else is equal. Cyrillic comes first in kk and ru, Latin first in en.
 */
export function sortKey(locale: Locale, text: string): string {
  const table = locale === 'en' ? LATIN_FIRST : CYRILLIC_FIRST
  let letters = ''
  let ties = ''
  for (const [piece] of text
    .slice(0, MOST)
    .normalize('NFC')
    .matchAll(/\d+|\p{L}|[\s-]+/gu)) {
    if (/\d/.test(piece)) {
      const digits = piece.replace(/^0+(?=\d)/, '')
      letters += NUMBER + code(digits.length) + digits
    } else if (/[\s-]/.test(piece)) {
      if (letters) letters += SPACE
    } else {
      const lower = piece.toLowerCase()
      const yo = locale === 'ru' && lower === 'ё'
      letters += rank(table, yo ? 'е' : lower)
      ties += (yo ? 2 : 0) + (lower === piece ? 0 : 1)
    }
  }
  return letters + END + ties
}

function rank(table: ReadonlyMap<string, string>, lower: string): string {
  const known = table.get(lower) ?? table.get(lower.normalize('NFD').charAt(0))
  return known ?? OTHER + (lower.codePointAt(0) ?? 0).toString(36).padStart(4, '0')
}

/** For `sort`: alphabetical in that language. */
export function compare(locale: Locale): (a: string, b: string) => number {
  return (a, b) => {
    const ka = sortKey(locale, a)
    const kb = sortKey(locale, b)
    return ka < kb ? -1 : ka > kb ? 1 : 0
  }
}

/** A new list in alphabetical order of what `by` names; each key is made once. Equal names keep their order. */
export function sorted<T>(locale: Locale, items: readonly T[], by: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: sortKey(locale, by(item)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item)
}
