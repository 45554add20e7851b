import { expect, test } from 'vitest'
import { THINGS } from './concepts.ts'
import { GLOSSARY } from './glossary.ts'
import { LESSON_TERMS } from './lesson-terms.ts'
import { says } from './translation-checks.ts'

test('every term has a name in each language, and is found by it', () => {
  expect(GLOSSARY.length).toBeGreaterThan(140)
  for (const term of [...GLOSSARY, ...LESSON_TERMS])
    for (const names of [term.kk, term.ru, term.en]) {
      expect(names.length, JSON.stringify(term)).toBeGreaterThan(0)
      for (const name of names) expect(says(`… ${name}.`, name), name).toBe(true)
    }
})

test('no thing stands there twice', () => {
  const first = GLOSSARY.map(({ kk, ru }) => `${kk[0]} | ${ru[0]}`)
  expect(first.filter((name, at) => first.indexOf(name) !== at)).toEqual([])
})

test('Russian and English names have no Kazakh letters, and Kazakh ones are no Russian', () => {
  for (const { ru, en } of [...GLOSSARY, ...LESSON_TERMS]) {
    expect(ru.join()).not.toMatch(/[әғқңөұүһі]/i)
    expect(en.join()).not.toMatch(/[а-яё]/i)
  }
})

test('a thing of the glossary that lessons call otherwise is still one thing', () => {
  const game = THINGS.filter((names) => names.includes('бақылау') && names.includes('наблюдение'))
  expect(game).toHaveLength(1)
  expect(game[0]).toEqual(expect.arrayContaining(['observation', 'observe']))
})
