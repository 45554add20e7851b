/**
 * What a second look at a translation would find: numbers, links and placeholders that are gone, letters of another language, terms
 * called otherwise than elsewhere. Advice, never a refusal: whoever reads both languages decides. Small, for the browser.
 */
import { words } from './fold.ts'
import type { Locale } from './locale.ts'

export type Remark =
  /** Of the original, not in the translation. */
  | { kind: 'numbers'; found: string[] }
  | { kind: 'links'; found: string[] }
  /** Words in letters this language has not, or of two alphabets. */
  | { kind: 'letters'; found: string[] }
  /** Not one letter by which Kazakh is told from Russian in all of a long text. */
  | { kind: 'not-kazakh' }
  /** A term of the original, and what it is called here. */
  | { kind: 'term'; from: string; to: string[] }

const distinct = (all: readonly string[]) => [...new Set(all)]

const LINK = /https?:\/\/[^\s<>«»"]+|[\w.+-]+@[\w-]+\.[\w.]+|\{\{?\s*\w+\s*\}?\}|%\w\b|\$\{\w+\}|<\/?[a-z][^>]*>/gi
/** Whole, decimal, fraction: «12», «0,5», «1/4», «1 200». */
const NUMBER = /\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,/]\d+)?/g

const withoutLinks = (text: string) => text.replace(LINK, ' ')
const linksIn = (text: string) => distinct((text.match(LINK) ?? []).map((link) => link.replace(/[.,;:!?)]+$/, '')))
/** A number as both languages may write it. */
const numbersIn = (text: string) =>
  (withoutLinks(text).match(NUMBER) ?? []).map((number) => number.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'))

/** What is in the first and not in the second, as often as it is there. */
function missing(original: readonly string[], text: readonly string[]): string[] {
  const left = [...text]
  return original.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const WORD = /[\p{L}\p{M}]+/gu
const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u
const KAZAKH = /[әғқңөұүһі]/i
/** Shorter texts may well have none of them. */
const TELLING = 60

/** Words no text of the language has, but for those the original has, too: names and abbreviations go over as they are. */
function strangeWords(original: string, text: string, to: Locale): string[] {
  const kept = new Set(original.match(WORD) ?? [])
  return distinct(withoutLinks(text).match(WORD) ?? []).filter((word) => {
    if (LATIN.test(word) && CYRILLIC.test(word)) return true
    if (kept.has(word)) return false
    if (to === 'en') return CYRILLIC.test(word)
    return to === 'ru' && KAZAKH.test(word)
  })
}

/** How much of a word stays when endings change. */
const beginningOf = (word: string) =>
  word.length <= 3 ? word : word.slice(0, Math.max(3, word.length - (word.length > 5 ? 2 : 1)))

/** Does the text call something so, in whatever case? By the beginnings of words: near enough for advice. */
export function says(text: string, term: string): boolean {
  const said = words(text)
  // An abbreviation is a whole word: «ФО» does not begin «формула».
  if (/^\p{Lu}{2,5}$/u.test(term)) return said.includes(words(term)[0] ?? '')
  const sought = words(term).map(beginningOf)
  return sought.length > 0 && said.some((_, at) => sought.every((word, n) => said[at + n]?.startsWith(word)))
}

/** One text of the original beside its translation. An untranslated one has no remarks: it is not there yet. */
export function checkTranslation(
  original: string,
  text: string,
  { to, terms }: { to: Locale; terms: readonly { from: string; to: readonly string[] }[] },
): Remark[] {
  if (text.trim() === '') return []
  const remarks: Remark[] = []
  const numbers = missing(numbersIn(original), numbersIn(text))
  if (numbers.length > 0) remarks.push({ kind: 'numbers', found: distinct(numbers) })
  const links = missing(linksIn(original), linksIn(text))
  if (links.length > 0) remarks.push({ kind: 'links', found: links })
  const letters = strangeWords(original, text, to)
  if (letters.length > 0) remarks.push({ kind: 'letters', found: letters.slice(0, 5) })
  if (to === 'kk' && text.length >= TELLING && !KAZAKH.test(text)) remarks.push({ kind: 'not-kazakh' })
  for (const term of terms)
    if (says(original, term.from) && !term.to.some((name) => says(text, name)))
      remarks.push({ kind: 'term', from: term.from, to: [...term.to] })
  return remarks
}
