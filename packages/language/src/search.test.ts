import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMarker, formsIn, type SearchUnit, searchUnits } from './search.ts'
import { anyText } from './testdata/any-text.ts'

const WAYS = ['exact', 'stems', 'lazy', 'concept'] as const
type Found = (typeof WAYS)[number] | undefined

/** What both databases do with words: every one must be in the text, and the text is as near as its farthest word. */
function look(texts: string[], units: readonly SearchUnit[], prefixLast = false): Found {
  const held = formsIn(texts)
  let farthest = 0
  if (units.length === 0) return undefined
  for (const [i, unit] of units.entries())
    for (const [j, word] of unit.words.entries()) {
      const starts = prefixLast && i === units.length - 1 && j === unit.words.length - 1
      const has = (set: Iterable<string>, forms: readonly string[]) =>
        [...set].some((one) => forms.some((form) => (starts ? one.startsWith(form) : one === form)))
      const at = [
        has(held.exact, [word.typed]),
        has(held.stems, word.stems),
        has(held.stems, word.lazy),
        [...unit.concepts, ...word.concepts].some((concept) => held.concepts.has(concept)),
      ].indexOf(true)
      if (at < 0) return undefined
      farthest = Math.max(farthest, at)
    }
  return WAYS[farthest]
}

const find = (typed: string, ...texts: string[]) => look(texts, searchUnits(typed))

