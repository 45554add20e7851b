import { and, or, type SQL, sql } from 'drizzle-orm'
import type { Match } from './search.ts'
import type { Word } from './search-tokens.ts'
import { searchDocuments } from './tables.ts'

const COLUMNS = ['exact', 'stems', 'lazy'] as const
type Column = (typeof COLUMNS)[number]

const NOTHING = sql`false`

export function matchPostgres(words: Word[], prefixLast: boolean): Match {
  /** A tsquery's own notation, cast and not parsed as text; a token holds letters and digits only and is quoted all the same. */
  const query = (word: Word, column: Column) => {
    const star = prefixLast && word === words.at(-1) ? ':*' : ''
    return word[column].map((token) => `'${token}'${star}`).join(' | ')
  }
  const has = (word: Word, column: Column): SQL | undefined =>
    word[column].length > 0 ? sql`${searchDocuments[column]} @@ ${query(word, column)}::tsquery` : undefined
  const upTo = (n: number): SQL =>
    and(...words.map((word) => or(...COLUMNS.slice(0, n).map((column) => has(word, column))) ?? NOTHING)) ?? NOTHING
  const rank = (column: Column): SQL => {
    const all = words.filter((word) => word[column].length > 0).map((word) => `(${query(word, column)})`)
    return all.length > 0 ? sql`ts_rank(${searchDocuments[column]}, ${all.join(' | ')}::tsquery)` : sql`0`
  }
  return {
    from: sql`${searchDocuments}`,
    where: upTo(3),
    order: sql`case when ${upTo(1)} then 0 when ${upTo(2)} then 1 else 2 end,
      ${rank('exact')} * 4 + ${rank('stems')} * 2 + ${rank('lazy')} desc`,
  }
}
