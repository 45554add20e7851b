import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { CONTRACT_HEADER, LIMITS, newId, UPLOADS } from '@academy/contract'
import { openAcademy, type Person } from '@academy/testkit'
import { layWire } from '@academy/testkit/wire'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { bring, codeOf, LATITUDE, pdf, photo, send, tus, uploadAt } from './test-files.ts'

const read = async (person: Person, path: string) => Buffer.from(await (await person.get(path)).arrayBuffer())

test('a photo is upright, no larger than a screen needs, with a small one for lists, and does not say where it was taken', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const bytes = await photo({ width: 3000, height: 2000 })
  const before = await sharp(bytes).metadata()
  expect([before.orientation, before.width]).toEqual([6, 3000])
  expect(before.exif?.includes(LATITUDE)).toBe(true)
  expect(bytes.includes('Aigul Ulgi')).toBe(true)

  const { id, status } = await bring(academy, teacher, { name: 'IMG_0001.JPG', bytes })
  expect(status).toBe(204)

  const kept = await read(teacher, `/files/${id}`)
  const small = await read(teacher, `/files/${id}/small`)
  // The phone held it sideways: its note is carried out and gone.
  expect(await sharp(kept).metadata()).toMatchObject({ format: 'webp', width: 1365, height: 2048 })
  expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 320, height: 480 })
  for (const it of [kept, small]) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(it).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
    for (const trace of ['Exif', 'Ulgi', LATITUDE]) expect(it.includes(trace)).toBe(false)
  }
})

test('a photo on a line that is cut ten times arrives once, whole', async () => {
  await using academy = await openAcademy()
  await using wire = await layWire(academy.url)
  const teacher = await academy.person('teacher')
  const bytes = await photo({ width: 2400, height: 1800, noisy: true })
  expect(bytes.length).toBeGreaterThan(8_000_000)
  const id = newId()
  const url = uploadAt(wire.url, teacher, id)
  const through = { ...teacher.headers, origin: wire.url }
  const ask = (method: string, to: string, headers: Record<string, string>) =>
    fetch(to, { method, headers: { ...through, 'tus-resumable': '1.0.0', ...headers } })

  const names = `id ${Buffer.from(id).toString('base64')},name ${Buffer.from('photo.jpg').toString('base64')}`
  const made = await ask('POST', `${wire.url}${UPLOADS}`, {
    'upload-length': `${bytes.length}`,
    'upload-metadata': names,
  })
  expect(made.status).toBe(201)

  let cuts = 0
  let sentAgain = 0
  let offset = 0
  while (cuts < 10) {
    const part = Math.floor(bytes.length / 11)
    await sendAndCut(url, through, bytes, offset, part, () => wire.cut())
    cuts++
    wire.mend()
    const now = Number((await ask('HEAD', url, {})).headers.get('upload-offset'))
    expect(now).toBeGreaterThanOrEqual(offset)
    sentAgain += offset + part - now
    offset = now
  }
  const last = await fetch(url, {
    method: 'PATCH',
    headers: {
      ...through,
      'tus-resumable': '1.0.0',
      'upload-offset': `${offset}`,
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes.subarray(offset) as never,
  })
  expect(last.status).toBe(204)
  // Of what was sent before a cut, little is sent again.
  expect(sentAgain).toBeLessThan(bytes.length / 2)
  const found = await sharp(await read(teacher, `/files/${id}`)).metadata()
  expect([found.width, found.height]).toEqual([1536, 2048])
  expect(readdirSync(academy.rooms.files.bytes.up)).toEqual([])
})

/** Sends a part of the rest, then the line is gone. */
function sendAndCut(
  url: string,
  headers: Record<string, string>,
  bytes: Buffer,
  offset: number,
  part: number,
  cut: () => void,
): Promise<void> {
  return new Promise((done) => {
    const sending = request(url, {
      method: 'PATCH',
      headers: {
        ...headers,
        'tus-resumable': '1.0.0',
        'upload-offset': offset,
        'content-type': 'application/offset+octet-stream',
        'content-length': bytes.length - offset,
      },
    })
    sending.on('error', () => done())
    sending.on('close', () => done())
    sending.write(bytes.subarray(offset, offset + part), () => setTimeout(cut, 50))
  })
}

test('the answer to the last byte is lost: whoever asks again hears that all is there, and nothing is kept twice', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const { id, url } = await bring(academy, teacher, { name: 'plan.pdf', bytes: pdf() })
  const again = await tus(teacher, url, 'HEAD')
  expect(again.headers.get('upload-offset')).toBe(again.headers.get('upload-length'))
  expect(await bring(academy, teacher, { name: 'plan.pdf', bytes: pdf('басқа'), id })).toMatchObject({
    status: 409,
    code: 'command/conflict',
  })
  expect((await read(teacher, `/files/${id}`)).equals(pdf())).toBe(true)
})

