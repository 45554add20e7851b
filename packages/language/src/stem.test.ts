import { expect, test } from 'vitest'
import { words } from './fold.ts'
import { stemsOf } from './stem.ts'

test('the letters decide the language', () => {
  expect(stemsOf('мектептерімізде')).toEqual(['мектеп'])
  expect(stemsOf('lessons')).toEqual(['lesson'])
  expect(stemsOf('мектептер')).toContain('мектеп')
  expect(stemsOf('дробями')).toContain('дроб')
  expect(stemsOf('5а')).toEqual(['5а'])
})

test('Russian forms meet in a stem', () => {
  const meet = (a: string, b: string) => stemsOf(a).filter((stem) => stemsOf(b).includes(stem))
  const pairs = 'дробями дробь, уроков урок, школе школа, учителей учителям, классах класс, оценивание оцениванием'
  for (const pair of pairs.split(', ')) {
    const [a = '', b = ''] = pair.split(' ')
    expect(meet(a, b), pair).not.toEqual([])
  }
  expect(meet('школа', 'урок')).toEqual([])
})

test('English forms meet in a stem', () => {
  expect(stemsOf('teaching')).toEqual(stemsOf('teaches'))
  expect(words('the teacher’s').flatMap(stemsOf)).toContain('teacher')
  expect(stemsOf('fractions')).toEqual(stemsOf('fraction'))
})

test('a word has one or two stems, and a long run of letters is left alone', () => {
  for (const word of words(
    'Үй тапсырмасын қалай тексереміз? Как проверять домашнее задание? How do we check homework?',
  )) {
    expect(stemsOf(word).length).toBeGreaterThanOrEqual(1)
    expect(stemsOf(word).length).toBeLessThanOrEqual(2)
  }
  const long = 'а'.repeat(10_000)
  expect(stemsOf(long)).toEqual([long])
})
