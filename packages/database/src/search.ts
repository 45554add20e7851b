import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type Params, prepared } from './prepared.ts'
import { postgres } from './search-postgres.ts'
import { sqlite } from './search-sqlite.ts'
import { kindToken, tagToken, tokensOf, type Word, wordsOf } from './search-tokens.ts'
import { type Db, ENGINE, rows } from './store.ts'
import { searchDocuments } from './tables.ts'

/** A thing that can be found. The three texts are words parted by spaces, already folded and stemmed by `packages/language`. */
export interface SearchDocument {
  kind: string
  id: string
  /** What a search of this kind may be narrowed by: who may find it, where it stands, what it is about. Indexed as the words are. */
  tags?: readonly string[]
  exact: string
  stems: string
  lazy: string
}

/** What is looked at: the documents of a kind that bear, of each group, any tag. */
export interface Shelf {
  kind: string
  tags?: readonly (readonly string[])[] | undefined
}

/** What is looked for there. */
export interface Wanted extends Shelf {
  /**
   * The words asked for: the i-th entries are one word as typed, as a stem, as a lazy keyboard has it. All words must match.
   * An entry may hold several forms parted by spaces («мектептер» has a Kazakh and a Russian stem); any one of them will do.
   */
  exact: string[]
  stems: string[]
  lazy: string[]
  /** The last word is still being typed: it matches what begins with it. */
  prefixLast?: boolean
}

export interface Search extends Wanted {
  limit: number
  offset?: number
}

/** A search in the index's own tokens. `words` may be none, where the shelf alone is counted. */
export interface Question {
  scope: string[][]
  words: Word[]
  prefixLast: boolean
}

/** What each engine does with it; rows are `{ id }` in order, and `{ n }`. */
export interface SearchEngine {
  find(question: Question, page: { limit: number; offset: number }): SQL
  count(question: Question): SQL
}

type Row = Record<'kind' | 'id' | 'exact' | 'stems' | 'lazy' | 'scope', string>

const insert = prepared((db, p: Params<Row>) =>
  db
    .insert(searchDocuments)
    .values({ kind: p.kind, id: p.id, exact: p.exact, stems: p.stems, lazy: p.lazy, scope: p.scope })
    .onConflictDoUpdate({
      target: [searchDocuments.kind, searchDocuments.id],
      set: {
        exact: sql`excluded.exact`,
        stems: sql`excluded.stems`,
        lazy: sql`excluded.lazy`,
        scope: sql`excluded.scope`,
      },
    }),
)

/** Makes a thing findable, or findable by its new words and tags alone. */
export async function putDocument(tx: Db, { kind, id, tags = [], ...texts }: SearchDocument): Promise<void> {
  const tokens = (text: string) => tokensOf(text).join(' ')
  const scope = [kindToken(kind), ...tags.map(tagToken)].join(' ')
  await insert(tx, {
    kind,
    id,
    exact: tokens(texts.exact),
    stems: tokens(texts.stems),
    lazy: tokens(texts.lazy),
    scope,
  })
}

/** Takes a thing and every word of it out of the index. */
export async function dropDocument(tx: Db, kind: string, id: string): Promise<void> {
  await tx.delete(searchDocuments).where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.id, id)))
}

/** Undefined when there is no word to look for, or nothing to look at. */
function questionOf(asked: Shelf | Wanted): Question | undefined {
  const { kind, tags = [] } = asked
  const scope = [[kindToken(kind)], ...tags.map((any) => any.map(tagToken))]
  if (scope.some((any) => any.length === 0)) return undefined
  if (!('exact' in asked)) return { scope, words: [], prefixLast: false }
  const words = wordsOf(asked)
  return words.length > 0 ? { scope, words, prefixLast: asked.prefixLast ?? false } : undefined
}

const engineOf = (db: Db): SearchEngine => (db[ENGINE].dialect === 'sqlite' ? sqlite : postgres)

/**
 * Ids of what matches all words: documents with every word as typed, then by stems, then by lazy spelling; within each by
 * relevance, and among equals the latest first.
 */
export async function findDocuments(db: Db, search: Search): Promise<string[]> {
  const question = questionOf(search)
  if (!question) return []
  const { limit, offset = 0 } = search
  const found = await rows<{ id: string }>(db, engineOf(db).find(question, { limit, offset }))
  return found.map(({ id }) => id)
}

/** How many documents there are on a shelf, or how many of them a search finds. */
export async function countDocuments(db: Db, asked: Shelf | Wanted): Promise<number> {
  const question = questionOf(asked)
  if (!question) return 0
  const [counted] = await rows<{ n: number }>(db, engineOf(db).count(question))
  return counted?.n ?? 0
}

/** The same, for each of these tags by itself. Counting reads the index alone and costs little. */
export async function countTags(db: Db, asked: Shelf | Wanted, tags: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  // One after another: on PostgreSQL thirty at once would take every connection there is.
  for (const tag of tags) counts.set(tag, await countDocuments(db, { ...asked, tags: [...(asked.tags ?? []), [tag]] }))
  return counts
}
