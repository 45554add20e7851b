import { axe, expect, shot, test } from '../test.ts'

test('a teacher pastes a whole book into a step: it is kept, refused with the limit named, and published once it is shortened', async ({
  person,
}) => {
  const { page } = await person('teacher')
  const title = 'Үлгі: кітаптан бір қадам'
  await page.goto('/kk/practices/new')
  await page.getByLabel('Атауы', { exact: true }).fill(title)
  await page.getByText('Пәндер', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Математика', exact: true }).check()
  await page.getByRole('button', { name: '5', exact: true }).click()
  await page.getByLabel('Не үшін').fill('Ұзын мәтіннен керегін таңдау.')
  const step = page.getByLabel('1-қадам', { exact: true })
  // Five hundred pages of two thousand letters, as a clipboard brings them: all at once.
  const book = 'Бала дәптеріне жазады. '.repeat(45_000).trim()
  await step.evaluate((field: HTMLTextAreaElement, text) => {
    field.focus()
    field.setRangeText(text)
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  }, book)
  const refusal = page.getByText(/^Тым ұзын: 1\s034\s999 таңба, ең көбі 1\s000\./)
  await expect(refusal).toBeVisible()

  await page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(step).toBeFocused()
  await expect(refusal).toBeInViewport()
  await expect(page.getByText('Жіберуді күтуде')).toHaveCount(0)
  await shot(page, 'too-long-kk-360')
  await axe(page)

  // The tab is closed in the middle: not a letter is missing.
  await page.reload()
  await expect(refusal).toBeVisible()
  expect(await step.inputValue()).toBe(book)

  await step.fill('Бала дәптеріне жазады.')
  await expect(refusal).toBeHidden()
  await page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('Бала дәптеріне жазады.')).toBeVisible()
})
