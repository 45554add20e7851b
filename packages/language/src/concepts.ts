/** Where a text names a thing of the glossary: the same thing in three languages is one concept. */
import { words } from './fold.ts'
import { formsOf } from './forms.ts'
import { GLOSSARY, type Term } from './glossary.ts'
import { LESSON_TERMS } from './lesson-terms.ts'

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

export type Keys = readonly string[]
interface Name {
  concept: number
  rest: Keys[]
}

const keysOf = (word: string): Keys => formsOf(word).held

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

const share = (a: Keys, b: Keys) => a.some((key) => b.includes(key))

/** What a concept is called in all languages: the keys of each name's words. */
export const namesOfConcept = (concept: number): Keys[][] =>
  (THINGS[concept] ?? []).map((name) => words(name).map(keysOf))

export const sharesKey = (keys: Keys, word: string): boolean => word !== '' && share(keys, keysOf(word))

/** Every name that stands in these folded words, also within a longer one. */
export function conceptsIn(text: readonly string[]): Named[] {
  const known = names()
  const found: Named[] = []
  for (const [from, word] of text.entries())
    for (const key of keysOf(word))
      for (const { concept, rest } of known.get(key) ?? []) {
        const length = rest.length + 1
        if (!rest.every((keys, n) => sharesKey(keys, text[from + n + 1] ?? ''))) continue
        if (!found.some((it) => it.concept === concept && it.from === from && it.length === length))
          found.push({ concept, from, length })
      }
  return found
}
