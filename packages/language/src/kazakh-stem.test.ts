import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lazy } from './fold.ts'
import { chains } from './kazakh-endings.ts'
import { ELIDED, NOUNS, VERBS } from './kazakh-roots.ts'
import { stemKazakh, stemLazyKazakh } from './kazakh-stem.ts'
import {
  DEVELOPMENT,
  HELD_OUT,
  knowingNothing,
  merged,
  notKnowing,
  PAIRS,
  recall,
  UNSEEN,
  VERB_FORMS,
} from './testdata/kazakh-words.ts'

describe('a word is found in another form', () => {
  test('with every layer of endings', () => {
    for (const form of ['мектептер', 'мектебі', 'мектебіміз', 'мектептерімізде', 'мектептегі', 'мектептегілердің'])
      expect(stemKazakh(form)).toBe('мектеп')
    expect(stemKazakh('бөлшектерді')).toBe('бөлшек')
  })

  test('when its last vowel fell', () => {
    expect(['орны', 'орнында', 'халқымыз', 'әрпі', 'аузы'].map(stemKazakh)).toEqual([
      'орын',
      'орын',
      'халық',
      'әріп',
      'ауыз',
    ])
  })

  test('when it only looks like a form', () => {
    for (const word of ['дәптер', 'тақта', 'аудан', 'қалам', 'білім', 'кесте', 'теңге', 'алтын', 'қысқа', 'карта'])
      expect(stemKazakh(word)).toBe(word)
  })

  test('as a verb', () => {
    expect(['жазады', 'жазған', 'жазып', 'жазуды'].map(stemKazakh)).toEqual(['жазу', 'жазу', 'жазу', 'жазу'])
    expect(['оқиды', 'шығады', 'қояды', 'тауып'].map(stemKazakh)).toEqual(['оқу', 'шығу', 'қою', 'табу'])
  })
})

describe('measured by hand-made forms', () => {
  test('there are enough of them', () => {
    expect(DEVELOPMENT.length).toBeGreaterThan(60)
    expect(HELD_OUT.length).toBeGreaterThan(60)
    expect(recall(stemKazakh, HELD_OUT).forms).toBeGreaterThan(250)
    expect(UNSEEN.filter(({ root }) => NOUNS.includes(root))).toEqual([])
  })

  test('at least 99 of 100 are found as shipped', () => {
    expect(recall(stemKazakh, DEVELOPMENT).share).toBeGreaterThanOrEqual(0.99)
    expect(recall(stemKazakh, HELD_OUT).share).toBeGreaterThanOrEqual(0.99)
  })

  test('at least 9 of 10 by the endings alone, when the words are unknown', () => {
    expect(recall(notKnowing(HELD_OUT), HELD_OUT).share).toBeGreaterThanOrEqual(0.9)
    expect(recall(stemKazakh, UNSEEN).share).toBeGreaterThanOrEqual(0.9)
  })

  test('at least 9 of 10 typed without Kazakh letters', () => {
    expect(recall(stemLazyKazakh, HELD_OUT, lazy).share).toBeGreaterThanOrEqual(0.9)
    expect(recall(stemLazyKazakh, UNSEEN, lazy).share).toBeGreaterThanOrEqual(0.9)
  })

  test('known verbs are found in all their forms here', () => {
    expect(recall(stemKazakh, VERB_FORMS).missed).toEqual([])
  })

  test('at most 5 of 100 different words are taken for one', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(100)
    expect(merged(stemKazakh)).toEqual([])
    expect(merged(knowingNothing()).length / PAIRS.length).toBeLessThanOrEqual(0.05)
    expect(merged(stemLazyKazakh, lazy).length / PAIRS.length).toBeLessThanOrEqual(0.05)
  })
})

describe('any word', () => {
  const { sure, risky } = chains((text) => text)
  const letters = fc.string({ unit: fc.constantFrom(...'аәбғдекқлмнңоөпрстуұүшыіийжзя'), minLength: 1, maxLength: 14 })
  const inflected = fc
    .tuple(
      fc.oneof(fc.constantFrom(...NOUNS, ...VERBS, ...ELIDED), letters),
      fc.constantFrom(...sure.keys(), ...risky.keys(), ''),
    )
    .map(([root, chain]) => root + chain)

  test('has a stem, and the stem is its own stem', () => {
    for (const [stem, spell] of [
      [stemKazakh, (word: string) => word],
      [stemLazyKazakh, lazy],
    ] as const)
      fc.assert(
        fc.property(fc.oneof(inflected, letters), (typed) => {
          const word = spell(typed)
          const found = stem(word)
          expect(found).not.toBe('')
          expect(found.length).toBeLessThanOrEqual(word.length + 1)
          expect(stem(found)).toBe(found)
        }),
        { numRuns: 5000 },
      )
  })

  test('of another script stays as it is', () => {
    for (const word of ['school', '5а', '2026', 'ქართული', '']) expect(stemKazakh(word)).toBe(word)
  })

  test('in the lists is written as folding writes it and stands there once', () => {
    for (const list of [NOUNS, VERBS, ELIDED]) {
      expect(new Set(list).size).toBe(list.length)
      for (const word of list) expect(word).toMatch(/^[а-яәғқңөұүһі]+$/)
    }
  })
})
