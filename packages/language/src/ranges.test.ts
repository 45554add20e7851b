import { expect, test } from 'vitest'
import { grades, minutes } from './ranges.ts'

const bare = (text: string) => text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')

test('grades are said as each language says them', () => {
  expect(bare(grades('kk', 1, 4))).toBe('1–4-сынып')
  expect(bare(grades('kk', 3))).toBe('3-сынып')
  expect(bare(grades('ru', 5, 11))).toBe('5–11 классы')
  expect(bare(grades('ru', 3, 3))).toBe('3 класс')
  expect(bare(grades('en', 4, 1))).toBe('grades 1–4')
  expect(bare(grades('en', 0))).toBe('grade 0')
})

test('a range offers no place to break the line', () => {
  for (const text of [grades('kk', 1, 4), grades('ru', 1, 4), grades('en', 1, 4), minutes('kk', 45)]) {
    expect(text).not.toMatch(/ |(?<!\u2060)–|–(?!\u2060)|-(?!\u2060)/)
  }
})

test('minutes', () => {
  expect(minutes('kk', 45)).toBe('45\u00a0мин')
  expect(minutes('en', 45)).toBe('45\u00a0min')
})
