import { readdirSync } from 'node:fs'
import { newId } from '@academy/contract'
import { type Academy, openAcademy, type Person } from '@academy/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bring, docx, mp3, pdf, photo, tus, zip } from './test-files.ts'

let academy: Academy
let teacher: Person
beforeAll(async () => {
  academy = await openAcademy()
  teacher = await academy.person('teacher')
})
afterAll(() => academy[Symbol.asyncDispose]())

const brought = async (name: string, bytes: Uint8Array) => {
  const { code, status, id } = await bring(academy, teacher, { name, bytes })
  // What was refused is nowhere, also half.
  if (code) expect((await teacher.get(`/files/${id}`)).status).toBe(404)
  return code ?? status
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

test('what is not a lesson’s file is refused by its name', async () => {
  for (const name of ['a.svg', 'a.html', 'a.exe', 'a.zip', 'a.docm', 'a.heic', 'a', '.pdf.js', 'a.pdf '])
    expect([name, await brought(name, Buffer.from(SVG))]).toEqual([
      name,
      name === 'a.pdf ' ? 'files/not-what-it-says' : 'files/wrong-type',
    ])
})

test('what is called otherwise than it is, is refused by its bytes', async () => {
  const [picture, word] = [await photo(), docx()]
  const lies: [string, Uint8Array][] = [
    ['a.jpg', Buffer.from(SVG)],
    ['a.png', Buffer.from(`<!doctype html>${SVG}`)],
    ['a.jpg', pdf()],
    ['a.pdf', picture],
    ['a.docx', picture],
    ['a.pptx', word],
    ['a.docx', zip([{ name: 'a.txt', bytes: Buffer.from('x') }])],
    ['a.mp3', picture],
    ['a.pdf', Buffer.from('MZ\x90\x00')],
    ['a.webm', Buffer.from('nothing')],
    ['a.jpg', Buffer.from([0xff])],
  ]
  for (const [name, bytes] of lies) expect([name, await brought(name, bytes)]).toEqual([name, 'files/not-what-it-says'])
})

test('what is what it says is taken', async () => {
  const image = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  // A phone calls a picture of one format by another’s name.
  for (const [name, bytes] of [
    ['a.png', image],
    ['a.jpg', image],
    ['a.webp', await sharp(image).webp().toBuffer()],
    ['план.docx', docx()],
    ['a.PDF', pdf()],
    ['a.mp3', mp3()],
  ] as const)
    expect([name, await brought(name, bytes)]).toEqual([name, 204])
})

test('an office file that is a bomb, leads out, hides a macro or cannot be looked into is refused', async () => {
  const zeros = Buffer.alloc(110 * 1024 * 1024)
  const bomb = docx({ name: 'word/a.xml', bytes: zeros }, { name: 'word/b.xml', sharesWith: 2 })
  expect(bomb.length).toBeLessThan(200_000)
  expect(await brought('bomb.docx', bomb)).toBe('files/unsafe')
  expect(await brought('big.docx', docx({ name: 'a.xml', bytes: zeros }, { name: 'b.xml', bytes: zeros }))).toBe(
    'files/unsafe',
  )
  expect(await brought('liar.docx', docx({ name: 'a.xml', bytes: Buffer.alloc(100_000), claims: 1000 }))).toBe(
    'files/unsafe',
  )
  const shared = Array.from({ length: 50 }, (_, n) => ({ name: `${n}.xml`, sharesWith: 2 }))
  const pieces = docx(
    { name: 'a.xml', bytes: Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) & 255)) },
    ...shared,
  )
  expect(await brought('overlap.docx', pieces)).toBe('files/unsafe')
  const many = Array.from({ length: 3001 }, (_, n) => ({ name: `${n}.xml` }))
  expect(await brought('many.docx', docx(...many))).toBe('files/unsafe')
  for (const name of ['../../x', '/etc/x', 'C:\\x', 'a\\..\\b', 'word/vbaProject.bin'])
    expect([name, await brought('out.docx', docx({ name, bytes: Buffer.from('x') }))]).toEqual([name, 'files/unsafe'])

  const whole = docx()
  expect(await brought('cut.docx', whole.subarray(0, whole.length - 30))).toBe('files/damaged')
  const broken = Buffer.from(whole)
  broken.fill(0xff, 60, 90)
  expect(await brought('broken.docx', broken)).toMatch(/^files\/(damaged|not-what-it-says)$/)
})

test('forty-one million pixels, a cut picture and nothing at all are refused, each by its own word', async () => {
  const large = await sharp({
    create: { width: 8200, height: 5000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer()
  expect(large.length).toBeLessThan(1_000_000)
  expect(await brought('large.png', large)).toBe('files/too-many-pixels')
  const whole = await photo({ noisy: true })
  expect(await brought('cut.jpg', whole.subarray(0, whole.length / 2))).toBe('files/damaged')
  expect((await bring(academy, teacher, { name: 'a.jpg', bytes: new Uint8Array(0) })).code).toBe('bad-input')
})

test('thirty megabytes are refused before the first byte, and more than was announced is not taken', async () => {
  const announced = await bring(academy, teacher, { name: 'a.jpg', bytes: new Uint8Array(1), size: 30 * 1024 * 1024 })
  expect(announced).toMatchObject({ status: 413, code: 'too-large' })
  const more = await bring(academy, teacher, { name: 'a.pdf', bytes: pdf('біраз ұзақ жол'), size: 10 })
  expect(more).toMatchObject({ status: 413, code: 'too-large' })
  expect((await tus(teacher, more.url, 'HEAD')).headers.get('upload-offset')).toBe('0')
  expect((await tus(teacher, more.url, 'DELETE')).status).toBe(204)
})

test('what was refused once is refused again before it is sent', async () => {
  const id = newId()
  expect(await bring(academy, teacher, { id, name: 'a.pdf', bytes: Buffer.from(SVG) })).toMatchObject({
    code: 'files/not-what-it-says',
  })
  const again = await bring(academy, teacher, { id, name: 'a.pdf', bytes: new Uint8Array(1), size: 20_000_000 })
  expect(again).toMatchObject({ code: 'files/not-what-it-says', status: 400 })
  const left = readdirSync(academy.rooms.files.bytes.up).filter((name) => !name.endsWith('.refused'))
  expect(left).toEqual([])
})

test('a school’s share of the disk is its own', async () => {
  await using small = await openAcademy({ rooms: { files: { quota: 5000 } } })
  const { school, otherSchool } = small.places
  const roles = [school, otherSchool].map((placeId) => ({ role: 'teacher' as const, placeId }))
  const [one, two] = [await small.person('teacher'), await small.member('Екі мектепте', roles)]
  const most = { name: 'a.pdf', bytes: pdf('я'.repeat(1800)) }
  expect((await bring(small, one, most)).status).toBe(204)
  expect(await bring(small, two, { ...most, placeId: school })).toMatchObject({ status: 403, code: 'files/quota' })
  expect((await bring(small, two, { ...most, placeId: otherSchool })).status).toBe(204)
  // Two at once do not slip past each other.
  const three = await small.person('school-leader')
  const both = await Promise.all([1, 2].map(() => bring(small, three, { name: 'b.pdf', bytes: pdf('a'.repeat(900)) })))
  expect(both.map(({ code }) => code).sort()).toEqual(['files/quota', undefined])
})
