import { axe, cutLine, expect, shot, test } from '../test.ts'
import { account } from './account.ts'

test('a wrong password is said plainly, what was typed stays, and the right one leads to where one was going @postgres', async ({
  person,
  academy,
  watch,
}) => {
  watch.allow(/status of 40[0-9]/)
  const { name, login, password } = await account(person, academy.url)
  const { page } = await person('stranger', { locale: 'ru' })
  await page.goto('/ru/me')
  await expect(page).toHaveURL(/\/ru\/sign-in\?to=%2Fru%2Fme$/)
  await axe(page)
  await shot(page, 'sign-in-ru-360')

  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page.getByText('Напишите логин или почту.')).toBeVisible()

  await page.getByLabel('Логин или почта').fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill('не тот пароль')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('не подошли')
  await expect(page.getByLabel('Логин или почта')).toHaveValue(login)
  await page.getByRole('button', { name: 'Показать пароль' }).click()
  await expect(page.getByLabel('Пароль', { exact: true })).toHaveAttribute('type', 'text')
  await expect(page.getByLabel('Пароль', { exact: true })).toHaveValue('не тот пароль')
  await axe(page)
  await shot(page, 'sign-in-wrong-ru-360')

  // Without a line nothing is sent later by itself: it is said at once, and pressed again.
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await cutLine(page.context())
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Нет связи')
  await cutLine(page.context(), false)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page).toHaveURL(/\/ru\/me$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('the demo’s doors let in by one press, and no address leads from the sign-in to another site', async ({
  person,
}) => {
  const { page } = await person('stranger')
  await page.goto('/kk/sign-in?to=https://evil.example/kk/home')
  await page.getByRole('button', { name: /^Ата-ана/ }).click()
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/kk\/home$/)
  await expect(page.getByRole('heading', { level: 1, name: /^Сәлеметсіз бе, / })).toBeVisible()
  await axe(page)
})

test('who took the consent back agrees again before the account is used', async ({ person, academy, watch }) => {
  watch.allow(/status of 40[0-9]/)
  const { name, login, password } = await account(person, academy.url)
  const { page } = await person('stranger')
  const signIn = async () => {
    await page.getByLabel('Логин немесе пошта').fill(login)
    await page.getByLabel('Құпиясөз', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  }
  await page.goto('/kk/sign-in?to=/kk/me')
  await signIn()
  await page.getByText('Келісім', { exact: true }).click()
  await expect(page.getByText('Кім сақтайды')).toBeVisible()
  await page.getByRole('button', { name: 'Келісімді қайтарып алу' }).click()
  await axe(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Қайтарып алып, шығу' }).click()
  await expect(page).toHaveURL(/\/kk(\/sign-in.*)?$/)

  await page.goto('/kk/sign-in?to=/kk/me')
  await signIn()
  await expect(page.getByRole('heading', { name: 'Келісіміңіз керек' })).toBeVisible()
  await expect(page.getByText('Сіздің құқығыңыз')).toBeVisible()
  await shot(page, 'sign-in-consent-kk-360')
  await page.getByRole('button', { name: 'Келісемін, кіремін' }).click()
  await expect(page).toHaveURL(/\/kk\/me$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('a change of language keeps what is being typed', async ({ person, academy }) => {
  const { login, password } = await account(person, academy.url)
  const { page } = await person('stranger')
  await page.goto('/kk/sign-in?to=/kk/rooms')
  await page.getByLabel('Логин немесе пошта').fill(login)
  await page.getByLabel('Құпиясөз', { exact: true }).fill(password)
  await page.getByRole('checkbox', { name: /Телефон ортақ/ }).check()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/sign-in\?to=/)
  await expect(page.getByLabel('Login name or e-mail')).toHaveValue(login)
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(password)
  await expect(page.getByRole('checkbox', { name: /shared/ })).toBeChecked()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/en\/rooms$/)
})
