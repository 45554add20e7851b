import { and, eq, type SQL, sql } from 'drizzle-orm'
import { Look, packIds, unpackIds } from './search-ids.ts'
import { postgres } from './search-postgres.ts'
import { sqlite } from './search-sqlite.ts'
import { type Db, ENGINE, oneAtATime, rows } from './store.ts'
import { searchDocuments as d } from './tables.ts'

/** Each kind has tokens of its own, so that no question meets another kind's documents: a letter each, for there are many tokens. */
const LETTERS = { practice: 'p', message: 'm' } as const
export type SearchKind = keyof typeof LETTERS

/**
 * A thing that can be found: a set of tokens. A token is any text that means something to the room that puts and asks it (a word, a stem,
 * a tag); here it is a number. The index keeps no text of the thing. What is said `loud`ly as well (in a title) can be asked for alone.
 */
export interface SearchDocument {
  kind: SearchKind
  id: string
  tokens: Iterable<string>
  /** What a hit is weighed by, in the room's own bits; below 2 ** 31. */
  facts?: number
  /** Which making of tokens this is of: what is older is made anew. */
  version?: number
}

/** What is looked for: a token, all of these, any of these. None of an empty `any`, everything of an empty `all`. */
export type Wish = string | { all: readonly Wish[] } | { any: readonly Wish[] }

export interface Asked {
  kind: SearchKind
  wish: Wish
  /** What bears any of these is not there. */
  none?: readonly string[]
}

export interface Hit {
  /** Later ones have a higher one; it stays when a thing changes. */
  seq: number
  id: string
  facts: number
  weight: number
  /** How many tokens it has. */
  size: number
  /** For each group of `look`, from the lowest bit: has it any token of that group? */
  bits: number
}

/** A question in an engine's own notation; both have words, `(`, `)`, or, and, not. */
export interface SearchEngine {
  word(id: number): string
  and: string
  or: string
  not: string
  /** Newest first. */
  find(question: string, page: { below: number | null; limit: number }): SQL
  /** Up to so many. */
  count(question: string, most: number): SQL
  /** Among these tokens, or those that begin so. */
  tokens(list: readonly string[]): SQL
  beginning(from: string, limit: number): SQL
  /** Rows as `tokens` gives them, of those that begin so and were learnt after this one, oldest first. */
  after(from: string, id: number, limit: number): SQL
  /** Takes these in; rows as `tokens` gives them. */
  learn(list: readonly string[]): SQL
  /** What of these words no document has any more, loud or not, is forgotten. */
  forget(ids: readonly number[]): SQL
  put(row: StoredDocument): SQL
  /** Many that are not there, in this order; rows `{ seq, id }`. */
  putNew(all: readonly StoredDocument[]): SQL
  /** Tells a separate index what it holds from now on; where there is none, nothing. */
  index(seq: number, ids: readonly number[]): SQL | null
  unindex(seq: number, ids: readonly number[]): SQL | null
  /** Rows `{ n }`: bytes of all that the index takes on disk. */
  bytes: SQL
}

export interface StoredDocument {
  kind: string
  id: string
  facts: number
  version: number
  packed: Uint8Array
  /** What this document has now, where it is in the index already. */
  seq: number | null
}

interface Stored {
  seq: number
  packed: Uint8Array | null
  extra: Uint8Array | null
}

const engineOf = (db: Db): SearchEngine => (db[ENGINE].dialect === 'sqlite' ? sqlite : postgres)

/** Every document has this one. */
const EVERY = ''
const LOUD = '^'
/** A token where it is said loudly: the same word of the dictionary, another number of the index. */
export const loud = (token: string): string => `${LOUD}${token}`

const spelt = (kind: SearchKind, token: string) => `${LETTERS[kind]}${token.startsWith(LOUD) ? token.slice(1) : token}`
/** A word of the dictionary has two numbers, the odd one for where it is loud. */
const numberOf = (id: number, token: string) => id * 2 + (token.startsWith(LOUD) ? 1 : 0)
/** No word is longer; and PostgreSQL's index takes no long ones. */
const LONGEST_TOKEN = 200
const MOST_TOKENS = 8_000

