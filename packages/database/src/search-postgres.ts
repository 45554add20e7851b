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

/**
 * `matched (seq, tier)`: each word looks into the three indexes by itself and keeps the best place it was found in (0 exact,
 * 1 stems, 2 lazy); a document that every word found is as good as its worst word. Written so, every look-up is an index scan
 * that reads no vector, however common the word.
 */
function matched(question: Question): SQL {
  const hits = (column: Column, tier: SQL) => sql`
    select word.i, ${d.seq} as seq, ${tier} as tier
    from unnest(${sql.param(queriesOf(question, column))}::tsquery[]) with ordinality word(query, i)
    join ${d} on ${d[column]} @@ word.query`
  return sql`
    with by_word as (
      select i, seq, min(tier) as tier
      from (${hits('exact', sql`0`)} union all ${hits('stems', sql`1`)} union all ${hits('lazy', sql`2`)}) hits
      group by i, seq
    ), matched as (
      select by_word.seq, max(tier) as tier from by_word group by by_word.seq having count(*) = ${question.words.length}
    )`
}

export const postgres: SearchEngine = {
  find(question, { limit, offset }) {
    const rank = (column: Column) => {
      const queries = queriesOf(question, column).filter((query) => query !== null)
      return sql`ts_rank(${d[column]}, ${queries.map((query) => `(${query})`).join(' | ')}::tsquery)`
    }
    return sql`${matched(question)}, best as (
        select matched.seq, matched.tier, row_number() over (order by matched.tier, matched.seq desc) as nth
        from matched join ${d} on ${d.seq} = matched.seq where ${within(question)}
      )
      select ${d.id} as id from best join ${d} on ${d.seq} = best.seq
      order by best.nth > ${WEIGHED}, best.tier,
        case when best.nth <= ${WEIGHED} then ${rank('exact')} * 4 + ${rank('stems')} * 2 + ${rank('lazy')} end desc,
        best.seq desc
      limit ${limit} offset ${offset}`
  },
  count(question) {
    if (question.words.length === 0) return sql`select count(*) as n from ${d} where ${within(question)}`
    return sql`${matched(question)} select count(*) as n from matched join ${d} on ${d.seq} = matched.seq where ${within(question)}`
  },
}
