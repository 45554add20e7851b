import { cutLine, expect, shot, test } from '../test.ts'

test('a question asked without a line survives a killed tab and arrives once when the line returns', async ({
  person,
}) => {
  const parent = await person('parent')
  await parent.page.goto('/kk/live')
  await parent.page.getByRole('link', { name: /Мектеп пен үй/ }).click()
  await expect(parent.page.getByRole('tab', { name: /^Кезекте/ })).toBeVisible()
  const address = parent.page.url()
  // Once visited, the page opens without a line.
  await parent.page.evaluate(() => navigator.serviceWorker.ready)
  await parent.page.reload()
  await expect(parent.page.getByRole('tab', { name: /^Кезекте/ })).toBeVisible()

  await cutLine(parent.context)
  const bodies = ['Бірінші: үйірме қашан?', 'Екінші: көлік бола ма?']
  for (const body of bodies) {
    await parent.page.getByLabel('Сұрағыңыз').fill(body)
    await parent.page.getByRole('button', { name: 'Сұрақ қою' }).click()
    await expect(parent.page.getByLabel('Сұрағыңыз')).toHaveValue('')
  }
  await expect(parent.page.locator('.state', { hasText: 'Жіберуді күтуде' })).toHaveCount(2)
  await expect(parent.page.getByText('Байланыс жоқ.')).toBeVisible()
  await shot(parent.page, 'live-offline-kk-360')
  await parent.page.close()

  const again = await parent.context.newPage()
  await again.goto(address)
  await expect(again.locator('.state', { hasText: 'Жіберуді күтуде' })).toHaveCount(2)
  await cutLine(parent.context, false)
  await expect(again.locator('.state', { hasText: 'Жіберуді күтуде' })).toHaveCount(0, { timeout: 20_000 })

  const leader = await person('school-leader', { device: 'desktop' })
  await leader.page.goto(`${address}/desk`)
  for (const body of bodies) await expect(leader.page.getByRole('button', { name: body })).toHaveCount(1)
  const order = await leader.page
    .getByRole('listitem')
    .filter({ hasText: /Бірінші|Екінші/ })
    .allInnerTexts()
  expect(order.map((text) => (text.includes('Бірінші') ? 1 : 2))).toEqual([1, 2])
})
