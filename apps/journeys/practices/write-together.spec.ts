import { axe, expect, shot, test } from '../test.ts'

test('two colleagues write one practice: one link, a yes, both names, and an edit of either', async ({ person }) => {
  const author = await person('school-leader', { device: 'desktop' })
  const { page } = author
  await author.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const title = 'Үлгі: екеуміз жазған сабақ'
  await page.goto('/kk/practices/new')
  await page.getByLabel('Атауы', { exact: true }).fill(title)
  await page.getByText('Пәндер', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Математика', exact: true }).check()
  await page.getByRole('button', { name: '6', exact: true }).click()
  await page.getByLabel('Не үшін').fill('Бірге жазып үйрену.')
  await page.getByLabel('1-қадам', { exact: true }).fill('Екі мұғалім бір сабақ құрады.')
  await page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('button', { name: 'Әріптес шақыру' }).click()
  await expect(page.locator('p', { hasText: 'Сілтеме көшірілді.' })).toBeVisible()
  await shot(page, 'write-together-kk-1280')
  await axe(page)
  const link = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').at(-1) ?? ''

  const { page: colleague } = await person('teacher')
  await colleague.goto(link)
  await expect(colleague.getByText(/бірге жазуға шақырады/)).toBeVisible()
  await shot(colleague, 'join-authors-kk-360')
  await axe(colleague)
  await colleague.getByRole('button', { name: 'Бірге жазамын' }).click()
  await expect(colleague.getByRole('link', { name: 'Өзгерту', exact: true })).toBeVisible()
  await colleague.getByRole('link', { name: 'Өзгерту', exact: true }).click()
  await colleague.getByLabel('Не үшін').fill('Бірге жазып, бірге өткізу.')
  await colleague.getByRole('button', { name: 'Өзгерісті сақтау' }).click()
  await expect(colleague.getByText('Бірге жазып, бірге өткізу.')).toBeVisible()

  await page.reload()
  await expect(page.getByText('Бірге жазып, бірге өткізу.')).toBeVisible()
  await expect(page.getByText(/Айнұр Үлгі/).first()).toBeVisible()
  // The same link is nobody else's.
  const { page: third } = await person('trainer')
  await third.goto(link)
  await third.getByRole('button', { name: 'Бірге жазамын' }).click()
  await expect(third.getByText(/мерзімі біткен немесе ол пайдаланылған/)).toBeVisible()
})
