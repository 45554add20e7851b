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

test('the newest are looked for in growing windows, and none is missed or told twice', async () => {
  const all = Array.from({ length: 60 }, (_, n) =>
    document(`w${n}`, n % 7 === 0 ? 'сирек жиі' : n % 2 === 0 ? 'жиі' : 'басқа'),
  )
  await store.write((tx) => putNewDocuments(tx, kind, all))
  const found = async (wish: string, limit: number, below: number | null = null) =>
    (await findDocuments(store.read, { kind, wish }, { limit, below })).map(({ id, seq }) => ({ id, seq }))
  const often = await found('жиі', 99)
  const named = (keep: (n: number) => boolean) => all.flatMap(({ id }, n) => (keep(n) ? [id] : [])).reverse()
  expect(often.map(({ id }) => id)).toEqual(named((n) => n % 7 === 0 || n % 2 === 0))
  expect((await found('сирек', 99)).map(({ id }) => id)).toEqual(named((n) => n % 7 === 0))
  expect(await found('жиі', 5, often[9]?.seq)).toEqual(often.slice(10, 15))
  if (dialect === 'sqlite') return
  const [word] = await rows<{ id: number }>(store.read, sql`select id from search_words where token = 'pжиі'`)
  for (const width of [1, 2, 5, 40, 1000])
    for (const most of [1, 6, 99])
      for (const below of [null, often[4]?.seq ?? null]) {
        const seqs = await rows<{ seq: number }>(
          store.read,
          sql`select search_newest(${`'${(word?.id ?? 0) * 2}'`}::tsquery, ${below}::bigint, ${most}::bigint, ${width}::bigint) as seq`,
        )
        const wanted = often.filter(({ seq }) => below === null || seq < below).slice(0, most)
        expect(seqs, `${width} ${most} ${below}`).toEqual(wanted.map(({ seq }) => ({ seq })))
      }
})
