import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostSlips, slips } from './typing.ts'

test('a letter too many, too few, another, or two that changed places is one slip', () => {
  for (const typed of ['дробб', 'дро', 'драбь', 'дрбоь', 'ддробь'])
    expect(slips(typed, 'дробь', 2), typed).toBeLessThanOrEqual(typed === 'дро' ? 2 : 1)
  expect(slips('дробь', 'дробь', 2)).toBe(0)
  expect(slips('pyhton', 'python', 1)).toBe(1)
})

test('what is farther away than asked is not counted to its end', () => {
  expect(slips('мектеп', 'география', 2)).toBe(3)
  expect(slips('', 'абв', 2)).toBe(3)
})

test('it is as far there as back, and no farther than all letters', () => {
  const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slips(a, b, 9)).toBe(slips(b, a, 9))
      expect(slips(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      expect(slips(a, b, 9) === 0).toBe(a === b)
    }),
  )
})

test('in short words nothing is taken for a slip', () => {
  expect(['нан', 'дробь', 'география'].map(mostSlips)).toEqual([0, 1, 2])
})
