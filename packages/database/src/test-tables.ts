import { freshDatabase } from '@academy/testkit/database'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { bool, bytes, dialect, id, int, json, primaryKey, ref, table, text, time, uniqueIndex } from './dialect.ts'
import { openStore } from './open.ts'
import { type Params, prepared, row } from './prepared.ts'
import { type Db, rows, type Store } from './store.ts'

export const rooms = table('test_rooms', {
  id: id(),
  name: text().notNull().unique(),
  lastSeq: int().notNull().default(0),
  archivedAt: time(),
})

export const messages = table(
  'test_messages',
  {
    roomId: ref(() => rooms.id, { onDelete: 'cascade' }).notNull(),
    seq: int().notNull(),
    clientId: text().notNull(),
    body: text().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.seq] }), uniqueIndex('test_messages_client').on(t.clientId)],
)

/** One column of each word of the vocabulary. */
export const samples = table('test_samples', {
  id: id(),
  words: text().notNull(),
  whole: int().notNull(),
  yes: bool().notNull().default(false),
  momentAt: time().notNull(),
  tags: json<unknown>().notNull(),
  raw: bytes().notNull(),
  maybeWords: text(),
  maybeWhole: int(),
  maybeYes: bool(),
  maybeMomentAt: time(),
  maybeTags: json<unknown>(),
  maybeRaw: bytes(),
})

const TYPES = {
  sqlite: { int: 'integer', bool: 'integer', time: 'integer', json: 'text', bytes: 'blob' },
  postgres: { int: 'bigint', bool: 'boolean', time: 'timestamptz(3)', json: 'jsonb', bytes: 'bytea' },
}[dialect]

const ddl = [
  `create table test_rooms (id text primary key, name text not null unique, last_seq ${TYPES.int} not null default 0, archived_at ${TYPES.time})`,
  `create table test_messages (room_id text not null references test_rooms (id) on delete cascade, seq ${TYPES.int} not null,
    client_id text not null unique, body text not null, at ${TYPES.time} not null, primary key (room_id, seq))`,
  `create table test_samples (id text primary key, words text not null, whole ${TYPES.int} not null, yes ${TYPES.bool} not null default false,
    moment_at ${TYPES.time} not null, tags ${TYPES.json} not null, raw ${TYPES.bytes} not null, maybe_words text, maybe_whole ${TYPES.int},
    maybe_yes ${TYPES.bool}, maybe_moment_at ${TYPES.time}, maybe_tags ${TYPES.json}, maybe_raw ${TYPES.bytes})`,
]

export interface TestStore {
  store: Store
  url: string
  /** As it was when it was opened. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** A migrated database with the test tables and one room, «Мұғалімдер». */
export async function openTestStore(): Promise<TestStore> {
  const { url, drop } = await freshDatabase()
  const store = await openStore({ url })
  await store.write(async (tx) => {
    for (const statement of ddl) await rows(tx, sql.raw(statement))
  })
  const clear = () =>
    store.write(async (tx) => {
      await tx.delete(rooms)
      await tx.delete(samples)
      await tx.insert(rooms).values({ id: 'room', name: 'Мұғалімдер' })
    })
  await clear()
  return {
    store,
    url,
    clear,
    async close() {
      await store.close()
      await drop()
    },
  }
}

const byClientId = prepared((db, p: Params<{ clientId: string }>) =>
  db.select().from(messages).where(eq(messages.clientId, p.clientId)),
)
const takeSeq = prepared((db, p: Params<{ roomId: string }>) =>
  db
    .update(rooms)
    .set({ lastSeq: sql`${rooms.lastSeq} + 1` })
    .where(and(eq(rooms.id, p.roomId), isNull(rooms.archivedAt)))
    .returning({ seq: rooms.lastSeq }),
)
const add = prepared((db, p: Params<typeof messages.$inferSelect>) =>
  db.insert(messages).values(row(messages, p)).returning(),
)

/** Posts once, however often the same `clientId` comes. */
export async function post(tx: Db, clientId: string, body = clientId): Promise<typeof messages.$inferSelect> {
  const [before] = await byClientId(tx, { clientId })
  if (before) return before
  const [taken] = await takeSeq(tx, { roomId: 'room' })
  if (!taken) throw new Error('no such room')
  const [posted] = await add(tx, { roomId: 'room', seq: taken.seq, clientId, body, at: new Date(1_767_323_045_678) })
  return posted as typeof messages.$inferSelect
}

export async function bodies(db: Db): Promise<string[]> {
  const found = await db.select({ body: messages.body }).from(messages).orderBy(messages.seq)
  return found.map(({ body }) => body)
}
