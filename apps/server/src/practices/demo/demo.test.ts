import { PracticeWritten, wholeContent } from '@academy/contract'
import { openAcademy } from '@academy/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { isWord } from '../dictionaries.ts'
import { fillMany, fillPractices, makePractices } from '../index.ts'
import { list, titles } from '../test-shelf.ts'
import { demoLibrary } from './library.ts'

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

test('any number of practices can be made for measures, the same ones each time', async () => {
  expect([...makePractices(20)]).toEqual([...makePractices(20)])
  for (const content of makePractices(20)) expect(wholeContent(v.parse(PracticeWritten, content))).toEqual(content)
  await using academy = await openAcademy()
  await fillMany(academy.db, { n: 450, authorId: null, placeId: academy.places.school, now: new Date() })
  expect((await list(academy.stranger())).total).toBe(450)
})
