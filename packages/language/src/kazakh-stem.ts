import { lazy } from './fold.ts'
import { type Chains, chains, joints } from './kazakh-endings.ts'
import { ELIDED, NOUNS, VERBS } from './kazakh-roots.ts'
import { type KazakhVerbs, kazakhVerbs } from './kazakh-verbs.ts'

/** The shortest stem of a word that is not in the lists: «дәп» of «дәптер» is none. */
const SHORTEST = 3
const HAS_VOWEL = /[аәеоөұүыіэяиуюё]/

export type Stemmer = (foldedWord: string) => string

export interface StemmerOptions {
  /** Works on words a keyboard without Kazakh letters wrote: «мектептеримизде». */
  lazy?: boolean
  /** Words to be treated as unknown; how much the endings do alone. */
  without?: ReadonlySet<string>
}

interface Candidate {
  stem: string
  chain: string
}

/**
 * A light stemmer for Kazakh nouns and the commonest verb forms. What it returns is a key for finding, mostly the dictionary
 * form («мектеп»), a verb as its infinitive («бағалайды» → «бағалау»), for unknown words sometimes a shortened one.
 *
 * It looks at every place where a known chain of endings may begin and may follow what stands before it, and takes
 * 1. the whole word, when it is a known word; 2. the longest known noun; 3. a known verb; 4. a sure verb form of an
 * unknown verb; 5. the longest sure chain of an unknown noun.
 */
export function kazakhStemmer(options: StemmerOptions = {}): Stemmer {
  const lazyLetters = options.lazy ?? false
  const spell = lazyLetters ? lazy : (text: string) => text
  const known = (words: readonly string[]) => words.filter((word) => !options.without?.has(word))
  const { sure, risky }: Chains = chains(spell)
  const verbs: KazakhVerbs = kazakhVerbs(known(VERBS), spell)
  const nouns = new Set([...known([...NOUNS, ...ELIDED]).map(spell), ...verbs.infinitives])
  const elided = new Map(known(ELIDED).map((word) => [spell(word.slice(0, -2) + word.slice(-1)), spell(word)]))
  const hard: Record<string, string> = { б: 'п', ғ: 'қ', г: 'к' }
  const harden = (stem: string) => stem.slice(0, -1) + (hard[stem.slice(-1)] ?? stem.slice(-1))

  /** The known noun a stem stands for before that chain. */
  function nounOf(stem: string, chain: string): string | undefined {
    const beforeVowel = /^[аеыіи]/.test(chain)
    if (beforeVowel) {
      const full = elided.get(stem)
      if (full) return full
      const hardened = harden(stem)
      if (hardened !== stem && nouns.has(hardened)) return hardened
    }
    return nouns.has(stem) ? stem : undefined
  }

  function candidates(word: string, table: ReadonlyMap<string, number>): Candidate[] {
    const found: Candidate[] = []
    for (let cut = word.length - 1; cut >= 2; cut--) {
      const chain = word.slice(cut)
      const mask = table.get(chain)
      if (mask === undefined) continue
      const stem = word.slice(0, cut)
      if (HAS_VOWEL.test(stem) && (mask & joints(stem, lazyLetters)) !== 0) found.push({ stem, chain })
    }
    return found
  }

  /** An unknown noun: the longest sure chain that leaves a stem. Candidates come with the shortest chain first. */
  function guess(word: string, sureOnes: readonly Candidate[], riskyOnes: readonly Candidate[]): string {
    // «сұрағым»: ғ, г or б before the vowel can only be a softened қ, к, п, so it is an ending after all.
    const softened = riskyOnes.filter(({ stem, chain }) => /[бғг]$/.test(stem) && /^[ыіи]/.test(chain))
    let best = word
    for (const { stem, chain } of [...sureOnes, ...softened]) {
      if (stem.length < SHORTEST || stem.length >= best.length) continue
      if (/^[ыіи]/.test(chain) && keepsVowel(stem)) continue
      if (/^с[ыіи]/.test(chain) && endsInNoun(stem)) continue
      best = stem
    }
    return canonical(best)
  }

  /** Before a possessive vowel қ, к, п would have softened; after a consonant ғ and г belong to the word (құрылғы, белгі). */
  const keepsVowel = (stem: string) => /[қкп]$|[^аәеоөұүыіэяиу][ғг]$|(?:[^аәеоөұүыіэяи])ш$/.test(stem)

  /** «жұмыс-ы», not «жұмы-сы»: words in -ыс are many, words in -ы are agents and tools (-шы, -ғы, -нды), where it is «-сы». */
  const endsInNoun = (stem: string) => /[^шғгдтқкп][ыіи]$/.test(stem)

  /** All forms of an unknown word end alike: hard at the end, and without a final ы or і that may be a possessive. */
  function canonical(stem: string): string {
    const last = stem.at(-1) ?? ''
    if (stem.length > SHORTEST && (last === 'ы' || last === 'і') && !keepsVowel(stem.slice(0, -1)))
      return harden(stem.slice(0, -1))
    return harden(stem)
  }

  function once(word: string): string {
    if (word.length <= 2 || !/^[а-яёәғқңөұүһі]+$/.test(word)) return word
    if (nouns.has(word)) return word
    const sureOnes = candidates(word, sure)
    const riskyOnes = candidates(word, risky)
    const both = [...sureOnes, ...riskyOnes].sort((a, b) => a.chain.length - b.chain.length)
    for (const { stem, chain } of both) {
      const noun = nounOf(stem, chain)
      if (noun) return noun
    }
    // «отбасы-на»: a compound that has its possessive within takes the cases of one.
    const built = /^(.+[ыіи])н(?:[ае]н?|д[ае](?:[ғг][ыіи])?)?$/.exec(word)?.[1]
    if (built && nouns.has(built)) return built
    const verb = verbs.known(word) ?? sureOnes.map(({ stem }) => verbs.knownParticiple(stem)).find(Boolean)
    if (verb) return verb
    const action = verbs.guess(word) ?? sureOnes.map(({ stem }) => verbs.guessParticiple(stem)).find(Boolean)
    return action ?? guess(word, sureOnes, riskyOnes)
  }

  // Again until nothing changes, so that «дәптерлер» ends where «дәптер» itself does when it is unknown.
  return (word) => {
    let stem = word
    for (let last = ''; stem !== last; ) {
      last = stem
      stem = once(stem)
    }
    return stem
  }
}

export const stemKazakh: Stemmer = kazakhStemmer()
export const stemLazyKazakh: Stemmer = kazakhStemmer({ lazy: true })
