import { readFile } from 'node:fs/promises'
import { axe, expect, type Person, shot, test } from '../test.ts'
import { type Account, account } from './account.ts'

async function enter({ page }: Person, { login, password }: Account): Promise<void> {
  await page.goto('/kk/sign-in?to=/kk/me')
  await page.getByLabel('Логин немесе пошта').fill(login)
  await page.getByLabel('Құпиясөз', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Кірген құрылғыларым' })).toBeVisible()
}

test('one changes name, language and password, and a lost phone is signed out from another', async ({
  person,
  academy,
  watch,
}) => {
  watch.allow(/status of 40[13]/)
  const someone = await account(person, academy.url)
  const lost = await person('stranger')
  await enter(lost, someone)
  const own = await person('stranger')
  const { page } = own
  await enter(own, someone)

  await page.getByLabel('Аты-жөніңіз').fill('Мысал 990101300122')
  await expect(page.getByText(/ЖСН сияқты 12 сан/)).toBeVisible()
  await page.getByLabel('Аты-жөніңіз').fill('Мысал Жаңақызы')
  await page.getByRole('combobox', { name: 'Тіл' }).selectOption('ru')
  await page.getByRole('button', { name: 'Сақтау' }).click()
  await expect(page).toHaveURL(/\/ru\/me$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Мысал Жаңақызы' })).toBeVisible()
  await axe(page)
  await shot(page, 'me-ru-360')

  await page.getByRole('button', { name: 'Выйти на всех других устройствах' }).click()
  await expect(lost.page).toHaveURL(/\/kk\/sign-in/)
  await expect(page.getByRole('listitem').filter({ hasText: 'это устройство' })).toHaveCount(1)

  await page.getByText('Сменить пароль').click()
  await page.getByLabel('Нынешний пароль').first().fill('не тот')
  await page.getByLabel('Новый пароль').fill('беркут летит высоко')
  await page.getByRole('button', { name: 'Сменить', exact: true }).click()
  await expect(page.getByText(/пароль не подошли/)).toBeVisible()
  await page.getByLabel('Нынешний пароль').first().fill(someone.password)
  await page.getByRole('button', { name: 'Сменить', exact: true }).click()
  await expect(page.locator('.toast', { hasText: 'Пароль изменён.' })).toBeVisible()
})

test('one takes one’s data along and deletes the account; nothing of it stays on the phone', async ({
  person,
  academy,
  watch,
}) => {
  watch.allow(/status of 40[0-9]/)
  const someone = await account(person, academy.url)
  const me = await person('stranger')
  const { page } = me
  await enter(me, someone)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Жүктеп алу' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^academy-\d{4}-\d{2}-\d{2}\.json$/)
  const data = JSON.parse(await readFile((await download.path()) ?? '', 'utf8'))
  expect(data.me).toMatchObject({ name: someone.name, loginName: someone.login })

  await page.getByText('Аккаунтты жою', { exact: true }).click()
  await expect(page.getByText(/қайтаруға болмайды/)).toBeVisible()
  await page.getByLabel('Қазіргі құпиясөз').last().fill('басқа')
  await page.getByRole('button', { name: 'Аккаунтымды біржола жою' }).click()
  await expect(page.getByText(/құпиясөз сәйкес келмеді/)).toBeVisible()
  await page.getByLabel('Қазіргі құпиясөз').last().fill(someone.password)
  await shot(page, 'me-delete-kk-360')
  await page.getByRole('button', { name: 'Аккаунтымды біржола жою' }).click()
  await expect(page).toHaveURL(/\/kk$/)
  const kept = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(kept.filter((name) => name !== 'academy:stranger')).toEqual([])

  await page.goto('/kk/sign-in')
  await page.getByLabel('Логин немесе пошта').fill(someone.login)
  await page.getByLabel('Құпиясөз', { exact: true }).fill(someone.password)
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('сәйкес келмеді')
})

test('on a shared phone a draft is asked about at signing out, and then nothing stays', async ({ person, academy }) => {
  const leader = await person('school-leader')
  await leader.page.goto('/kk/me?invite')
  const dialog = leader.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Сілтеме жасау' }).click()
  const link = /https?:\S+/.exec(await dialog.getByLabel('Жіберетін мәтін').inputValue())?.[0] ?? ''

  const { page } = await person('stranger')
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Аты-жөніңіз' }).fill('Мысал Ортақ')
  await page.getByLabel('Логин немесе пошта').fill(`ortaq.${Math.floor(Date.now() / 1000)}`)
  await page.getByLabel('Құпиясөз').fill('бүркіт ұшады биікке')
  await page.getByRole('checkbox', { name: /телефон ортақ/ }).check()
  await page.getByRole('checkbox', { name: /келісемін/ }).check()
  await page.getByRole('button', { name: 'Қосылу' }).click()
  await expect(page).toHaveURL(`${academy.url}/kk/home`)

  await page.goto('/kk/live')
  await page.getByRole('link', { name: /Мектеп пен үй/ }).click()
  await page.getByLabel('Сұрағыңыз').fill('Жарты жазылған сұрақ')
  await page.goto('/kk/me')
  await page.getByRole('button', { name: 'Шығу', exact: true }).click()
  const ask = page.getByRole('dialog')
  await expect(ask.getByText(/жобаларыңыз да өшеді/)).toBeVisible()
  await shot(page, 'sign-out-shared-kk-360')
  await ask.getByRole('button', { name: 'Жойып, шығу' }).click()
  await expect(page).toHaveURL(/\/kk$/)
  const kept = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(kept.filter((name) => name !== 'academy:stranger')).toEqual([])
})
