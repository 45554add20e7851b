import { type Db, tokensFrom } from '@academy/database'
import { THINGS } from '@academy/language/concepts'
import { lazy } from '@academy/language/fold'
import { mostSlips, slips } from '@academy/language/typing'
import { KIND } from '../content.ts'
import { TOKEN } from './tokens.ts'

/** As many words of the library as are compared with one that nobody wrote. */
const MOST_COMPARED = 4000
const MOST_CANDIDATES = 4

/** Letters that a keyboard without Kazakh ones has in the place of these. */
const KIN: Record<string, string> = { а: 'ә', г: 'ғ', к: 'қ', н: 'ң', о: 'ө', у: 'ұү', х: 'һ', и: 'і' }

let glossary: Set<string> | undefined
const glossaryWords = () => {
  glossary ??= new Set(THINGS.flat().flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)))
  return glossary
}

/**
 * What a word that finds nothing may have been meant as: words of the library and of the glossary a slip or two away, the nearest first.
 * Whether one of them says anything to this searcher is for the caller to ask: the library has words that not everybody may find.
 */
export async function meant(db: Db, typed: string): Promise<string[]> {
  const plain = lazy(typed)
  const most = mostSlips(plain)
  if (most === 0) return []
  // The first letter may be wrong, too, but for two that changed places that is rare, and it would take every word there is.
  const firsts = new Set([
    ...[plain[0] ?? '', plain[1] ?? ''].flatMap((it) => [it, ...(KIN[it] ?? '')]),
    typed[0] ?? '',
  ])
  const known: string[] = []
  for (const first of firsts) {
    if (first === '') continue
    const from = TOKEN.word(first)
    for (const token of await tokensFrom(db, KIND, from, MOST_COMPARED)) known.push(token.slice(1))
  }
  const near = [...new Set([...known, ...[...glossaryWords()].filter((word) => firsts.has(word[0] ?? ''))])].flatMap(
    (word, order) => {
      if (word === typed || Math.abs(word.length - plain.length) > most) return []
      const away = slips(plain, lazy(word), most)
      return away <= most ? [{ word, away, order }] : []
    },
  )
  return near
    .sort((a, b) => a.away - b.away || a.order - b.order)
    .slice(0, MOST_CANDIDATES)
    .map(({ word }) => word)
}
