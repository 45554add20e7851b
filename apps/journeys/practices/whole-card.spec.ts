import { axe, cutLine, expect, shot, test } from '../test.ts'

test('a teacher writes the whole card without a line; a colleague reads it in the order of a lesson plan, with our words in their language', async ({
  person,
  browser,
  academy,
}) => {
  const { page, context } = await person('teacher')
  await page.goto('/kk/practices/new')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.getByText('Қысқа мерзімді жоспардан').click()
  await expect(page.getByLabel('Бөлім', { exact: true })).toBeVisible()
  await cutLine(context)

  const title = 'Үлгі: әжемнің ұлттық тағамы'
  await page.getByLabel('Атауы', { exact: true }).fill(title)
  await page.getByText('Пәндер', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Математика', exact: true }).check()
  await page.getByRole('button', { name: '5', exact: true }).click()
  await page.getByLabel('Бөлім', { exact: true }).fill('Қатынас пен пропорция')
  await page.getByLabel('Тақырып', { exact: true }).fill('Рецепті үш есе көбейту')
  await page.getByLabel('Сабақтың мақсаты', { exact: true }).fill('Оқушы рецепті қонақ санына қарай өзгертеді.')
  await page.getByLabel('Не үшін').fill('Пропорция ас үйде не үшін керек екенін көреді.')
  await page.getByLabel('1-қадам', { exact: true }).fill('Бауырсақтың рецептін тақтаға жазамыз.')
  await page.getByText('Осы қадам туралы толығырақ').click()
  await page.getByLabel('Сабақ кезеңі').selectOption('start')
  await page.getByLabel('Оқушылардың әрекеті').fill('Үйдегі рецептін айтады.')
  await page.getByText('Нені сақтау, нені өзгерту').click()
  await page.getByLabel('Сақтау керек').fill('Нағыз рецепт.')
  await page.getByLabel('Көп дегенде неше оқушы').fill('90')
  await page.locator('summary', { hasText: 'Функционалдық сауаттылық салалары' }).click()
  await page.getByLabel('Математикалық сауаттылық').check()
  await shot(page, 'whole-card-form-kk-360')
  await axe(page)

  // What cannot be is said where it stands, and nothing is sent.
  await page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(page.getByText(/^1 мен 60 арасындағы сан/)).toBeVisible()
  await page.getByLabel('Көп дегенде неше оқушы').fill('18')
  await page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(page.getByText('Жіберуді күтуде').first()).toBeVisible()
  await cutLine(context, false)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Қатынас пен пропорция')).toBeVisible()
  await expect(page.getByText('Сабақтың басы')).toBeVisible()
  await expect(page.getByText('Үйдегі рецептін айтады.')).toBeVisible()
  await expect(page.getByText('1–18')).toBeVisible()
  await shot(page, 'whole-card-kk-360')
  await axe(page)
  const id = new URL(page.url()).pathname.split('/').at(-1)

  // The edit form holds all of it.
  await page.getByRole('link', { name: 'Өзгерту', exact: true }).click()
  await expect(page.getByLabel('Көп дегенде неше оқушы')).toHaveValue('18')
  await page.getByText('Нені сақтау, нені өзгерту').click()
  await page.getByLabel('Өзгертуге болады').fill('Рецептті әр үй өзінен алады.')
  await page.getByRole('button', { name: 'Өзгерісті сақтау' }).click()
  await expect(page.getByText('Рецептті әр үй өзінен алады.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Нағыз рецепт.')).toBeVisible()

  const bare = await browser.newContext({ baseURL: academy.url, javaScriptEnabled: false })
  const stranger = await bare.newPage()
  await stranger.goto(`/ru/practices/${id}`)
  await expect(stranger.getByText('Начало урока')).toBeVisible()
  await expect(stranger.getByText('Действия учеников')).toBeVisible()
  await expect(stranger.getByText('Үйдегі рецептін айтады.')).toHaveAttribute('lang', 'kk')
  await shot(stranger, 'whole-card-public-ru-1280')
  await bare.close()
})
