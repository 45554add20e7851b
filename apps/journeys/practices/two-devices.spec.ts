import { axe, expect, shot, test } from '../test.ts'

test('what a teacher begins on a phone goes on at school; what both wrote is put together, and in the same place one chooses', async ({
  person,
}) => {
  const phone = (await person('teacher')).page
  const school = (await person('teacher', { device: 'desktop' })).page
  const title = 'Үлгі: екі құрылғыда жазылған'
  const name = (page: typeof phone) => page.getByLabel('Атауы', { exact: true })
  const kept = (page: typeof phone) => page.getByText(/серверде де сақталды/)

  await phone.goto('/kk/practices/new')
  await name(phone).fill(title)
  await expect(kept(phone)).toBeVisible()
  await shot(phone, 'draft-kept-kk-360')

  await school.goto('/kk/practices/new')
  await expect(school.getByRole('heading', { name: 'Аяқталмаған жазбаларыңыз' })).toBeVisible()
  await shot(school, 'draft-begun-kk-1280')
  await axe(school)
  await school.getByRole('button', { name: 'Жалғастыру' }).first().click()
  await expect(name(school)).toHaveValue(title)
  await school.getByLabel('Не үшін').fill('Мектепте жазылған мақсат.')
  await school.getByLabel('Барлығы неше минут').fill('40')
  await expect(kept(school)).toBeVisible()

  // The phone has not seen that save, and goes on with its own.
  await phone.getByLabel('1-қадам', { exact: true }).fill('Телефонда жазылған қадам.')
  await phone.getByLabel('Не үшін').fill('Телефонда жазылған мақсат.')
  await expect(phone.getByRole('heading', { name: 'Екі түрлі жазылған' })).toBeVisible({ timeout: 40_000 })
  await expect(phone.getByLabel('Барлығы неше минут')).toHaveValue('40')
  await expect(phone.getByLabel('1-қадам', { exact: true })).toHaveValue('Телефонда жазылған қадам.')
  await expect(phone.getByLabel('Не үшін')).toHaveValue('Телефонда жазылған мақсат.')
  await expect(phone.getByText('Мектепте жазылған мақсат.')).toBeVisible()
  await shot(phone, 'draft-clash-kk-360')
  await axe(phone)
  await phone.getByRole('button', { name: 'Екіншісін алу' }).click()
  await expect(phone.getByLabel('Не үшін')).toHaveValue('Мектепте жазылған мақсат.')
  await expect(phone.getByRole('heading', { name: 'Екі түрлі жазылған' })).toBeHidden()

  await phone.getByRole('button', { name: 'Бәрін тазалау' }).click()
  await expect(name(phone)).toHaveValue('')
  await expect(async () => {
    await school.goto('/kk/practices/new')
    await expect(school.getByText(title)).toHaveCount(0, { timeout: 1000 })
  }).toPass()
})
