import { type SQL, sql } from 'drizzle-orm'
import type { SearchEngine } from './search.ts'
import { searchDocuments as d, searchWords as w } from './tables.ts'

const texts = (all: readonly string[]): SQL => sql`${sql.param([...all])}::text[]`
const numbers = (all: readonly number[]): SQL => sql`${sql.param([...all])}::bigint[]`
/** The dictionary is in the order of bytes, as SQLite's is. */
const token: SQL = sql`(${w.token} collate "C")`
/** What the index holds (migration `search_sets`): written as there, or it is not used. */
const set: SQL = sql`search_set(${d.packed}, ${d.extra})`

export const postgres: SearchEngine = {
  // A tsquery's own notation, cast and not parsed as text; a token is a number and is quoted all the same.
  word: (id) => `'${id}'`,
  and: ' & ',
  or: ' | ',
  not: ' & !',
  /** Which they are, the index tells (`search_newest`); only so many rows are read. */
  find: (question, { below, limit }) => sql`
    select ${d.seq} as seq, ${d.id} as id, ${d.facts} as facts, ${d.weight} as weight, ${d.packed} as packed, ${d.extra} as extra
    from search_newest(${question}::tsquery, ${below}::bigint, ${limit}::bigint) hit(seq) join ${d} on ${d.seq} = hit.seq
    order by ${d.seq} desc`,
  count: (question, most) => sql`
    select count(*) as n from (select 1 from ${d} where ${set} @@ ${question}::tsquery limit ${most}) counted`,
  tokens: (tokens) => sql`select ${w.id} as id, ${w.token} as token from ${w} where ${token} = any(${texts(tokens)})`,
  beginning: (from, limit) => sql`
    select ${w.token} as token from ${w} where ${token} >= ${from} and ${token} < ${`${from}\u{10ffff}`}
    order by ${w.id} limit ${limit}`,
  // In the database's own order of letters, so that it is by number: what is new is little.
  after: (from, id, limit) => sql`
    select ${w.id} as id, ${w.token} as token from ${w}
    where ${w.id} > ${id} and starts_with(${w.token}, ${from}) order by ${w.id} limit ${limit}`,
  learn: (tokens) => sql`
    insert into ${w} (token) select it from unnest(${texts(tokens)}) with ordinality one(it, n) order by n returning id, token`,
  forget: (ids) => sql`
    delete from ${w} where ${w.id} = any(${numbers(ids)}) and not exists (
      select 1 from ${d} where ${set} @@ ((${w.id} * 2) || ' | ' || (${w.id} * 2 + 1))::tsquery)`,
  put: ({ kind, id, facts, version, packed, seq }) =>
    seq === null
      ? sql`insert into ${d} (kind, id, facts, version, packed)
          values (${kind}, ${id}, ${facts}, ${version}, ${Buffer.from(packed)}) returning seq`
      : sql`update ${d} set facts = ${facts}, version = ${version}, packed = ${Buffer.from(packed)}
          where ${d.seq} = ${seq} returning ${d.seq} as seq`,
  putNew: (all) => sql`
    insert into ${d} (kind, id, facts, version, packed)
    select kind, id, facts, version, packed
    from unnest(${texts(all.map((it) => it.kind))}, ${texts(all.map((it) => it.id))}, ${numbers(all.map((it) => it.facts))},
      ${numbers(all.map((it) => it.version))}, ${sql.param(all.map((it) => Buffer.from(it.packed)))}::bytea[])
      with ordinality one(kind, id, facts, version, packed, n)
    order by n returning seq, id`,
  index: () => null,
  unindex: () => null,
  bytes: sql`select pg_total_relation_size('search_documents') + pg_total_relation_size('search_words') as n`,
}
