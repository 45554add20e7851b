import { freshDatabase } from '@academy/testkit/database'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dialect } from './dialect.ts'
import { openStore } from './open.ts'
import {
  countDocuments,
  countTags,
  dropDocument,
  findDocuments,
  putDocument,
  type Search,
  type SearchDocument,
} from './search.ts'
import { rows, type Store } from './store.ts'
import { searchDocuments } from './tables.ts'

let store: Store
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  store = await openStore({ url: fresh.url })
})
beforeEach(() => store.write((tx) => tx.delete(searchDocuments)))
afterAll(async () => {
  await store.close()
  await drop()
})

const document = (id: string, exact: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: 'practice',
  id,
  exact,
  stems: '',
  lazy: '',
  ...more,
})
const put = (...documents: SearchDocument[]) =>
  store.write(async (tx) => {
    for (const one of documents) await putDocument(tx, one)
  })
const ask = (exact: string[], more: Partial<Search> = {}) =>
  findDocuments(store.read, { kind: 'practice', exact, stems: [], lazy: [], limit: 50, ...more })

describe('finding', () => {
  test('wants every word, in any of the three spellings', async () => {
    await put(
      document('a', 'бөлшектерді қосу', { stems: 'бөлшек қос', lazy: 'болшектерди косу' }),
      document('b', 'бөлшек туралы', { stems: 'бөлшек тура', lazy: 'болшек туралы' }),
    )
    expect(await ask(['бөлшекпен', 'қосу'], { stems: ['бөлшек', 'қос'], lazy: ['болшекпен', 'косу'] })).toEqual(['a'])
    expect(await ask([], { lazy: ['болшек'] })).toEqual(['b'])
    expect(await ask(['бөлшек', 'жоқ'], { stems: ['бөлшек', 'жоқ'] })).toEqual([])
    expect(await ask([])).toEqual([])
  })

  test('puts the word as typed before its stem, and the stem before the lazy spelling', async () => {
    await put(
      document('lazy', 'өнердің', { stems: 'өнер', lazy: 'онер' }),
      document('exact', 'онер', { stems: 'x', lazy: 'y' }),
      document('stem', 'онерлер', { stems: 'онер', lazy: 'z' }),
    )
    expect(await ask(['онер'], { stems: ['онер'], lazy: ['онер'] })).toEqual(['exact', 'stem', 'lazy'])
  })

  test('among equals the one that came last comes first, wherever a page begins', async () => {
    await put(document('b', 'мектеп'), document('c', 'мектеп'), document('a', 'мектеп'))
    expect(await ask(['мектеп'])).toEqual(['a', 'c', 'b'])
    expect(await ask(['мектеп'], { limit: 1, offset: 1 })).toEqual(['c'])
  })

  test('takes the last word as a beginning while it is typed, and only the last', async () => {
    await put(document('a', 'мектеп бала'), document('b', 'мектептер балалар'))
    expect(await ask(['мектеп', 'ба'], { prefixLast: true })).toEqual(['a'])
    expect(await ask(['ме'], { prefixLast: true })).toHaveLength(2)
    expect(await ask(['ме'])).toEqual([])
  })

  test('keeps kinds apart, and tags: of each group any will do', async () => {
    await put(
      document('a', 'мектеп', { tags: ['room:1', 'open'] }),
      document('b', 'мектеп', { tags: ['room:2'] }),
      document('c', 'мектеп'),
      document('a', 'мектеп', { kind: 'message' }),
    )
    expect(await ask(['мектеп'], { tags: [['room:1', 'room:3']] })).toEqual(['a'])
    expect(await ask(['мектеп'], { tags: [['room:1', 'room:2']] })).toEqual(['b', 'a'])
    expect(await ask(['мектеп'], { tags: [['room:1', 'room:2'], ['open']] })).toEqual(['a'])
    expect(await ask(['мектеп'], { tags: [[]] })).toEqual([])
    expect(await ask(['мектеп'], { kind: 'message' })).toEqual(['a'])
    expect(await ask(['мектеп'])).toEqual(['c', 'b', 'a'])
  })

  test('no word finds a kind or a tag, and no tag is taken for another', async () => {
    await put(document('a', 'мектеп', { tags: ['Room', 'a:b', 'x3ax'] }))
    for (const word of ['practice', 'kpractice', 'room', 'tyroom', 'troom', 'a', 'b'])
      expect(await ask([word], { prefixLast: true })).toEqual([])
    for (const tag of ['Room', 'a:b', 'x3ax']) expect(await ask(['мектеп'], { tags: [[tag]] })).toEqual(['a'])
    for (const tag of ['room', 'ROOM', 'a', 'ab', 'a b', 'ax3axb', ':', 'practice', '"a:b"', 'Roo*'])
      expect(await ask(['мектеп'], { tags: [[tag]] })).toEqual([])
  })
})

describe('counting', () => {
  test('tells how many there are, how many a search finds, and how many of them bear a tag', async () => {
    await put(
      document('a', 'мектеп', { tags: ['math', 'open'] }),
      document('b', 'мектеп бала', { tags: ['math'] }),
      document('c', 'бала', { tags: ['music', 'open'] }),
      document('d', 'бала', { kind: 'message', tags: ['math'] }),
    )
    const kind = 'practice'
    const wanted = { kind, exact: ['бала'], stems: [], lazy: [] }
    expect(await countDocuments(store.read, { kind })).toBe(3)
    expect(await countDocuments(store.read, { kind, tags: [['open']] })).toBe(2)
    expect(await countDocuments(store.read, wanted)).toBe(2)
    expect(await countDocuments(store.read, { ...wanted, exact: ['?'] })).toBe(0)
    const of = (asked: Parameters<typeof countTags>[1]) => countTags(store.read, asked, ['math', 'music', 'none'])
    expect(Object.fromEntries(await of({ kind }))).toEqual({ math: 2, music: 1, none: 0 })
    expect(Object.fromEntries(await of({ kind, tags: [['open']] }))).toEqual({ math: 1, music: 1, none: 0 })
    expect(Object.fromEntries(await of(wanted))).toEqual({ math: 1, music: 1, none: 0 })
  })
})

