import { setImmediate as turn } from 'node:timers/promises'
import { type Db, tokensSince } from '@academy/database'
import { THINGS } from '@academy/language/concepts'
import { lazy } from '@academy/language/fold'
import { mostSlips, slips } from '@academy/language/typing'
import { KIND } from '../content.ts'
import { TOKEN } from './tokens.ts'

/** Words asked for at once: a few milliseconds, between which others are answered. */
const AT_ONCE = 5000
/** As many words are kept, those that came first, about a hundred bytes each; what comes later is rare. */
const MOST_KEPT = 400_000
const MOST_CANDIDATES = 4

interface Kept {
  word: string
  plain: string
  /** Which letters it has, a bit for each: words that differ in many are far apart, which is told without comparing them. */
  letters: number
  /** Among words as near, the glossary's come first, as a dictionary writes them; then those that came first. */
  order: number
}

export type Vocabulary = ReturnType<typeof createVocabulary>

/**
 * The words of the library and of the glossary, kept in memory to compare one that nobody wrote with all that begin alike: asking the
 * database for them took longer the more there were. It is asked for what is new alone. What is forgotten stays here until the server
 * starts again, and a word that took a forgotten one's number is learnt then: whoever asks looks whether a word finds anything.
 */
export function createVocabulary(db: Db) {
  /** By the first letter, as a keyboard without Kazakh ones has it. */
  const kept = new Map<string, Kept[]>()
  let size = 0
  let last = 0
  let learning: Promise<void> | undefined

  function keep(word: string): void {
    const plain = lazy(word)
    const first = plain.slice(0, 1)
    const alike = kept.get(first)
    const it = { word, plain, letters: lettersOf(plain), order: size++ }
    if (alike) alike.push(it)
    else kept.set(first, [it])
  }

  async function learn(): Promise<void> {
    if (size === 0) for (const word of glossaryWords()) keep(word)
    const beginning = TOKEN.word('')
    while (size < MOST_KEPT) {
      const found = await tokensSince(db, KIND, beginning, { after: last, limit: AT_ONCE })
      for (const { token } of found) keep(token.slice(beginning.length))
      last = found.at(-1)?.id ?? last
      if (found.length < AT_ONCE) return
      await turn()
    }
  }

  /** What was published before this was asked is known after it. */
  async function upToDate(): Promise<void> {
    // One that is under way may have looked before the newest word came.
    await learning
    learning ??= learn().finally(() => {
      learning = undefined
    })
    await learning
  }

  return {
    /**
     * What a word that finds nothing may have been meant as: words a slip or two away, the nearest first. Whether one of them says anything
     * to this searcher is for the caller to ask: the library has words that not everybody may find.
     */
    async meant(typed: string): Promise<string[]> {
      const plain = lazy(typed)
      const most = mostSlips(plain)
      if (most === 0) return []
      await upToDate()
      const letters = lettersOf(plain)
      const near: (Kept & { away: number })[] = []
      const compare = (it: Kept) => {
        if (Math.abs(it.plain.length - plain.length) > most || bitsOf(it.letters ^ letters) > 2 * most) return
        if (it.word === typed) return
        const away = slips(plain, it.plain, most)
        if (away <= most) near.push({ ...it, away })
      }
      // A wrong first letter is rare, and to look for it would take every word there is; the first two may have changed places.
      const [first = '', second = ''] = plain
      for (const it of kept.get(first) ?? []) compare(it)
      if (second !== first)
        for (const it of kept.get(second) ?? []) if (it.plain.startsWith(`${second}${first}`)) compare(it)
      const words = near.sort((a, b) => a.away - b.away || a.order - b.order).map(({ word }) => word)
      return [...new Set(words)].slice(0, MOST_CANDIDATES)
    },
  }
}

const glossaryWords = () =>
  new Set(
    THINGS.flat().flatMap((name) =>
      name
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter(Boolean),
    ),
  )

function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

function bitsOf(it: number): number {
  let n = 0
  for (let left = it >>> 0; left !== 0; left = (left & (left - 1)) >>> 0) n++
  return n
}
