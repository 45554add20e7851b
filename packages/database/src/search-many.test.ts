import { freshDatabase } from '@academy/testkit/database'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialect } from './dialect.ts'
import { openStore } from './open.ts'
import { dropDocument, findDocuments, putDocument, putNewDocuments, searchBytes } from './search.ts'
import { gatherIndex, indexAtEnd } from './search-many.ts'
import { rows, type Store } from './store.ts'

let store: Store
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  store = await openStore({ url: fresh.url })
})
afterAll(async () => {
  await store.close()
  await drop()
})

const kind = 'practice' as const
const document = (id: string, words: string) => ({ id, tokens: words.split(' '), facts: 3, version: 1 })
const ask = async (wish: string) =>
  (await findDocuments(store.read, { kind, wish }, { limit: 99, look: [['май']] })).map(({ id, bits, size }) => [
    id,
    bits,
    size,
  ])
const pieces = async () =>
  (await rows<{ n: number }>(store.read, sql`select count(distinct segid) as n from search_index_idx`))[0]?.n ?? 0

test('many put together are found as if each had been put alone, and can be taken out again', async () => {
  await indexAtEnd(store, () =>
    store.write((tx) =>
      putNewDocuments(tx, kind, [document('a', 'нан май'), document('b', 'нан нан'), document('c', '')]),
    ),
  )
  await store.write((tx) => putDocument(tx, { kind, ...document('d', 'нан май') }))
  expect(await ask('нан')).toEqual([
    ['d', 1, 3],
    ['b', 0, 2],
    ['a', 1, 3],
  ])
  await store.write((tx) => dropDocument(tx, kind, 'a'))
  expect(await ask('май')).toEqual([['d', 1, 3]])
})

test('an index in many pieces is put together and finds the same', async () => {
  for (let n = 0; n < 12; n++) await store.write((tx) => putDocument(tx, { kind, ...document(`n${n}`, `нан сөз${n}`) }))
  const before = await ask('нан')
  if (dialect === 'sqlite') expect(await pieces()).toBeGreaterThan(1)
  expect(await gatherIndex(store, { most: 99 })).toBe(false)
  expect(await gatherIndex(store, { most: 1 })).toBe(dialect === 'sqlite')
  if (dialect === 'sqlite') expect(await pieces()).toBe(1)
  expect(await ask('нан')).toEqual(before)
  expect(await ask('сөз7')).toEqual([['n7', 0, 3]])
  expect(await searchBytes(store.read)).toBeGreaterThan(0)
})
