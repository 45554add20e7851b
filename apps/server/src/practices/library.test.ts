import { newId, type PracticeRow } from '@academy/contract'
import { type Academy, type Person, refusalOf } from '@academy/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { list, openShelf, share, titles } from './test-shelf.ts'

let academy: Academy
let aigul: Person
let stranger: Person
beforeAll(async () => {
  ;({ academy, aigul, stranger } = await openShelf())
  const all: Parameters<typeof share>[2][] = [
    { title: 'Бөлшектер', subjects: ['math'], grades: [5], minutes: 40, ungraded: true, methods: ['game'] },
    { title: 'Пайыз', subjects: ['math'], grades: [6], minutes: 45, functionalLiteracy: true, methods: ['group'] },
    { title: 'Дроби', language: 'ru', subjects: ['math'], grades: [5, 6], minutes: 15, methods: ['game', 'group'] },
    { title: 'Күй', subjects: ['music'], grades: [2, 3], minutes: 30, ungraded: true, internet: 'teacher' },
    { title: 'Four corners', language: 'en', subjects: ['english'], grades: [9], minutes: 45, methods: ['debate'] },
  ]
  for (const one of all) await share(academy, aigul, { methods: [], ...one })
})
afterAll(() => academy[Symbol.asyncDispose]())

describe('filters', () => {
  test('without any, everything comes newest first with its number', async () => {
    const { items, total, next } = await list(stranger)
    expect(items.map((row) => row.title)).toEqual(['Four corners', 'Күй', 'Дроби', 'Пайыз', 'Бөлшектер'])
    expect({ total, next }).toEqual({ total: 5, next: null })
  })

  test.each<[string, NonNullable<Parameters<typeof titles>[1]>, string[]]>([
    ['a subject', { subjects: ['math'] }, ['Дроби', 'Пайыз', 'Бөлшектер']],
    ['any of two subjects', { subjects: ['music', 'english'] }, ['Four corners', 'Күй']],
    ['a grade', { grades: [5] }, ['Дроби', 'Бөлшектер']],
    ['any of two grades', { grades: [2, 6] }, ['Күй', 'Дроби', 'Пайыз']],
    ['a method', { methods: ['game'] }, ['Дроби', 'Бөлшектер']],
    ['a language', { languages: ['ru', 'en'] }, ['Four corners', 'Дроби']],
    ['an ungraded class', { ungraded: true }, ['Күй', 'Бөлшектер']],
    ['functional literacy', { functionalLiteracy: true }, ['Пайыз']],
    ['no internet', { offline: true }, ['Four corners', 'Дроби', 'Пайыз', 'Бөлшектер']],
    ['at most half an hour', { minutes: 30 }, ['Күй', 'Дроби']],
    ['all together', { subjects: ['math'], grades: [5], ungraded: true, minutes: 45 as const }, ['Бөлшектер']],
    ['a subject nobody has', { subjects: ['alchemy'] }, []],
    ['two that exclude each other', { subjects: ['music'], grades: [9] }, []],
  ])('%s', async (_, filters, expected) => {
    const { items, total } = await list(stranger, filters)
    expect(items.map((row) => row.title)).toEqual(expected)
    expect(total).toBe(expected.length)
  })

  test('the counts beside the filters are what one would find', async () => {
    const facets = (filters = {}) => stranger.rpc.practices.facets.query({ locale: 'kk', ...filters })
    const subjectsOf = ({ subjects }: Awaited<ReturnType<typeof facets>>) =>
      Object.fromEntries(subjects.filter(({ count }) => count > 0).map(({ slug, count }) => [slug, count]))

    const all = await facets()
    expect(subjectsOf(all)).toEqual({ math: 3, music: 1, english: 1 })
    expect(all).toMatchObject({
      languages: { kk: 3, ru: 1, en: 1 },
      ungraded: 2,
      functionalLiteracy: 1,
      offline: 4,
    })
    expect(all.subjects.find(({ slug }) => slug === 'math')?.name).toBe('Математика')

    const maths = await facets({ subjects: ['math'], offline: true })
    expect(subjectsOf(maths)).toEqual({ math: 3, english: 1 })
    expect(maths).toMatchObject({ languages: { kk: 2, ru: 1, en: 0 }, ungraded: 1 })

    const found = await facets({ search: 'дроби' })
    expect(subjectsOf(found)).toEqual({ math: 2 })
    expect(found.languages).toEqual({ kk: 1, ru: 1, en: 0 })
    expect(await titles(stranger, { search: 'дроби' })).toEqual(['Дроби', 'Бөлшектер'])
  })

  test('the words to choose from are in the reader’s language and in its alphabetical order', async () => {
    const words = await stranger.rpc.practices.words.query({ locale: 'kk' })
    const names = words.subjects.map(({ name }) => name)
    expect(names.indexOf('Ағылшын тілі (шетел тілі)')).toBeLessThan(names.indexOf('Әдебиеттік оқу'))
    expect(names.indexOf('Қазақ тілі')).toBeLessThan(names.indexOf('Математика'))
    const english = await stranger.rpc.practices.words.query({ locale: 'en' })
    expect(english.methods.find(({ slug }) => slug === 'jigsaw')?.name).toBe('Jigsaw')
    expect(english.resources.length).toBeGreaterThan(10)
    expect(english.evidence.length).toBeGreaterThan(3)
  })

  test('a cursor nobody wrote is bad input or an empty page, never a fault', async () => {
    const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const made of ['x', cursor(['a', 1]), cursor([9e15, 'a']), cursor([-1, 'a']), cursor([1, 'a\0'])])
      expect(await refusalOf(list(stranger, { cursor: made }))).toEqual({ code: 'bad-input', fields: ['cursor'] })
    expect(await titles(stranger, { cursor: cursor([0, 'a']) })).toEqual([])
    expect(await titles(stranger, { search: 'дроби', cursor: cursor([999_999_999, newId(), 0]) })).toEqual([])
  })
})

