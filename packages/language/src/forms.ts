import { lazy } from './fold.ts'
import { stemLazyKazakh } from './kazakh-stem.ts'
import { stemsOf } from './stem.ts'

/** What a folded word is known by. */
export interface Forms {
  stems: string[]
  /** As a keyboard without Kazakh letters has it, whole and by its stems. */
  lazy: string[]
  /**
   * Stems with and without Kazakh letters, as an index holds them: two forms of a word share one. Not the whole word without them: a question
   * has its stem, too, and there are many words.
   */
  held: string[]
}

export const distinct = <T>(list: Iterable<T>): T[] => [...new Set(list)]

/** The same words come again and again; stemming one costs a hundred times more than looking it up. */
const remembered = new Map<string, Forms>()
const MOST_REMEMBERED = 50_000

export function formsOf(word: string): Forms {
  const before = remembered.get(word)
  if (before) return before
  const stems = stemsOf(word)
  const plain = lazy(word)
  const lazyStems = distinct([...stems.map(lazy), stemLazyKazakh(plain)])
  const forms = {
    stems,
    lazy: distinct([plain, ...lazyStems]),
    held: distinct([...stems, ...stems.map(lazy), ...lazyStems.filter((form) => form !== plain)]),
  }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(word, forms)
  return forms
}
