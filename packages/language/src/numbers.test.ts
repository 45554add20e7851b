import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCount, formatNumber } from './numbers.ts'

const shown = (text: string) => text.replaceAll('\u202f', ' ')

describe('numbers', () => {
  test('are grouped with a narrow space in Kazakh and Russian and with a comma in English', () => {
    expect(formatNumber('kk', 1234567.5, 1)).toBe('1\u202f234\u202f567,5')
    expect(formatNumber('ru', 76891)).toBe('76\u202f891')
    expect(formatNumber('en', 1234567.5, 1)).toBe('1,234,567.5')
    expect(formatNumber('kk', 999)).toBe('999')
  })

  test('that were not counted to their end say so', () => {
    expect(formatCount('en', 1000, 1000)).toBe('1,000')
    expect(formatCount('en', 1001, 1000)).toBe('1,000+')
    expect(formatCount('kk', 1001, 1000)).toBe('1\u202f000+')
  })

  test('show no decimals that say nothing, and no minus before a zero', () => {
    expect(formatNumber('ru', 2, 2)).toBe('2')
    expect(formatNumber('en', 0.1 + 0.2, 2)).toBe('0.3')
    expect(formatNumber('en', 10, 0)).toBe('10')
    expect(formatNumber('kk', -0.2)).toBe('0')
    expect(formatNumber('kk', -5)).toBe('−5')
  })

  test('that are none are a dash', () => expect(formatNumber('kk', Number.NaN)).toBe('–'))

  test('agree with Intl where Intl knows the language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 50 }),
        fc.constantFrom('kk' as const, 'ru' as const, 'en' as const),
        (n, locale) => {
          const intl = new Intl.NumberFormat(locale).format(n).replaceAll('\u00a0', ' ')
          expect(shown(formatNumber(locale, n))).toBe(shown(intl))
        },
      ),
    )
  })
})
