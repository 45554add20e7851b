import { newId, type PracticeWritten } from '@academy/contract'
import { openAcademy } from '@academy/testkit'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { aPractice } from '../practices/test-shelf.ts'

const LETTERS = 'Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і Ё ё Ы ы Э э'
const long = (most: number) => 'Қарды қазып, қабаттарын саламыз, өлшейміз. '.repeat(200).slice(0, most)

/** A plan as long as the card lets it be. */
const LONGEST: Partial<PracticeWritten> = {
  section: long(160),
  topic: long(160),
  objective: long(1000),
  lessonObjective: long(1000),
  purpose: long(4000),
  differentiation: long(4000),
  reflection: long(4000),
  core: long(4000),
  needs: 'ұ'.repeat(1000),
  steps: Array.from({ length: 20 }, () => ({
    text: long(1000),
    minutes: 5,
    stage: 'middle' as const,
    pupils: long(1000),
    assessment: long(1000),
    resources: long(1000),
  })),
}

async function textOf(answer: Response): Promise<string[]> {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
  const { text } = await extractText(pdf, { mergePages: false })
  return text.map((page) => page.replace(/\s+/g, ' '))
}

async function openShelf(change: Parameters<typeof aPractice>[1] = {}) {
  const academy = await openAcademy({ pages: true })
  const aigul = await academy.person('teacher', { name: 'Айгүл Үлгі' })
  const practice = aPractice(academy.places.school, change)
  await aigul.rpc.practices.publish.mutate(practice)
  return { academy, aigul, practice, stranger: academy.stranger() }
}

test('a plan taken as a PDF is read back with every Kazakh letter, its author, its licence and where it stands', async () => {
  const { academy, practice, stranger } = await openShelf({
    title: `Әліппе: ${LETTERS}`,
    purpose: 'Бағасы 1 500 ₸, «тырнақша» – сызықша; 3 × 4 = 12 ☺',
    licence: 'CC-BY-SA-4.0',
    steps: [
      {
        text: 'Қарды қазып.',
        minutes: 5,
        stage: 'start',
        pupils: 'Өлшейді',
        assessment: 'Дескриптор',
        resources: 'Сызғыш',
      },
    ],
  })
  await using _ = academy
  const answer = await stranger.get(`/kk/practices/${practice.id}/sheet.pdf`)
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Әліппе'))
  const text = (await textOf(answer)).join(' ')
  for (const part of [
    'Қысқа мерзімді жоспар (ҚМЖ)',
    LETTERS,
    'Бағасы 1 500 ₸, «тырнақша» – сызықша; 3 × 4 = 12',
    'Мұғалімнің әрекеті',
    'Сабақтың басы',
    'Дескриптор',
    'Айгүл Үлгі',
    'CC BY-SA 4.0',
    `/kk/practices/${practice.id}`,
  ])
    expect(text).toContain(part)

  const russian = (await textOf(await stranger.get(`/ru/practices/${practice.id}/sheet.pdf`))).join(' ')
  for (const part of ['Краткосрочный план (КСП)', 'Действия педагога', LETTERS]) expect(russian).toContain(part)
})

test('of the longest plan nothing is lost, and every page of its table says what its columns are', async () => {
  const { academy, practice, stranger } = await openShelf(LONGEST as Parameters<typeof aPractice>[1])
  await using _ = academy
  const pages = await textOf(await stranger.get(`/kk/practices/${practice.id}/sheet.pdf`))
  const run = pages.filter((page) => page.includes('Мұғалімнің әрекеті'))
  expect(run.length).toBeGreaterThan(5)
  for (const page of run) expect(page).toContain('Бағалау')
  expect(pages.join('').match(/ортасы/g)).toHaveLength(20)
  expect(
    pages
      .join('')
      .replace(/ /g, '')
      .match(/ұ{10,}/g)
      ?.join(''),
  ).toHaveLength(1000)
})

test('on paper and as a PDF a practice is for those who may read it, and what has not changed is not made again', async () => {
  const { academy, aigul, practice, stranger } = await openShelf({ visibility: 'members' })
  await using _ = academy
  for (const kind of ['print', 'sheet.pdf']) {
    expect((await stranger.get(`/kk/practices/${practice.id}/${kind}`)).status).toBe(404)
    expect((await stranger.get(`/kk/practices/${newId()}/${kind}`)).status).toBe(404)
    expect((await aigul.get(`/kk/practices/${practice.id}/${kind}`)).status).toBe(200)
  }
  const first = await aigul.get(`/kk/practices/${practice.id}/sheet.pdf`)
  const etag = first.headers.get('etag') ?? ''
  expect((await aigul.get(`/kk/practices/${practice.id}/sheet.pdf`, { 'if-none-match': etag })).status).toBe(304)
  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: '' })
  const berik = await academy.person('teacher')
  expect((await berik.get(`/kk/practices/${practice.id}/sheet.pdf`)).status).toBe(410)
})

test('a hall that asks for one plan is given one: it is not set anew for each', async () => {
  const { academy, aigul, practice, stranger } = await openShelf()
  await using _ = academy
  const taken = async (who: typeof aigul, locale = 'kk') =>
    Buffer.from(await (await who.get(`/${locale}/practices/${practice.id}/sheet.pdf`)).arrayBuffer())
  const [first, ...others] = await Promise.all([aigul, stranger, aigul, stranger].map((who) => taken(who)))
  // Each one that is set has a number of its own.
  for (const one of [...others, await taken(stranger)]) expect(first?.equals(one)).toBe(true)
  expect(first?.equals(await taken(aigul, 'ru'))).toBe(false)
})

test('whoever takes one PDF after the other is told to wait', async () => {
  const { academy, aigul, practice } = await openShelf()
  await using _ = academy
  const answers = []
  for (let times = 0; times < 31; times++)
    answers.push((await aigul.get(`/kk/practices/${practice.id}/sheet.pdf`)).status)
  expect(answers.slice(0, 30).every((status) => status === 200)).toBe(true)
  const last = await aigul.get(`/kk/practices/${practice.id}/sheet.pdf`)
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('what a teacher wrote stands on the printed page as text and never as HTML', async () => {
  const title = '<img src=x onerror=alert(1)> & "тырнақша"'
  const { academy, practice, stranger } = await openShelf({ title, needs: '</td><script>alert(1)</script>' })
  await using _ = academy
  const answer = await stranger.get(`/kk/practices/${practice.id}/print`)
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  const html = await answer.text()
  expect(html).not.toContain('<img src=x')
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;тырнақша&quot;')
})
