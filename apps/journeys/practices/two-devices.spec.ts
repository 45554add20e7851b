import { axe, expect, shot, test } from '../test.ts'

test('what a teacher begins on a phone goes on at school; where both wrote, the other text is offered and neither is lost', async ({
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
  await expect(kept(school)).toBeVisible()

  // The phone has not seen that save, and goes on with its own.
  await phone.getByLabel('Не үшін').fill('Телефонда жазылған мақсат.')
  await expect(phone.getByText(/басқа құрылғыда жалғастырылған/)).toBeVisible({ timeout: 40_000 })
  await expect(phone.getByLabel('Не үшін')).toHaveValue('Телефонда жазылған мақсат.')
  await shot(phone, 'draft-elsewhere-kk-360')
  await axe(phone)
  await phone.getByRole('button', { name: 'Соны ашу' }).click()
  await expect(phone.getByLabel('Не үшін')).toHaveValue('Мектепте жазылған мақсат.')

  await phone.getByRole('button', { name: 'Бәрін тазалау' }).click()
  await expect(name(phone)).toHaveValue('')
  await expect(async () => {
    await school.goto('/kk/practices/new')
    await expect(school.getByText(title)).toHaveCount(0, { timeout: 1000 })
  }).toPass()
})
