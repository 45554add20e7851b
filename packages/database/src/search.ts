import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Params, prepared } from './prepared.ts'
import { matchPostgres } from './search-postgres.ts'
import { matchSqlite } from './search-sqlite.ts'
import { tokensOf, type Word, wordsOf } from './search-tokens.ts'
import { type Db, ENGINE, rows } from './store.ts'
import { searchDocuments } from './tables.ts'

/** A thing that can be found. The three texts are words parted by spaces, already folded and stemmed by `packages/language`. */
export interface SearchDocument {
  kind: string
  id: string
  /** Where it may be found from (a room, a place), for `places` of a search. */
  place?: string | null
  exact: string
  stems: string
  lazy: string
  at: Date
}

export interface Search {
  kind: string
  /** Only documents of these places; left out, of all. */
  places?: string[]
  /** A room's own condition on the document's id, such as that its row is still public. */
  only?: (id: SQL) => SQL | undefined
  /**
   * The words asked for: the i-th entries are one word as typed, as a stem, as a lazy keyboard has it. All words must match.
   * An entry may hold several forms parted by spaces («мектептер» has a Kazakh and a Russian stem); any one of them will do.
   */
  exact: string[]
  stems: string[]
  lazy: string[]
  /** The last word is still being typed: it matches what begins with it. */
  prefixLast?: boolean
  limit: number
  offset?: number
}

type Matched = Omit<Search, 'limit' | 'offset'>

/** What an engine makes of the words: `where` they all match, `order` from exact over stem to lazy. */
export interface Match {
  from: SQL
  where: SQL
  order: SQL
}

const insert = prepared((db, p: Params<Required<SearchDocument>>) =>
  db
    .insert(searchDocuments)
    .values({ kind: p.kind, id: p.id, place: p.place, exact: p.exact, stems: p.stems, lazy: p.lazy, at: p.at })
    .onConflictDoUpdate({
      target: [searchDocuments.kind, searchDocuments.id],
      set: {
        place: sql`excluded.place`,
        exact: sql`excluded.exact`,
        stems: sql`excluded.stems`,
        lazy: sql`excluded.lazy`,
        at: sql`excluded.at`,
      },
    }),
)

/** Makes a thing findable, or findable by its new words alone. */
export async function putDocument(tx: Db, document: SearchDocument): Promise<void> {
  const [exact, stems, lazy] = [document.exact, document.stems, document.lazy].map((t) => tokensOf(t).join(' '))
  await insert(tx, { ...document, place: document.place ?? null, exact, stems, lazy } as Required<SearchDocument>)
}

/** Takes a thing and every word of it out of the index. */
export async function dropDocument(tx: Db, kind: string, id: string): Promise<void> {
  await tx.delete(searchDocuments).where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.id, id)))
}

/** A search's `from`, `where` and `order`; undefined when it has no word to find. */
function matching(db: Db, search: Matched): Match | undefined {
  const words: Word[] = wordsOf(search)
  if (words.length === 0) return undefined
  const match = db[ENGINE].dialect === 'sqlite' ? matchSqlite : matchPostgres
  const { from, where, order } = match(words, search.prefixLast ?? false)
  const places = search.places ? inArray(searchDocuments.place, search.places) : undefined
  const only = search.only?.(sql`${searchDocuments.id}`)
  return { from, where: and(where, eq(searchDocuments.kind, search.kind), places, only) ?? where, order }
}

/** Ids of what matches all words: documents with every word as typed, then by stems, then by lazy spelling; within each by relevance. */
export async function findDocuments(db: Db, search: Search): Promise<string[]> {
  const match = matching(db, search)
  if (!match) return []
  const found = await rows<{ id: string }>(
    db,
    sql`select ${searchDocuments.id} as id from ${match.from} where ${match.where}
      order by ${match.order}, ${searchDocuments.at} desc, ${searchDocuments.id}
      limit ${search.limit} offset ${search.offset ?? 0}`,
  )
  return found.map(({ id }) => id)
}

/** How many documents a search finds in all. */
export async function countDocuments(db: Db, search: Matched): Promise<number> {
  const match = matching(db, search)
  if (!match) return 0
  const [found] = await rows<{ n: number }>(db, sql`select count(*) as n from ${match.from} where ${match.where}`)
  return found?.n ?? 0
}

/** The ids a search finds, in no order, for a room's own query: `inArray(practices.id, foundIds(db, search))`. */
export function foundIds(db: Db, search: Matched): SQL {
  const match = matching(db, search)
  if (!match) return sql`(select ${searchDocuments.id} from ${searchDocuments} where false)`
  return sql`(select ${searchDocuments.id} from ${match.from} where ${match.where})`
}
