import { axe, expect, shot, test } from '../test.ts'

test('a school leader invites the parents of a class, one of them joins without script, and then the link is closed @postgres', async ({
  person,
  browser,
  academy,
  watch,
}) => {
  watch.allow(/status of 4\d\d/)
  const leader = await person('school-leader', { device: 'desktop' })
  await leader.page.goto('/kk/home')
  await leader.page.getByRole('link', { name: 'Адам шақыру' }).click()
  const dialog = leader.page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Шақыру жасау' })).toBeVisible()
  await dialog.getByLabel('Кімді шақырасыз').selectOption('parent')
  await dialog.getByLabel('Ескертпе').fill('3 «А» сыныбы')
  await axe(leader.page)
  await shot(leader.page, 'invite-form-kk-1280')
  await dialog.getByRole('button', { name: 'Сілтеме жасау' }).click()
  await expect(dialog.getByRole('heading', { name: 'Сілтеме дайын' })).toBeVisible()
  const text = await dialog.getByLabel('Жіберетін мәтін').inputValue()
  expect(text).toContain('3 «А» сыныбы')
  const link = /https?:\S+/.exec(text)?.[0] ?? ''
  expect(link).toMatch(/\/kk\/invite\/[\w-]{22,32}$/)
  await dialog.getByLabel('Мәтіннің тілі').selectOption('ru')
  await expect(dialog.getByLabel('Жіберетін мәтін')).toHaveValue(/Приглашаем вас[\s\S]*\/ru\/invite\//)
  await axe(leader.page)
  await shot(leader.page, 'invite-made-kk-1280')
  await dialog.getByRole('button', { name: 'Дайын' }).click()
  const row = leader.page.getByRole('listitem').filter({ hasText: '3 «А» сыныбы' })
  await expect(row).toContainText('Қосылды: 0 / 60')

  // Often opened in the browser inside a messenger: no script is needed.
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: academy.url, locale: 'kk-KZ' })
  const page = await plain.newPage()
  await page.goto(link)
  await expect(page.getByText('3 «А» сыныбы')).toBeVisible()
  await page.getByText('Келісім мәтінін оқу').click()
  await expect(page.getByText('Кім сақтайды')).toBeVisible()
  const login = `ана.${Math.floor(Date.now() / 1000)}`
  await page.getByRole('textbox', { name: 'Аты-жөніңіз' }).fill('Мысал Үлгіқызы')
  await page.getByLabel('Логин немесе пошта').fill('latin-және-кирилл')
  await page.getByLabel('Құпиясөз').fill('бүркіт ұшады биікке')
  await page.getByRole('checkbox', { name: /келісемін/ }).check()
  await page.getByRole('button', { name: 'Қосылу' }).click()
  await expect(page.getByLabel('Логин немесе пошта')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: 'Аты-жөніңіз' })).toHaveValue('Мысал Үлгіқызы')
  await expect(page.getByRole('checkbox', { name: /келісемін/ })).toBeChecked()
  await shot(page, 'invite-wrong-kk')
  await page.getByLabel('Логин немесе пошта').fill(login)
  await page.getByLabel('Құпиясөз').fill('бүркіт ұшады биікке')
  await page.getByRole('button', { name: 'Қосылу' }).click()
  await expect(page).toHaveURL(/\/kk\/home$/)
  await plain.close()

  // The login name is a name to sign in by, on any phone.
  const parent = await person('stranger')
  await parent.page.goto('/kk/sign-in')
  await parent.page.getByLabel('Логин немесе пошта').fill(login.toUpperCase())
  await parent.page.getByLabel('Құпиясөз', { exact: true }).fill('бүркіт ұшады биікке')
  await parent.page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await expect(parent.page.getByRole('heading', { level: 1, name: 'Сәлеметсіз бе, Мысал Үлгіқызы!' })).toBeVisible()
  await shot(parent.page, 'home-newcomer-kk-360')

  await leader.page.reload()
  await expect(row).toContainText('Қосылды: 1 / 60')
  await row.getByRole('button', { name: /^Қайтарып алу/ }).click()
  await expect(row).toContainText('Қайтарып алынды')
  await shot(leader.page, 'me-kk-1280')
  const late = await parent.page.goto(link)
  expect(late?.status()).toBe(410)
})

test('somebody who has an account takes the role by one press, after signing in by the same link', async ({
  person,
}) => {
  const leader = await person('school-leader')
  await leader.page.goto('/en/me?invite')
  const dialog = leader.page.getByRole('dialog')
  await dialog.getByLabel('Whom you invite').selectOption('room-moderator')
  await expect(dialog.getByLabel('How many people can join')).toHaveValue('1')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = /https?:\S+/.exec(await dialog.getByLabel('Text to send').inputValue())?.[0] ?? ''

  const { page } = await person('stranger', { locale: 'en' })
  await page.goto(link)
  await page.getByRole('link', { name: 'Sign in', exact: true }).last().click()
  await page.getByRole('button', { name: /^Parent/ }).click()
  await expect(page).toHaveURL(link)
  await shot(page, 'invite-signed-in-en-360')
  await page.getByRole('button', { name: 'Take the role' }).click()
  await expect(page).toHaveURL(/\/en\/home$/)
  await page.goto('/en/me')
  await expect(page.getByText('Room moderator', { exact: true })).toBeVisible()
})
