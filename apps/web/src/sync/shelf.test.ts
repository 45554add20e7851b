// @vitest-environment node
import { openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import { FakeAcademy, newPhone, until } from './_phone.ts'
import { type Kept, STEPS } from './migrations.ts'
import { makeOutbox } from './outbox.ts'
import { clearShelf, makeShelf } from './shelf.ts'

beforeEach(newPhone)

const oldItem = (n: number) => ({
  id: `01J00000000000000000000${String(n).padStart(3, '0')}`,
  path: 'rooms.post',
  lane: 'topic:1',
  input: { id: `01J00000000000000000000${String(n).padStart(3, '0')}`, composedAt: n, body: `хабарлама ${n}` },
  composedAt: n,
  state: n === 1 ? 'sending' : 'waiting',
  tries: n === 1 ? 1 : 0,
})

/** A database as version 1 left it, with 200 things to send and some drafts. */
async function filledOldPhone(key: string) {
  const db = await openDB(`academy:${key}`, 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', {
        unique: true,
      })
      db.createObjectStore('drafts')
    },
  })
  const tx = db.transaction(['outbox', 'drafts'], 'readwrite')
  for (let n = 1; n <= 200; n++) await tx.objectStore('outbox').add(oldItem(n))
  await tx.objectStore('drafts').put('жазылып жатыр', 'topic:1')
  await tx.done
  return db
}

describe('a phone with an older database', () => {
  test('keeps every waiting message and draft through the upgrade, and sends them once, in order', async () => {
    ;(await filledOldPhone('amina')).close()
    const academy = new FakeAcademy()
    const shelf = makeShelf('amina')
    const outbox = makeOutbox({ shelf, send: academy.send })
    await until(() => academy.log.length === 200 && outbox.items().every((item) => item.state === 'sent'))
    expect(academy.said).toEqual(Array.from({ length: 200 }, (_, n) => `хабарлама ${n + 1}`))
    expect(await shelf.use((db) => db.get('drafts', 'topic:1'))).toBe('жазылып жатыр')
    expect(await shelf.use((db) => db.count('views'))).toBe(0)
    outbox.close()
  })

  test('is upgraded while an old tab is open, and the old tab goes on writing', async () => {
    const oldShelf = makeShelf('amina', undefined, STEPS.slice(0, 1))
    await oldShelf.use((db) => db.put('drafts', 'бұрынғы', 'a'))
    const newShelf = makeShelf('amina')
    await newShelf.use((db) => db.put('views', { json: '1', at: 1, size: 1 }, 'v'))
    // Its connection was taken away, and its version is too low by now.
    await oldShelf.use((db) => db.put('drafts', 'кейінгі', 'b'))
    expect(await newShelf.use((db) => db.getAllKeys('drafts'))).toEqual(['a', 'b'])
  })

  test('takes a later step that rewrites what is there, from any version', async () => {
    ;(await filledOldPhone('amina')).close()
    const later = [
      ...STEPS,
      async (_db: unknown, tx: Parameters<(typeof STEPS)[number]>[1]) => {
        for (let at = await tx.objectStore('outbox').openCursor(); at; at = await at.continue()) {
          await at.update({ ...at.value, lane: `${at.value.lane}!` })
        }
      },
    ]
    const items = await makeShelf('amina', undefined, later).use((db) => db.getAll('outbox'))
    expect(items).toHaveLength(200)
    expect(new Set(items.map((item: Kept['outbox']['value']) => item.lane))).toEqual(new Set(['topic:1!']))
  })
})

test('a connection that iOS took away is opened again', async () => {
  const shelf = makeShelf('amina')
  await shelf.use(async (db) => db.close())
  await shelf.use((db) => db.put('drafts', 'мәтін', 'a'))
  expect(await shelf.use((db) => db.get('drafts', 'a'))).toBe('мәтін')
})

test('a tab of somebody who left neither reads nor writes', async () => {
  let here = true
  const shelf = makeShelf('amina', () => here)
  await shelf.use((db) => db.put('drafts', 'мәтін', 'a'))
  here = false
  await expect(shelf.use((db) => db.get('drafts', 'a'))).rejects.toMatchObject({ code: 'signed-out' })
  await expect(shelf.write(['drafts'], async (tx) => tx.objectStore('drafts').put('x', 'a'))).rejects.toThrow()
  expect(await makeShelf('amina').use((db) => db.get('drafts', 'a'))).toBe('мәтін')
})

test('clearing a shelf does not wait for a tab that has it open', async () => {
  const shelf = makeShelf('amina')
  await shelf.use((db) => db.put('drafts', 'мәтін', 'a'))
  await clearShelf('amina')
  expect(await makeShelf('amina').use((db) => db.count('drafts'))).toBe(0)
})

test('a full phone gives up what it can fetch again, never what was written', async () => {
  const shelf = makeShelf('amina')
  await shelf.use((db) => db.put('views', { json: '{}', at: 1, size: 2 }, 'v'))
  await shelf.use((db) => db.put('drafts', 'мәтін', 'old'))
  let full = true
  await shelf.use(async (db) => {
    if (full) {
      full = false
      throw new DOMException('full', 'QuotaExceededError')
    }
    return db.put('drafts', 'жаңа', 'new')
  })
  expect(await shelf.use((db) => db.count('views'))).toBe(0)
  expect(await shelf.use((db) => db.getAllKeys('drafts'))).toEqual(['new', 'old'])
})
