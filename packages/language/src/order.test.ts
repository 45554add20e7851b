import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, sorted, sortKey } from './order.ts'
import { anyText } from './testdata/any-text.ts'

const KAZAKH = [...'аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя']

describe('alphabetical order', () => {
  test('has the Kazakh letters in their places', () => {
    const mixed = ['Я', 'І', 'Ы', 'Һ', 'Х', 'Ү', 'Ұ', 'У', 'Ө', 'О', 'Ң', 'Н', 'Қ', 'К', 'Ғ', 'Г', 'В', 'Б', 'Ә', 'А']
    expect(mixed.sort(compare('kk')).join('')).toBe('АӘБВГҒКҚНҢОӨУҰҮХҺЫІЯ')
  })

  test('of schools goes by number and does not mind quotes', () => {
    const schools = [
      '№10 мектеп',
      '«Үміт»',
      'Тасты',
      '№2 мектеп',
      'Талапкер',
      'Қараөткел',
      'Ақмол',
      'School',
      'Ақ бұлақ',
    ]
    expect(sorted('kk', schools, (s) => s)).toEqual([
      ...['№2 мектеп', '№10 мектеп', 'Ақ бұлақ', 'Ақмол', 'Қараөткел', 'Талапкер', 'Тасты', '«Үміт»', 'School'],
    ])
    expect(sorted('en', ['Ақмол', 'School'], (s) => s)).toEqual(['School', 'Ақмол'])
  })

  test('in Russian ё stands with е, in Kazakh after it', () => {
    const list = ['ёж', 'ель', 'ежа', 'еда']
    expect([...list].sort(compare('ru'))).toEqual(['еда', 'ежа', 'ёж', 'ель'].sort(new Intl.Collator('ru').compare))
    expect([...list].sort(compare('kk'))).toEqual(['еда', 'ежа', 'ель', 'ёж'])
  })

  test('is that of the collator Node has', () => {
    const collator = { kk: new Intl.Collator('kk'), ru: new Intl.Collator('ru'), en: new Intl.Collator('en') }
    const agrees = (locale: 'kk' | 'ru' | 'en', letters: string[]) => {
      const unit = fc.constantFrom(...letters, ...letters.map((l) => l.toUpperCase()))
      const word = fc.string({ unit, maxLength: 5 })
      fc.assert(
        fc.property(word, word, (a, b) => {
          expect(compare(locale)(a, b)).toBe(Math.sign(collator[locale].compare(a, b)))
        }),
        { numRuns: 2000 },
      )
    }
    agrees('kk', [...KAZAKH, ...'abz'])
    agrees('ru', [...'абвгдежзийклмнопрстуфхцчшщъыьэюя', ...'abz'])
    agrees('en', [...'abcdefghijklmnopqrstuvwxyz', ...'абя'])
  })

  test('keys hold digits and small letters only, so that any database sorts them alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sortKey('kk', text)).toMatch(/^[0-9a-z]+$/)
      }),
    )
  })

  test('is a total order', () => {
    const text = fc.string({ unit: fc.constantFrom(...'аәЁёbБ 1-2', '10', '𝒳', 'é') })
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const by = compare('kk')
        expect(by(a, b) + by(b, a)).toBe(0)
        if (by(a, b) <= 0 && by(b, c) <= 0) expect(by(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
