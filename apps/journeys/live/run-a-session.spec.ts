import { axe, expect, shot, test } from '../test.ts'
import { codeFrom } from './code.ts'

const SESSION = 'Мектеп пен үй: ашық сұрақ-жауап'

test('a room moderator runs a session: a guest joins by the code, a parent asks, the hall sees it answered @postgres', async ({
  person,
}) => {
  const host = await person('school-leader', { device: 'desktop' })
  await host.page.goto('/kk/live')
  await host.page.getByRole('link', { name: SESSION }).click()
  await host.page.getByRole('link', { name: 'Тақтаны ашу' }).click()
  await expect(host.page.getByRole('heading', { name: /^Тексеруде/ })).toBeVisible()
  const desk = host.page
  const sessionUrl = desk.url().replace('/desk', '')
  await shot(desk, 'live-desk-kk-1280')
  await axe(desk)

  // The digits stand on the desk while they are shown; a stranger types them on a phone.
  const digits = await codeFrom(desk)
  const guest = await person('stranger', { locale: 'ru' })
  await guest.page.goto('/ru/join')
  await shot(guest.page, 'join-ru-360')
  await guest.page.getByRole('textbox').fill(digits)
  await guest.page.getByRole('button', { name: /Войти|Присоединиться/ }).click()
  await expect(guest.page).toHaveURL(/\/ru\/live\/[0-9A-Z]{26}$/)
  await expect(guest.page.getByRole('tab', { name: /^В очереди/ })).toBeVisible()

  const parent = await person('parent')
  await parent.page.goto(sessionUrl)
  const body = 'Қыста автобус сағат нешеде жүреді?'
  await parent.page.getByLabel('Сұрағыңыз').fill(body)
  await parent.page.getByRole('button', { name: 'Сұрақ қою' }).click()
  await expect(parent.page.getByLabel('Сұрағыңыз')).toHaveValue('')
  await expect(parent.page.locator('.own .one', { hasText: body }).getByText('Тексеруде')).toBeVisible()
  await shot(parent.page, 'live-kk-360')
  await axe(parent.page)

  // Heard by the desk at once; let through, it stands in everybody's queue.
  await desk.getByRole('button', { name: body }).click()
  await desk.getByRole('button', { name: 'Мақұлдау', exact: true }).click()
  const row = guest.page.getByRole('listitem').filter({ hasText: body })
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: /Поддерживаю/ }).click()
  await expect(row.getByRole('button', { name: /Поддержано/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(
    parent.page
      .getByRole('listitem')
      .filter({ hasText: body })
      .getByRole('button', { name: /^1 Қолдаймын/ }),
  ).toBeVisible()

  // On air, then answered: the hall, the wall and the asker see it without a press.
  const wall = await host.context.newPage()
  await wall.goto(`${sessionUrl}/wall`)
  await expect(wall.getByRole('img', { name: /сканерлеңіз/ })).toBeVisible()
  // It is still the chosen one, now in the queue.
  await desk.getByRole('button', { name: 'Эфирге шығару' }).click()
  await expect(wall.getByText(body)).toBeVisible()
  await expect(guest.page.getByText('Сейчас отвечают')).toBeVisible()
  await shot(wall, 'wall-kk-1280')
  await desk.getByRole('button', { name: /^Жауап берілді/ }).click()
  await expect(parent.page.locator('.own .one', { hasText: body })).toContainText('Жауап берілді')
})
