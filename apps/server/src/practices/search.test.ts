import { ListPractices, PracticeFilters } from '@academy/contract'
import { type Academy, type Person, refusalOf } from '@academy/testkit'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { list, openShelf, share, titles } from './test-shelf.ts'

let academy: Academy
let aigul: Person
let stranger: Person
const BARE = { resources: [], methods: [], evidence: [], purpose: '—', subjects: ['homeroom'] }
beforeAll(async () => {
  ;({ academy, aigul, stranger } = await openShelf())
  const texts: [title: string, step: string, more?: object][] = [
    ['Жаңа мектеп', 'Ғимаратты сызамыз'],
    ['Мектептер арасындағы сайыс', 'Екі команда', { grades: [9] }],
    ['Таба нан бөлшегі', 'Бөлшекті салыстырамыз', { ungraded: true, subjects: ['math'] }],
    ['Дробь на лепёшке', 'Складываем дробь', { language: 'ru', subjects: ['math'] }],
    [
      'Тоғызқұмалақ үйірмесі',
      'Қалдықпен бөлу',
      { alsoIn: [{ language: 'en', title: 'A board game', summary: 'Mental arithmetic club' }] },
    ],
    ['Ёлка и снег', 'Измеряем высоту', { language: 'ru' }],
    ['Өрнек', 'Киізден ою қиямыз'],
  ]
  for (const [title, step, more] of texts)
    await share(academy, aigul, { ...BARE, title, steps: [{ text: step, minutes: null }], ...more })
})
afterAll(() => academy[Symbol.asyncDispose]())

const find = (search: string, more = {}) => titles(stranger, { search, ...more })

describe('a word finds its other endings', () => {
  test.each<[asked: string, found: string]>([
    ['мектептерімізде', 'Жаңа мектеп'],
    ['бөлшектерді', 'Таба нан бөлшегі'],
    ['бөлшек', 'Таба нан бөлшегі'],
    ['дробями', 'Дробь на лепёшке'],
    ['дробей', 'Дробь на лепёшке'],
    ['лепёшки', 'Дробь на лепёшке'],
    ['лепешка', 'Дробь на лепёшке'],
    ['елка', 'Ёлка и снег'],
    ['ЁЛКИ', 'Ёлка и снег'],
    ['games', 'Тоғызқұмалақ үйірмесі'],
    ['үйірмеге', 'Тоғызқұмалақ үйірмесі'],
  ])('%s finds «%s»', async (asked, found) => {
    expect(await find(asked)).toContain(found)
  })

  test.each<[asked: string, found: string]>([
    ['тогызкумалак', 'Тоғызқұмалақ үйірмесі'],
    ['болшек', 'Таба нан бөлшегі'],
    ['орнек', 'Өрнек'],
    ['киизден', 'Өрнек'],
  ])('from a keyboard without Kazakh letters, too: %s finds «%s» first', async (asked, found) => {
    expect((await find(asked))[0]).toBe(found)
  })

  test('a subject is found by its name in any language', async () => {
    for (const name of ['математика', 'mathematics', 'математиканы'])
      expect(await find(name)).toEqual(expect.arrayContaining(['Таба нан бөлшегі', 'Дробь на лепёшке']))
  })
})

describe('order', () => {
  test('the word as typed comes before its other forms', async () => {
    expect(await find('мектеп')).toEqual(['Жаңа мектеп', 'Мектептер арасындағы сайыс'])
    expect(await find('мектептер')).toEqual(['Мектептер арасындағы сайыс', 'Жаңа мектеп'])
  })

  test('all words are wanted', async () => {
    expect(await find('мектеп сайыс')).toEqual(['Мектептер арасындағы сайыс'])
    expect(await find('мектеп лепёшка')).toEqual([])
  })

  test('little words between them are not', async () => {
    expect(await find('дробь на и в лепёшке')).toEqual(await find('дробь лепёшке'))
    expect((await find('дробь на и в лепёшке'))[0]).toBe('Дробь на лепёшке')
  })

  test('what is still being typed finds what begins so, where no whole word does', async () => {
    expect(await find('тоғызқ')).toEqual(['Тоғызқұмалақ үйірмесі'])
    expect(await find('таба бөлш')).toEqual(['Таба нан бөлшегі'])
    expect(await find('мектеп')).not.toContain('Тоғызқұмалақ үйірмесі')
  })
})

describe('with filters', () => {
  test('both hold together', async () => {
    expect(await find('мектеп', { grades: [9] })).toEqual(['Мектептер арасындағы сайыс'])
    expect(await find('математика', { languages: ['ru'] })).toEqual(['Дробь на лепёшке'])
    expect(await find('бөлшек', { ungraded: true, minutes: 45, offline: true })).toEqual(['Таба нан бөлшегі'])
    expect(await find('бөлшек', { ungraded: true, minutes: 15 })).toEqual([])
    expect(await list(stranger, { search: 'математика', subjects: ['math'] })).toMatchObject({ total: 2 })
  })
})

describe('whatever stands in the field', () => {
  test.each([
    '"',
    '""',
    "'; drop table practices; --",
    '*',
    'мектеп*',
    'NEAR',
    'NEAR(мектеп сайыс, 5)',
    'мектеп NEAR сайыс',
    'AND OR NOT',
    'exact:мектеп',
    '{stems}: x',
    '^мектеп',
    ':*',
    '& | ! <->',
    '\\',
    '%',
    '_',
    '👩🏽‍🏫',
    '🔥🔥🔥',
    '\0',
    '\ud800',
    '؟',
    '     ',
    'а'.repeat(10_000),
    'мектеп '.repeat(1_500),
  ])('gives results or none, never an error: %j', async (search) => {
    // As a call by the socket brings it: an address of 60 KB would be refused before it is read.
    const library = academy.rooms.practices.library
    const page = await library.list({ kind: 'stranger' }, v.parse(ListPractices, { locale: 'kk', search }))
    expect(page.items.length).toBeLessThanOrEqual(30)
    const facets = await library.facets({ kind: 'stranger' }, v.parse(PracticeFilters, { locale: 'kk', search }))
    expect(facets.subjects.length).toBeGreaterThan(0)
  })

  test('quotes and stars around a word do not hide it', async () => {
    for (const search of ['"мектеп"', 'мектеп*', '(мектеп)', '«мектеп»', 'мектеп?', '👩🏽‍🏫 мектеп'])
      expect(await find(search)).toContain('Жаңа мектеп')
  })

  test('of ten thousand characters the first ones are looked for', () => {
    expect(v.parse(PracticeFilters, { locale: 'kk', search: 'мектеп '.repeat(1_500) })).toMatchObject({
      search: expect.stringMatching(/^(мектеп ){20,40}/),
    })
  })

  test('any text at all', async () => {
    const library = academy.rooms.practices.library
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
    await fc.assert(
      fc.asyncProperty(text, async (search) => {
        const page = await library.list({ kind: 'stranger' }, v.parse(ListPractices, { locale: 'kk', search }))
        expect(page.total).toBe(search.trim() === '' ? 7 : page.items.length)
      }),
      { numRuns: 200 },
    )
  })

  test('of the wrong kind is bad input', async () => {
    const wrong = stranger.rpc.practices.list.query({ locale: 'kk', search: ['мектеп'] } as never)
    expect(await refusalOf(wrong)).toEqual({ code: 'bad-input', fields: ['search'] })
  })
})