describe('what is typed finds what is written', () => {
  test('in another case ending', () => {
    expect(find('мектептерімізде', 'Мектеп ауласы')).toBe('stems')
    expect(find('бөлшектерді', 'Таба нан бөлшегі')).toBe('stems')
    expect(find('бөлшек', '«Бөлшектерді» салыстыру')).toBe('stems')
    expect(find('дробями', 'Дробь и хлеб')).toBe('stems')
    expect(find('мектеп', 'Ауыл мектептерінде')).toBe('stems')
    expect(find('оқушылар', 'Оқушының дәптері')).toBe('stems')
    expect(find('ФРАКЦИИ', 'fractions')).toBeUndefined()
    expect(find('ДРОБИ', 'fractions')).toBe('concept')
    expect(find('teaching fractions', 'A teacher teaches the fraction')).toBe('stems')
  })

  test('as written before all else', () => {
    expect(find('Ауыл мектебі', 'ауыл мектебі туралы')).toBe('exact')
    expect(find('еще', 'Ещё один урок')).toBe('exact')
  })

  test('without Kazakh letters, also in a case ending, and either way round', () => {
    expect(find('болшек', 'Бөлшек')).toMatch(/stems|lazy/)
    expect(find('болшектерди', 'Бөлшек')).toMatch(/stems|lazy/)
    expect(find('билимдердин', 'Білім')).toMatch(/stems|lazy/)
    expect(find('мектептеримизде', 'Мектеп')).toMatch(/stems|lazy/)
    expect(find('бөлшектерді', 'болшектер туралы')).toMatch(/stems|lazy/)
    expect(find('кафе', 'cafe')).toBeUndefined()
    expect(find('cafe', 'Café')).toMatch(/stems|lazy/)
  })

  test('in Latin letters', () => {
    for (const typed of ['bölşekter', 'bolshekterdi', 'BOLSHEK']) expect(find(typed, 'Бөлшек')).toMatch(/stems|lazy/)
    expect(find('mektep', 'Мектепте')).toMatch(/stems|lazy/)
    expect(find('sabaq', 'Сабақтар')).toMatch(/stems|lazy/)
  })

  test('only when every telling word is there', () => {
    expect(find('урок по дробям', 'Урок: дроби')).toBe('stems')
    expect(find('бөлшек және нан', 'Бөлшектер', 'нанды бөлу')).toBe('stems')
    expect(find('бөлшек айран', 'Бөлшектер', 'нанды бөлу')).toBeUndefined()
    expect(find('по', 'урок по дробям')).toBe('exact')
  })

  test('while the last word is still being typed', () => {
    expect(look(['Бөлшектерді салыстыру'], searchUnits('бөлшек салыс'), true)).toBe('stems')
    expect(look(['Бөлшектерді салыстыру'], searchUnits('салыс бөл'), true)).toBeUndefined()
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
        const units = searchUnits(pieces.join(' '))
        const words = units.flatMap((unit) => unit.words)
        expect(words.length).toBeLessThanOrEqual(16)
        for (const { typed, stems, lazy, plain } of words) {
          expect(stems.length).toBeLessThanOrEqual(2)
          expect(lazy.length).toBeLessThanOrEqual(8)
          for (const form of [typed, ...stems, ...lazy, ...plain]) {
            expect(form).toMatch(/^[\p{L}\p{N}]+$/u)
            expect(form.isWellFormed()).toBe(true)
            expect(form.length).toBeLessThanOrEqual(82)
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
        const units = searchUnits(typed)
        if (units.length > 0) expect(look([typed, 'тағы бір мәтін'], units)).toBe('exact')
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
      searchUnits(long)
      expect(performance.now() - began).toBeLessThan(1000)
    }
    expect(searchUnits('')).toEqual([])
    expect(searchUnits('"*" ( )')).toEqual([])
  })
})

describe('one thing in three languages', () => {
  test('is found by any of its names, in any form', () => {
    expect(find('дробей', 'Бөлшектерді қосу')).toBe('concept')
    expect(find('бөлшектер', 'Adding fractions')).toBe('concept')
    expect(find('exit tickets', 'Соңында шығу парағын толтырамыз')).toBe('concept')
    expect(find('болшек', 'Складываем дроби')).toBe('concept')
    expect(find('tickets', 'шығу парағы')).toBeUndefined()
  })

  test('a name of several words is one part of a question, and a lesson is no part of one', () => {
    const parts = (typed: string) => searchUnits(typed).map(({ words }) => words.map((word) => word.typed).join(' '))
    expect(parts('урок с выходным билетом')).toEqual(['выходным билетом'])
    expect(parts('шығу парағы және пайыз')).toEqual(['шығу парағы', 'пайыз'])
    expect(parts('урок')).toEqual(['урок'])
  })
})

describe('marks', () => {
  const marked = (text: string, typed: string, begins = false) =>
    createMarker(searchUnits(typed), { begins })(text).map(([from, to]) => text.slice(from, to))

  test('stand on whole words in any form, by their meaning, too', () => {
    expect(marked('Таба нан бөлшегі: бөлшектерді салыстыру', 'бөлшек')).toEqual(['бөлшегі', 'бөлшектерді'])
    expect(marked('Дробь на лепёшке', 'fraction ЛЕПЕШКИ')).toEqual(['Дробь', 'лепёшке'])
    expect(marked('«Шығу парағын» толтырамыз', 'exit ticket')).toEqual(['Шығу', 'парағын'])
    expect(marked('Қышқыл мен негіз', 'кышкыл')).toEqual(['Қышқыл'])
    expect(marked('Ещё один', 'еще')).toEqual(['Ещё'])
    expect(marked('Бiлiм', 'білім')).toEqual(['Бiлiм'])
    expect(marked('бөлік', 'бөлшек')).toEqual([])
  })

  test('stand on what begins so while the last word is typed', () => {
    expect(marked('Тоғызқұмалақ ойыны', 'ойын тоғызқ', true)).toEqual(['Тоғызқұмалақ', 'ойыны'])
    expect(marked('Тоғызқұмалақ ойыны', 'тоғызқ')).toEqual([])
  })

  test('never cut a word, whatever the text and the question', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, typed) => {
        let end = 0
        for (const [from, to] of createMarker(searchUnits(typed), { begins: true })(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(text.slice(from, to)).not.toMatch(/[\s.,!]/)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
