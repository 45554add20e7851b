import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { axe, expect, shot, test } from '../test.ts'

test.setTimeout(180_000)

/** Saves what a link gives, as a phone does. */
async function saved(page: Page, name: string): Promise<{ called: string; path: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  const download = await coming
  const path = await download.path()
  return { called: download.suggestedFilename(), path, bytes: await readFile(path) }
}

test('a teacher takes a practice along as a PDF with every Kazakh letter, and prints it', async ({ person }) => {
  const { page, context } = await person('teacher')
  await page.goto('/kk/practices')
  await page.locator('.practice a').first().click()
  await expect(page.getByRole('button', { name: 'Өзіңізбен алу' })).toBeVisible()
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('button', { name: 'Өзіңізбен алу' }).click()
  await shot(page, 'take-along-360')
  await axe(page)

  const { called, bytes } = await saved(page, 'PDF жүктеп алу')
  expect(called).toBe(`${title.replace(/\s*[:?]\s*/g, ' ')}.pdf`)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  const said = text.replace(/\s+/g, ' ')
  for (const part of ['Қысқа мерзімді жоспар (ҚМЖ)', title, 'Мұғалімнің әрекеті', 'Лицензия: CC BY'])
    expect(said).toContain(part)

  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Басып шығару' }).click()
  const paper = await opening
  await expect(paper.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(paper.getByRole('columnheader', { name: 'Мұғалімнің әрекеті' })).toBeVisible()
  await shot(paper, 'print-360')
  await axe(paper)
})

test('a practice saved as a file is opened by another teacher, who publishes it as their own version of it', async ({
  person,
}) => {
  const { page } = await person('teacher')
  await page.goto('/kk/practices')
  await page.locator('.practice a').first().click()
  await expect(page.getByRole('button', { name: 'Өзіңізбен алу' })).toBeVisible()
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('button', { name: 'Өзіңізбен алу' }).click()
  const { path } = await saved(page, 'Файлдарымен бірге алу (ZIP)')

  const { page: other } = await person('mentor')
  await other.goto('/kk/practices/new')
  await other.getByText('Дайын файлдан бастау (ZIP)').click()
  const wrong = { name: 'бөтен.zip', mimeType: 'application/zip', buffer: Buffer.from('бұл zip емес') }
  await other.getByLabel('ZIP файлын таңдау').setInputFiles(wrong)
  await expect(other.getByText('Бұл – жинақталған тәжірибе файлы емес.')).toBeVisible()
  await shot(other, 'open-pack-360')
  await axe(other)
  await other.getByLabel('ZIP файлын таңдау').setInputFiles(path)
  await expect(other.getByLabel('Атауы', { exact: true })).toHaveValue(title)
  await other.getByLabel('Атауы', { exact: true }).fill(`${title} (біздің сыныпта)`)
  await other.getByRole('button', { name: 'Жариялау' }).click()
  await expect(other.getByRole('heading', { level: 1, name: `${title} (біздің сыныпта)` })).toBeVisible()
  await expect(other.getByRole('link', { name: title, exact: true })).toBeVisible()
})

test('a teacher takes the record of their own work along, for attestation', async ({ person }) => {
  const { page } = await person('teacher')
  await page.goto('/kk/me')
  await expect(page.getByRole('heading', { name: 'Академиядағы еңбегім' })).toBeVisible()
  await shot(page, 'my-record-kk-360')
  const { called, bytes } = await saved(page, 'PDF жүктеп алу')
  expect(called).toBe('Академиядағы еңбегім.pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  expect(text.replace(/\s+/g, ' ')).toContain('Айнұр Үлгі')
})
