import { type Db, tokensFrom } from '@academy/database'
import { THINGS } from '@academy/language/concepts'
import { lazy } from '@academy/language/fold'
import { mostSlips, slips } from '@academy/language/typing'
import { KIND } from '../content.ts'
import { TOKEN } from './tokens.ts'

/** As many words of the library as are compared with one that nobody wrote. */
const MOST_COMPARED = 1000
const MOST_CANDIDATES = 4

/** Letters that a keyboard without Kazakh ones has in the place of these. */
const KIN: Record<string, string> = { а: 'ә', г: 'ғ', к: 'қ', н: 'ң', о: 'ө', у: 'ұү', х: 'һ', и: 'і' }

/** Words of the glossary by their first letter. */
let glossary: Map<string, string[]> | undefined
function glossaryFrom(first: string): readonly string[] {
  if (!glossary) {
    const all = new Set(THINGS.flat().flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)))
    glossary = Map.groupBy(all, (word) => word.slice(0, 1))
  }
  return glossary.get(first) ?? []
}

/**
 * What a word that finds nothing may have been meant as: words of the library and of the glossary a slip or two away, the nearest first.
 * Whether one of them says anything to this searcher is for the caller to ask: the library has words that not everybody may find.
 */
export async function meant(db: Db, typed: string): Promise<string[]> {
  const plain = lazy(typed)
  const most = mostSlips(plain)
  if (most === 0) return []
  const lengths: [number, number] = [plain.length + 1 - most, plain.length + 1 + most]
  // A wrong first letter is rare, and to look for it would take every word there is; the first two may have changed places.
  const firsts = [...new Set([typed.slice(0, 1), plain.slice(0, 1), ...(KIN[plain.slice(0, 1)] ?? '')])]
  const swapped = `${plain.slice(1, 2)}${plain.slice(0, 1)}`
  const known: string[] = []
  for (const from of [...firsts, swapped])
    for (const token of await tokensFrom(db, KIND, TOKEN.word(from), MOST_COMPARED, lengths)) known.push(token.slice(1))
  // The glossary's first: among equals it has the word as a dictionary does.
  const near = [...new Set([...firsts.flatMap(glossaryFrom), ...known])].flatMap((word, order) => {
    if (word === typed || Math.abs(word.length - plain.length) > most) return []
    const away = slips(plain, lazy(word), most)
    return away <= most ? [{ word, away, order }] : []
  })
  return near
    .sort((a, b) => a.away - b.away || a.order - b.order)
    .slice(0, MOST_CANDIDATES)
    .map(({ word }) => word)
}
