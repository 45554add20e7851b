import { codeFrom } from '../live/code.ts'
import { axe, cutLine, expect, type Person, shot, test } from '../test.ts'

const SESSION = /Мектеп пен үй/

/** A parent on a page that opens without a line, with a question that has not been sent. */
async function withUnsent({ page, context }: Person, body: string): Promise<void> {
  await page.goto('/kk/me')
  await expect(page.getByRole('heading', { name: 'Кірген құрылғыларым' })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto('/kk/live')
  await page.getByRole('link', { name: SESSION }).click()
  await expect(page.getByLabel('Сұрағыңыз')).toBeVisible()
  await cutLine(context)
  await page.getByLabel('Сұрағыңыз').fill(body)
  await page.getByRole('button', { name: 'Сұрақ қою' }).click()
  await expect(page.locator('.state', { hasText: 'Жіберуді күтуде' })).toHaveCount(1)
  await page.goto('/kk/me')
  await expect(page.getByRole('button', { name: 'Шығу', exact: true })).toBeVisible()
}

async function desk(person: (who: 'school-leader', setting: object) => Promise<Person>): Promise<Person['page']> {
  const { page } = await person('school-leader', { device: 'desktop' })
  await page.goto('/kk/live')
  await page.getByRole('link', { name: SESSION }).click()
  await page.getByRole('link', { name: 'Тақтаны ашу' }).click()
  await expect(page.getByRole('heading', { name: /^Тексеруде/ })).toBeVisible()
  return page
}

test('signing out with something unsent asks first: one stays, then sends it and goes', async ({ person }) => {
  const parent = await person('parent')
  const { page, context } = parent
  const body = 'Жіберіп шығатын сұрақ'
  await withUnsent(parent, body)

  await page.getByRole('button', { name: 'Шығу', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(body)).toBeVisible()
  await shot(page, 'sign-out-unsent-kk-360')
  await dialog.getByRole('button', { name: 'Қалу' }).click()
  await expect(dialog).toBeHidden()

  // Without a line it cannot be sent, and nobody is signed out by that.
  await page.getByRole('button', { name: 'Шығу', exact: true }).click()
  await dialog.getByRole('button', { name: 'Жіберіп, шығу' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Бәрі жіберілмеді')
  await axe(page)
  await cutLine(context, false)
  await dialog.getByRole('button', { name: 'Жіберіп, шығу' }).click()
  await expect(page).toHaveURL(/\/kk$/)
  await page.goto('/kk/me')
  await expect(page).toHaveURL(/\/kk\/sign-in/)

  await expect((await desk(person)).getByRole('button', { name: body })).toHaveCount(1)
})

test('what is discarded at signing out without a line is gone for good, and the server hears of the sign-out later', async ({
  person,
}) => {
  const parent = await person('parent')
  const { page, context } = parent
  const body = 'Жойылатын сұрақ'
  await withUnsent(parent, body)
  await page.getByRole('button', { name: 'Шығу', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Жойып, шығу' }).click()
  await expect(page).toHaveURL(/\/kk$/)
  await cutLine(context, false)
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: /^Ата-ана/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Сәлеметсіз бе/ })).toBeVisible()
  await expect(page.getByText(body)).toHaveCount(0)
  await expect((await desk(person)).getByText(body)).toHaveCount(0)
})

test('another member on the same phone sees nothing of the one before, whose question waits for them', async ({
  person,
  watch,
}) => {
  watch.allow(/status of 401/)
  const { page, context } = await person('parent')
  const body = 'Басқаға көрінбейтін сұрақ'
  await withUnsent({ page, context }, body)
  // The login ended meanwhile, as after 90 days or by "sign out everywhere".
  await context.clearCookies()
  await cutLine(context, false)
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: /^Мұғалім/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Сәлеметсіз бе, Айнұр/ })).toBeVisible()
  await expect(page.getByText(body)).toHaveCount(0)
  await page.goto('/kk/live')
  await page.getByRole('link', { name: SESSION }).click()
  await expect(page.getByLabel('Сұрағыңыз')).toHaveValue('')
  await expect(page.getByText(body)).toHaveCount(0)
  await page.goto('/kk/me')
  await page.getByRole('button', { name: 'Шығу', exact: true }).click()
  await expect(page).toHaveURL(/\/kk$/)
  // The browser's Back shows nothing of the teacher either.
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Кірген құрылғыларым' })).toHaveCount(0)

  const leader = await desk(person)
  await expect(leader.getByRole('button', { name: body })).toHaveCount(0)
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: /^Ата-ана/ }).click()
  await expect(leader.getByRole('button', { name: body })).toHaveCount(1)
})

test('what a guest wrote becomes the member’s only when they say so', async ({ person, watch }) => {
  watch.allow(/ERR_FAILED|ERR_BLOCKED/)
  const leader = await desk(person)
  const digits = await codeFrom(leader)
  const { page, context } = await person('stranger')
  await page.goto('/kk/join')
  await page.getByRole('textbox').fill(digits)
  await page.getByRole('button', { name: 'Эфирге кіру' }).click()
  await expect(page.getByLabel('Сұрағыңыз')).toBeVisible()
  // The line is so bad that nothing of the session gets through.
  let through = false
  await context.route(/live\.ask|socket\.io/, (route) => (through ? route.continue() : route.abort()))
  await context.routeWebSocket(/socket\.io/, (socket) => (through ? void socket.connectToServer() : socket.close()))
  await page.reload()
  const body = 'Қонақтың сұрағы'
  await page.getByLabel('Сұрағыңыз').fill(body)
  await page.getByRole('button', { name: 'Сұрақ қою' }).click()
  await expect(page.locator('.state', { hasText: 'Жіберуді күтуде' })).toHaveCount(1)

  await page.goto('/kk/sign-in?to=/kk/rooms')
  await page.getByRole('button', { name: /^Ата-ана/ }).click()
  await expect(page.getByRole('heading', { name: 'Кірмей тұрып жазғандарыңыз бар' })).toBeVisible()
  await expect(page.getByText(body)).toBeVisible()
  await axe(page)
  await shot(page, 'adopt-kk-360')
  through = true
  await page.getByRole('button', { name: 'Менің атымнан жіберу' }).click()
  await expect(page).toHaveURL(/\/kk\/rooms$/)
  const row = leader.getByRole('button', { name: body })
  await expect(row).toHaveCount(1)
})
