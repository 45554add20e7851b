import { type Locale, PracticeWritten, type TextKey, TranslationTexts, textsOf, wholeContent } from '@academy/contract'
import { checkTranslation } from '@academy/language/translation-checks'
import { openAcademy } from '@academy/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { isWord } from '../dictionaries.ts'
import { fillMany, fillPractices, makePractices } from '../index.ts'
import { list, titles } from '../test-shelf.ts'
import { demoLibrary } from './library.ts'
import { demoTranslations } from './translations.ts'

test('the demo library holds what a form could have sent, each in its language, most in Kazakh', () => {
  const library = demoLibrary()
  expect(library).toHaveLength(42)
  for (const { visibility: _, edited: __, ...content } of library) {
    expect(wholeContent(v.parse(PracticeWritten, content))).toEqual(content)
    for (const dictionary of ['subjects', 'methods', 'resources', 'evidence'] as const)
      for (const slug of content[dictionary]) expect(isWord(dictionary, slug), slug).toBe(true)
    expect(
      content.steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0),
      content.title,
    ).toBe(content.minutes)
    expect(content.alsoIn.map((other) => other.language)).not.toContain(content.language)
  }
  const kazakh = library.filter((practice) => practice.language === 'kk')
  expect(kazakh.length).toBeGreaterThan(library.length / 2)
})

test('a new demo is filled with it: found in every language, some for members only, the newest of today', async () => {
  await using academy = await openAcademy()
  const teachers = await Promise.all([
    academy.person('teacher'),
    academy.person('teacher', { placeId: academy.places.otherSchool }),
  ])
  const now = new Date()
  await fillPractices(
    { db: academy.db, now, places: academy.rooms.places },
    {
      teachers: [
        { id: teachers[0].id, placeId: academy.places.school },
        { id: teachers[1].id, placeId: academy.places.otherSchool },
      ],
    },
  )
  const stranger = academy.stranger()
  expect((await list(teachers[0])).total).toBe(42)
  const { total, items } = await list(stranger, { limit: 10 })
  expect(total).toBe(40)
  expect(items[0]?.publishedAt).toBeGreaterThan(now.getTime() - 24 * 3600_000)
  expect(items.every((row) => row.publishedAt < now.getTime())).toBe(true)
  expect(new Set(items.flatMap((row) => row.subjects.map(({ slug }) => slug))).size).toBeGreaterThan(5)

  for (const [asked, found] of [
    ['бөлшектерді', 'Таба нан бөлшегі: бөлшектерді салыстыру'],
    ['дробями', 'Таба нан бөлшегі: бөлшектерді салыстыру'],
    ['fractions', 'Таба нан бөлшегі: бөлшектерді салыстыру'],
    ['проценты', 'Чек из сельского магазина: зачем нам проценты'],
    ['шағын мектептерімізде', 'Оқу достары: үлкен мен кішінің 20 минуты'],
  ] as const)
    expect(await titles(stranger, { search: asked }), asked).toContain(found)

  const [edited] = (await list(stranger, { search: 'төрт деңгей' })).items
  expect(edited).toMatchObject({ editedAt: expect.any(Number) })
})

test('some of it stands in another language: whole, in its letters and numbers, two verified, one behind its original, one a draft', async () => {
  for (const { of, language, texts } of demoTranslations()) {
    const original = demoLibrary().find(({ title }) => title === of)
    if (!original) throw new TypeError(`no practice «${of}»`)
    expect(original.language).not.toBe(language)
    const { edited, steps } = original
    const said = textsOf({ ...original, steps: edited ? steps.slice(0, -1) : steps })
    expect(Object.keys(v.parse(TranslationTexts, texts))).toEqual(Object.keys(said))
    for (const [key, text] of Object.entries(said))
      expect(checkTranslation(text ?? '', texts[key as TextKey] ?? '', { to: language, terms: [] }), text).toEqual([])
  }
  await using academy = await openAcademy()
  const { school: placeId } = academy.places
  const teachers = await Promise.all([1, 2, 3].map(() => academy.person('teacher')))
  const now = new Date()
  await fillPractices(
    { db: academy.db, now, places: academy.rooms.places },
    { teachers: teachers.map(({ id }) => ({ id, placeId })) },
  )
  const stranger = academy.stranger()
  const inTheirs = async (locale: Locale, search: string) => {
    const [row] = (await stranger.rpc.practices.list.query({ locale, search, languages: [locale] })).items
    const opened = row && (await stranger.rpc.practices.open.query({ practiceId: row.id, locale }))
    return opened?.translation && { title: opened.translation.content.title, stale: opened.translation.stale }
  }
  expect(await inTheirs('ru', 'лепёшку')).toEqual({ title: 'Дроби на лепёшке: сравниваем доли', stale: false })
  expect(await inTheirs('kk', 'бөліп төлеуді')).toMatchObject({ stale: false })
  expect(await inTheirs('kk', 'ұяшық мекенжайы')).toMatchObject({ stale: true })
  const [draft] = (await stranger.rpc.practices.list.query({ locale: 'kk', search: '«3–2–1»' })).items
  expect(
    (await stranger.rpc.practices.open.query({ practiceId: draft?.id ?? '', locale: 'ru' })).translation,
  ).toBeNull()
  expect(
    (await teachers[0]?.rpc.practices.translations.query({ practiceId: draft?.id ?? '' }))?.translations,
  ).toMatchObject([{ language: 'ru', whole: true, verified: false }])
})

test('any number of practices can be made for measures, the same ones each time', async () => {
  expect([...makePractices(20)]).toEqual([...makePractices(20)])
  for (const content of makePractices(20)) expect(wholeContent(v.parse(PracticeWritten, content))).toEqual(content)
  await using academy = await openAcademy()
  await fillMany(academy.db, { n: 250, authorId: null, placeId: academy.places.school, now: new Date() })
  expect((await list(academy.stranger())).total).toBe(250)
})
