import type { Page } from '@playwright/test'
import { cutLine, expect, shot, test } from '../test.ts'

/** Opened once with a line, and looked at until it is shown: what stands there then must stand there without one. */
async function see(page: Page, address: string, heading: RegExp | string) {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

/** What is kept of a page is written a moment after it is shown. */
const kept = (page: Page, what: string) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const keys: string[] = []
          for (const { name = '' } of await indexedDB.databases()) {
            const open = indexedDB.open(name)
            await new Promise((done) => {
              open.onsuccess = done
            })
            const db = open.result
            if (db.objectStoreNames.contains('views')) {
              const all = db.transaction('views').objectStore('views').getAllKeys()
              await new Promise((done) => {
                all.onsuccess = done
              })
              keys.push(...all.result.map(String))
            }
            db.close()
          }
          return keys.join(' ')
        }),
      { message: `what is kept of ${what}` },
    )
    .toContain(what)

const follow = (page: Page, under: string) => page.locator(`main a[href^="${under}/0"]`).first().getAttribute('href')

test('what a teacher has seen opens without a line; what they have not says so', async ({ person }) => {
  const { page, context } = await person('teacher', { locale: 'ru' })
  await see(page, '/ru/home', /Айнұр/)
  await page.evaluate(() => navigator.serviceWorker.ready)
  const seen: [address: string, text: string][] = []
  for (const list of ['/ru/practices', '/ru/rooms', '/ru/live']) {
    await see(page, list, /./)
    const entry = page.locator(`main a[href^="${list}/0"]`).first()
    seen.push([list, (await entry.innerText()).split('\n')[0] ?? ''])
    const one = (await entry.getAttribute('href')) ?? ''
    await see(page, one, /./)
    await kept(page, one.split('/')[3] ?? '')
    seen.push([one, await page.getByRole('heading', { level: 1 }).innerText()])
    if (list !== '/ru/rooms') continue
    const topic = (await follow(page, one)) ?? ''
    await see(page, topic, /./)
    await kept(page, topic.split('/')[4] ?? '')
    seen.push([topic, await page.locator('p.prose').last().innerText()])
  }

  await cutLine(context)
  for (const [address, text] of [['/ru/home', 'Айнұр'], ...seen] as const) {
    await page.goto(address)
    await expect(page.getByText(text.split('\n')[0] ?? '').first(), address).toBeVisible()
  }
  await page.goto('/ru/practices/01ARZ3NDEKTSV4RRFFQ69G5FAV')
  await expect(page.getByRole('button', { name: 'Попробовать снова' })).toBeVisible()
  await page.goto('/ru/join')
  await expect(page.getByRole('heading', { name: 'Нет связи' })).toBeVisible()
  await shot(page, 'offline-ru-360')
  // Never opened in Kazakh: the same page in the language that is here, and not the browser's own words.
  await page.goto('/kk/rooms')
  await expect(page).toHaveURL(/\/ru\/rooms$/)
  await expect(page.getByText(seen[2]?.[1] ?? '').first()).toBeVisible()
  await cutLine(context, false)
})

test('a new version is offered, and comes only by a press', async ({ person }) => {
  const { page } = await person('parent')
  await see(page, '/kk/home', /./)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
  await page.evaluate(() => Object.assign(window, { sameAsBefore: true }))

  // Another address of its script is another worker to the browser, as another text would be.
  await page.evaluate(() => navigator.serviceWorker.register('/service-worker.js?of=tomorrow').then(() => {}))
  await expect(page.getByText('Жаңа нұсқа дайын').first()).toBeVisible()
  await shot(page, 'new-version-kk-360')
  expect(await page.evaluate(() => 'sameAsBefore' in window)).toBe(true)

  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Жаңарту' }).click()
  await loaded
  expect(await page.evaluate(() => 'sameAsBefore' in window)).toBe(false)
})

test('a page that was never opened here says without a line that there is none, and asks once', async ({ person }) => {
  const { page, context } = await person('teacher')
  await page.goto('/kk/practices')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect(page.getByRole('main').locator('li.practice').first()).toBeVisible()
  await cutLine(context)
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('practices.reviewQueue')) asked++
  })
  await page.goto('/kk/reviews')
  await expect(page.getByRole('button', { name: 'Қайталап көру' })).toBeVisible()
  expect(asked).toBeLessThan(5)
})
