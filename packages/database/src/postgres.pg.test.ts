import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isUniqueViolation } from './errors.ts'
import { oneAtATime, rows, type Store } from './store.ts'
import { bodies, openTestStore, post, rooms, type TestStore } from './test-tables.ts'

let open: TestStore
let store: Store
beforeAll(async () => {
  open = await openTestStore()
  store = open.store
})
beforeEach(() => open.clear())
afterAll(() => open.close())

/** Resolves once both have come here: puts two transactions side by side. */
function meeting(of: number) {
  let here = 0
  let go: () => void = () => {}
  const all = new Promise<void>((resolve) => {
    go = resolve
  })
  return () => {
    if (++here >= of) go()
    return all
  }
}

test('two writes that lock each other out are both done in the end', async () => {
  await store.write((tx) => tx.insert(rooms).values({ id: 'r2', name: 'Ата-аналар' }))
  const meet = meeting(2)
  let tries = 0
  const raise = (first: string, second: string) =>
    store.write(async (tx) => {
      tries++
      await tx
        .update(rooms)
        .set({ lastSeq: sql`${rooms.lastSeq} + 1` })
        .where(eq(rooms.id, first))
      await meet()
      await tx
        .update(rooms)
        .set({ lastSeq: sql`${rooms.lastSeq} + 1` })
        .where(eq(rooms.id, second))
    })
  await Promise.all([raise('room', 'r2'), raise('r2', 'room')])
  expect(tries).toBe(3)
  expect(await store.read.select({ n: rooms.lastSeq }).from(rooms)).toEqual([{ n: 2 }, { n: 2 }])
})

test('two writes that look for the same room and find none make one room', async () => {
  const meet = meeting(2)
  const findOrMake = (id: string) =>
    store.write(async (tx) => {
      const [found] = await tx.select().from(rooms).where(eq(rooms.name, 'Физика'))
      if (found) return found.id
      await meet()
      await tx.insert(rooms).values({ id, name: 'Физика' })
      return id
    })
  const [a, b] = await Promise.all([findOrMake('a'), findOrMake('b')])
  expect(a).toBe(b)
})

test('a violation that is meant is tried twice and told', async () => {
  let tries = 0
  const error = await store
    .write(async (tx) => {
      tries++
      await tx.insert(rooms).values({ id: 'x', name: 'Мұғалімдер' })
    })
    .catch((e: unknown) => e)
  expect(tries).toBe(2)
  expect(isUniqueViolation(error)).toBe(true)
})

test('a write that swallows a failed query is told that nothing was kept', async () => {
  const careless = store.write(async (tx) => {
    await post(tx, 'a')
    await rows(tx, sql`select 1 / 0`).catch(() => {})
  })
  await expect(careless).rejects.toThrow('nothing was kept')
  expect(await bodies(store.read)).toEqual([])
})

test('a snapshot does not see what is committed meanwhile, and cannot write', async () => {
  await store.snapshot(async (db) => {
    expect(await bodies(db)).toEqual([])
    await store.write((tx) => post(tx, 'meanwhile'))
    expect(await bodies(db)).toEqual([])
  })
  await expect(store.snapshot((db) => db.delete(rooms))).rejects.toThrow('read-only')
  expect(await bodies(store.read)).toEqual(['meanwhile'])
})

test('a lost connection fails one write and no more', async () => {
  const cut = store.write(async (tx) => {
    await post(tx, 'cut')
    await rows(tx, sql`select pg_terminate_backend(pg_backend_pid())`)
  })
  await expect(cut).rejects.toThrow()
  await store.write((tx) => post(tx, 'next'))
  expect(await bodies(store.read)).toEqual(['next'])
})

test('what must not be decided twice at once is decided one after the other', async () => {
  const atMostOne = (id: string) =>
    store.write(async (tx) => {
      await oneAtATime(tx, 'rooms of physics')
      const taken = await tx.$count(rooms, sql`${rooms.name} like 'Физика%'`)
      if (taken === 0) await tx.insert(rooms).values({ id, name: `Физика ${id}` })
    })
  await Promise.all(['a', 'b', 'c', 'd'].map(atMostOne))
  expect(await store.read.$count(rooms, sql`${rooms.name} like 'Физика%'`)).toBe(1)
})
