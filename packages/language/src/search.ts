/**
 * What a text is found by, and what a question looks for. Both sides are made here from the same parts, so that the two
 * databases only ever compare whole words: as written, without endings, as a keyboard without Kazakh letters has them, and what
 * they name. For the server: the word lists and Snowball stay out of the browser.
 */
import { conceptsIn, namesOfConcept, sharesKey, THINGS } from './concepts.ts'
import { fold, lazy, words } from './fold.ts'
import { distinct, formsOf } from './forms.ts'
import { latinToLazy } from './latin-kazakh.ts'
import { isStopWord } from './stop-words.ts'

export { stemKazakh, stemLazyKazakh } from './kazakh-stem.ts'
export { stemsOf } from './stem.ts'

const MOST_WORDS = 12
const MOST_CHARACTERS = 200
const LONGEST_WORD = 40

/** A longer run is no word anybody looks for whole; never half of a surrogate pair. */
function shortened(word: string): string {
  if (word.length <= LONGEST_WORD) return word
  const cut = word.slice(0, LONGEST_WORD)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** As much of an input as is looked at, without half a word at its end. */
function beginning(input: string): string {
  if (input.length <= MOST_CHARACTERS) return input
  const cut = input.slice(0, MOST_CHARACTERS)
  const whole = cut.slice(0, cut.search(/\S*$/))
  return words(whole).length > 0 ? whole : cut
}

/** A word that was typed, in the forms it may stand in. */
export interface TypedWord {
  typed: string
  stems: string[]
  /** As a keyboard without Kazakh letters has it; also from Latin letters. */
  lazy: string[]
  /** The same without its stems: what a word begins with that is not typed to its end. */
  plain: string[]
}

/** What one part of a question asks for: all of its words, or anything its concepts name in whatever language. */
export interface SearchUnit {
  words: (TypedWord & { concepts: number[] })[]
  /** Of the words together; those of a single word stand with it. */
  concepts: number[]
}

/** What a text holds: its words, their stems, and what it names. */
export interface TextForms {
  exact: Set<string>
  /** With and without Kazakh letters. */
  stems: Set<string>
  concepts: Set<number>
}

export function formsIn(texts: readonly string[]): TextForms {
  const held: TextForms = { exact: new Set(), stems: new Set(), concepts: new Set() }
  for (const text of texts) {
    const found = words(text).map(shortened)
    for (const word of found) {
      held.exact.add(word)
      for (const stem of formsOf(word).held) held.stems.add(stem)
    }
    for (const { concept } of conceptsIn(found)) held.concepts.add(concept)
  }
  return held
}

const wordOf = (typed: string): TypedWord => {
  const forms = formsOf(typed)
  const latin = latinToLazy(typed)
  return {
    typed,
    stems: forms.stems,
    lazy: distinct([...forms.lazy, ...(latin ? formsOf(latin).lazy : [])]),
    plain: distinct([lazy(typed), ...(latin ? [latin] : [])]),
  }
}

/**
 * Any input in its parts, perhaps none. Words that make up one name («шығу парағы», "exit ticket") are one part; words that tell
 * nothing are left out, but within a name and where there is nothing else.
 */
export function searchUnits(input: string): SearchUnit[] {
  const typed = words(beginning(input)).map(shortened)
  const named = conceptsIn(typed)
  const telling = typed.some((word) => !isStopWord(word))
  const units: SearchUnit[] = []
  const seen = new Set<string>()
  let taken = 0
  for (let at = 0; at < typed.length && taken < MOST_WORDS; ) {
    const here = named.filter(({ from }) => from === at)
    const length = Math.max(1, ...here.map((one) => one.length))
    const words = typed.slice(at, at + length)
    at += length
    const said = words.filter((word) => !telling || !isStopWord(word))
    const mark = words.join(' ')
    if (said.length === 0 || seen.has(mark)) continue
    seen.add(mark)
    taken += said.length
    units.push({
      words: said.map((word) => ({
        ...wordOf(word),
        concepts: length === 1 ? [] : distinct(conceptsIn([word]).map((one) => one.concept)),
      })),
      concepts: distinct(here.filter((one) => one.length === length).map((one) => one.concept)),
    })
  }
  const about = units.filter(({ concepts }) => !concepts.some((concept) => ANY_LESSON.has(concept)))
  return about.length > 0 ? about : units
}

/** In a library of lessons everything is one: «урок по дробям» asks for fractions. */
const ANY_LESSON = new Set(
  THINGS.flatMap((names, id) => (names.includes('lesson') || names.includes('practice') ? [id] : [])),
)

/** Where a text says what was looked for: from, to, in UTF-16 units; never half a word. */
export type Mark = [from: number, to: number]

/** A word as it stands, with what `fold` takes out of it. */
const STANDING =
  /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]|['’‘ʼʻ`´′](?=\p{L}))*/gu

const heads = new Map<string, string>()
const MOST_HEADS = 5000

/**
 * How a word begins, whatever the keyboard: endings change how a word ends, never its first letter, nor the second of a stem of three.
 * Empty where a Latin letter or a soft hyphen may stand for anything.
 */
function headOf(word: string, length: 1 | 2): string {
  const letters = word.slice(0, length)
  let head = heads.get(letters)
  if (head === undefined) {
    const plain = lazy(fold(letters))
    head = /^[а-я0-9]+$/.test(plain) ? plain : ''
    // There are few beginnings, and any text may bring any other sign.
    if (heads.size < MOST_HEADS) heads.set(letters, head)
  }
  return head
}

/** Stems of one or two letters may change their last one: «оқ», «оғы». */
const stemHead = (form: string) => headOf(form, form.length > 2 ? 2 : 1)

const SPELLINGS: Record<string, string> = {
  а: 'аәa',
  г: 'гғ',
  к: 'кқk',
  н: 'нң',
  о: 'оөo',
  у: 'уұүy',
  х: 'хһx',
  и: 'иіi',
  е: 'еёe',
  с: 'сc',
  р: 'рp',
}

const standingWords = new Map<string, string>()
const MOST_STANDING = 20_000

/** The same words stand in most texts, and to fold one costs more than to look it up. */
function wordOfStanding(standing: string): string {
  let word = standingWords.get(standing)
  if (word === undefined) {
    word = shortened(words(standing)[0] ?? '')
    if (standingWords.size >= MOST_STANDING) standingWords.clear()
    standingWords.set(standing, word)
  }
  return word
}

/** How words that share a stem begin, whatever the keyboard: three letters, each with those that may stand for it. */
function headsOf(forms: readonly string[]): RegExp {
  const heads = forms.map((form) =>
    [...lazy(form).slice(0, 3)]
      .map((letter) => (SPELLINGS[letter] ? `[${SPELLINGS[letter]}]` : letter))
      .join('\\u00ad?'),
  )
  return new RegExp(distinct(heads).join('|') || '(?!)', 'i')
}

/**
 * Finds the words of a text that a question is about. `begins`: its last word is still typed. Made once for all texts of an answer: a word
 * that begins with another letter than all that is sought is not looked at.
 */
export function createMarker(units: readonly SearchUnit[], { begins = false } = {}): (text: string) => Mark[] {
  const sought = units.flatMap((unit) => unit.words)
  const forms = new Set(sought.flatMap((word) => [...word.stems, ...word.lazy]))
  const last = begins ? sought.at(-1) : undefined
  const names = units
    .flatMap((unit) => [...unit.concepts, ...unit.words.flatMap((word) => word.concepts)])
    .flatMap(namesOfConcept)
  const beginnings = new Set(
    [...forms, ...(last ? [last.typed, ...last.plain] : []), ...names.flatMap(([first]) => [...(first ?? [])])].map(
      stemHead,
    ),
  )
  const says = (word: string) => {
    const held = formsOf(word)
    return (
      held.stems.some((form) => forms.has(form)) ||
      held.lazy.some((form) => forms.has(form)) ||
      last?.plain.some((plain) => lazy(word).startsWith(plain)) === true
    )
  }
  const threes = headsOf([...forms, ...(last?.plain ?? []), ...names.flatMap(([first]) => [...(first ?? [])])])
  return (text) => {
    // Most texts of an answer do not say it at all, and to part a text into words takes a hundred times as long.
    if (!threes.test(text)) return []
    const standing = [...text.matchAll(STANDING)]
    const wordAt = (n: number) => wordOfStanding(standing[n]?.[0] ?? '')
    const marked = new Set<number>()
    for (const [n, match] of standing.entries()) {
      const head = headOf(match[0], 2)
      if (head !== '' && !beginnings.has(head) && !beginnings.has(head.slice(0, 1))) continue
      const word = wordAt(n)
      if (word === '') continue
      if (says(word)) marked.add(n)
      for (const name of names)
        if (name.every((keys, at) => sharesKey(keys, at === 0 ? word : wordAt(n + at))))
          for (let at = 0; at < name.length; at++) marked.add(n + at)
    }
    return [...marked]
      .sort((a, b) => a - b)
      .flatMap((n): Mark[] => {
        const match = standing[n]
        return match ? [[match.index, match.index + match[0].length]] : []
      })
  }
}
