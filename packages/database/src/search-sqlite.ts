import { type SQL, sql } from 'drizzle-orm'
import type { SearchEngine } from './search.ts'
import { searchDocuments as d, searchWords as w } from './tables.ts'

const list = (all: readonly (string | number)[]): SQL => sql`(select value from json_each(${JSON.stringify(all)}))`
const text = (ids: readonly number[]) => ids.join(' ')

export const sqlite: SearchEngine = {
  // FTS5's language; a token is a number and is quoted all the same.
  word: (id) => `"${id}"`,
  and: ' AND ',
  or: ' OR ',
  not: ' NOT ',
  /** All is decided in the index; only so many rows are read. */
  find: (question, { below, limit }) => sql`
    select ${d.seq} as seq, ${d.id} as id, ${d.facts} as facts, ${d.weight} as weight, ${d.packed} as packed, ${d.extra} as extra
    from (
      select rowid as seq from search_index where search_index match ${question} and rowid < ${below ?? Number.MAX_SAFE_INTEGER}
      order by rowid desc limit ${limit}
    ) hit cross join ${d} on ${d.seq} = hit.seq`,
  count: (question, most) => sql`
    select count(*) as n from (select 1 from search_index where search_index match ${question} limit ${most})`,
  tokens: (tokens) => sql`select ${w.id} as id, ${w.token} as token from ${w} where ${w.token} in ${list(tokens)}`,
  beginning: (from, limit) => sql`
    select ${w.token} as token from ${w} where ${w.token} >= ${from} and ${w.token} < ${`${from}\u{10ffff}`}
    order by ${w.id} limit ${limit}`,
  // By number, not by the index of tokens (`+` keeps it out): what is new is little.
  after: (from, id, limit) => sql`
    select ${w.id} as id, ${w.token} as token from ${w}
    where ${w.id} > ${id} and +${w.token} >= ${from} and +${w.token} < ${`${from}\u{10ffff}`} order by ${w.id} limit ${limit}`,
  learn: (tokens) =>
    sql`insert into ${w} (token) select value from json_each(${JSON.stringify(tokens)}) returning id, token`,
  // A row for each, so that the index is asked by constants alone.
  forget: (ids) => sql`
    delete from ${w} where ${w.id} in ${list(ids)} and not exists (
      select 1 from search_index where search_index match '"' || (${w.id} * 2) || '" OR "' || (${w.id} * 2 + 1) || '"')`,
  put: ({ kind, id, facts, version, packed, seq }) => sql`
    insert into ${d} (seq, kind, id, facts, version, packed) values (${seq}, ${kind}, ${id}, ${facts}, ${version}, ${Buffer.from(packed)})
    on conflict (seq) do update set facts = excluded.facts, version = excluded.version, packed = excluded.packed returning seq`,
  putNew: (all) =>
    sql`insert into ${d} (kind, id, facts, version, packed) values ${sql.join(
      all.map((it) => sql`(${it.kind}, ${it.id}, ${it.facts}, ${it.version}, ${Buffer.from(it.packed)})`),
      sql`, `,
    )} returning seq, id`,
  index: (seq, ids) => sql`insert into search_index (rowid, ids) values (${seq}, ${text(ids)})`,
  unindex: (seq, ids) =>
    sql`insert into search_index (search_index, rowid, ids) values ('delete', ${seq}, ${text(ids)})`,
  bytes: sql`select sum(pgsize) as n from dbstat where name like 'search\\_%' escape '\\'`,
}