test('the server stopped between the last byte and the look at it: the next question finishes it', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const id = newId()
  const upload = `${teacher.id}-${id}`
  const { up } = academy.rooms.files.bytes
  const metadata = { name: 'plan.pdf', placeId: academy.places.school }
  writeFileSync(join(up, upload), pdf())
  writeFileSync(join(up, `${upload}.json`), JSON.stringify({ id: upload, size: pdf().length, offset: 0, metadata }))
  const asked = await tus(teacher, uploadAt(academy.url, teacher, id), 'HEAD')
  expect(asked.headers.get('upload-offset')).toBe(asked.headers.get('upload-length'))
  expect((await teacher.get(`/files/${id}`)).status).toBe(200)
})

test('only members bring files, from our own pages, and only their own', async () => {
  await using academy = await openAcademy()
  const [teacher, other] = await Promise.all([academy.person('teacher'), academy.person('teacher')])
  const id = newId()
  expect(await bring(academy, academy.stranger(), { name: 'a.pdf', bytes: pdf() })).toMatchObject({
    code: 'signed-out',
    status: 401,
  })
  const from = async (headers: Record<string, string>) =>
    codeOf(
      await fetch(`${academy.url}${UPLOADS}`, {
        method: 'POST',
        headers: { ...teacher.headers, 'tus-resumable': '1.0.0', 'upload-length': '10', ...headers },
      }),
    )
  expect(await from({ origin: 'https://elsewhere.example' })).toBe('bad-origin')
  const { [CONTRACT_HEADER]: _, ...bare } = teacher.headers
  const withoutHeader = await fetch(`${academy.url}${UPLOADS}`, { method: 'POST', headers: bare })
  expect(await codeOf(withoutHeader)).toBe('bad-origin')
  // The next person on the same phone does not send the last one's.
  expect(await from({ 'x-academy-as': other.id })).toBe('signed-out')

  const made = await tus(teacher, `${academy.url}${UPLOADS}`, 'POST', {
    'upload-length': `${pdf().length}`,
    'upload-metadata': `id ${Buffer.from(id).toString('base64')},name ${Buffer.from('a.pdf').toString('base64')}`,
  })
  expect(made.headers.get('location')).toBe(`${UPLOADS}/${teacher.id}-${id}`)
  const url = uploadAt(academy.url, teacher, id)
  expect((await tus(other, url, 'HEAD')).status).toBe(404)
  expect(await codeOf(await send(other, url, pdf()))).toBe('not-found')
  expect((await tus(other, url, 'DELETE')).status).toBe(404)
  expect((await send(teacher, url, pdf())).status).toBe(204)
  // Nor is a file taken over by bringing another under its id.
  expect(await bring(academy, other, { name: 'b.pdf', bytes: pdf('бөтен'), id })).toMatchObject({
    code: 'command/conflict',
  })
  expect((await read(teacher, `/files/${id}`)).equals(pdf())).toBe(true)
})

test('an address that is one’s own and names another’s upload behind its question mark reaches one’s own, and nothing else', async () => {
  await using academy = await openAcademy()
  const [teacher, other] = await Promise.all([academy.person('teacher'), academy.person('teacher')])
  const id = newId()
  const names = `id ${Buffer.from(id).toString('base64')},name ${Buffer.from('a.pdf').toString('base64')}`
  const begun = { 'upload-length': `${pdf().length}`, 'upload-metadata': names }
  await tus(teacher, `${academy.url}${UPLOADS}`, 'POST', begun)
  const url = uploadAt(academy.url, teacher, id)
  const upload = `${teacher.id}-${id}`
  const own = uploadAt(academy.url, other, newId())
  for (const behind of [`?/${upload}`, `?x=/${upload}/`, `?x=/${upload.replace('-', '%2D')}`]) {
    expect((await tus(other, `${own}${behind}`, 'HEAD')).status).toBe(404)
    expect(await codeOf(await send(other, `${own}${behind}`, Buffer.from('evil')))).toBe('not-found')
    expect((await tus(other, `${own}${behind}`, 'DELETE')).status).toBe(404)
  }
  expect((await tus(teacher, url, 'HEAD')).headers.get('upload-offset')).toBe('0')
  expect((await send(teacher, `${url}?again=1`, pdf())).status).toBe(204)
  expect((await read(teacher, `/files/${id}`)).equals(pdf())).toBe(true)
})

