import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as anyTest, axe, expect, shot } from '../test.ts'

/** What the academy's own machine is asked, in LibreTranslate's words; `away` and it translates for nobody. */
const machine = { away: false, asked: 0 }

const test = anyTest.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from the pattern.
  settings: async ({}, use) => {
    const server = createServer(async (request, response) => {
      // The server asks for these behind the reader's back, at a moment of its own: they are always to be had.
      if (request.url === '/languages')
        return response.end(
          JSON.stringify([
            { code: 'kk', targets: ['ru'] },
            { code: 'ru', targets: ['kk'] },
          ]),
        )
      if (machine.away) return response.writeHead(503).end()
      let text = ''
      for await (const part of request) text += part
      machine.asked++
      const { q } = JSON.parse(text) as { q: string[] }
      response.end(JSON.stringify({ translatedText: q.map((_, n) => `Перевод машины ${n + 1}`) }))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    await use({ LIBRETRANSLATE_URL: `http://127.0.0.1:${port}` })
    server.close()
  },
})

test('the academy’s own machine drafts a translation: marked as a machine’s, read by nobody until a person has gone over it', async ({
  person,
  watch,
}) => {
  watch.allow(/409/)
  const { page } = await person('mentor', { locale: 'ru' })
  await page.goto('/ru/practices?q=тоғызқұмалақ')
  await page.getByRole('main').locator('li.practice a').first().click()
  await page.getByRole('listitem').filter({ hasText: 'Русский' }).getByRole('link', { name: 'Перевести' }).click()
  const draft = page.getByRole('button', { name: 'Черновик от машины' })
  await expect(draft).toBeVisible()
  await shot(page, 'translate-machine-offered-ru-360')

  machine.away = true
  await draft.click()
  await expect(page.getByText(/Машина-переводчик не ответила/)).toBeVisible()
  await shot(page, 'translate-machine-away-ru-360')
  machine.away = false
  await draft.click()
  await expect(page.getByText('Это перевела машина. Прочитайте и исправьте.')).toBeVisible()
  await expect(page.getByLabel('Русский: Название')).toHaveValue('Перевод машины 1')
  await expect(draft).toHaveCount(0)
  expect(machine.asked).toBe(1)
  await shot(page, 'translate-machine-ru-360')
  await axe(page)

  const address = page.url()
  await page.getByRole('link', { name: 'К практике' }).click()
  await expect(page.getByText('машинный перевод, не проверен')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: /Тоғызқұмалақ/ })).toBeVisible()
  await page.goto(address)
  await page.getByLabel('Русский: Название').fill('Тогызкумалак: кружок устного счёта')
  await page.getByRole('button', { name: 'Сохранить перевод' }).click()
  await expect(page.getByText(/Перевод не проверен. Автор перевода/)).toBeVisible()

  // The machine has no English: it is not offered, from when the server has heard so.
  await expect(async () => {
    await page.goto(address.replace(/ru$/, 'en'))
    await expect(page.getByRole('heading', { level: 1, name: 'Перевод на английский' })).toBeVisible()
    await expect(draft).toHaveCount(0, { timeout: 1000 })
  }).toPass()
})