/** A null byte and half a character are no text to either database. */
const tidy = (token: string) => token.replaceAll('\0', '').slice(0, LONGEST_TOKEN).toWellFormed()

const tidied = (tokens: Iterable<string>): string[] => [...new Set([...tokens].map(tidy))].slice(0, MOST_TOKENS)

/** Numbers of those of these tokens that the dictionary has. */
async function numbersOf(db: Db, kind: SearchKind, tokens: readonly string[]): Promise<Map<string, number>> {
  const spellings = [...new Set(tokens.map((token) => spelt(kind, token)))]
  const found = await rows<{ id: number; token: string }>(db, engineOf(db).tokens(spellings))
  const ids = new Map(found.map(({ id, token }) => [token, id]))
  const numbers = new Map<string, number>()
  for (const token of tokens) {
    const id = ids.get(spelt(kind, token))
    if (id !== undefined) numbers.set(token, numberOf(id, token))
  }
  return numbers
}

/** Numbers of all of these tokens; the dictionary learns those it has not. */
async function learnt(tx: Db, kind: SearchKind, tokens: readonly string[]): Promise<Map<string, number>> {
  const known = await numbersOf(tx, kind, tokens)
  const unknown = tokens.filter((token) => !known.has(token))
  const spellings = [...new Set(unknown.map((token) => spelt(kind, token)))]
  const learned = unknown.length > 0 ? await rows<{ id: number; token: string }>(tx, engineOf(tx).learn(spellings)) : []
  const ids = new Map(learned.map(({ id, token }) => [token, id]))
  for (const token of unknown) {
    const id = ids.get(spelt(kind, token))
    if (id !== undefined) known.set(token, numberOf(id, token))
  }
  return known
}

const setOf = async (tx: Db, kind: SearchKind, all: Iterable<string>): Promise<number[]> => [
  ...(await learnt(tx, kind, tidied(all))).values(),
]

async function storedOf(tx: Db, kind: string, id: string): Promise<Stored | undefined> {
  // The dictionary and what stands on it change together, one writer at a time.
  await oneAtATime(tx, 'search')
  const [row] = await tx
    .select({ seq: d.seq, packed: d.packed, extra: d.extra })
    .from(d)
    .where(and(eq(d.kind, kind), eq(d.id, id)))
  return row
}

const idsIn = (row: Stored | undefined) =>
  row ? [...new Set([...unpackIds(row.packed), ...unpackIds(row.extra)])] : []

async function reindex(tx: Db, seq: number, before: readonly number[], now: readonly number[]): Promise<void> {
  const engine = engineOf(tx)
  for (const step of [
    before.length > 0 ? engine.unindex(seq, before) : null,
    now.length > 0 ? engine.index(seq, now) : null,
  ])
    if (step) await rows(tx, step)
  const kept = new Set(now)
  const gone = [...new Set(before.filter((number) => !kept.has(number)).map((number) => number >>> 1))]
  if (gone.length > 0) await rows(tx, engine.forget(gone))
}

/** Makes a thing findable, or findable by its new tokens alone. What was added to it by `markDocument` stays. */
export async function putDocument(tx: Db, document: SearchDocument): Promise<void> {
  const { kind, id, tokens, facts = 0, version = 0 } = document
  const before = await storedOf(tx, kind, id)
  const own = await setOf(tx, kind, [EVERY, ...tokens])
  const row = { kind, id, facts, version, packed: packIds(own), seq: before?.seq ?? null }
  const [put] = await rows<{ seq: number }>(tx, engineOf(tx).put(row))
  const now = new Set([...own, ...unpackIds(before?.extra ?? null)])
  await reindex(tx, put?.seq ?? 0, idsIn(before), [...now])
}

