import { newId } from '@academy/contract'
import { openAcademy } from '@academy/testkit'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { aPractice, openShelf, share } from '../test-shelf.ts'

const aTry = (practiceId: string, placeId: string, more = {}) => ({
  id: newId(),
  practiceId,
  version: 1,
  placeId,
  outcome: 'did-not-work' as const,
  day: '2026-01-20',
  classKind: 'usual' as const,
  grades: [5],
  pupils: 9,
  language: 'kk' as const,
  happened: 'Асан мен Үсен үлгермеді.',
  conditions: '',
  changed: '',
  ...more,
})

test('a record counts what one did and what others did with it, and nobody’s pupils stand in it', async () => {
  const { academy, aigul, berik } = await openShelf()
  await using _ = academy
  const { school, otherSchool } = academy.places
  const far = await academy.person('teacher', { placeId: otherSchool })
  const snow = await share(academy, aigul, { title: 'Қар', minutes: 40 })
  const sand = await share(academy, berik, { title: 'Құм', minutes: 45, origin: { practiceId: snow.id, version: 1 } })
  await aigul.rpc.practices.tellTrial.mutate(aTry(sand.id, school))
  await far.rpc.practices.tellTrial.mutate(aTry(snow.id, otherSchool))
  const back = aTry(sand.id, school)
  await aigul.rpc.practices.tellTrial.mutate(back)
  await aigul.rpc.practices.takeBackTrial.mutate({ id: newId(), trialId: back.id })

  const mine = await aigul.rpc.practices.myRecord.query({ locale: 'kk' })
  expect(mine).toMatchObject({
    name: 'Айгүл Үлгі',
    counts: { published: 1, 'written-along': 0, tried: 1, adapted: 1, reviewed: 0, translated: 0 },
    triedByOthers: { tries: 1, schools: 1 },
    lessonMinutes: 45,
    more: false,
  })
  expect(mine.rows.map(({ kind, title }) => [kind, title])).toEqual([
    ['adapted', 'Құм'],
    ['published', 'Қар'],
    ['tried', 'Құм'],
  ])
  expect(mine.rows[2]).toMatchObject({ outcome: 'did-not-work', at: Date.UTC(2026, 0, 19, 19), minutes: 45 })
  expect(JSON.stringify(mine)).not.toContain('Асан')

  // Another's practice that is withdrawn is named no more; that it was tried stays counted.
  await berik.rpc.practices.withdraw.mutate({ id: newId(), practiceId: sand.id, reason: '' })
  const later = await aigul.rpc.practices.myRecord.query({ locale: 'kk' })
  expect(later.rows.map(({ kind, title }) => [kind, title])).toEqual([
    ['published', 'Қар'],
    ['tried', ''],
  ])
})

test('a translation that was gone over and verified again is one translation', async () => {
  const { academy, aigul, berik } = await openShelf()
  await using _ = academy
  const { id: practiceId } = await share(academy, aigul)
  const texts = { title: 'Снег', purpose: 'Наблюдаем.', 'steps.0.text': 'Копаем.', 'steps.1.text': 'Обсуждаем.' }
  for (const base of [0, 1]) {
    const save = { id: newId(), practiceId, language: 'ru' as const, base, ofVersion: 1, texts }
    await berik.rpc.practices.saveTranslation.mutate({ ...save, texts: { ...texts, title: `Снег ${base}` } })
    await aigul.rpc.practices.verifyTranslation.mutate({ id: newId(), practiceId, language: 'ru', n: base + 1 })
  }
  const { counts, rows } = await berik.rpc.practices.myRecord.query({ locale: 'ru' })
  expect([counts.translated, rows.length]).toEqual([1, 1])
})

test('it is taken along as a PDF with every Kazakh letter and as a table that no formula gets into', async () => {
  await using academy = await openAcademy({ pages: true })
  const aigul = await academy.person('teacher', { name: 'Әсел Ғұмарқызы Үлгі' })
  const title = '=HYPERLINK("http://evil"); қар «түні»'
  await aigul.rpc.practices.publish.mutate(aPractice(academy.places.school, { title }))

  const pdf = await aigul.get('/kk/me/record.pdf')
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.arrayBuffer())), {
    mergePages: true,
  })
  const said = text.replace(/\s+/g, ' ')
  for (const part of ['Академиядағы еңбегім', 'Әсел Ғұмарқызы Үлгі', 'Жарияланған тәжірибе', 'қар «түні»'])
    expect(said).toContain(part)

  const csv = await aigul.get('/ru/me/record.csv')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  expect(csv.headers.get('cache-control')).toBe('private, no-store')
  const bytes = Buffer.from(await csv.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head, row] = bytes.toString('utf8').slice(1).split('\r\n')
  expect(head).toBe('"Дата";"Практика";"Что сделано";"Школа";"Итог"')
  expect(row).toContain(`;"'=HYPERLINK(""http://evil""); қар «түні»";`)

  // A program that divides by another sign finds none either.
  const sly = 'Қар,=1+1;＝cmd'
  await aigul.rpc.practices.publish.mutate(aPractice(academy.places.school, { title: sly }))
  expect(await (await aigul.get('/ru/me/record.csv')).text()).toContain(`;"Қар,'=1+1;'＝cmd";`)

  // Nobody else has an address for it.
  expect((await academy.stranger().get('/kk/me/record.csv')).status).not.toBe(200)
})