test('names and ids from the wire never become paths', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  for (const id of ['../../evil', '..', 'a/b', '', 'x'.repeat(400)])
    expect(await bring(academy, teacher, { name: 'a.pdf', bytes: pdf(), id })).toMatchObject({ code: 'bad-input' })
  for (const path of [`${teacher.id}-..%2f..%2fkeys`, '..%2f..%2facademy.db', `${teacher.id}-${newId()}.json`])
    for (const method of ['HEAD', 'PATCH', 'DELETE'])
      expect((await tus(teacher, `${academy.url}${UPLOADS}/${path}`, method)).status).toBe(404)
  for (const path of ['..%2facademy.db', 'up', '%2e%2e', 'x'.repeat(3000)])
    expect([404, 414]).toContain((await teacher.get(`/files/${path}`)).status)

  const named = await bring(academy, teacher, { name: '../../../etc/жоспар "1".pdf', bytes: pdf() })
  expect(named.status).toBe(204)
  expect(existsSync(academy.rooms.files.bytes.pathOf(named.id))).toBe(true)
  const answer = await teacher.get(`/files/${named.id}`)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="../../../etc/______ _1_.pdf"; filename*=UTF-8''..%2F..%2F..%2Fetc%2F${encodeURIComponent('жоспар')}%20%221%22.pdf`,
  )
})

test('a person has so many unfinished uploads and no more, and takes one back', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const begin = (name: string) => bring(academy, teacher, { name, bytes: new Uint8Array(1), size: 1000 })
  const first = await begin('a.pdf')
  for (let n = 1; n < LIMITS.files.unfinished; n++) await begin('a.pdf')
  expect(await begin('a.pdf')).toMatchObject({ code: 'too-many', status: 429 })
  expect((await tus(teacher, first.url, 'DELETE')).status).toBe(204)
  expect((await begin('a.pdf')).code).toBeUndefined()
})

test('what does not keep to the protocol changes nothing: too much, from the wrong place, two at once, of another kind', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const bytes = pdf('x'.repeat(5000))
  const begin = async () => {
    const id = newId()
    const names = `id ${Buffer.from(id).toString('base64')},name ${Buffer.from('a.pdf').toString('base64')}`
    const begun = { 'upload-length': `${bytes.length}`, 'upload-metadata': names }
    expect((await tus(teacher, `${academy.url}${UPLOADS}`, 'POST', begun)).status).toBe(201)
    return { id, url: uploadAt(academy.url, teacher, id) }
  }
  const patch = (url: string, offset: number, part: Uint8Array, more: Record<string, string> = {}) =>
    tus(
      teacher,
      url,
      'PATCH',
      { 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream', ...more },
      part,
    )

  const one = await begin()
  expect((await patch(one.url, 7, bytes)).status).toBe(409)
  expect((await patch(one.url, 0, bytes, { 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400)
  expect((await patch(one.url, -1, bytes)).status).toBeGreaterThanOrEqual(400)
  const larger = await patch(one.url, 0, Buffer.concat([bytes, Buffer.from('<script>')]))
  expect(larger.status).toBeGreaterThanOrEqual(400)
  expect(larger.status).toBeLessThan(500)

  const two = await begin()
  const half = bytes.subarray(0, 2000)
  const both = await Promise.all([patch(two.url, 0, half), patch(two.url, 0, half)])
  expect(both.map(({ status }) => status).every((status) => status < 500)).toBe(true)
  const at = Number((await tus(teacher, two.url, 'HEAD')).headers.get('upload-offset'))
  expect(at).toBeLessThanOrEqual(half.length)
  expect((await patch(two.url, at, bytes.subarray(at))).status).toBe(204)
  expect((await read(teacher, `/files/${two.id}`)).equals(bytes)).toBe(true)
})
