import type { Page } from '@playwright/test'
import { axe, cutLine, expect, type Person, shot, test } from '../test.ts'

// Five people's browsers one after the other.
test.setTimeout(240_000)

/** Shares a practice in Kazakh; answers its address without the language. */
async function publish({ page }: Person, title: string): Promise<string> {
  await page.goto('/kk/practices/new')
  await page.getByLabel('Атауы', { exact: true }).fill(title)
  await page.getByText('Пәндер', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Математика', exact: true }).check()
  await page.getByRole('button', { name: '4', exact: true }).click()
  await page.getByLabel('Не үшін').fill('Бағалау критерийін оқушылар өздері жазады, 25 минут.')
  await page.getByLabel('1-қадам', { exact: true }).fill('Сынып екі топқа бөлінеді.')
  await page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname.slice('/kk'.length)
}

const field = (page: Page, label: string) => page.getByLabel(`Русский: ${label}`)

test('a practice is translated without a line, verified by another teacher, read beside its original, and says when that moved on', async ({
  person,
}) => {
  const author = await person('teacher')
  const path = await publish(author, 'Өз критерийіміз')

  const { page: mentor, context: line } = await person('mentor', { locale: 'ru' })
  await mentor.goto(`/ru${path}`)
  await expect(mentor.getByRole('heading', { name: 'Языки' })).toBeVisible()
  await mentor.getByRole('listitem').filter({ hasText: 'Русский' }).getByRole('link', { name: 'Перевести' }).click()
  await expect(mentor.getByRole('heading', { level: 1, name: 'Перевод на русский' })).toBeVisible()
  await expect(mentor.getByText('Перевода пока нет.')).toBeVisible()
  await field(mentor, 'Название').fill('Свой критерий')
  // The glossary's term by one tap, and a number that went missing.
  await field(mentor, 'Для чего').fill('Ученики сами пишут')
  await mentor.getByRole('button', { name: 'Вставить «критерий оценивания» (бағалау критерийі)' }).click()
  await expect(field(mentor, 'Для чего')).toHaveValue('Ученики сами пишут критерий оценивания')
  await expect(mentor.getByText('Нет чисел: 25. Проверьте.')).toBeVisible()
  await shot(mentor, 'translate-ru-360')
  await axe(mentor)
  await field(mentor, 'Для чего').fill('Ученики сами пишут критерий оценивания, 25 минут.')
  await expect(mentor.getByText('Нет чисел')).toHaveCount(0)

  // The tab is closed in the middle; the line is cut when it is saved.
  await mentor.reload()
  await expect(field(mentor, 'Для чего')).toHaveValue('Ученики сами пишут критерий оценивания, 25 минут.')
  await field(mentor, 'Шаг 1').fill('Класс делится на две группы.')
  await cutLine(line)
  await mentor.getByRole('button', { name: 'Сохранить перевод' }).click()
  await expect(mentor.getByText('Перевод ждёт отправки.')).toBeVisible()
  await expect(field(mentor, 'Название')).toHaveValue('Свой критерий')
  await cutLine(line, false)
  await expect(mentor.getByText(/Перевод не проверен. Автор перевода/)).toBeVisible({ timeout: 30_000 })
  await expect(mentor.getByText('Проверит другой учитель или автор практики.')).toBeVisible()
  await expect(mentor.getByRole('button', { name: 'Проверено, верно' })).toHaveCount(0)

  // A draft is nobody's to read.
  const { page: reader } = await person('parent', { locale: 'ru' })
  await reader.goto(`/ru${path}`)
  await expect(reader.getByRole('heading', { level: 1, name: 'Өз критерийіміз' })).toBeVisible()

  const { page: trainer } = await person('trainer', { locale: 'ru', device: 'desktop' })
  await trainer.goto(`/ru${path}/translate/ru`)
  await expect(trainer.getByText('Сынып екі топқа бөлінеді.')).toBeVisible()
  await shot(trainer, 'translate-verify-ru-1280')
  await axe(trainer)
  await trainer.getByRole('button', { name: 'Проверено, верно' }).click()
  await expect(trainer.getByText(/Читатели видят этот перевод/).first()).toBeVisible()

  await reader.reload()
  await expect(reader.getByRole('heading', { level: 1, name: 'Свой критерий' })).toBeVisible()
  await expect(reader.getByText('Перевод с казахского, проверен учителем.')).toBeVisible()
  await expect(reader.getByText('Класс делится на две группы.')).toBeVisible()
  await shot(reader, 'translated-ru-360')
  await axe(reader)
  await reader.getByRole('link', { name: 'Читать оригинал' }).click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Өз критерийіміз' })).toBeVisible()
  await expect(reader.getByText('Сынып екі топқа бөлінеді.')).toBeVisible()
  await reader.getByRole('link', { name: 'Читать перевод' }).click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Свой критерий' })).toBeVisible()
  await reader.goto('/ru/practices')
  await expect(reader.getByRole('link', { name: 'Свой критерий' })).toBeVisible()

  await author.page.goto(`/kk${path}/edit`)
  await author.page.getByLabel('1-қадам', { exact: true }).fill('Сынып үш топқа бөлінеді.')
  await author.page.getByRole('button', { name: 'Өзгерісті сақтау' }).click()
  await expect(author.page.getByText('Сынып үш топқа бөлінеді.')).toBeVisible()
  await reader.goto(`/ru${path}`)
  await expect(reader.getByText('С тех пор в оригинале изменилось: Шаг 1.')).toBeVisible()
  await shot(reader, 'translated-behind-ru-360')
  await expect(reader.getByText('Класс делится на две группы.')).toBeVisible()

  // Only what changed is to be looked at, and what it was is there beside it.
  await mentor.goto(`/ru${path}/translate/ru`)
  await expect(mentor.getByText('Это место в оригинале изменилось.')).toHaveCount(1)
  await mentor.getByText('Как было раньше').click()
  await expect(mentor.getByText('Сынып екі топқа бөлінеді.')).toBeVisible()
  await shot(mentor, 'translate-stale-ru-360')
  await axe(mentor)
  await mentor.getByRole('button', { name: 'Сохранить перевод' }).click()
  await expect(mentor.getByRole('alert')).toContainText('Исправьте места, где изменился оригинал')
  await field(mentor, 'Шаг 1').fill('Класс делится на три группы.')
  await mentor.getByRole('button', { name: 'Сохранить перевод' }).click()
  await expect(mentor.getByText(/Перевод не проверен. Автор перевода/)).toBeVisible()
})

test('two translate at once, one of them without a line: nothing of either is lost, and where they differ one chooses', async ({
  person,
  watch,
}) => {
  watch.allow(/409/)
  const path = await publish(await person('teacher'), 'Екі қалам')
  const { page: mentor } = await person('mentor', { locale: 'ru' })
  const { page: trainer, context: line } = await person('trainer', { locale: 'ru' })
  await mentor.goto(`/ru${path}/translate/ru`)
  await trainer.goto(`/ru${path}/translate/ru`)
  await field(mentor, 'Название').fill('Две ручки')
  await field(mentor, 'Шаг 1').fill('Делимся на две группы.')
  // Saved twice without a line, the second time on top of the first.
  await cutLine(line)
  await field(trainer, 'Название').fill('Два пера')
  await trainer.getByRole('button', { name: 'Сохранить перевод' }).click()
  await expect(trainer.getByText('Перевод ждёт отправки.')).toBeVisible()
  await field(trainer, 'Для чего').fill('Ученики пишут критерий оценивания сами, 25 минут.')
  await mentor.getByRole('button', { name: 'Сохранить перевод' }).click()
  await expect(mentor.getByText(/Перевод не проверен. Автор перевода/)).toBeVisible()
  await trainer.getByRole('button', { name: 'Сохранить перевод' }).click()
  await expect(trainer.getByText('Перевод ждёт отправки.')).toHaveCount(2)
  await cutLine(line, false)
  await expect(trainer.getByText('Перевод ждёт отправки.')).toHaveCount(0, { timeout: 30_000 })
  await trainer.getByRole('button', { name: 'Вернуть мой текст в форму' }).click()

  await expect(trainer.getByText('Этот перевод сохранил и кто-то ещё.')).toBeVisible()
  await expect(field(trainer, 'Название')).toHaveValue('Два пера')
  await expect(field(trainer, 'Шаг 1')).toHaveValue('Делимся на две группы.')
  await expect(field(trainer, 'Для чего')).toHaveValue(/25 минут/)
  await shot(trainer, 'translate-both-ru-360')
  await axe(trainer)
  await trainer.getByRole('button', { name: 'Взять это' }).click()
  await expect(field(trainer, 'Название')).toHaveValue('Две ручки')
  await trainer.getByRole('button', { name: 'Сохранить перевод' }).click()
  await expect(trainer.getByText(/Перевод сохранён/).first()).toBeVisible()
  await mentor.reload()
  await expect(field(mentor, 'Для чего')).toHaveValue(/25 минут/)
})