describe('what is changed or taken out', () => {
  test('is found by its new words alone', async () => {
    await put(document('a', 'ескі сөз'))
    await put(document('a', 'жаңа сөз'))
    expect(await ask(['ескі'])).toEqual([])
    expect(await ask(['жаңа', 'сөз'])).toEqual(['a'])
    expect(await store.read.$count(searchDocuments)).toBe(1)
  })

  test('is found no more, and a write that fails takes nothing out', async () => {
    await put(document('a', 'құпия'))
    const failed = store.write(async (tx) => {
      await dropDocument(tx, 'practice', 'a')
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await ask(['құпия'])).toEqual(['a'])
    await store.write((tx) => dropDocument(tx, 'practice', 'a'))
    expect(await ask(['құпия'])).toEqual([])
  })

  test.runIf(dialect === 'sqlite')('leaves no word in the index', async () => {
    await put(document('a', 'құпиясөз'), document('b', 'басқа'))
    const words = async () => {
      await store.write((tx) =>
        rows(tx, sql`create virtual table if not exists temp.terms using fts5vocab(main, search_index, row)`),
      )
      return store.write((tx) => rows<{ term: string }>(tx, sql`select term from temp.terms`))
    }
    expect((await words()).map(({ term }) => term)).toContain('құпиясөз')
    await store.write((tx) => dropDocument(tx, 'practice', 'a'))
    expect(await words()).toEqual([{ term: 'kpractice' }, { term: 'басқа' }])
    const blocks = await rows<{ n: number }>(
      store.read,
      sql`select count(*) as n from search_index_data where instr(block, cast('құпия' as blob)) > 0`,
    )
    expect(blocks).toEqual([{ n: 0 }])
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
      fc.asyncProperty(list, list, list, fc.boolean(), async (exact, stems, lazy, prefixLast) => {
        const found = await ask(exact, { stems, lazy, prefixLast })
        expect(found.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test('ten thousand characters, in one word or in thousands', async () => {
    await put(document('long', 'қ'.repeat(10_000)), document('many', 'аб '.repeat(5_000)))
    expect(await ask(['қ'.repeat(10_000)])).toEqual(['long'])
    expect(await ask('аб '.repeat(3_333).split(' '))).toEqual(['many'])
    expect(await ask(['аб '.repeat(3_333)])).toEqual(['many'])
    expect(await ask(['"*'.repeat(5_000)])).toEqual([])
    expect(await ask(['👩🏽‍🏫'.repeat(1_400)])).toEqual([])
    expect(
      await ask(
        Array.from({ length: 2_500 }, (_, i) => `w${i}`),
        { prefixLast: true },
      ),
    ).toEqual([])
  })

  test('can be put into the index, too', async () => {
    await fc.assert(
      fc.asyncProperty(anything, anything, async (exact, lazy) => {
        await put(document('x', exact, { lazy }))
        expect(await store.read.$count(searchDocuments)).toBe(1)
      }),
      { numRuns: 150 },
    )
  })

  test('finds what a plain comparison of words finds, on both engines', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'мектеп',
        'мек',
        'мектептер',
        'өнер',
        'онер',
        'ab',
        'abc',
        'b',
        '1',
        '12',
        '1e5',
        '२',
        'ß',
        'ſ',
        'ﬁ',
        '한국',
        'ꙮ',
        '𐐨',
        'Ა',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }).filter((s) => /^[\p{L}\p{N}]+$/u.test(s)),
    )
    const words = fc.array(word, { maxLength: 4 })
    const library = fc.array(fc.record({ exact: words, stems: words, lazy: words }), { minLength: 1, maxLength: 4 })
    const query = fc.array(fc.record({ exact: word, stems: word, lazy: word }), { minLength: 1, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(library, query, fc.boolean(), async (documents, asked, prefixLast) => {
        await store.write(async (tx) => {
          await tx.delete(searchDocuments)
          for (const [i, { exact, stems, lazy }] of documents.entries())
            await putDocument(tx, document(`${i}`, exact.join(' '), { stems: stems.join(' '), lazy: lazy.join(' ') }))
        })
        const columns = ['exact', 'stems', 'lazy'] as const
        const level = (held: (typeof documents)[number]) => {
          const reaches = (n: number) =>
            asked.every((forms, i) =>
              columns.slice(0, n).some((column) => {
                const wanted = forms[column].toLowerCase()
                const begins = prefixLast && i === asked.length - 1
                return held[column].some((w) =>
                  begins ? w.toLowerCase().startsWith(wanted) : w.toLowerCase() === wanted,
                )
              }),
            )
          return [1, 2, 3].findIndex(reaches)
        }
        const expected = documents.map((held, i) => ({ id: `${i}`, level: level(held) })).filter((d) => d.level >= 0)
        const found = await ask(
          asked.map((w) => w.exact),
          {
            stems: asked.map((w) => w.stems),
            lazy: asked.map((w) => w.lazy),
            prefixLast,
          },
        )
        expect([...found].sort()).toEqual(expected.map(({ id }) => id).sort())
        const levels = found.map((id) => expected.find((d) => d.id === id)?.level)
        expect(levels).toEqual([...levels].sort())
      }),
      { numRuns: 200 },
    )
  })
})
