/** Where a text names a thing of the glossary: the same thing in three languages is one concept. */
import { lazy, words } from './fold.ts'
import { GLOSSARY, type Term } from './glossary.ts'
import { LESSON_TERMS } from './lesson-terms.ts'
import { stemsOf } from './stem.ts'

const sharesName = (some: readonly string[], others: readonly string[]) => some.some((name) => others.includes(name))

/** Every thing that has names, each once: its place here is its concept. A change of the order or of a name is a new making of the index. */
export const THINGS: readonly string[][] = (() => {
  const things: Term[] = GLOSSARY.map((term) => ({ ...term }))
  for (const term of LESSON_TERMS) {
    const same = things.findIndex((it) => sharesName(it.kk, term.kk) && sharesName(it.ru, term.ru))
    const known = things[same]
    if (!known) things.push(term)
    else things[same] = { kk: [...known.kk, ...term.kk], ru: [...known.ru, ...term.ru], en: [...known.en, ...term.en] }
  }
  return things.map(({ kk, ru, en }) => [...new Set([...kk, ...ru, ...en])])
})()

export interface Named {
  concept: number
  /** Of the words it was looked for in: the first one, and how many. */
  from: number
  length: number
}

export type Keys = ReadonlySet<string>
interface Name {
  concept: number
  rest: Keys[]
}

const remembered = new Map<string, Keys>()
const MOST_REMEMBERED = 20_000

/** Stems of a word, with and without Kazakh letters: two forms of a word share one. */
function keysOf(word: string): Keys {
  const before = remembered.get(word)
  if (before) return before
  const stems = stemsOf(word)
  const keys = new Set([...stems, ...stems.map(lazy)])
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(word, keys)
  return keys
}

/** Names by a key of their first word, longest first. Made when first asked for: most of a server's life needs it, its start does not. */
let byFirst: Map<string, Name[]> | undefined

function names(): Map<string, Name[]> {
  if (byFirst) return byFirst
  byFirst = new Map()
  for (const [id, called] of THINGS.entries())
    for (const name of called) {
      const [first, ...rest] = words(name).map(keysOf)
      for (const key of first ?? []) {
        const known = byFirst.get(key)
        const one = { concept: id, rest }
        if (known) known.push(one)
        else byFirst.set(key, [one])
      }
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return byFirst
}

const share = (a: Keys, b: Keys) => {
  for (const key of a) if (b.has(key)) return true
  return false
}

/** What a concept is called in all languages: the keys of each name's words. */
export const namesOfConcept = (concept: number): Keys[][] =>
  (THINGS[concept] ?? []).map((name) => words(name).map(keysOf))

export const sharesKey = (keys: Keys, word: string): boolean => word !== '' && share(keys, keysOf(word))

/** Every name that stands in these folded words, also within a longer one. */
export function conceptsIn(text: readonly string[]): Named[] {
  const known = names()
  const keys = text.map(keysOf)
  const found: Named[] = []
  const seen = new Set<string>()
  for (const [from, first] of keys.entries()) {
    for (const key of first)
      for (const { concept, rest } of known.get(key) ?? []) {
        const length = rest.length + 1
        const mark = `${concept} ${from} ${length}`
        if (seen.has(mark)) continue
        if (!rest.every((word, n) => keys[from + n + 1] && share(word, keys[from + n + 1] as Keys))) continue
        seen.add(mark)
        found.push({ concept, from, length })
      }
  }
  return found
}
