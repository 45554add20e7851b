import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { dialect } from './dialect.ts'
import { isUniqueViolation } from './errors.ts'
import { type Db, EscapedQuery, rows, type Store, StrayWait } from './store.ts'
import { bodies, messages, openTestStore, post, rooms, type TestStore } from './test-tables.ts'

let open: TestStore
let store: Store
beforeAll(async () => {
  open = await openTestStore()
  store = open.store
})
beforeEach(() => open.clear())
afterAll(() => open.close())

const later = (ms = 5) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const failing = async (tx: Db) => {
  await post(tx, 'gone')
  throw new Error('changed my mind')
}

describe('many write at once', () => {
  test('a hundred increments at the same time make a hundred', async () => {
    await Promise.all(
      Array.from({ length: 100 }, () =>
        store.write(async (tx) => {
          await tx
            .update(rooms)
            .set({ lastSeq: sql`${rooms.lastSeq} + 1` })
            .where(eq(rooms.id, 'room'))
        }),
      ),
    )
    expect(await store.read.select({ lastSeq: rooms.lastSeq }).from(rooms)).toEqual([{ lastSeq: 100 }])
  })

  test('a hundred messages get the numbers 1 to 100, and the same message sent again is the first one', async () => {
    const sent = await Promise.all(Array.from({ length: 100 }, (_, i) => store.write((tx) => post(tx, `m${i}`))))
    expect(sent.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
    const again = await store.write((tx) => post(tx, 'm7', 'another text'))
    expect(again).toEqual(sent[7])
  })

  test('the same message sent twenty times at once is there once, and all are told so', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => store.write((tx) => post(tx, 'once'))))
    expect(new Set(sent.map(({ seq }) => seq)).size).toBe(1)
    expect(await bodies(store.read)).toEqual(['once'])
  })

  test('a write asked for while another is failing survives', async () => {
    let other: Promise<unknown> | undefined
    const first = store.write(async (tx) => {
      await post(tx, 'gone')
      other = store.write((tx2) => post(tx2, 'survives'))
      await post(tx, 'gone too')
      throw new Error('changed my mind')
    })
    await expect(first).rejects.toThrow('changed my mind')
    await other
    expect(await bodies(store.read)).toEqual(['survives'])
  })

  test('a failed write leaves nothing behind and does not hurt the ones around it', async () => {
    const results = await Promise.allSettled([
      store.write((tx) => post(tx, 'before')),
      store.write(failing),
      store.write((tx) =>
        tx.insert(messages).values({ roomId: 'nowhere', seq: 1, clientId: 'x', body: '', at: new Date() }),
      ),
      store.write((tx) => post(tx, 'after')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect((await bodies(store.read)).sort()).toEqual(['after', 'before'])
  })

  test('a write that fails alone leaves nothing behind', async () => {
    await expect(store.write(failing)).rejects.toThrow('changed my mind')
    expect(await bodies(store.read)).toEqual([])
    await store.write((tx) => post(tx, 'next'))
    expect(await bodies(store.read)).toEqual(['next'])
  })

  test('what a write answers is on disk by then', async () => {
    const seen: number[] = []
    const one = async (i: number) => {
      await store.write((tx) => post(tx, `m${i}`))
      seen.push((await bodies(store.read)).filter((body) => body === `m${i}`).length)
    }
    await Promise.all(Array.from({ length: 20 }, (_, i) => one(i)))
    expect(seen).toEqual(Array.from({ length: 20 }, () => 1))
  })

  test('a write asked for in the turn in which the queue ran empty is not forgotten', async () => {
    for (let i = 0; i < 50; i++) {
      await store.write((tx) => post(tx, `a${i}`)).then(() => store.write((tx) => post(tx, `b${i}`)))
    }
    expect(await bodies(store.read)).toHaveLength(100)
  })

  test('closing waits for what was asked for, and refuses what comes after', async () => {
    const { store, close } = await openTestStore()
    const asked = Array.from({ length: 10 }, (_, i) => store.write((tx) => post(tx, `m${i}`)))
    const [sent] = await Promise.all([Promise.all(asked), store.close()])
    expect(sent).toHaveLength(10)
    await expect(store.write((tx) => post(tx, 'late'))).rejects.toThrow('The store is closed.')
    await expect(store.snapshot(bodies)).rejects.toThrow('The store is closed.')
    await close()
  })
})

describe('a query that escapes its write', () => {
  test('is refused after the write, however it was made', async () => {
    let kept: Db | undefined
    let query: PromiseLike<unknown> | undefined
    await store.write(async (tx) => {
      kept = tx
      query = tx.insert(rooms).values({ id: 'r2', name: 'Ата-аналар' })
    })
    const tx = kept as Db
    await expect(Promise.resolve(query)).rejects.toThrow(EscapedQuery)
    await expect(Promise.resolve(tx.select().from(rooms))).rejects.toThrow(EscapedQuery)
    await expect(Promise.resolve(tx.$count(rooms))).rejects.toThrow(EscapedQuery)
    await expect(post(tx, 'late')).rejects.toThrow(EscapedQuery)
    await expect(rows(tx, sql`delete from test_rooms`)).rejects.toThrow(EscapedQuery)
    expect(await store.read.$count(rooms)).toBe(1)
  })

  test('does not slip into the next write', async () => {
    let kept: Db | undefined
    await store.write(async (tx) => {
      kept = tx
    })
    const next = store.write(async (tx) => {
      await post(tx, 'mine')
      await post(kept as Db, 'not mine')
    })
    await expect(next).rejects.toThrow(EscapedQuery)
    expect(await bodies(store.read)).toEqual([])
  })

  test('is refused after a snapshot, too', async () => {
    let kept: Db | undefined
    await store.snapshot(async (db) => {
      kept = db
    })
    await expect(Promise.resolve((kept as Db).select().from(rooms))).rejects.toThrow(EscapedQuery)
  })
})

describe.runIf(dialect === 'sqlite')('a write that waits for something else', () => {
  test('is refused at once and holds up nobody', async () => {
    let found: unknown
    const slow = store.write(async (tx) => {
      await post(tx, 'slow')
      await later()
      found = await post(tx, 'too late').catch((error: unknown) => error)
    })
    const others = [store.write((tx) => post(tx, 'a')), store.write((tx) => post(tx, 'b'))]
    await expect(slow).rejects.toThrow(StrayWait)
    await Promise.all(others)
    await later(20)
    expect(found).toBeInstanceOf(EscapedQuery)
    expect(await bodies(store.read)).toEqual(['a', 'b'])
  })

  test('is refused when it waits for another write, which goes through', async () => {
    let inner: Promise<unknown> | undefined
    const outer = store.write(async () => {
      inner = store.write((tx) => post(tx, 'inner'))
      await inner
    })
    await expect(outer).rejects.toThrow(StrayWait)
    await inner
    expect(await bodies(store.read)).toEqual(['inner'])
  })

  test('is told from a long one: a thousand queries in one write are fine', async () => {
    await store.write(async (tx) => {
      for (let i = 0; i < 1000; i++) await post(tx, `m${i}`)
    })
    expect(await store.read.$count(messages)).toBe(1000)
  })

  test('is refused in a snapshot, which lets go of its moment', async () => {
    await expect(store.snapshot(() => later())).rejects.toThrow(StrayWait)
    await store.write((tx) => post(tx, 'new'))
    expect(await store.snapshot(bodies)).toEqual(['new'])
  })

  test('is told apart under a fake clock as well', async () => {
    vi.useFakeTimers()
    try {
      await store.write((tx) => post(tx, 'frozen'))
    } finally {
      vi.useRealTimers()
    }
    expect(await bodies(store.read)).toEqual(['frozen'])
  })
})

describe('errors', () => {
  test('a value that is there already is told from other faults', async () => {
    const twice = await store
      .write((tx) => tx.insert(rooms).values({ id: 'x', name: 'Мұғалімдер' }))
      .catch((e: unknown) => e)
    expect(isUniqueViolation(twice)).toBe(true)
    const primary = await store
      .write((tx) => tx.insert(rooms).values({ id: 'room', name: 'y' }))
      .catch((e: unknown) => e)
    expect(isUniqueViolation(primary)).toBe(true)
    const orphan = await store
      .write((tx) => tx.insert(messages).values({ roomId: 'nowhere', seq: 1, clientId: 'f', body: '', at: new Date() }))
      .catch((e: unknown) => e)
    expect(orphan).toBeInstanceOf(Error)
    expect(isUniqueViolation(orphan)).toBe(false)
    expect(isUniqueViolation(null)).toBe(false)
  })

  test('an error never holds what was written', async () => {
    const secret = 'Айгүл Серікқызы'
    await store.write((tx) => tx.insert(rooms).values({ id: 'a', name: secret }))
    const error = await store.write((tx) => tx.insert(rooms).values({ id: 'b', name: secret })).catch((e: unknown) => e)
    expect(isUniqueViolation(error)).toBe(true)
    const told = error as Error
    expect(JSON.stringify([told.message, told.stack, { ...told }, String(told.cause)])).not.toContain(secret)
  })

  test.runIf(dialect === 'sqlite')('a reader cannot write', async () => {
    await expect(Promise.resolve(store.read.delete(rooms))).rejects.toThrow(/readonly/)
  })
})

describe('foreign keys', () => {
  test('hold: no message without its room, and a room takes its messages with it', async () => {
    await store.write((tx) => post(tx, 'hello'))
    await expect(
      store.write((tx) => tx.update(messages).set({ roomId: 'nowhere' }).where(eq(messages.clientId, 'hello'))),
    ).rejects.toThrow()
    await store.write((tx) => tx.delete(rooms).where(eq(rooms.id, 'room')))
    expect(await store.read.$count(messages)).toBe(0)
  })
})
