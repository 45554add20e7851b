import { type SQL, sql } from 'drizzle-orm'
import type { Match } from './search.ts'
import type { Word } from './search-tokens.ts'
import { searchDocuments } from './tables.ts'

const COLUMNS = ['exact', 'stems', 'lazy'] as const
type Column = (typeof COLUMNS)[number]

/** FTS5's language; a token holds letters and digits only and is quoted all the same. */
function expression(words: Word[], columns: readonly Column[], prefixLast: boolean): string | null {
  const parts = words.map((word, i) => {
    const star = prefixLast && i === words.length - 1 ? '*' : ''
    const forms = columns
      .filter((column) => word[column].length > 0)
      .map((column) => `({${column}} : (${word[column].map((token) => `"${token}"${star}`).join(' OR ')}))`)
    return forms.length > 0 ? `(${forms.join(' OR ')})` : null
  })
  return parts.includes(null) ? null : parts.join(' AND ')
}

const among = (query: string | null): SQL =>
  query === null
    ? sql`0`
    : sql`search_index.rowid in (select rowid from search_index where search_index match ${query})`

export function matchSqlite(words: Word[], prefixLast: boolean): Match {
  const upTo = (n: number) => expression(words, COLUMNS.slice(0, n), prefixLast)
  return {
    from: sql`search_index join ${searchDocuments} on ${searchDocuments.seq} = search_index.rowid`,
    where: sql`search_index match ${upTo(3)}`,
    order: sql`case when ${among(upTo(1))} then 0 when ${among(upTo(2))} then 1 else 2 end, bm25(search_index, 4.0, 2.0, 1.0)`,
  }
}
