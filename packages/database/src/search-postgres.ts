import { type SQL, sql } from 'drizzle-orm'
import type { Question, SearchEngine } from './search.ts'
import { searchDocuments as d } from './tables.ts'

/** Relevance is weighed among so many of the best and latest matches: reading the vectors of thousands takes seconds. */
const WEIGHED = 200

type Column = 'exact' | 'stems' | 'lazy'

// A tsquery's own notation, cast and not parsed as text; a token holds letters and digits only and is quoted all the same.
const any = (tokens: string[], star = '') => tokens.map((token) => `'${token}'${star}`).join(' | ')

const queriesOf = ({ words, prefixLast }: Question, column: Column): (string | null)[] =>
  words.map((word, i) => any(word[column], prefixLast && i === words.length - 1 ? ':*' : '') || null)

const within = ({ scope }: Question): SQL =>
  sql`${d.scope} @@ ${scope.map((tokens) => `(${any(tokens)})`).join(' & ')}::tsquery`

/** `(seq, tier)` of the documents that every word finds, however common the words (migration `search_lookups`). */
function matched(question: Question): SQL {
  const lists = (['exact', 'stems', 'lazy'] as const).map(
    (column) => sql`${sql.param(queriesOf(question, column))}::tsquery[]`,
  )
  return sql`search_matches(${sql.join(lists, sql`, `)}) matched`
}

export const postgres: SearchEngine = {
  find(question, { limit, offset }) {
    const rank = (column: Column) => {
      const queries = queriesOf(question, column).filter((query) => query !== null)
      return sql`ts_rank(${d[column]}, ${queries.map((query) => `(${query})`).join(' | ')}::tsquery)`
    }
    return sql`with best as (
        select matched.seq, matched.tier, row_number() over (order by matched.tier, matched.seq desc) as nth
        from ${matched(question)} join ${d} on ${d.seq} = matched.seq where ${within(question)}
      )
      select ${d.id} as id from best join ${d} on ${d.seq} = best.seq
      order by best.nth > ${WEIGHED}, best.tier,
        case when best.nth <= ${WEIGHED} then ${rank('exact')} * 4 + ${rank('stems')} * 2 + ${rank('lazy')} end desc,
        best.seq desc
      limit ${limit} offset ${offset}`
  },
  count(question) {
    if (question.words.length === 0) return sql`select count(*) as n from ${d} where ${within(question)}`
    return sql`select count(*) as n from ${matched(question)} join ${d} on ${d.seq} = matched.seq where ${within(question)}`
  },
}
