import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, lazy, words } from './fold.ts'
import { anyText } from './testdata/any-text.ts'

describe('folding', () => {
  test('what people read as the same is the same', () => {
    expect(fold('ҒЫЛЫМ')).toBe('ғылым')
    expect(fold('Ещё')).toBe('еще')
    expect(fold('и\u0306од')).toBe('йод')
    expect(fold('за\u0301мок')).toBe('замок')
    expect(fold('де\u00adрек')).toBe('дерек')
    expect(fold('1\u2060–\u20604')).toBe('1–4')
    expect(fold('teacher’s')).toBe('teachers')
    expect(fold('İ')).toBe('i')
  })

  test('Kazakh letters stay what they are', () => expect(fold('ӘҒҚҢӨҰҮҺІ')).toBe('әғқңөұүһі'))

  test('a second time changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('words', () => {
  test('are letters and digits', () => {
    expect(words('«Ата-ана» 3-сыныпта: 5.1.2 — иә!')).toEqual(['ата', 'ана', '3', 'сыныпта', '5', '1', '2', 'иә'])
  })

  test('typed half on a Latin keyboard are mended', () => {
    expect(words('бiлiм кəсіп Hан')).toEqual(['білім', 'кәсіп', 'һан'])
    expect(words('web-сайт wifiсы')).toEqual(['web', 'сайт', 'wifiсы'])
  })

  test('never hold anything a query language could read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of words(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the lazy keyboard', () => {
  test('has no Kazakh letters and no accents', () => {
    expect(lazy('әғқңөұүһі')).toBe('агкноуухи')
    expect(lazy('бөлшек')).toBe('болшек')
    expect(lazy('café')).toBe('cafe')
    expect(lazy('йод')).toBe('йод')
  })
})
