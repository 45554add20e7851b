import { accountAt } from '../members/account.ts'
import { axe, cutLine, expect, shot, test } from '../test.ts'

// One long story between two schools, on a machine with much else to do.
test.setTimeout(240_000)

test('written without a line, found in another language, tried at another school where it did not work, adapted, tried again: the way is seen', async ({
  person,
  baseURL,
}) => {
  const title = 'Үлгі: қардағы іздерден үлестерді санаймыз'
  const author = await person('teacher')
  await author.page.goto('/kk/practices/new')
  await author.page.evaluate(() => navigator.serviceWorker.ready)
  await expect(author.page.getByText('Пәндер', { exact: true })).toBeVisible()
  await cutLine(author.context)
  await author.page.getByLabel('Атауы', { exact: true }).fill(title)
  await author.page.getByText('Пәндер', { exact: true }).click()
  await author.page.getByRole('checkbox', { name: 'Математика', exact: true }).check()
  await author.page.getByRole('button', { name: '5', exact: true }).click()
  await author.page.getByLabel('Не үшін').fill('Бөлшекті далада көру.')
  await author.page.getByLabel('1-қадам', { exact: true }).fill('Із санап, бөлшекпен жазамыз.')
  await author.page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(author.page.getByText('Жіберуді күтуде').first()).toBeVisible()
  await cutLine(author.context, false)
  await expect(author.page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: 30_000 })
  const practice = new URL(author.page.url()).pathname.replace('/kk/', '')

  // A teacher of another school, who reads Russian.
  const someone = await accountAt(person, baseURL ?? '', 'Софиевка')
  const { page } = await person('stranger', { locale: 'ru', device: 'desktop' })
  await page.goto('/ru/sign-in?to=/ru/practices')
  await page.getByLabel('Логин или почта').fill(someone.login)
  await page.getByLabel('Пароль', { exact: true }).fill(someone.password)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  const all = await page.getByRole('heading', { name: /\d практи/ }).textContent()
  await page.getByLabel('Поиск').fill('дробь')
  await expect(page.getByRole('heading', { name: /\d практи/ })).not.toHaveText(all ?? '')
  const row = page.getByRole('listitem').filter({ hasText: title })
  await expect(row).toBeVisible()
  await expect(row).toContainText(/ҚАЗ|казах/i)
  await shot(page, 'found-across-languages-ru-1280')
  await axe(page)
  await row.getByRole('link', { name: title }).click()

  await page.getByRole('link', { name: 'Рассказать, как прошло' }).click()
  await page.getByLabel('Не получилось', { exact: true }).check()
  await page.getByLabel('Что было').fill('Снег растаял, следов не было.')
  await page.getByLabel(/^При каких условиях/).fill('Оттепель, 6 учеников.')
  await page.getByRole('button', { name: '5', exact: true }).click()
  await page.getByRole('button', { name: 'Рассказать' }).click()
  await expect(page.getByText('Оттепель, 6 учеников.')).toBeVisible()

  await page.getByRole('link', { name: 'Адаптировать' }).click()
  await expect(page.getByText(/^Основа:/)).toBeVisible()
  await page.getByLabel('Название', { exact: true }).fill('Пример: доли в следах на песке')
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Пример: доли в следах на песке' })).toBeVisible()
  const adaptation = new URL(page.url()).pathname.replace('/ru/', '')

  await author.page.goto(`/kk/${adaptation}/try`)
  await author.page.getByLabel('Болды', { exact: true }).check()
  await author.page.getByLabel('Не болды').fill('Құмда бәрі көрінді.')
  await author.page.getByRole('button', { name: '5', exact: true }).click()
  await author.page.getByRole('button', { name: 'Айту' }).click()
  await expect(author.page.getByText('Құмда бәрі көрінді.')).toBeVisible()

  await page.goto(`/ru/${practice}/spread`)
  await expect(page.getByText('Проб: 2, адаптаций: 1, школ: 2')).toBeVisible()
  await expect(page.getByText('Оттепель, 6 учеников.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Пример: доли в следах на песке' })).toBeVisible()
  await shot(page, 'spread-two-schools-ru-1280')
  await axe(page)
})
