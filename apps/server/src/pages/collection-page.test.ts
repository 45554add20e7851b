import { newId } from '@academy/contract'
import { openAcademy } from '@academy/testkit'
import { expect, test } from 'vitest'
import { aPractice } from '../practices/test-shelf.ts'

test('a shared collection opens without script from a messenger, for no search engine, and is no page at all once it is not', async () => {
  await using academy = await openAcademy({ pages: true })
  const aigul = await academy.person('teacher', { name: 'Айгүл Үлгі' })
  const stranger = academy.stranger()
  const shown = aPractice(academy.places.school, { title: 'Қар <қабаты>' })
  const hidden = aPractice(academy.places.school, { title: 'Жасырын', visibility: 'members' })
  for (const practice of [shown, hidden]) await aigul.rpc.practices.publish.mutate(practice)
  const id = newId()
  await aigul.rpc.practices.makeCollection.mutate({ id, title: 'Қыс', note: 'Далаға шығамыз.', practiceId: shown.id })
  await aigul.rpc.practices.keepPractice.mutate({ id: newId(), collectionId: id, practiceId: hidden.id })
  const share = (on: boolean) =>
    aigul.rpc.practices.shareCollection.mutate({ id: newId(), collectionId: id, shared: on })
  const page = (collectionId = id) => stranger.get(`/kk/collections/${collectionId}`)
  const noSuch = await (await page(newId())).text()
  const withoutIds = (html: string) => html.replace(/[0-9A-HJKMNP-TV-Z]{26}/g, '')

  expect((await page()).status).toBe(404)
  expect(withoutIds(await (await page()).text())).toBe(withoutIds(noSuch))

  await share(true)
  const answer = await page()
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(html).toContain('<meta name="robots" content="noindex">')
  expect(html).toContain('<meta property="og:title" content="Қыс">')
  expect(html).toMatch(/og:description" content="Құрастырған: Айгүл Үлгі · 1 тәжірибе\. Далаға шығамыз\./)
  expect(html).toContain(`href="/kk/practices/${shown.id}"`)
  expect(html).toContain('Қар &lt;қабаты>')
  expect(html).not.toContain('Жасырын')
  expect(html).not.toContain('<script')

  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: shown.id, reason: '' })
  expect(await (await page()).text()).not.toContain('Қар &lt;қабаты>')

  await share(false)
  expect((await page()).status).toBe(404)
  expect(withoutIds(await (await page()).text())).toBe(withoutIds(noSuch))
})
