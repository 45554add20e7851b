import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initials } from './initials.ts'
import { anyText } from './testdata/any-text.ts'

test('are the first letters of the first two names', () => {
  expect(initials('Әлия Мұратқызы')).toBe('ӘМ')
  expect(initials('  ілияс  өмірзақ ұлы ')).toBe('ІӨ')
  expect(initials('Ли')).toBe('Л')
  expect(initials('Анна-Мария Ким')).toBe('АК')
  expect(initials('Ата-ана (демо)')).toBe('А')
  expect(initials('🙂 Дана 5 С.')).toBe('ДС')
  expect(initials('O’Neil Sean')).toBe('OS')
  expect(initials('123 !')).toBe('')
})

test('never more than four units, never a broken character', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      const two = initials(name)
      expect(two.length).toBeLessThanOrEqual(4)
      expect(two.isWellFormed()).toBe(true)
    }),
  )
})
