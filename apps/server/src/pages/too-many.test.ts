import { openAcademy } from '@academy/testkit'
import { expect, test } from 'vitest'

test('whoever opens pages too fast is told to wait and not that there is no such page, in their language, with a way back to it', async () => {
  await using academy = await openAcademy({ pages: true, rates: { calls: 100, strangers: 2 } })
  const hall = academy.stranger()
  for (let times = 0; times < 2; times++) expect((await hall.get('/ru/practices')).status).toBe(200)
  const answer = await hall.get('/ru/practices')
  const page = await answer.text()
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(page).toContain('Слишком часто')
  expect(page).not.toContain('Такой страницы нет')
  expect(page).toContain('href="/ru/practices"')
  expect((await (await academy.person('teacher')).get('/ru/home')).status).toBe(200)
})
