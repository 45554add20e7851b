import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SearchQuery, searchQuery, searchText } from './search.ts'
import { anyText } from './testdata/any-text.ts'

type Found = 'exact' | 'stems' | 'lazy' | undefined
const COLUMNS = ['exact', 'stems', 'lazy'] as const

/** What both databases do with words: every one must be in the text, and the text is as near as its farthest word. */
function look(texts: string[], query: SearchQuery, prefixLast = false): Found {
  const text = searchText(texts)
  const held = COLUMNS.map((column) => text[column].split(' '))
  let farthest = 0
  if (query.exact.length === 0) return undefined
  for (let i = 0; i < query.exact.length; i++) {
    const starts = prefixLast && i === query.exact.length - 1
    const at = COLUMNS.findIndex((column, c) =>
      (query[column][i] ?? '')
        .split(' ')
        .some((form) => held[c]?.some((w) => (starts ? w.startsWith(form) : w === form))),
    )
    if (at < 0) return undefined
    farthest = Math.max(farthest, at)
  }
  return COLUMNS[farthest]
}

const find = (typed: string, ...texts: string[]) => look(texts, searchQuery(typed))

describe('what is typed finds what is written', () => {
  test('in another case ending', () => {
    expect(find('мектептерімізде', 'Мектеп ауласы')).toBe('stems')
    expect(find('бөлшектерді', 'Таба нан бөлшегі')).toBe('stems')
    expect(find('бөлшек', '«Бөлшектерді» салыстыру')).toBe('stems')
    expect(find('дробями', 'Дробь и хлеб')).toBe('stems')
    expect(find('мектеп', 'Ауыл мектептерінде')).toBe('stems')
    expect(find('оқушылар', 'Оқушының дәптері')).toBe('stems')
    expect(find('ФРАКЦИИ', 'fractions')).toBeUndefined()
    expect(find('teaching fractions', 'A teacher teaches the fraction')).toBe('stems')
  })

  test('as written before all else', () => {
    expect(find('Ауыл мектебі', 'ауыл мектебі туралы')).toBe('exact')
    expect(find('еще', 'Ещё один урок')).toBe('exact')
  })

  test('without Kazakh letters, also in a case ending, and either way round', () => {
    expect(find('болшек', 'Бөлшек')).toBe('lazy')
    expect(find('болшектерди', 'Бөлшек')).toBe('lazy')
    expect(find('билимдердин', 'Білім')).toBe('lazy')
    expect(find('мектептеримизде', 'Мектеп')).toBe('lazy')
    expect(find('бөлшектерді', 'болшектер туралы')).toBe('lazy')
    expect(find('кафе', 'cafe')).toBeUndefined()
    expect(find('cafe', 'Café')).toBe('lazy')
  })

  test('in Latin letters', () => {
    for (const typed of ['bölşekter', 'bolshekterdi', 'BOLSHEK']) expect(find(typed, 'Бөлшек')).toBe('lazy')
    expect(find('mektep', 'Мектепте')).toBe('lazy')
    expect(find('sabaq', 'Сабақтар')).toBe('lazy')
  })

  test('only when every telling word is there', () => {
    expect(find('урок по дробям', 'Урок: дроби')).toBe('stems')
    expect(find('бөлшек және нан', 'Бөлшектер', 'нанды бөлу')).toBe('stems')
    expect(find('бөлшек айран', 'Бөлшектер', 'нанды бөлу')).toBeUndefined()
    expect(find('по', 'урок по дробям')).toBe('exact')
  })

  test('while the last word is still being typed', () => {
    expect(look(['Бөлшектерді салыстыру'], searchQuery('бөлшек салыс'), true)).toBe('stems')
    expect(look(['Бөлшектерді салыстыру'], searchQuery('салыс бөл'), true)).toBeUndefined()
  })

  test('other words are not found', () => {
    expect(find('бөлік', 'Бөлшек')).toBeUndefined()
    expect(find('пікірталас', 'пікір')).toBeUndefined()
    expect(find('оқушы', 'оқу')).toBeUndefined()
  })
})

describe('any input', () => {
  const nasty = fc.constantFrom(
    '"',
    "'",
    '*',
    'NEAR/2',
    'AND',
    'OR NOT',
    '(',
    ':',
    '^',
    '\\',
    '\0',
    '🙂',
    '\ud800',
    '\udc00',
    '--',
    '𐐷'.repeat(60),
  )
  const input = fc.array(fc.oneof(anyText, nasty, fc.constantFrom('мектептер', 'дробями', 'lessons', 'ә'.repeat(90))), {
    maxLength: 40,
  })

  test('gives a bounded query of letters and digits only', () => {
    fc.assert(
      fc.property(input, (pieces) => {
        const query = searchQuery(pieces.join(' '))
        expect(query.exact.length).toBeLessThanOrEqual(12)
        for (const column of COLUMNS) {
          expect(query[column]).toHaveLength(query.exact.length)
          for (const forms of query[column]) {
            expect(forms).toMatch(/^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u)
            expect(forms.isWellFormed()).toBe(true)
            expect(forms.split(' ').length).toBeLessThanOrEqual(8)
            for (const form of forms.split(' ')) expect(form.length).toBeLessThanOrEqual(82)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('finds the text it stands in', () => {
    fc.assert(
      fc.property(input, (pieces) => {
        const typed = pieces.join(' ')
        const query = searchQuery(typed)
        if (query.exact.length > 0) expect(look([typed, 'тағы бір мәтін'], query)).toBe('exact')
      }),
      { numRuns: 500 },
    )
  })

  test('of ten thousand characters is answered at once', () => {
    for (const long of [
      'мектеп '.repeat(1500),
      'ы'.repeat(10_000),
      '"*'.repeat(5000),
      '🙂'.repeat(5000),
      'лары'.repeat(2500),
    ]) {
      const began = performance.now()
      searchQuery(long)
      expect(performance.now() - began).toBeLessThan(1000)
    }
    expect(searchQuery('').exact).toEqual([])
    expect(searchQuery('"*" ( )').exact).toEqual([])
  })
})
