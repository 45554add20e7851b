/**
 * What a text is found by, and what a query looks for. Both sides are made here from the same parts, so that the two
 * databases only ever compare whole words: `exact` as written, `stems` without endings, `lazy` as a keyboard without Kazakh
 * letters has them. For the server: the word lists and Snowball stay out of the browser.
 */
import { lazy, words } from './fold.ts'
import { stemLazyKazakh } from './kazakh-stem.ts'
import { latinToLazy } from './latin-kazakh.ts'
import { stemsOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'

export { stemKazakh, stemLazyKazakh } from './kazakh-stem.ts'
export { stemsOf } from './stem.ts'

const MOST_WORDS = 12
const MOST_CHARACTERS = 200
const LONGEST_WORD = 40

/** Three texts of words parted by spaces, as an index stores them. */
export interface SearchText {
  exact: string
  stems: string
  lazy: string
}

/**
 * What is looked for: the i-th entries are one word that was typed, in its three forms. An entry holds one or several
 * words parted by spaces, of which any one will do; all entries must be found.
 */
export interface SearchQuery {
  exact: string[]
  stems: string[]
  lazy: string[]
}

interface Forms {
  stems: string[]
  lazy: string[]
}

const distinct = (list: Iterable<string>) => [...new Set(list)]

/** The same words come again and again; stemming one costs a hundred times more than looking it up. */
const remembered = new Map<string, Forms>()
const MOST_REMEMBERED = 20_000

function formsOf(word: string): Forms {
  const before = remembered.get(word)
  if (before) return before
  const stems = stemsOf(word)
  const plain = lazy(word)
  const forms = { stems, lazy: distinct([plain, ...stems.map(lazy), stemLazyKazakh(plain)]) }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(word, forms)
  return forms
}

/** A longer run is no word anybody looks for whole; never half of a surrogate pair. */
function shortened(word: string): string {
  if (word.length <= LONGEST_WORD) return word
  const cut = word.slice(0, LONGEST_WORD)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** The words of all given texts (title, steps, names of subjects …) for the index. */
export function searchText(texts: readonly string[]): SearchText {
  const exact = texts.flatMap(words).map(shortened)
  const forms = exact.map(formsOf)
  return {
    exact: exact.join(' '),
    stems: forms.flatMap(({ stems }) => stems).join(' '),
    lazy: distinct(forms.flatMap((f) => f.lazy)).join(' '),
  }
}

/** As much of an input as is looked at, without half a word at its end. */
function beginning(input: string): string {
  if (input.length <= MOST_CHARACTERS) return input
  const cut = input.slice(0, MOST_CHARACTERS)
  const whole = cut.slice(0, cut.search(/\S*$/))
  return words(whole).length > 0 ? whole : cut
}

/** Any input gives a query, perhaps an empty one: quotes, `*` and `NEAR` are no words or plain words. */
export function searchQuery(input: string): SearchQuery {
  const typed = distinct(words(beginning(input)).map(shortened))
  const telling = typed.filter((word) => !isStopWord(word))
  const query: SearchQuery = { exact: [], stems: [], lazy: [] }
  for (const word of (telling.length > 0 ? telling : typed).slice(0, MOST_WORDS)) {
    const forms = formsOf(word)
    const latin = latinToLazy(word)
    query.exact.push(word)
    query.stems.push(forms.stems.join(' '))
    query.lazy.push(distinct([...forms.lazy, ...(latin ? formsOf(latin).lazy : [])]).join(' '))
  }
  return query
}
