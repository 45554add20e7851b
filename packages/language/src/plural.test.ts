import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, plural, pluralCategory } from './plural.ts'

const lesson = {
  kk: { other: 'сабақ' },
  ru: { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' },
  en: { one: 'lesson', other: 'lessons' },
}

describe('plurals', () => {
  test('a Kazakh noun after a number stays singular', () => {
    for (const n of [0, 1, 2, 5, 21, 100]) expect(plural('kk', n, lesson.kk)).toBe('сабақ')
  })

  test('Russian has one, few and many, and another form for fractions', () => {
    const said = [0, 1, 2, 5, 11, 14, 21, 22, 25, 111, 1.5].map((n) => plural('ru', n, lesson.ru))
    expect(said.join(' ')).toBe('уроков урок урока уроков уроков уроков урок урока уроков уроков урока')
  })

  test('English tells one from the rest', () => {
    expect([0, 1, 2, -1].map((n) => plural('en', n, lesson.en))).toEqual(['lessons', 'lesson', 'lessons', 'lesson'])
  })

  test('a number and its word stay on one line', () => {
    expect(count('ru', 1202, lesson.ru)).toBe('1\u202f202\u00a0урока')
  })

  test('the categories are those of CLDR', () => {
    const numbers = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(0.5, 1.5, 2.25, 21.1))
    fc.assert(
      fc.property(numbers, fc.constantFrom('kk' as const, 'ru' as const, 'en' as const), (n, locale) => {
        expect(pluralCategory(locale, n)).toBe(new Intl.PluralRules(locale).select(n))
      }),
      { numRuns: 1000 },
    )
  })
})
