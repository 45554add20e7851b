import type { Store } from '@academy/database'
import { type Academy, openAcademy } from '@academy/testkit'
import { expect, test } from 'vitest'
import * as tables from '../tables.ts'
import { fillDemo } from './index.ts'
import { settleMode } from './mode.ts'

const config = { mode: undefined, host: '127.0.0.1', demoPublic: false } as Parameters<typeof settleMode>[1]

class Cut extends Error {}

/** The machine goes off at this write: before it is kept, or after it was and before anybody heard. */
async function cutAt(db: Store, at: number, kept: boolean, work: () => Promise<void>): Promise<boolean> {
  const { write } = db
  let writes = 0
  db.write = async (fn) => {
    writes++
    if (writes === at && kept) await write(fn)
    if (writes >= at) throw new Cut()
    return write(fn)
  }
  try {
    await work()
    return false
  } catch (error) {
    if (error instanceof Cut) return true
    throw error
  } finally {
    db.write = write
  }
}

/** How many rows each table holds. */
async function sizes({ db }: Academy): Promise<Record<string, number>> {
  const all = Object.entries(tables).filter(([, value]) => Symbol.for('drizzle:IsDrizzleTable') in Object(value))
  const counts = all.map(async ([name, table]) => [name, await db.read.$count(table as never)] as const)
  return Object.fromEntries(await Promise.all(counts))
}

test('a first start that is cut again and again ends with the very demo of one that was not', {
  timeout: 120_000,
}, async () => {
  await using whole = await openAcademy()
  await settleMode(whole.db, config)
  await fillDemo(whole.rooms, whole.db)

  await using academy = await openAcademy()
  const { db, rooms } = academy
  let cuts = 0
  for (let at = 1; (await settleMode(db, config)).unfilled; at += 1 + (at >> 2)) {
    if (await cutAt(db, at, at % 2 === 1, () => fillDemo(rooms, db))) cuts++
  }
  expect(cuts).toBeGreaterThan(10)
  expect(await sizes(academy)).toEqual(await sizes(whole))
  expect((await rooms.members.doors()).map(({ role, name }) => [role, name])).toEqual(
    (await whole.rooms.members.doors()).map(({ role, name }) => [role, name]),
  )

  // It is not filled a second time, whoever asks.
  await fillDemo(rooms, db)
  expect(await sizes(academy)).toEqual(await sizes(whole))
  expect((await settleMode(db, config)).unfilled).toBe(false)
})
