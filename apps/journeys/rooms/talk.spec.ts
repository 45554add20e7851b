import { axe, cutLine, expect, shot, test } from '../test.ts'

test('a parent and a teacher talk: both see it at once, also what was written without a line, once and in order @postgres', async ({
  person,
}) => {
  const teacher = await person('teacher')
  await teacher.page.goto('/kk/rooms')
  await shot(teacher.page, 'rooms-kk-360')
  await teacher.page
    .getByRole('link', { name: /Мектеп пен үй/ })
    .first()
    .click()
  await teacher.page.getByRole('button', { name: 'Жаңа тақырып бастау' }).click()
  await teacher.page.getByLabel('Тақырыбы').fill('Кешкі оқу туралы')
  await teacher.page.getByLabel('Алғашқы пікіріңіз').fill('Балалар үйде қашан оқиды?')
  await teacher.page.getByRole('button', { name: 'Бастау', exact: true }).click()
  await expect(teacher.page.getByRole('heading', { name: 'Кешкі оқу туралы' })).toBeVisible()
  const address = teacher.page.url()

  const parent = await person('parent')
  await parent.page.goto(address)
  await expect(parent.page.getByText('Балалар үйде қашан оқиды?', { exact: true })).toBeVisible()
  const say = async (who: typeof parent, text: string) => {
    await who.page.getByLabel('Пікіріңіз').fill(text)
    await who.page.getByRole('button', { name: 'Жіберу' }).click()
    await expect(who.page.getByLabel('Пікіріңіз')).toHaveValue('')
  }
  await say(parent, 'Кешкі астан кейін.')
  await expect(teacher.page.getByText('Кешкі астан кейін.', { exact: true })).toBeVisible()
  await axe(teacher.page)

  await cutLine(parent.context)
  await say(parent, 'Бірінші хабар желісіз')
  await say(parent, 'Екінші хабар желісіз')
  await expect(parent.page.locator('.state', { hasText: 'Жіберуді күтуде' })).toHaveCount(2)
  await say(teacher, 'Ал демалыста ше?')
  await shot(parent.page, 'topic-offline-kk-360')
  await cutLine(parent.context, false)

  await expect(parent.page.getByText('Ал демалыста ше?', { exact: true })).toBeVisible({ timeout: 20_000 })
  await expect(teacher.page.getByText('Екінші хабар желісіз', { exact: true })).toHaveCount(1)
  const thread = teacher.page.getByRole('list').filter({ hasText: 'Кешкі астан кейін.' })
  const texts = (await thread.innerText()).split('\n')
  const order = ['Ал демалыста ше?', 'Бірінші хабар желісіз', 'Екінші хабар желісіз'].map((t) => texts.indexOf(t))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(texts.filter((t) => t.includes('хабар желісіз'))).toHaveLength(2)
  await expect(parent.page.locator('.state', { hasText: 'Жіберуді күтуде' })).toHaveCount(0)
})
