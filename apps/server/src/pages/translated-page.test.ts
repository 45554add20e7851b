import { newId } from '@academy/contract'
import { openAcademy } from '@academy/testkit'
import { expect, test } from 'vitest'
import { aPractice, edited } from '../practices/test-shelf.ts'

test('a page without script is in the reader’s language once that is verified, leads to the original, and says when it moved on', async () => {
  await using academy = await openAcademy({ pages: true })
  const [aigul, dana] = await Promise.all([academy.person('teacher'), academy.person('teacher')])
  const stranger = academy.stranger()
  const practice = aPractice(academy.places.school)
  await aigul.rpc.practices.publish.mutate(practice)
  const path = `/ru/practices/${practice.id}`
  const page = async (query = '') => (await stranger.get(path + query)).text()
  const ref = { practiceId: practice.id, language: 'ru' as const }
  const texts = {
    title: 'Жизнь под снегом',
    purpose: 'Наблюдаем зимнюю степь.',
    'steps.0.text': 'Раскапываем снег.',
    'steps.1.text': 'Обсуждаем находки.',
  }

  await dana.rpc.practices.saveTranslation.mutate({ id: newId(), ...ref, base: 0, ofVersion: 1, texts })
  expect(await page()).not.toContain('Жизнь под снегом')
  await aigul.rpc.practices.verifyTranslation.mutate({ id: newId(), ...ref, n: 1 })

  const translated = await page()
  expect(translated).toMatch(/<title>Жизнь под снегом · /)
  expect(translated).toContain('Перевод с казахского, проверен учителем')
  expect(translated).toContain('Раскапываем снег.')
  expect(translated).toContain('"inLanguage":"ru"')
  expect(translated).not.toContain('С тех пор в оригинале')
  expect(translated).toContain(`href="${path}?original=1"`)

  const data = await stranger.get(`/ru/data/practices/${practice.id}`)
  expect(await data.json()).toMatchObject({
    title: practice.title,
    language: 'kk',
    translation: { content: { title: 'Жизнь под снегом' }, verified: true, stale: false, changed: [] },
  })

  const original = await page('?original=1')
  expect(original).toContain(practice.title)
  expect(original).toContain('Читать перевод')
  expect(original).not.toContain('Раскапываем снег.')
  expect(await (await stranger.get(`/kk/practices/${practice.id}`)).text()).not.toContain('?original=1')

  await aigul.rpc.practices.edit.mutate(edited(practice, 1, { title: 'Қар астында не бар?' }))
  expect(await page()).toContain('С тех пор в оригинале изменилось: Название.')
})
