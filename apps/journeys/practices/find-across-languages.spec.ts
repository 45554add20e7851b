import { expect, test } from '../test.ts'

test('a slip of the finger is minded and said, and what was typed is one press away', async ({ person }) => {
  const { page } = await person('teacher', { locale: 'ru', device: 'phone' })
  await page.goto('/ru/practices?q=дробб')
  await expect(page.getByText('Показано по запросу «дробь»')).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: 'на лепёшке' }).first()
  await expect(row.locator('mark').first()).toBeVisible()
  await page.getByRole('button', { name: 'Искать именно «дробб»' }).click()
  await expect(page.getByText(/^Таких практик пока нет|^Такой практики пока нет/)).toBeVisible()
  await expect(page.getByText('Показано по запросу')).toBeHidden()
  await page.getByRole('searchbox').fill('дробями')
  await expect(page.getByRole('listitem').filter({ hasText: 'на лепёшке' }).first()).toBeVisible()
})

test('a place that says it is shown below the title, and what is found can be sifted further', async ({ person }) => {
  const { page } = await person('teacher', { locale: 'kk', device: 'desktop' })
  await page.goto('/kk/practices')
  await page.getByRole('searchbox').fill('exit ticket')
  await page.keyboard.press('Enter')
  const marks = page.getByRole('main').locator('li.practice mark')
  await expect(marks.filter({ hasText: /^парағы/ }).first()).toBeVisible()
  await page.getByLabel('Құрылғысыз').check()
  await expect(page).toHaveURL(/devices=on/)
  await expect(page.getByRole('button', { name: '«Құрылғысыз» сүзгісін алу' })).toBeVisible()
})
