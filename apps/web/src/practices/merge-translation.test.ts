import type { Texts, TranslationOpened } from '@academy/contract'
import { expect, test } from 'vitest'
import { merged } from './merge-saves.ts'
import { asSaved, forward, type WrittenTranslation } from './merge-translation.ts'

const ORIGINAL: Texts = { title: 'Қар', purpose: 'Бақылау.', 'steps.0.text': 'Қазамыз.' }
const opened = (more: Partial<TranslationOpened> = {}): TranslationOpened => ({
  original: { language: 'kk', version: 1, texts: ORIGINAL },
  was: null,
  changed: [],
  newest: null,
  base: 0,
  since: null,
  terms: [],
  may: { translate: true, verify: false, withdraw: false, machine: false },
  ...more,
})
const saved = (n: number, texts: Texts) => ({ newest: { n, texts } as TranslationOpened['newest'], base: n })
const written = (texts: Texts, more: Partial<WrittenTranslation> = {}): WrittenTranslation => ({
  texts,
  base: 1,
  ofVersion: 1,
  of: ORIGINAL,
  unsettled: [],
  theirs: {},
  ...more,
})

test('nothing is there before anybody translated', () => {
  expect(asSaved(opened())).toEqual(written({}, { base: 0 }))
})

test('what is to be looked at is what has words and stands in the original still', () => {
  const it = opened({ ...saved(2, { title: 'Снег', purpose: '' }), changed: ['title', 'purpose', 'safety'] })
  expect(asSaved(it).unsettled).toEqual(['title'])
})

test('the original moved on while one wrote: only what it said otherwise is to be looked at again', () => {
  const now = { ...ORIGINAL, title: 'Мұз', safety: 'Қолғап киеміз.' }
  const it = opened({ original: { language: 'kk', version: 3, texts: now } })
  const mine = written({ title: 'Снег', purpose: 'Наблюдение.' }, { unsettled: ['purpose'] })
  expect(forward(mine, it)).toMatchObject({ ofVersion: 3, of: now, unsettled: ['purpose', 'title'], texts: mine.texts })
  expect(forward(mine, opened())).toBe(mine)
})

test('two wrote at once: where one changed, that one’s stands; where both did, both are there', () => {
  const began: Texts = { title: 'Снег', purpose: 'Смотрим.', 'steps.0.text': 'Роем.' }
  const mine = written({ ...began, title: 'Мой снег', purpose: 'Наблюдаем.' })
  const theirs = { ...began, title: 'Их снег', 'steps.0.text': 'Копаем.', safety: 'Перчатки.' }
  expect(merged(mine, opened({ ...saved(2, theirs), since: began }))).toMatchObject({
    base: 2,
    texts: { title: 'Мой снег', purpose: 'Наблюдаем.', 'steps.0.text': 'Копаем.', safety: 'Перчатки.' },
    theirs: { title: 'Их снег' },
  })
})

test('two who wrote the same have nothing to choose', () => {
  const mine = written({ title: 'Снег' })
  expect(merged(mine, opened(saved(2, { title: 'Снег' })))).toMatchObject({ texts: { title: 'Снег' }, theirs: {} })
})

test('theirs was taken away: mine stays', () => {
  const mine = written({ title: 'Мой', purpose: 'Смотрим.' })
  expect(merged(mine, opened({ base: 2, since: { title: 'Снег', purpose: 'Смотрим.' } }))).toMatchObject({
    base: 2,
    texts: { title: 'Мой' },
    theirs: {},
  })
})
