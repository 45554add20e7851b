import { CONTRACT_HEADER, CONTRACT_VERSION, LIMITS, newId } from '@academy/contract'
import { axe, cutLine, expect, shot, test } from '../test.ts'

test('a parent asks, takes an answer for the one that settled it, and mutes the topic; a teacher catches up', async ({
  person,
}) => {
  const parent = await person('parent')
  await parent.page.goto('/kk/rooms')
  await parent.page
    .getByRole('link', { name: /Мектеп пен үй/ })
    .first()
    .click()
  await parent.page.getByRole('button', { name: 'Жаңа тақырып бастау' }).click()
  await parent.page.getByLabel('Тақырыбы').fill('Жиналыс қай күні?')
  await parent.page.getByLabel('Алғашқы пікіріңіз').fill('Кешке бола ма?')
  await parent.page.getByRole('button', { name: 'Бастау', exact: true }).click()
  await expect(parent.page.getByRole('heading', { name: 'Жиналыс қай күні?' })).toBeVisible()

  // The teacher finds it among what is new.
  const teacher = await person('teacher')
  await teacher.page.goto('/kk/rooms')
  await teacher.page.getByRole('link', { name: 'Жаңа пікірлер' }).click()
  await expect(teacher.page.getByRole('heading', { level: 1, name: 'Жаңа пікірлер' })).toBeVisible()
  await shot(teacher.page, 'catch-up-kk-360')
  await axe(teacher.page)
  await teacher.page.getByRole('link', { name: /Жиналыс қай күні/ }).click()
  await teacher.page.getByLabel('Пікіріңіз').fill('Жұма күні, сағат алтыда.')
  await teacher.page.getByRole('button', { name: 'Жіберу' }).click()

  // Without a line the parent says that this settled it.
  await parent.page.evaluate(() => navigator.serviceWorker.ready)
  const answer = parent.page.getByRole('listitem').filter({ hasText: 'Жұма күні, сағат алтыда.' })
  await expect(answer).toBeVisible()
  await cutLine(parent.context)
  await answer.getByRole('button', { name: /Әрекеттер/ }).click()
  await shot(parent.page, 'message-deeds-kk-360')
  await parent.page.getByRole('button', { name: 'Осы жауап шешті' }).click()
  await expect(parent.page.locator('.state', { hasText: 'Жіберуді күтуде' })).toBeVisible()
  await cutLine(parent.context, false)
  for (const { page } of [parent, teacher]) {
    await expect(page.getByText('Шешілді', { exact: true })).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('link', { name: 'Жұма күні, сағат алтыда.' })).toBeVisible()
  }
  await shot(parent.page, 'topic-settled-kk-360')
  await axe(parent.page)

  // Muted, what is said then is not new to the parent.
  await parent.page.getByRole('button', { name: 'Баптаулар' }).click()
  await parent.page.getByRole('checkbox', { name: 'Жаңасын санамау' }).check()
  await shot(parent.page, 'topic-settings-kk-360')
  await axe(parent.page)
  await parent.page.keyboard.press('Escape')
  await expect(parent.page.locator('.state', { hasText: 'Жіберуді күтуде' })).toHaveCount(0)
  await parent.page.goto('/kk/home')
  await teacher.page.getByLabel('Пікіріңіз').fill('Бәріне рақмет.')
  await teacher.page.getByRole('button', { name: 'Жіберу' }).click()
  await expect(teacher.page.getByText('Бәріне рақмет.', { exact: true })).toBeVisible()
  await parent.page.goto('/kk/rooms/new')
  await expect(parent.page.getByRole('heading', { level: 1, name: 'Жаңа пікірлер' })).toBeVisible()
  await expect(parent.page.getByRole('button', { name: 'Бәрін оқылды деп белгілеу' })).toBeVisible()
  await expect(parent.page.getByText('Жиналыс қай күні?')).toHaveCount(0)
  await parent.page.getByRole('button', { name: 'Бәрін оқылды деп белгілеу' }).click()
  await expect(parent.page.getByRole('main').getByText('Жаңа пікір жоқ. Бәрін оқып шықтыңыз.')).toBeVisible()
  await shot(parent.page, 'catch-up-empty-kk-360')
})

test('a school leader pins a topic, and it stands first in the room', async ({ person }) => {
  const { page } = await person('school-leader', { device: 'desktop', locale: 'ru' })
  await page.goto('/ru/rooms')
  await page
    .getByRole('link', { name: /Школа и дом/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Школа и дом' })).toBeVisible()
  const topics = page.getByRole('main').getByRole('listitem').getByRole('link')
  await expect(topics.nth(1)).toBeVisible()
  const title = (await topics.last().locator('b').textContent()) ?? ''
  await topics.last().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('button', { name: 'Закрепить наверху' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.state', { hasText: 'Ожидает отправки' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Школа и дом' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Школа и дом' })).toBeVisible()
  await expect(topics.first()).toContainText(title)
  await expect(topics.first()).toContainText('Закреплено')
  await shot(page, 'room-pinned-ru-1280')
  await axe(page)
})

test('where more is new than one page shows, what stands there is read first and then the rest', async ({
  person,
  academy,
}) => {
  const { page: parent, context } = await person('parent')
  await parent.goto('/kk/rooms')
  const room = parent.getByRole('link', { name: /Мектеп пен үй/ }).first()
  const roomId = (await room.getAttribute('href'))?.split('/').at(-1)
  for (let n = 1; n <= LIMITS.page.usual + 1; n++) {
    const data = { id: newId(), roomId, title: `Сұрақ ${n}`, messageId: newId(), body: 'Кім біледі?' }
    const headers = { origin: academy.url, [CONTRACT_HEADER]: String(CONTRACT_VERSION) }
    const answer = await context.request.post(`${academy.url}/trpc/rooms.start`, { data, headers })
    expect(answer.ok(), await answer.text()).toBe(true)
  }

  const { page } = await person('teacher')
  await page.goto('/kk/rooms/new')
  const readAll = page.getByRole('button', { name: 'Бәрін оқылды деп белгілеу' })
  await expect(page.getByRole('link', { name: `Сұрақ ${LIMITS.page.usual + 1}` })).toBeVisible()
  await readAll.click()
  await expect(page.getByRole('link', { name: `Сұрақ ${LIMITS.page.usual + 1}` })).toHaveCount(0)
  await expect(page.getByRole('main').getByText('Жаңа пікір жоқ. Бәрін оқып шықтыңыз.')).toHaveCount(0)
  await readAll.click()
  await expect(page.getByRole('main').getByText('Жаңа пікір жоқ. Бәрін оқып шықтыңыз.')).toBeVisible()
})
