import { type SQL, sql } from 'drizzle-orm'
import type { Question, SearchEngine } from './search.ts'
import type { Word } from './search-tokens.ts'
import { searchDocuments } from './tables.ts'

const COLUMNS = ['exact', 'stems', 'lazy'] as const
type Column = (typeof COLUMNS)[number]

/** FTS5's language; a token holds letters and digits only and is quoted all the same. */
const any = (column: Column | 'scope', tokens: string[], star = '') =>
  `({${column}} : (${tokens.map((token) => `"${token}"${star}`).join(' OR ')}))`

/** All the words, each in any of these columns. Null when there is a word that none of them can hold. */
function wordsIn(columns: readonly Column[], words: Word[], prefixLast: boolean): string | null {
  const parts = words.map((word, i) => {
    const star = prefixLast && i === words.length - 1 ? '*' : ''
    const forms = columns.filter((column) => word[column].length > 0).map((column) => any(column, word[column], star))
    return forms.length > 0 ? `(${forms.join(' OR ')})` : null
  })
  return parts.includes(null) ? null : parts.join(' AND ')
}

function matching({ scope, words, prefixLast }: Question): SQL {
  const within = scope.map((tokens) => any('scope', tokens))
  const found = words.length > 0 ? [wordsIn(COLUMNS, words, prefixLast)] : []
  return sql`search_index match ${[...within, ...found].join(' AND ')}`
}

const among = (query: string | null): SQL =>
  query === null
    ? sql`0`
    : sql`search_index.rowid in (select rowid from search_index where search_index match ${query})`

export const sqlite: SearchEngine = {
  /** All is decided in the index; the documents themselves, long rows, are read for one page only. */
  find(question, { limit, offset }) {
    const upTo = (n: number) => wordsIn(COLUMNS.slice(0, n), question.words, question.prefixLast)
    return sql`
      select ${searchDocuments.id} as id
      from (
        select rowid as seq, bm25(search_index, 4.0, 2.0, 1.0, 0.0) as rank,
          case when ${among(upTo(1))} then 0 when ${among(upTo(2))} then 1 else 2 end as tier
        from search_index where ${matching(question)}
        order by tier, rank, rowid desc limit ${limit} offset ${offset}
      ) best join ${searchDocuments} on ${searchDocuments.seq} = best.seq
      order by best.tier, best.rank, best.seq desc`
  },
  count: (question) => sql`select count(*) as n from search_index where ${matching(question)}`,
}
