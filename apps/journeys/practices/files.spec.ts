import type { Page } from '@playwright/test'
import { axe, cutLine, expect, shot, test } from '../test.ts'

test.setTimeout(180_000)

/** A photo full of detail, so that it is large and a blur in it can be measured. */
async function photo(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([width, height]) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width, height })
      const context = canvas.getContext('2d') as CanvasRenderingContext2D
      const image = context.createImageData(width, height)
      let seed = 7
      for (let at = 0; at < image.data.length; at++) {
        seed = (seed * 1103515245 + 12345) % 2147483648
        image.data[at] = at % 4 === 3 ? 255 : (seed >> 16) & 255
      }
      context.putImageData(image, 0, 0)
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
      const bytes = new Uint8Array(await (blob as Blob).arrayBuffer())
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      return btoa(text)
    },
    [width, height] as const,
  )
  return Buffer.from(base64, 'base64')
}

async function fill(page: Page) {
  await page.getByLabel('Атауы', { exact: true }).fill('Қар қимасын зерттеу')
  await page.getByText('Пәндер', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Жаратылыстану', exact: true }).check()
  await page.getByRole('button', { name: '5', exact: true }).click()
  await page.getByLabel('Не үшін').fill('Қар қабаттарын көру.')
  await page.getByLabel('1-қадам', { exact: true }).fill('Қарды қазып, қимасын суретке түсіреміз.')
}

/** Upload offsets as they were sent, in the order of time. */
function listen(page: Page, into: number[]) {
  page.on('request', (request) => {
    if (request.method() === 'PATCH') into.push(Number(request.headers()['upload-offset']))
  })
}

/** The line takes two pieces of a file and breaks with every other one. */
async function breaksAfterTwo(page: Page) {
  let pieces = 0
  await page.route('**/files/up/**', (route) =>
    route.request().method() === 'PATCH' && ++pieces > 2 ? route.abort('connectionreset') : route.continue(),
  )
}

test('a photo’s upload is cut, the page is closed, and it goes on where it stopped; then it stands in the practice', async ({
  person,
  browser,
  academy,
  watch,
}) => {
  watch.allow(/net::ERR_CONNECTION_RESET/)
  const { page, context } = await person('teacher')
  await page.goto('/kk/practices/new')
  await fill(page)
  const sent: number[] = []
  listen(page, sent)
  await breaksAfterTwo(page)
  const buffer = await photo(page, 2600, 1900)
  await page
    .locator('input[type=file][multiple]')
    .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByLabel('Файлдың атауы').fill('Қардың қимасы')
  await expect.poll(() => sent.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(3)
  await cutLine(context)
  await expect(page.getByText('Жүктелуде')).toBeVisible()
  await shot(page, 'files-cut-360')
  await page.close()

  const again = await context.newPage()
  const resumed: number[] = []
  listen(again, resumed)
  await cutLine(context, false)
  // Any page goes on with it: the form is not opened yet.
  await again.goto('/kk/home')
  await expect.poll(() => resumed.length, { timeout: 30_000 }).toBeGreaterThan(0)
  // Not one of the pieces that had arrived is sent again.
  expect(resumed[0]).toBe(sent[2])
  await again.goto('/kk/practices/new')
  await expect(again.getByLabel('Файлдың атауы')).toHaveValue('Қардың қимасы')
  await expect(again.getByText('Жүктелді')).toBeVisible({ timeout: 30_000 })
  await axe(again)
  await shot(again, 'files-arrived-360')
  await again.getByRole('button', { name: 'Жариялау' }).click()
  await expect(again.getByRole('heading', { level: 1, name: 'Қар қимасын зерттеу' })).toBeVisible({ timeout: 30_000 })
  const picture = again.getByRole('link', { name: 'Қардың қимасы' }).locator('img')
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0)
  await axe(again)
  await shot(again, 'files-practice-360')

  const bare = await browser.newContext({ baseURL: academy.url, javaScriptEnabled: false })
  const stranger = await bare.newPage()
  await stranger.goto(new URL(again.url()).pathname)
  await expect(stranger.getByRole('link', { name: 'Қардың қимасы' })).toBeVisible()
  await expect(stranger.locator('.files img')).toHaveAttribute('width', '2048')
  await shot(stranger, 'files-public')
  await bare.close()
})

test('words sent without a line wait for their photo; a file that lies is named with its reason', async ({
  person,
  watch,
}) => {
  // The lie is refused, what was never begun is not there yet, and the words came before their photo.
  watch.allow(/status of (400|404|409) .*(files.up|practices.publish)/)
  const { page, context } = await person('teacher')
  await page.goto('/kk/practices/new')
  await fill(page)
  const input = page.locator('input[type=file][multiple]')
  await input.waitFor({ state: 'attached' })
  await input.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<svg/>') })
  await expect(page.getByText('Файлдың ішіндегісі атауына сай емес.')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Алып тастау' }).click()
  await input.setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await expect(page.getByText('Мұндай файл қабылданбайды.')).toBeVisible()

  const buffer = await photo(page, 600, 400)
  await cutLine(context)
  await input.setInputFiles({ name: 'b.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByLabel('Файлдың атауы')).toHaveValue('b')
  await page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(page.getByText('Жіберуді күтуде').first()).toBeVisible()
  await cutLine(context, false)
  await expect(page.getByRole('heading', { level: 1, name: 'Қар қимасын зерттеу' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('link', { name: 'b' }).locator('img')).toBeVisible()
})

test('a face is blurred before the photo leaves the phone; evidence is withdrawn and counted', async ({ person }) => {
  const { page } = await person('teacher', { device: 'desktop' })
  await page.goto('/kk/practices/new')
  await fill(page)
  await page.getByRole('button', { name: 'Жариялау' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Қар қимасын зерттеу' })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Дәлел қосу' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'class.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo(page, 800, 600),
  })
  const canvas = dialog.locator('canvas')
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('no canvas')
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75, { steps: 5 })
  await page.mouse.up()
  await expect(dialog.getByText('Бұлыңғыр жер: 1')).toBeVisible()
  await shot(page, 'evidence-blur')
  // Where people stay recognisable, it is not sent without who agreed.
  await dialog.getByLabel('Фотода кімде-кімді тануға болады').check()
  await dialog.getByRole('button', { name: 'Қосу', exact: true }).click()
  await expect(dialog.getByText('Кім келіскенін жазыңыз.')).toBeVisible()
  await axe(page)
  await shot(page, 'evidence-consent')
  await dialog.getByLabel('Келісім алынды').check()
  await dialog.getByLabel('Келісімді кім берді').fill('Ата-аналар, қағазда')
  await dialog.getByRole('button', { name: 'Қосу', exact: true }).click()

  const shown = page.getByAltText('Дәлел фотосы')
  await expect(shown).toBeVisible({ timeout: 30_000 })
  const { inside, outside } = await shown.evaluate(async (img: HTMLImageElement) => {
    const answer = await fetch(img.src.replace(/\/small$/, ''))
    const bitmap = await createImageBitmap(await answer.blob())
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: bitmap.width, height: bitmap.height })
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.drawImage(bitmap, 0, 0)
    /** How much neighbours differ. */
    const rough = (x: number, y: number) => {
      const { data } = context.getImageData(bitmap.width * x, bitmap.height * y, 30, 30)
      let sum = 0
      for (let at = 0; at < data.length - 8; at += 4) sum += Math.abs((data[at] ?? 0) - (data[at + 4] ?? 0))
      return sum / 900
    }
    return { inside: rough(0.45, 0.45), outside: rough(0.05, 0.05) }
  })
  expect(outside).toBeGreaterThan(4 * inside)
  await expect(page.getByText('Келісім', { exact: false }).last()).toBeVisible()
  await axe(page)
  await shot(page, 'evidence-shown')

  const evidence = page.locator('article')
  await evidence.getByRole('button', { name: 'Қайтарып алу' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Қайтарып алу' }).click()
  await expect(page.getByText('Барлығы 1, оның 1')).toBeVisible({ timeout: 20_000 })
  await expect(shown).toHaveCount(0)
})