/** Makes many things of a kind findable that were not: the dictionary is asked once for the words of all. */
export async function putNewDocuments(
  tx: Db,
  kind: SearchKind,
  documents: readonly Omit<SearchDocument, 'kind'>[],
): Promise<void> {
  await oneAtATime(tx, 'search')
  const engine = engineOf(tx)
  const sets = documents.map(({ tokens }) => tidied([EVERY, ...tokens]))
  const numbers = await learnt(tx, kind, [...new Set(sets.flat())])
  const own = sets.map((tokens) => tokens.flatMap((token) => numbers.get(token) ?? []))
  const put = await rows<{ seq: number; id: string }>(
    tx,
    engine.putNew(
      documents.map(({ id, facts = 0, version = 0 }, at) => ({
        ...{ kind, id, facts, version, seq: null },
        packed: packIds(own[at] ?? []),
      })),
    ),
  )
  const seqs = new Map(put.map(({ id, seq }) => [id, seq]))
  for (const [at, { id }] of documents.entries()) {
    const index = engine.index(seqs.get(id) ?? 0, own[at] ?? [])
    if (index) await rows(tx, index)
  }
}

/** Adds to a thing what does not stand in itself: further tokens and a weight, in the place of what was added before. */
export async function markDocument(
  tx: Db,
  { kind, id, tokens, weight }: { kind: SearchKind; id: string; tokens: Iterable<string>; weight: number },
): Promise<void> {
  const before = await storedOf(tx, kind, id)
  if (!before) return
  const added = await setOf(tx, kind, tokens)
  await tx
    .update(d)
    .set({ extra: added.length > 0 ? packIds(added) : null, weight })
    .where(eq(d.seq, before.seq))
  // Not yet made anew after an upgrade: then it will be.
  if (!before.packed) return
  await reindex(tx, before.seq, idsIn(before), [...new Set([...unpackIds(before.packed), ...added])])
}

/** Takes a thing, and every token nothing else has, out of the index. */
export async function dropDocument(tx: Db, kind: SearchKind, id: string): Promise<void> {
  const before = await storedOf(tx, kind, id)
  if (!before) return
  await tx.delete(d).where(eq(d.seq, before.seq))
  await reindex(tx, before.seq, idsIn(before), [])
}

/** Which making of tokens a thing is indexed by; undefined where it is not. */
export async function versionsOf(db: Db, kind: string, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ id: string; version: number }>(
    db,
    sql`select ${d.id} as id, ${d.version} as version from ${d} where ${d.kind} = ${kind} and ${d.id} in (${sql.join(
      [...ids, ''].map((id) => sql`${id}`),
      sql`, `,
    )})`,
  )
  return new Map(found.map(({ id, version }) => [id, version]))
}

function tokensOf(wish: Wish): string[] {
  if (typeof wish === 'string') return [wish]
  return ('all' in wish ? wish.all : wish.any).flatMap(tokensOf)
}

/** True: everything; null: nothing. */
function written(wish: Wish, known: (token: string) => number | undefined, engine: SearchEngine): string | true | null {
  if (typeof wish === 'string') {
    const id = known(wish)
    return id === undefined ? null : engine.word(id)
  }
  if ('any' in wish) {
    const parts = wish.any.map((one) => written(one, known, engine)).filter((part) => part !== null)
    if (parts.includes(true)) return true
    return parts.length > 1 ? `(${[...new Set(parts)].join(engine.or)})` : (parts[0] ?? null)
  }
  const parts = wish.all.map((one) => written(one, known, engine))
  if (parts.includes(null)) return null
  const telling = [...new Set(parts.filter((part) => part !== true))]
  if (telling.length === 0) return true
  return telling.length > 1 ? `(${telling.join(engine.and)})` : (telling[0] as string)
}

/** One look at the dictionary for all that is asked about together. */
async function lookUp(db: Db, kind: SearchKind, tokens: readonly string[]) {
  const numbers = await numbersOf(db, kind, tidied([EVERY, ...tokens]))
  return (token: string) => numbers.get(tidy(token))
}

