import { freshDatabase } from '@academy/testkit/database'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dialect } from './dialect.ts'
import { openStore } from './open.ts'
import {
  countDocuments,
  countTokens,
  dropDocument,
  type Finding,
  findDocuments,
  loud,
  markDocument,
  putDocument,
  type SearchDocument,
  type SearchKind,
  tokensFrom,
  tokensSince,
  versionsOf,
  type Wish,
} from './search.ts'
import { Look, packIds, unpackIds } from './search-ids.ts'
import { rows, type Store } from './store.ts'
import { searchDocuments, searchWords } from './tables.ts'

let store: Store
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  store = await openStore({ url: fresh.url })
})
beforeEach(async () => {
  const all = await store.read.select({ kind: searchDocuments.kind, id: searchDocuments.id }).from(searchDocuments)
  await store.write(async (tx) => {
    for (const { kind, id } of all) await dropDocument(tx, kind as SearchKind, id)
  })
})
afterAll(async () => {
  await store.close()
  await drop()
})

const kind = 'practice' as const
const document = (id: string, tokens: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  kind,
  id,
  tokens: tokens.split(' '),
  ...more,
})
const put = (...documents: SearchDocument[]) =>
  store.write(async (tx) => {
    for (const one of documents) await putDocument(tx, one)
  })
const hits = (wish: Wish, { none = [], ...more }: Partial<Finding> & { none?: string[] } = {}) =>
  findDocuments(store.read, { kind, wish, none }, { limit: 50, ...more })
const ask = async (...asked: Parameters<typeof hits>) => (await hits(...asked)).map(({ id }) => id)
const words = async () =>
  (await store.read.select({ token: searchWords.token }).from(searchWords)).map(({ token }) => token).sort()

describe('finding', () => {
  test('wants all of these and any of those, newest first', async () => {
    await put(document('a', 'нан бөлшек'), document('b', 'бөлшек'), document('c', 'нан болшек'))
    expect(await ask('нан')).toEqual(['c', 'a'])
    expect(await ask({ all: ['нан', { any: ['бөлшек', 'болшек'] }] })).toEqual(['c', 'a'])
    expect(await ask({ any: [{ all: ['нан', 'бөлшек'] }, 'болшек'] })).toEqual(['c', 'a'])
    expect(await ask({ all: ['нан', 'жоқ'] })).toEqual([])
    expect(await ask({ any: ['нан', 'жоқ'] })).toEqual(['c', 'a'])
    expect(await ask({ any: [] })).toEqual([])
    expect(await ask({ all: [] })).toEqual(['c', 'b', 'a'])
    expect(await ask({ all: ['бөлшек', { any: ['нан', { all: [] }] }] })).toEqual(['b', 'a'])
  })

  test('leaves out what bears a mark nobody asked for', async () => {
    await put(document('a', 'нан'), document('b', 'нан мүшеге'), document('c', 'нан жабық'))
    expect(await ask('нан', { none: ['мүшеге'] })).toEqual(['c', 'a'])
    expect(await ask('нан', { none: ['мүшеге', 'жабық', 'белгісіз'] })).toEqual(['a'])
    expect(await ask({ all: [] }, { none: ['мүшеге'] })).toEqual(['c', 'a'])
    expect(await countDocuments(store.read, { kind, wish: 'нан', none: ['мүшеге', 'жабық'] }, 9)).toBe(1)
  })

  test('goes on below the last one, and a change keeps the place', async () => {
    await put(document('a', 'нан'), document('b', 'нан'), document('c', 'нан'))
    await put(document('b', 'нан май'))
    const [first, second] = await hits('нан', { limit: 2 })
    expect([first?.id, second?.id]).toEqual(['c', 'b'])
    expect(await ask('нан', { below: second?.seq ?? 0 })).toEqual(['a'])
  })

  test('tells for each hit what it was looked through for, how much it holds, and what it is weighed by', async () => {
    await put(document('a', 'нан май', { facts: 2 ** 30 + 5 }), document('b', 'нан сүт'))
    const look = [['май', 'сүт'], ['жоқ'], ['сүт'], ['нан']]
    expect(await hits('нан', { look })).toMatchObject([
      { id: 'b', bits: 0b1101, size: 3, facts: 0, weight: 0 },
      { id: 'a', bits: 0b1001, size: 3, facts: 2 ** 30 + 5, weight: 0 },
    ])
  })

  test('keeps kinds apart', async () => {
    await put(
      document('a', 'нан'),
      document('a', 'нан', { kind: 'message' }),
      document('b', 'май', { kind: 'message' }),
    )
    expect(await ask('нан')).toEqual(['a'])
    expect(await ask('май')).toEqual([])
    expect(await findDocuments(store.read, { kind: 'message', wish: { all: [] } }, { limit: 9 })).toHaveLength(2)
  })

  test('finds what is said loudly by itself', async () => {
    const tokens = ['нан', loud('нан'), 'май']
    await put({ kind, id: 'a', tokens }, document('b', 'нан'))
    expect(await ask('нан')).toEqual(['b', 'a'])
    expect(await ask(loud('нан'))).toEqual(['a'])
    expect(await ask(loud('май'))).toEqual([])
    expect(await hits('нан', { look: [[loud('нан')], ['май']] })).toMatchObject([{ bits: 0 }, { bits: 0b11 }])
    await put({ kind, id: 'a', tokens: ['май', loud('нан')] })
    expect(await ask({ all: ['май', loud('нан')] })).toEqual(['a'])
    expect(await ask('нан')).toEqual(['b'])
  })

  test('tells the tokens that begin so, the first known first', async () => {
    await put(document('a', 'бөлшек бөлу нан'), document('b', 'бөл'), document('c', 'бөлме', { kind: 'message' }))
    expect(await tokensFrom(store.read, kind, 'бөл', 9)).toEqual(['бөлшек', 'бөлу', 'бөл'])
    expect(await tokensFrom(store.read, kind, 'бөл', 1)).toEqual(['бөлшек'])
    expect(await tokensFrom(store.read, kind, 'бөлшекк', 9)).toEqual([])
  })

  test('tells whoever keeps tokens only the new ones that begin so', async () => {
    await put(document('a', 'бөлшек нан'), document('b', 'бөлме', { kind: 'message' }))
    const since = async (after: number, limit = 9) => tokensSince(store.read, kind, 'бөл', { after, limit })
    const [first] = await since(0)
    expect(first?.token).toBe('бөлшек')
    const after = first?.id ?? 0
    expect(await since(after)).toEqual([])
    await put(document('c', 'бөлу май бөл'))
    expect((await since(after)).map(({ token }) => token)).toEqual(['бөлу', 'бөл'])
    expect((await since(after, 1)).map(({ token }) => token)).toEqual(['бөлу'])
  })
})

