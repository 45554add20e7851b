import { axe, expect, shot, test } from '../test.ts'
import { account } from './account.ts'

test('a school leader helps somebody who forgot the password: a link for one time, and every old login is over', async ({
  person,
  academy,
  watch,
}) => {
  watch.allow(/status of 4\d\d/)
  const { name, login, password } = await account(person, academy.url)
  const phone = await person('stranger', { locale: 'ru' })
  const signIn = async (typed: string) => {
    await phone.page.goto('/ru/sign-in?to=/ru/me')
    await phone.page.getByLabel('Логин или почта').fill(login)
    await phone.page.getByLabel('Пароль', { exact: true }).fill(typed)
    await phone.page.getByRole('button', { name: 'Войти', exact: true }).click()
  }
  await signIn(password)
  await expect(phone.page.getByRole('heading', { level: 1, name })).toBeVisible()

  const leader = await person('school-leader')
  await leader.page.goto('/kk/me')
  await leader.page.getByRole('link', { name: /^Адамдар мен рөлдер/ }).click()
  await expect(leader.page.getByRole('heading', { level: 1, name: 'Адамдар мен рөлдер' })).toBeVisible()
  await shot(leader.page, 'admin-kk-360')
  await axe(leader.page)
  await leader.page
    .getByRole('button', { name: new RegExp(name) })
    .last()
    .click()
  const dialog = leader.page.getByRole('dialog')
  await axe(leader.page)
  await shot(leader.page, 'admin-person-kk-360')
  await dialog.getByRole('button', { name: 'Сілтеме жасау' }).click()
  await dialog.getByLabel('Мәтіннің тілі').selectOption('ru')
  const link = /https?:\S+/.exec(await dialog.getByLabel('Жіберетін мәтін').inputValue())?.[0] ?? ''
  expect(link).toMatch(/\/ru\/recover\//)

  const other = await person('stranger', { locale: 'ru' })
  await other.page.goto(link)
  await expect(other.page.getByText(`Ваш логин: ${login}`)).toBeVisible()
  await axe(other.page)
  await shot(other.page, 'recover-ru-360')
  await other.page.getByLabel('Новый пароль').fill(login)
  await other.page.getByRole('button', { name: 'Задать пароль' }).click()
  await expect(other.page.getByLabel('Новый пароль')).toHaveAttribute('aria-invalid', 'true')
  await other.page.getByLabel('Новый пароль').fill('беркут летит высоко')
  await other.page.getByRole('button', { name: 'Задать пароль' }).click()
  await expect(other.page.getByRole('heading', { name: 'Пароль изменён' })).toBeVisible()
  await other.page.goto(link)
  await expect(other.page.getByRole('heading', { name: 'Ссылка не действует' })).toBeVisible()

  // The phone that was signed in is led out, and lets in only by the new password.
  await expect(phone.page).toHaveURL(/\/ru\/sign-in/)
  await signIn(password)
  await expect(phone.page.getByRole('alert')).toBeVisible()
  await signIn('беркут летит высоко')
  await expect(phone.page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('a role is ended after a question, and its holder loses it at once', async ({ person, academy }) => {
  const { name, login, password } = await account(person, academy.url, 'teacher')
  const teacher = await person('stranger', { locale: 'en' })
  await teacher.page.goto('/en/sign-in?to=/en/me')
  await teacher.page.getByLabel('Login name or e-mail').fill(login)
  await teacher.page.getByLabel('Password', { exact: true }).fill(password)
  await teacher.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(teacher.page.getByText('Teacher', { exact: true })).toBeVisible()

  const officer = await person('district-officer', { locale: 'en', device: 'desktop' })
  await officer.page.goto('/en/admin')
  await officer.page.getByRole('button', { name: 'Change the place' }).click()
  const dialog = officer.page.getByRole('dialog')
  await dialog.getByLabel('Find a school by its name').fill('Talapker')
  await shot(officer.page, 'admin-place-en-1280')
  await dialog.getByRole('button', { name: /Talapker village school No. 1/ }).click()
  await officer.page
    .getByRole('button', { name: new RegExp(name) })
    .last()
    .click()
  await dialog.getByRole('button', { name: 'End the role: teacher' }).click()
  await expect(dialog).toContainText(`${name} will no longer be teacher here`)
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await dialog.getByRole('button', { name: 'End the role: teacher' }).click()
  await dialog.getByRole('button', { name: 'End the role', exact: true }).click()
  await expect(dialog).toBeHidden()

  await teacher.page.reload()
  await expect(teacher.page.getByText('You have no role yet.')).toBeVisible()
})

test('whoever leads nobody has no such page', async ({ person }) => {
  const { page } = await person('parent')
  await page.goto('/kk/me')
  await expect(page.getByRole('heading', { name: 'Кірген құрылғыларым' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Адамдар мен рөлдер/ })).toHaveCount(0)
  await page.goto('/kk/admin')
  await expect(page.getByRole('heading', { name: 'Мұндай бет жоқ' })).toBeVisible()
})
