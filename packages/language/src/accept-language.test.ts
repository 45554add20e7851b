import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localeFrom } from './accept-language.ts'

test('a first visit is in Kazakh unless the browser prefers Russian or English', () => {
  expect(localeFrom(undefined)).toBe('kk')
  expect(localeFrom('')).toBe('kk')
  expect(localeFrom('*')).toBe('kk')
  expect(localeFrom('de-DE,de;q=0.9')).toBe('kk')
  expect(localeFrom('kk-KZ,kk;q=0.9,ru;q=0.8')).toBe('kk')
  expect(localeFrom('ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7')).toBe('ru')
  expect(localeFrom('ru;q=0.8, kk;q=0.9')).toBe('kk')
  expect(localeFrom('ru, kk')).toBe('kk')
  expect(localeFrom('en-GB,en;q=0.9,ru;q=0.8')).toBe('en')
  expect(localeFrom('de,en;q=0.4,ru;q=0.6')).toBe('ru')
  expect(localeFrom('RU')).toBe('ru')
  expect(localeFrom('ru;q=0')).toBe('kk')
  expect(localeFrom('ru;q=abc')).toBe('kk')
  expect(localeFrom('rus,eng')).toBe('kk')
})

test('any header gives one of the three', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^([a-z]{2}(;q=[0-9.]*)?,?)*$/)), (header) => {
      expect(['kk', 'ru', 'en']).toContain(localeFrom(header))
    }),
  )
})