describe('page by page', () => {
  const everyPage = async (filters: object, between: (page: number) => Promise<unknown> = async () => {}) => {
    const seen: PracticeRow[] = []
    let cursor: string | null = null
    for (let page = 1; ; page++) {
      const { items, next } = await list(stranger, { ...filters, limit: 2, cursor })
      seen.push(...items)
      if (!next) return seen.map((row) => row.title)
      cursor = next
      await between(page)
    }
  }

  test('nothing is shown twice or left out while others publish', async () => {
    const before = await titles(stranger)
    const seen = await everyPage({}, (page) => share(academy, aigul, { title: `Жаңа ${page}`, subjects: ['art'] }))
    expect(seen).toEqual(before)
  })

  test('nor in a search', async () => {
    const filters = { search: 'математика' }
    const before = await titles(stranger, filters)
    expect(before).toHaveLength(3)
    const seen = await everyPage(filters, (page) =>
      share(academy, aigul, { title: `Математика ${page}`, subjects: ['math'] }),
    )
    expect(new Set(seen).size).toBe(seen.length)
    expect(before.every((title) => seen.includes(title))).toBe(true)
  })

  test('one that is withdrawn between two pages hides no other', async () => {
    const [first] = (await list(stranger, { subjects: ['math'], limit: 2 })).items
    const before = await titles(stranger, { subjects: ['math'] })
    const seen = await everyPage({ subjects: ['math'] }, (page) =>
      page === 1
        ? aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: first?.id ?? '', reason: '' })
        : Promise.resolve(),
    )
    expect(seen).toEqual(before)
  })

  test('the total is told with the first page only', async () => {
    const first = await list(stranger, { limit: 2 })
    expect(first.total).toBeGreaterThan(4)
    expect((await list(stranger, { limit: 2, cursor: first.next })).total).toBeNull()
  })
})

test('“my subjects” are those of what one has written, writes along or has tried; who has none sees all', async () => {
  const { academy, aigul, berik, stranger } = await openShelf()
  await using _ = academy
  await share(academy, aigul, { title: 'Биология', subjects: ['biology'] })
  const math = await share(academy, aigul, { title: 'Есеп', subjects: ['math'] })
  await share(academy, aigul, { title: 'Сурет', subjects: ['art'] })
  const mine = (who: typeof berik) => list(who, { mySubjects: true })
  const facet = async (who: typeof berik) => (await who.rpc.practices.facets.query({ locale: 'kk' })).mySubjects
  expect(await facet(berik)).toBeNull()
  expect((await mine(berik)).total).toBe(3)
  expect((await mine(stranger)).total).toBe(3)

  const told = { outcome: 'did-not-work' as const, day: '2026-01-20', classKind: 'usual' as const, grades: [5] }
  const words = { pupils: null, language: 'kk' as const, happened: 'Болмады.', conditions: '', changed: '' }
  const placeId = academy.places.school
  const trial = { id: newId(), practiceId: math.id, version: 1, placeId, ...told, ...words }
  await berik.rpc.practices.tellTrial.mutate(trial)
  expect((await mine(berik)).items.map((row) => row.title)).toEqual(['Есеп'])
  expect(await facet(berik)).toBe(1)
  await berik.rpc.practices.takeBackTrial.mutate({ id: newId(), trialId: trial.id })
  expect((await mine(berik)).total).toBe(3)
})
