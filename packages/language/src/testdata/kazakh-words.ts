/** The hand-made words the Kazakh stemmer is measured by, for the tests and for `scripts/stem-quality.ts`. */
import { NOUNS, VERBS } from '../kazakh-roots.ts'
import { kazakhStemmer, type Stemmer, type StemmerOptions } from '../kazakh-stem.ts'
import { infinitive } from '../kazakh-verbs.ts'
import { FORMS } from './kazakh-forms.ts'
import { PAIR_TABLE } from './kazakh-pairs.ts'
import { UNSEEN_FORMS } from './kazakh-unseen.ts'
import { VERB_TABLE } from './kazakh-verbs.ts'

export interface Lexeme {
  root: string
  forms: string[]
}

const lines = (table: string) => table.trim().split('\n')

function lexemes(table: string): Lexeme[] {
  return lines(table).map((line) => {
    const [root = '', forms = ''] = line.split(': ')
    return { root, forms: forms.split(' ') }
  })
}

/** FNV-1a: which half a root is in follows from the root alone, so nobody chooses it. */
function isHeldOut(root: string): boolean {
  let hash = 2166136261
  for (const letter of root) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0
  return (hash >>> 7) % 2 === 0
}

const nouns = lexemes(FORMS)
/** Rules and lists may be changed by looking at these. */
export const DEVELOPMENT = nouns.filter(({ root }) => !isHeldOut(root))
/** Only the share that is found may be looked at, never the misses. */
export const HELD_OUT = nouns.filter(({ root }) => isHeldOut(root))
/** In no list of the stemmer; held out as well. */
export const UNSEEN = lexemes(UNSEEN_FORMS)
export const VERB_FORMS = lexemes(VERB_TABLE)
/** Different words that must not be found for each other. */
export const PAIRS = lines(PAIR_TABLE).map((line) => line.split(' ') as [string, string])

/** The stemmer with these words taken out of its lists. */
export function notKnowing(known: readonly Lexeme[], options: StemmerOptions = {}): Stemmer {
  const roots = new Set(known.map(({ root }) => root))
  const verbs = VERBS.filter((stem) => roots.has(infinitive(stem)))
  return kazakhStemmer({ ...options, without: new Set([...roots, ...verbs]) })
}

export const knowingNothing = (): Stemmer => kazakhStemmer({ without: new Set([...NOUNS, ...VERBS]) })

export interface Recall {
  forms: number
  found: number
  share: number
  missed: string[]
}

/** A form is found when it has the stem of its root. */
export function recall(stem: Stemmer, words: readonly Lexeme[], spell = (word: string) => word): Recall {
  const missed: string[] = []
  let forms = 0
  for (const { root, forms: all } of words) {
    const wanted = stem(spell(root))
    forms += all.length
    for (const form of all) {
      const got = stem(spell(form))
      if (got !== wanted) missed.push(`${form} → ${got}, not ${wanted}`)
    }
  }
  const found = forms - missed.length
  return { forms, found, share: found / forms, missed }
}

export const merged = (stem: Stemmer, spell = (word: string) => word): string[] =>
  PAIRS.filter(([a, b]) => stem(spell(a)) === stem(spell(b))).map((pair) => pair.join(' = '))
