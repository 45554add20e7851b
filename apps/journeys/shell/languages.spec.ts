import { LOCALES } from '@academy/contract'
import { axe, expect, shot, test } from '../test.ts'

test('whoever comes to the bare address is met in the language their browser asks for, or else in Kazakh', async ({
  request,
}) => {
  for (const [asked, met] of [
    ['kk-KZ,kk;q=0.9', '/kk'],
    ['ru-RU,ru;q=0.9,en;q=0.5', '/ru'],
    ['en', '/en'],
    ['de,fr;q=0.8', '/kk'],
    ['', '/kk'],
  ] as const) {
    const answer = await request.get('/', { headers: { 'accept-language': asked }, maxRedirects: 0 })
    expect(answer.status(), asked).toBe(302)
    expect(new URL(answer.headers().location ?? '', answer.url()).pathname, asked).toBe(met)
  }
})

test('a stranger changes the language on the front page @postgres', async ({ person }) => {
  const { page } = await person('stranger')
  await page.goto('/')
  await expect(page).toHaveURL(/\/kk$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk')
  for (const [tongue, locale] of [
    ['Русский', 'ru'],
    ['English', 'en'],
    ['Қазақша', 'kk'],
  ] as const) {
    await page.getByRole('link', { name: tongue }).click()
    await expect(page).toHaveURL(new RegExp(`/${locale}$`))
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await axe(page)
    await shot(page, `front-${locale}-360`)
  }
})

test('a teacher changes the language where they are, and keeps what they asked for', async ({ person }) => {
  const { page } = await person('teacher')
  await page.goto('/kk/practices?q=оқу')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toBeVisible()
  const inKazakh = await heading.innerText()
  await page.getByRole('link', { name: 'Русский' }).click()
  await expect(page).toHaveURL(/\/ru\/practices\?q=/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(heading).not.toHaveText(inKazakh)
  expect(new URL(page.url()).searchParams.get('q')).toBe('оқу')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
})

test('an address that leads nowhere says so in the language of the address, with a way on', async ({
  person,
  watch,
}) => {
  watch.allow(/status of 404/)
  const { page } = await person('stranger')
  const said = new Set<string>()
  for (const locale of LOCALES) {
    const answer = await page.goto(`/${locale}/nowhere`)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    said.add(await page.getByRole('heading', { level: 1 }).innerText())
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
    await axe(page)
    await shot(page, `404-${locale}-360`)
  }
  expect(said.size).toBe(LOCALES.length)
})

test('where the phone’s own clock shows another time, the page says whose time it tells', async ({ person }) => {
  const away = await person('teacher', { zone: 'Europe/Moscow' })
  await away.page.goto('/kk/live')
  await expect(away.page.getByText('Уақыт – Астана бойынша.')).toBeVisible()
  const here = await person('teacher')
  await here.page.goto('/kk/live')
  await expect(here.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(here.page.getByText('Уақыт – Астана бойынша.')).toHaveCount(0)
})

const PUBLIC = ['', '/practices', '/join', '/sign-in']
const OWN = ['/home', '/practices', '/practices/new', '/collections', '/rooms', '/rooms/new', '/live', '/me']

for (const locale of LOCALES) {
  test(`every page stands in ${locale}, from a narrow phone to a school's computer`, async ({ person }) => {
    test.setTimeout(300_000)
    const stranger = await person('stranger', { locale })
    const leader = await person('school-leader', { locale })
    for (const { page, paths } of [
      { page: stranger.page, paths: PUBLIC },
      { page: leader.page, paths: [...OWN, '/admin'] },
    ]) {
      for (const path of paths) {
        await page.setViewportSize({ width: 320, height: 640 })
        await page.goto(`/${locale}${path}`)
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page).toHaveTitle(/\S/)
        const spare = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(spare, `${path} is no wider than a phone of 320 px`).toBeLessThanOrEqual(0)
        const name = path.slice(1).replaceAll('/', '-') || 'front'
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: width === 360 ? 740 : 800 })
          await shot(page, `${name}-${locale}-${width}`)
        }
        await axe(page)
      }
    }
  })
}