function questionOf(db: Db, { wish, none = [] }: Asked, known: (token: string) => number | undefined): string | null {
  const engine = engineOf(db)
  const wanted = written(wish, known, engine)
  if (wanted === null) return null
  const every = known(EVERY)
  if (every === undefined) return null
  const unwanted = none.map(known).filter((id) => id !== undefined)
  const positive = wanted === true ? engine.word(every) : wanted
  return unwanted.length > 0
    ? `${positive}${engine.not}${unwanted.length > 1 ? `(${unwanted.map(engine.word).join(engine.or)})` : engine.word(unwanted[0] as number)}`
    : positive
}

export interface Finding {
  limit: number
  /** Only what came before this one. */
  below?: number | null
  /** At most thirty-one groups of tokens that hits are looked through for. */
  look?: readonly (readonly string[])[]
}

interface FoundRow extends Stored {
  id: string
  facts: number
  weight: number
}

/** What answers a question, newest first. */
export async function findDocuments(db: Db, asked: Asked, finding: Finding): Promise<Hit[]> {
  const { limit, below = null, look = [] } = finding
  const known = await lookUp(db, asked.kind, [...tokensOf(asked.wish), ...(asked.none ?? []), ...look.flat()])
  const question = questionOf(db, asked, known)
  if (question === null) return []
  const sought = new Look()
  for (const [group, tokens] of look.entries())
    for (const token of tokens) {
      const number = known(token)
      if (number !== undefined) sought.add(number, group)
    }
  const found = await rows<FoundRow>(db, engineOf(db).find(question, { below, limit }))
  return found.map(({ seq, id, facts, weight, packed, extra }) => {
    const { bits, size } = sought.at(packed)
    return { seq, id, facts, weight, size, bits: extra ? bits | sought.at(extra).bits : bits }
  })
}

/** How many answer a question, of more than `most` one more than that: counting goes through every hit there is. */
export async function countDocuments(db: Db, asked: Asked, most: number): Promise<number> {
  const known = await lookUp(db, asked.kind, [...tokensOf(asked.wish), ...(asked.none ?? [])])
  const question = questionOf(db, asked, known)
  if (question === null) return 0
  return countOf(db, question, most)
}

async function countOf(db: Db, question: string, most: number): Promise<number> {
  const [counted] = await rows<{ n: number }>(db, engineOf(db).count(question, most + 1))
  return counted?.n ?? 0
}

/** How many of those have each of these tokens, counted as far. Counting reads the index alone and costs little. */
export async function countTokens(
  db: Db,
  asked: Asked,
  tokens: readonly string[],
  most: number,
): Promise<Map<string, number>> {
  const known = await lookUp(db, asked.kind, [...tokensOf(asked.wish), ...(asked.none ?? []), ...tokens])
  const counts = new Map<string, number>()
  // One after another: on PostgreSQL thirty at once would take every connection there is.
  for (const token of tokens) {
    const question =
      known(token) === undefined ? null : questionOf(db, { ...asked, wish: { all: [asked.wish, token] } }, known)
    counts.set(token, question === null ? 0 : await countOf(db, question, most))
  }
  return counts
}

/** Tokens that begin so; those that came first, and so are mostly the frequent ones, before the others. */
export async function tokensFrom(db: Db, kind: SearchKind, beginning: string, limit: number): Promise<string[]> {
  const from = spelt(kind, tidy(beginning))
  const found = await rows<{ token: string }>(db, engineOf(db).beginning(from, limit))
  return found.map(({ token }) => token.slice(LETTERS[kind].length))
}

/**
 * Tokens that begin so in the order the dictionary learnt them, after the one with this number (0: from the first): whoever keeps what it
 * was told asks only for what is new.
 */
export async function tokensSince(
  db: Db,
  kind: SearchKind,
  beginning: string,
  { after, limit }: { after: number; limit: number },
): Promise<{ id: number; token: string }[]> {
  const found = await rows<{ id: number; token: string }>(db, engineOf(db).after(spelt(kind, beginning), after, limit))
  return found.map(({ id, token }) => ({ id, token: token.slice(LETTERS[kind].length) }))
}

/** What the index takes on disk, its dictionary and everything an engine keeps beside it included. */
export async function searchBytes(db: Db): Promise<number> {
  const [taken] = await rows<{ n: number }>(db, engineOf(db).bytes)
  return taken?.n ?? 0
}
