import { LIMITS } from '@academy/contract'
import {
  type Asked,
  countDocuments,
  type Db,
  findDocuments,
  type Hit,
  loud,
  tokensFrom,
  type Wish,
} from '@academy/database'
import { type SearchUnit, searchUnits } from '@academy/language/search'
import { KIND } from '../content.ts'
import { type Beginnings, type Question, questionOf } from './question.ts'
import { FEW_LETTERS, TOKEN } from './tokens.ts'
import { createVocabulary } from './vocabulary.ts'

/** Hits that are weighed against each other: the newest, and the newest of those whose title says it. The others follow by age. */
const NEWEST = { whole: 250, typing: 150 }
const NEWEST_TITLES = { whole: 120, typing: 60 }
/** Words a beginning may be the beginning of. */
const MOST_BEGUN = 48
/** Fewer hits than these leave room for what has all but a word of a long question. */
const FEW = 10
/** Words of a question that is not short. */
const LONG = 3
/** Of so many parts, any two may be missing; of more, that would be too many choices to look at. */
const MOST_LOOSE = 8

/** Where is looked: what filters leave, of what this audience may see. */
export type Shelf = Pick<Asked, 'kind' | 'none'> & { wish: Wish }

/** A question as it is answered, the same for its list, its next pages and its counts. */
export interface Resolved {
  question: Question
  asked: Asked
  /** The newest that answer it. */
  newest: Hit[]
  /** The last word is taken for a beginning. */
  begins: boolean
  /** What is looked for in the place of what was typed, which finds nothing. */
  mended: string | null
}

const NOTHING: Wish = { any: [] }

export type Searcher = ReturnType<typeof createSearcher>

/** From what was typed to hits of the index. */
export function createSearcher(read: Db) {
  const vocabulary = createVocabulary(read)
  const within = (shelf: Shelf, wish: Wish): Asked => ({ ...shelf, wish: { all: [wish, shelf.wish] } })
  const finds = async (shelf: Shelf, wish: Wish) =>
    (await findDocuments(read, within(shelf, wish), { limit: 1 })).length > 0

  /** Whole words first; where they find nothing, the last one as a beginning; then without slips of the finger; a long question, but for a word. */
  async function resolve(
    shelf: Shelf,
    typed: string,
    { typing = false, asTyped = false } = {},
  ): Promise<Resolved | null> {
    const units = searchUnits(typed)
    if (units.length === 0) return null
    const limit = NEWEST[typing ? 'typing' : 'whole']
    const ask = async (question: Question, more: Partial<Resolved> = {}): Promise<Resolved> => {
      const asked = within(shelf, question.wish)
      const newest = await findDocuments(read, asked, { limit, look: question.look })
      return { question, asked, newest, begins: false, mended: null, ...more }
    }
    const some = (it: Resolved) => (it.newest.length > 0 ? it : null)
    const begun = async () =>
      some(await ask(questionOf(units, { beginnings: await beginningsOf(units.at(-1)) }), { begins: true }))
    /** All parts; of a long question that few answer, all but one, and then all but two. */
    const looser = async (parts: readonly SearchUnit[], more: Partial<Resolved> = {}) => {
      const strict = await ask(questionOf(parts), more)
      const words = parts.reduce((n, unit) => n + unit.words.length, 0)
      if (words < LONG || parts.length < 2 || strict.newest.length >= FEW) return some(strict)
      const most = parts.length < 4 || parts.length > MOST_LOOSE ? 1 : 2
      for (let spare = 1; spare <= most; spare++) {
        const loose = some(await ask(questionOf(parts, { spare }), more))
        if (loose) return loose
      }
      return null
    }
    const found = (typing ? await begun() : null) ?? (await looser(units)) ?? (typing ? null : await begun())
    if (found) return found
    const mended = asTyped ? null : await mend(shelf, typed, units)
    const meant = mended ? await looser(searchUnits(mended), { mended }) : null
    const nothing: Question = { ...questionOf(units), wish: NOTHING, titles: NOTHING }
    return meant ?? { question: nothing, asked: within(shelf, NOTHING), newest: [], begins: false, mended: null }
  }

  async function beginningsOf(unit: SearchUnit | undefined): Promise<Beginnings> {
    const word = unit?.words.at(-1)
    if (!word) return { anywhere: [], inTitle: [] }
    const spellings = [...new Set([word.typed, ...word.plain])]
    if (spellings.every((it) => it.length <= FEW_LETTERS)) {
      const titles = spellings.map(TOKEN.titleBegins)
      return { anywhere: titles, inTitle: titles }
    }
    const from = (token: (it: string) => string, all: readonly string[]) =>
      Promise.all(all.map((it) => tokensFrom(read, KIND, token(it), MOST_BEGUN)))
    const [words, stems] = await Promise.all([from(TOKEN.word, [word.typed]), from(TOKEN.stem, spellings)])
    return { anywhere: [...words, ...stems].flat(), inTitle: stems.flat().map(loud) }
  }

  /** The same with what nobody of this audience can find put right; null where that helps nobody. */
  async function mend(shelf: Shelf, typed: string, units: readonly SearchUnit[]): Promise<string | null> {
    const everything: Shelf = { ...shelf, wish: { all: [] } }
    let text = typed
    for (const word of units.flatMap((unit) => unit.words)) {
      const alone = (it: string) => questionOf(searchUnits(it)).wish
      if (await finds(everything, alone(word.typed))) continue
      for (const other of await vocabulary.meant(word.typed))
        if (await finds(everything, alone(other))) {
          text = replaced(text, word.typed, other)
          break
        }
    }
    return text === typed ? null : text
  }

  /** Hits to be weighed, and the one below which the others follow by age; null where these are all. */
  async function hits(
    { question, newest }: Resolved,
    shelf: Shelf,
    { typing = false } = {},
  ): Promise<{ hits: Hit[]; below: number | null }> {
    const size = typing ? 'typing' : 'whole'
    const below = newest.length < NEWEST[size] ? null : (newest.at(-1)?.seq ?? null)
    if (below === null) return { hits: newest, below }
    const { look } = question
    const titles = await findDocuments(read, within(shelf, question.titles), { limit: NEWEST_TITLES[size], look })
    return { hits: [...newest, ...titles.filter(({ seq }) => seq < below)], below }
  }

  return {
    resolve,
    hits,
    /** What follows by age below the weighed ones, but for titles that came before. */
    older: ({ asked, question }: Resolved, below: number, limit: number) =>
      findDocuments(read, asked, { limit, below, look: question.look }),
    count: ({ asked }: Resolved) => countDocuments(read, asked, LIMITS.counted),
  }
}

/** A word as it was typed is found again by its letters, whatever its case and accents. */
function replaced(text: string, word: string, by: string): string {
  const parts = text.split(/(\s+)/)
  const at = parts.findIndex((part) => searchUnits(part).some((unit) => unit.words.some(({ typed }) => typed === word)))
  return at < 0 ? `${text} ${by}` : parts.map((part, n) => (n === at ? by : part)).join('')
}
