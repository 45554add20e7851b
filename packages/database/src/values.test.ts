import { and, count, desc, eq, gt, inArray, max, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as words from './dialect.ts'
import { type Params, prepared, row } from './prepared.ts'
import { rows, type Store } from './store.ts'
import { messages, openTestStore, post, rooms, samples, type TestStore } from './test-tables.ts'

let open: TestStore
let store: Store
beforeAll(async () => {
  open = await openTestStore()
  store = open.store
})
beforeEach(() => open.clear())
afterAll(() => open.close())

type Sample = typeof samples.$inferSelect

const full: Sample = {
  id: 's1',
  words: 'Әңгіме «сөз» "quoted" \'one\' \\ 👩🏽‍🏫 \n end',
  whole: Number.MAX_SAFE_INTEGER,
  yes: true,
  momentAt: new Date('2026-01-02T03:04:05.678Z'),
  tags: { theme: 'dark', list: ['a"b', 'ү', 1.5, null, true], empty: {} },
  raw: new Uint8Array([0, 255, 7]),
  maybeWords: '',
  maybeWhole: -1,
  maybeYes: false,
  maybeMomentAt: new Date(-1),
  maybeTags: '123',
  maybeRaw: new Uint8Array(),
}
const bare: Sample = {
  ...full,
  id: 's2',
  maybeWords: null,
  maybeWhole: null,
  maybeYes: null,
  maybeMomentAt: null,
  maybeTags: null,
  maybeRaw: null,
}

const addSample = prepared((db, p: Params<Sample>) => db.insert(samples).values(row(samples, p)).returning())
const changeSample = prepared((db, p: Params<Pick<Sample, 'id' | 'yes' | 'maybeMomentAt' | 'tags' | 'raw'>>) =>
  db
    .update(samples)
    .set({ yes: p.yes, maybeMomentAt: p.maybeMomentAt, tags: p.tags, raw: p.raw })
    .where(eq(samples.id, p.id))
    .returning(),
)
const since = prepared((db, p: Params<{ at: Date; yes: boolean; limit: number }>) =>
  db
    .select({ id: samples.id, at: samples.momentAt, n: sql<number>`${samples.whole} - 1` })
    .from(samples)
    .where(and(gt(samples.momentAt, p.at), eq(samples.yes, p.yes)))
    .orderBy(desc(samples.id))
    .limit(p.limit),
)
const withRoom = prepared((db, p: Params<{ clientId: string }>) =>
  db
    .select()
    .from(rooms)
    .leftJoin(messages, and(eq(messages.roomId, rooms.id), eq(messages.clientId, p.clientId))),
)

describe('values come back as they went in', () => {
  test.each([
    ['by builders', (sample: Sample) => store.write((tx) => tx.insert(samples).values(sample).returning())],
    ['by a prepared query', (sample: Sample) => store.write((tx) => addSample(tx, sample))],
  ])('%s', async (_, insert) => {
    expect(await insert(full)).toEqual([full])
    expect(await insert(bare)).toEqual([bare])
    expect(await store.read.select().from(samples).orderBy(samples.id)).toEqual([full, bare])
    expect(await store.snapshot((db) => db.select().from(samples).where(eq(samples.id, 's1')))).toEqual([full])
  })

  test('after a change by a prepared query, null and false included', async () => {
    await store.write((tx) => addSample(tx, full))
    const change = { id: 's1', yes: false, maybeMomentAt: null, tags: [], raw: new Uint8Array([9]) }
    expect(await store.write((tx) => changeSample(tx, change))).toEqual([{ ...full, ...change }])
  })

  test('where a default fills the gap', async () => {
    const { yes: _, ...rest } = full
    expect(await store.write((tx) => tx.insert(samples).values(rest).returning({ yes: samples.yes }))).toEqual([
      { yes: false },
    ])
  })

  test('in an upsert that names the excluded row', async () => {
    const put = (words: string) =>
      store.write((tx) =>
        tx
          .insert(samples)
          .values({ ...full, words })
          .onConflictDoUpdate({
            target: samples.id,
            set: { words: sql`excluded.words`, momentAt: sql`excluded.moment_at` },
          })
          .returning({ words: samples.words, at: samples.momentAt }),
      )
    await put('first')
    expect(await put('second')).toEqual([{ words: 'second', at: full.momentAt }])
    const nothing = await store.write((tx) => tx.insert(samples).values(full).onConflictDoNothing().returning())
    expect(nothing).toEqual([])
  })
})

describe('questions', () => {
  test('a moment, a truth and a number are compared as what they are', async () => {
    await store.write((tx) => tx.insert(samples).values([full, bare]))
    const before = new Date(full.momentAt.getTime() - 1)
    const found = [{ id: 's2', at: full.momentAt, n: Number.MAX_SAFE_INTEGER - 1 }]
    expect(await since(store.read, { at: before, yes: true, limit: 1 })).toEqual(found)
    expect(await since(store.read, { at: full.momentAt, yes: true, limit: 9 })).toEqual([])
    expect(await since(store.read, { at: before, yes: false, limit: 9 })).toEqual([])
    const raw = await store.read
      .select({ id: samples.id })
      .from(samples)
      .where(sql`${samples.momentAt} > ${before} and ${samples.yes} = ${true}`)
    expect(raw).toHaveLength(2)
  })

  test('counts are numbers and the latest moment is a Date', async () => {
    await store.write((tx) => post(tx, 'a'))
    await store.write((tx) => post(tx, 'b'))
    const [stats] = await store.read
      .select({ n: count(), latest: max(messages.at), sum: sql<number>`sum(${messages.seq})` })
      .from(messages)
    expect(stats).toEqual({ n: 2, latest: new Date(1_767_323_045_678), sum: 3 })
    expect(await store.read.$count(messages, eq(messages.clientId, 'a'))).toBe(1)
    expect(await rows(store.read, sql`select count(*) as n, max(body) as last from ${messages}`)).toEqual([
      { n: 2, last: 'b' },
    ])
  })

  test('a join without a partner gives null', async () => {
    await store.write((tx) => post(tx, 'a'))
    const room = { id: 'room', name: 'Мұғалімдер', lastSeq: 1, archivedAt: null }
    const [found] = await withRoom(store.read, { clientId: 'a' })
    expect(found).toMatchObject({ test_rooms: room, test_messages: { clientId: 'a', at: new Date(1_767_323_045_678) } })
    expect(await withRoom(store.read, { clientId: 'none' })).toEqual([{ test_rooms: room, test_messages: null }])
  })

  test('subqueries, common table expressions and lists', async () => {
    await store.write((tx) => post(tx, 'a'))
    const busy = store.read.$with('busy').as(
      store.read
        .select({ id: messages.roomId, n: count().as('n') })
        .from(messages)
        .groupBy(messages.roomId),
    )
    const found = await store.read
      .with(busy)
      .select({ name: rooms.name, n: busy.n })
      .from(rooms)
      .innerJoin(busy, eq(busy.id, rooms.id))
    expect(found).toEqual([{ name: 'Мұғалімдер', n: 1 }])
    const listed = await store.read
      .selectDistinct({ id: rooms.id })
      .from(rooms)
      .where(inArray(rooms.id, ['room', 'x']))
    expect(listed).toEqual([{ id: 'room' }])
  })

  test('text that looks like SQL is only text', async () => {
    const evil = `'); drop table test_rooms; --`
    await store.write((tx) => post(tx, evil))
    const found = await store.read.select({ body: messages.body }).from(messages).where(eq(messages.body, evil))
    expect(found).toEqual([{ body: evil }])
  })
})

describe('prepared queries', () => {
  test('want every value; a missing one is named', async () => {
    await expect(store.write((tx) => addSample(tx, { ...full, words: undefined } as never))).rejects.toThrow('"words"')
  })

  test('refuse to be filled by spreading the parameters', async () => {
    const wrong = prepared((db, p: Params<typeof rooms.$inferSelect>) => db.insert(rooms).values({ ...p }))
    await expect(store.write((tx) => wrong(tx, { id: 'x', name: 'x', lastSeq: 0, archivedAt: null }))).rejects.toThrow(
      'row(',
    )
  })

  test('serve a write, a plain read and a snapshot alike', async () => {
    const all = prepared((db, p: Params<{ name: string }>) => db.select().from(rooms).where(eq(rooms.name, p.name)))
    const expected = [{ id: 'r2', name: 'Ата-аналар', lastSeq: 0, archivedAt: null }]
    await store.write(async (tx) => {
      await tx.insert(rooms).values({ id: 'r2', name: 'Ата-аналар' })
      expect(await all(tx, { name: 'Ата-аналар' })).toEqual(expected)
    })
    expect(await all(store.read, { name: 'Ата-аналар' })).toEqual(expected)
    expect(await store.snapshot((db) => all(db, { name: 'Ата-аналар' }))).toEqual(expected)
  })
})

describe('tables', () => {
  test('take no value from a function: a prepared query would keep the first one', () => {
    const broken = () => words.table('broken', { at: words.time().$defaultFn(() => new Date()) })
    expect(broken).toThrow('broken.at')
  })
})