describe('counting', () => {
  test('tells how many there are, how many are found, and how many of them have a token', async () => {
    await put(document('a', 'нан math open'), document('b', 'нан бала math'), document('c', 'бала music open'))
    expect(await countDocuments(store.read, { kind, wish: { all: [] } }, 9)).toBe(3)
    expect(await countDocuments(store.read, { kind, wish: { all: [] } }, 1)).toBe(2)
    expect(await countDocuments(store.read, { kind, wish: 'бала' }, 9)).toBe(2)
    expect(await countDocuments(store.read, { kind, wish: '?' }, 9)).toBe(0)
    const of = async (wish: Wish) =>
      Object.fromEntries(await countTokens(store.read, { kind, wish }, ['math', 'music', 'none'], 9))
    expect(await of({ all: [] })).toEqual({ math: 2, music: 1, none: 0 })
    expect(await of('бала')).toEqual({ math: 1, music: 1, none: 0 })
    expect(await of('?')).toEqual({ math: 0, music: 0, none: 0 })
  })
})

describe('what is changed, added or taken out', () => {
  test('is found by its new words alone', async () => {
    await put(document('a', 'ескі сөз'))
    await put(document('a', 'жаңа сөз'))
    expect(await ask('ескі')).toEqual([])
    expect(await ask({ all: ['жаңа', 'сөз'] })).toEqual(['a'])
    expect(await store.read.$count(searchDocuments)).toBe(1)
  })

  test('what is added to a thing stays when the thing changes, until other is added', async () => {
    const mark = (tokens: string[], weight: number) =>
      store.write((tx) => markDocument(tx, { kind, id: 'a', tokens, weight }))
    await mark(['tried'], 1)
    expect(await ask('tried')).toEqual([])
    await put(document('a', 'нан'))
    await mark(['tried', 'нан'], 3)
    await put(document('a', 'май'))
    expect(await hits('tried', { look: [['нан'], ['май'], ['tried']] })).toMatchObject([
      { id: 'a', weight: 3, bits: 0b111 },
    ])
    await mark([], 0)
    expect(await ask({ any: ['tried', 'нан'] })).toEqual([])
    expect(await hits('май')).toMatchObject([{ id: 'a', weight: 0 }])
    expect(await words()).toEqual(['p', 'pмай'])
  })

  test('tells which making of tokens it is of', async () => {
    await put(document('a', 'нан', { version: 2 }), document('b', 'нан'))
    expect(await versionsOf(store.read, kind, ['a', 'b', 'c'])).toEqual(
      new Map([
        ['a', 2],
        ['b', 0],
      ]),
    )
  })

  test('is found no more, and a write that fails takes nothing out', async () => {
    await put(document('a', 'құпия'))
    const failed = store.write(async (tx) => {
      await dropDocument(tx, kind, 'a')
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await ask('құпия')).toEqual(['a'])
    await store.write((tx) => dropDocument(tx, kind, 'a'))
    expect(await ask('құпия')).toEqual([])
    await store.write((tx) => dropDocument(tx, kind, 'a'))
  })

  test('leaves no word behind', async () => {
    await put(document('a', 'құпиясөз ортақ'), document('b', 'басқа ортақ'))
    expect(await words()).toContain('pқұпиясөз')
    await store.write((tx) => dropDocument(tx, kind, 'a'))
    expect(await words()).toEqual(['p', 'pбасқа', 'pортақ'])
    await put(document('b', 'ортақ'))
    expect(await words()).toEqual(['p', 'pортақ'])
  })

  test.runIf(dialect === 'sqlite')('nor a number of it in the index', async () => {
    await put(document('a', 'құпиясөз'), document('b', 'басқа'))
    await store.write((tx) => dropDocument(tx, kind, 'a'))
    const terms = await store.write(async (tx) => {
      await rows(tx, sql`create virtual table if not exists temp.terms using fts5vocab(main, search_index, row)`)
      return rows<{ term: string }>(tx, sql`select term from temp.terms order by term`)
    })
    const known = await store.read.select({ id: searchWords.id }).from(searchWords)
    expect(terms.map(({ term }) => term)).toEqual(known.map(({ id }) => `${id * 2}`).sort())
  })
})

/** Whatever a person may paste, and whatever a query language might take for a word of its own. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '"',
    "'",
    '*',
    'NEAR',
    'NEAR(a b)',
    'AND',
    'OR NOT',
    '^a',
    'exact:',
    '{exact}:a',
    '(',
    ')',
    '\\',
    ':*',
    '&',
    '|',
  ),
  fc.constantFrom(
    '!',
    '<->',
    "a':*",
    'a\0b',
    '\0',
    '👩🏽‍🏫',
    '\ud800',
    '-',
    '--',
    ';',
    '%',
    '_',
    '$1',
    '?',
    '؟',
    'ǅ',
    'İ',
    'ß',
  ),
)

describe('anything at all', () => {
  test('gives results or none, never an error', async () => {
    await put(document('a', 'a b near and or not мектеп'))
    const list = fc.array(anything, { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(list, list, list, async (all, any, none) => {
        expect((await ask({ all: [...all, { any }] }, { none, look: [all, any] })).length).toBeLessThanOrEqual(1)
        for (const from of all) expect(await tokensFrom(store.read, kind, from, 3)).toBeInstanceOf(Array)
      }),
      { numRuns: 300 },
    )
  })

  test('can be put into the index, and is found by itself', async () => {
    await fc.assert(
      fc.asyncProperty(anything, anything, async (one, other) => {
        await put({ kind, id: 'x', tokens: [one, other] })
        expect(await ask({ all: [one, other] })).toEqual(['x'])
        expect(await store.read.$count(searchDocuments)).toBe(1)
      }),
      { numRuns: 150 },
    )
  })

  test('ten thousand characters in one token, and thousands of tokens', async () => {
    await put(document('long', 'қ'.repeat(10_000)), {
      kind,
      id: 'many',
      tokens: Array.from({ length: 9_000 }, (_, i) => `w${i}`),
    })
    expect(await ask('қ'.repeat(10_000))).toEqual(['long'])
    expect(await ask({ all: Array.from({ length: 2_000 }, (_, i) => `w${i}`) })).toEqual(['many'])
  })

  test('a set of numbers is packed and read back whole', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { maxLength: 60 })
    fc.assert(
      fc.property(numbers, (ids) => {
        const packed = packIds(ids)
        expect(unpackIds(packed)).toEqual(ids.toSorted((a, b) => a - b))
        const odd = ids.filter((_, i) => i % 2 === 1)
        const look = new Look()
        for (const id of odd) look.add(id, 3)
        expect(look.at(packed)).toEqual({ size: ids.length, bits: odd.length > 0 ? 8 : 0 })
      }),
    )
  })

  test('finds what a plain comparison finds, on both engines', async () => {
    const token = fc.oneof(
      fc.constantFrom(
        'мектеп',
        'мек',
        'өнер',
        'ab',
        'abc',
        'b',
        '1',
        '12',
        '1e5',
        '^b',
        '^^',
        'ß',
        'ſ',
        'ﬁ',
        '한국',
        '𐐨',
        'Ა',
        "'",
        '"',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    )
    const library = fc.array(fc.array(token, { maxLength: 5 }), { minLength: 1, maxLength: 4 })
    const { wish } = fc.letrec<{ wish: Wish }>((tie) => ({
      wish: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        token,
        fc.record({ all: fc.array(tie('wish'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('wish'), { maxLength: 3 }) }),
      ),
    }))
    const holds = (held: readonly string[], one: Wish): boolean => {
      if (typeof one === 'string') return held.includes(one)
      return 'all' in one ? one.all.every((it) => holds(held, it)) : one.any.some((it) => holds(held, it))
    }
    await fc.assert(
      fc.asyncProperty(library, wish, fc.array(token, { maxLength: 2 }), async (sets, one, none) => {
        await store.write(async (tx) => {
          for (let i = 0; i < 4; i++) await dropDocument(tx, kind, `${i}`)
          for (const [i, tokens] of sets.entries()) await putDocument(tx, { kind, id: `${i}`, tokens })
        })
        const found = sets.flatMap((held, i) =>
          holds(held, one) && !none.some((it) => held.includes(it)) ? [`${i}`] : [],
        )
        expect(await ask(one, { none })).toEqual(found.toReversed())
        expect(await countDocuments(store.read, { kind, wish: one, none }, 1000)).toBe(found.length)
      }),
      { numRuns: 200 },
    )
  })
})
