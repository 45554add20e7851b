import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '@academy/contract'
import { openAcademy } from '@academy/testkit'
import { everythingIn } from '@academy/testkit/everything'
import { expect, test } from 'vitest'
import { bring, mp3, pdf, photo, tus, uploadAt } from './test-files.ts'

test('what belongs to nothing yet is its owner’s alone; to anybody else it is not there', async () => {
  await using academy = await openAcademy()
  const [teacher, other] = await Promise.all([academy.person('teacher'), academy.person('administrator')])
  const { id } = await bring(academy, teacher, { name: 'a.jpg', bytes: await photo() })
  for (const path of [`/files/${id}`, `/files/${id}/small`]) {
    expect((await teacher.get(path)).status).toBe(200)
    const refused = await Promise.all([other, academy.stranger()].map((who) => who.get(path)))
    const unknown = await other.get(`/files/${newId()}`)
    expect(refused.map(({ status }) => status)).toEqual([404, 404])
    expect(new Set([...(await Promise.all(refused.map((it) => it.text()))), await unknown.text()]).size).toBe(1)
  }
})

test('it is served as what it is and nothing else, and asked for again each time', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const picture = await bring(academy, teacher, { name: 'a.jpg', bytes: await photo() })
  const plan = await bring(academy, teacher, { name: 'a.pdf', bytes: pdf() })
  const shown = await teacher.get(`/files/${picture.id}`)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const etag = shown.headers.get('etag') ?? ''
  const again = await teacher.get(`/files/${picture.id}`, { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await teacher.get(`/files/${picture.id}/small`, { 'if-none-match': etag })).status).toBe(200)
  // Whoever knows the bytes’ name, but may not see them, learns nothing.
  expect((await academy.stranger().get(`/files/${picture.id}`, { 'if-none-match': etag })).status).toBe(404)
  const saved = await teacher.get(`/files/${plan.id}`)
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/)
})

test('sound is listened to from its middle', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const bytes = mp3()
  const { id } = await bring(academy, teacher, { name: 'a.mp3', bytes })
  const ask = async (range: string, more: Record<string, string> = {}) => {
    const answer = await teacher.get(`/files/${id}`, { range, ...more })
    return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer()).length]
  }
  const size = bytes.length
  expect(await ask('bytes=0-99')).toEqual([206, `bytes 0-99/${size}`, 100])
  expect(await ask('bytes=1000-')).toEqual([206, `bytes 1000-${size - 1}/${size}`, size - 1000])
  expect(await ask('bytes=-10')).toEqual([206, `bytes ${size - 10}-${size - 1}/${size}`, 10])
  expect(await ask(`bytes=0-${size * 2}`)).toEqual([206, `bytes 0-${size - 1}/${size}`, size])
  expect(await ask(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, 0])
  for (const odd of ['bytes=5-2x', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2'])
    expect(await ask(odd)).toEqual([200, null, size])
  expect(await ask('bytes=0-9', { 'if-range': '"other"' })).toEqual([200, null, size])
  const part = await teacher.get(`/files/${id}`, { range: 'bytes=400-450' })
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(400, 451))).toBe(true)
})

test('what nobody goes on with and what belongs to nothing is forgotten after a day, what was bound stays', async () => {
  let ahead = 0
  const clock = { now: () => new Date(Date.now() + ahead) }
  await using academy = await openAcademy({ clock })
  const { bytes, jobs } = academy.rooms.files
  const sweep = () => jobs[0]?.run()
  const teacher = await academy.person('teacher')
  const left = await bring(academy, teacher, { name: 'a.pdf', bytes: pdf() })
  const begun = await bring(academy, teacher, { name: 'b.pdf', bytes: new Uint8Array(1), size: 500 })
  await bring(academy, teacher, { name: 'c.pdf', bytes: Buffer.from('nothing') })
  const bound = await bring(academy, teacher, { name: 'd.pdf', bytes: pdf() })
  await academy.db.write((tx) =>
    academy.rooms.files.bind(tx, [bound.id], { ownerId: teacher.id, subject: { kind: 'test', id: newId() } }),
  )
  // Bytes that a stop left without a row.
  const lost = newId()
  await bytes.put(lost, pdf())
  writeFileSync(join(bytes.up, 'x.part'), 'x')

  await sweep()
  expect([left, bound, { id: lost }].map(({ id }) => existsSync(bytes.pathOf(id)))).toEqual([true, true, true])
  expect(readdirSync(bytes.up)).toHaveLength(4)

  ahead = 25 * 3600_000
  await sweep()
  expect([left, bound, { id: lost }].map(({ id }) => existsSync(bytes.pathOf(id)))).toEqual([false, true, false])
  expect(readdirSync(bytes.up)).toEqual([])
  expect((await tus(teacher, begun.url, 'HEAD')).status).toBe(404)
  expect(await everythingIn(academy.db)).not.toContain(left.id)
})

test('an upload one still goes on with is not forgotten', async () => {
  await using academy = await openAcademy({ clock: { now: () => new Date(Date.now() + 25 * 3600_000) } })
  const { bytes, jobs } = academy.rooms.files
  const teacher = await academy.person('teacher')
  const { id } = await bring(academy, teacher, { name: 'b.pdf', bytes: new Uint8Array(1), size: 500 })
  const path = join(bytes.up, `${teacher.id}-${id}`)
  // The description is a day old, the last byte is not.
  const now = Date.now() / 1000
  utimesSync(`${path}.json`, now - 90_000, now - 90_000)
  utimesSync(path, now + 80_000, now + 80_000)
  await jobs[0]?.run()
  expect((await tus(teacher, uploadAt(academy.url, teacher, id), 'HEAD')).status).toBe(200)
})

test('a deleted account leaves no name with what it gave, and nothing that belonged to nothing', async () => {
  await using academy = await openAcademy()
  const { bytes, jobs } = academy.rooms.files
  const teacher = await academy.person('teacher')
  const [bound, left] = [
    await bring(academy, teacher, { name: 'Айгүл.pdf', bytes: pdf() }),
    await bring(academy, teacher, { name: 'a.pdf', bytes: pdf() }),
  ]
  await academy.db.write((tx) =>
    academy.rooms.files.bind(tx, [bound.id], { ownerId: teacher.id, subject: { kind: 'test', id: newId() } }),
  )
  expect(await academy.rooms.files.contributeToExport(teacher.id)).toMatchObject([
    { name: 'Айгүл.pdf', partOf: 'test' },
    { name: 'a.pdf', partOf: null },
  ])
  await academy.db.write((tx) => academy.rooms.files.onMemberErased(tx, teacher.id))
  const rows = await everythingIn(academy.db)
  expect(rows).toContain(bound.id)
  expect(rows).not.toContain(left.id)
  expect(rows).not.toContain('Айгүл')
  expect((await academy.rooms.files.find([bound.id])).get(bound.id)?.ownerId).toBeNull()
  expect(existsSync(bytes.pathOf(bound.id))).toBe(true)
  await jobs[0]?.run()
  expect(existsSync(bytes.pathOf(left.id))).toBe(true)
})
