import { expect, type Page } from '@playwright/test'

/** The digits of a session, shown from its desk. A journey before this one may have left them shown: they stay good for minutes. */
export async function codeFrom(desk: Page): Promise<string> {
  const show = desk.getByRole('button', { name: 'Кодты көрсету' })
  const digits = desk.getByText(/^\d{6}$/)
  await expect(show.or(digits)).toBeVisible()
  if (await show.isVisible()) await show.click()
  return (await digits.textContent()) ?? ''
}
