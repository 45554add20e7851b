import { sql } from 'drizzle-orm'
import { rows, type Store } from './store.ts'

/**
 * Most pieces the index may lie in. Each word of a question is looked up in each of them, and somebody who types asks for a hundred words:
 * at 100,000 documents in 23 pieces that took twice as long as in one.
 */
const MOST_PIECES = 8
/** Pages put together in one write: some milliseconds, between which everybody else's go on. */
const PAGES = 24

/**
 * Puts SQLite's index back together where it has come to lie in many pieces, in short writes. FTS5 does so only by its own levels, and never
 * the large ones that many writes leave. True where something was done; PostgreSQL's lies in one piece.
 */
export async function gatherIndex(
  { dialect, write }: Pick<Store, 'dialect' | 'write'>,
  { stop = () => false, most = MOST_PIECES }: { stop?: () => boolean; most?: number } = {},
): Promise<boolean> {
  if (dialect !== 'sqlite') return false
  // Negative: everything becomes one piece; FTS5 then goes on with as many pages each time, until it has nothing left to do.
  const step = (pages: number) =>
    write(async (tx) => {
      const before = await one(tx, sql`select total_changes() as n`)
      await rows(tx, sql`insert into search_index (search_index, rank) values ('merge', ${pages})`)
      return (await one(tx, sql`select total_changes() as n`)) - before
    })
  const one = async (tx: Parameters<typeof rows>[0], query: ReturnType<typeof sql>) =>
    (await rows<{ n: number }>(tx, query))[0]?.n ?? 0
  const pieces = await write((tx) => one(tx, sql`select count(distinct segid) as n from search_index_idx`))
  if (pieces <= most) return false
  let changed = await step(-PAGES)
  while (changed > 1 && !stop()) changed = await step(PAGES)
  return true
}

/**
 * For filling a library of many thousands: PostgreSQL's index is made at the end, of all there is (a document at a time takes it four times
 * as long), SQLite's is gathered. Nobody searches meanwhile.
 */
export async function indexAtEnd<T>(db: Store, fill: () => Promise<T>): Promise<T> {
  if (db.dialect === 'sqlite') {
    const done = await fill()
    await gatherIndex(db, { most: 1 })
    return done
  }
  const [index] = await rows<{ made: string }>(
    db.read,
    sql`select pg_get_indexdef('search_documents_set'::regclass) as made`,
  )
  await db.write((tx) => rows(tx, sql`drop index search_documents_set`))
  const done = await fill()
  await db.write(async (tx) => {
    await rows(tx, sql`set local maintenance_work_mem = '512MB'`)
    await rows(tx, sql.raw(index?.made ?? ''))
  })
  await db.write((tx) => rows(tx, sql`analyze`))
  return done
}
