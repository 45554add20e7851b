import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '@academy/contract'
import { dialect, openStore } from '@academy/database'
import { openAcademy, testFolder } from '@academy/testkit'
import { expect, test } from 'vitest'
import { findQuestion } from '../live/store.ts'
import { openSession, question } from '../live/test-hall.ts'
import { backupAcademy, restoreAcademy } from './backup.ts'
import { openBytes } from './files/bytes.ts'
import { bring, photo } from './files/test-files.ts'

const onFiles = dialect === 'sqlite' ? test : () => {}

onFiles('what was acknowledged before a backup is there after the restore, the ballots’ keys are not', async () => {
  const folder = testFolder('backup')
  const academy = await openAcademy()
  const host = await academy.person('school-leader')
  const { sessionId } = await openSession(academy, host)
  const asked = question(sessionId, 'Сақталған сұрақ')
  await host.rpc.live.ask.mutate(asked)
  const from = { databaseUrl: academy.databaseUrl, dataDirectory: academy.dataDirectory }
  await backupAcademy(from, join(folder, 'backup'))
  await host.rpc.live.ask.mutate(question(sessionId, 'Кейінгі сұрақ'))
  await academy[Symbol.asyncDispose]()

  expect(readdirSync(join(folder, 'backup', 'keys')).some((key) => key.startsWith('ballots-'))).toBe(false)
  const to = { databaseUrl: join(folder, 'new', 'academy.db'), dataDirectory: join(folder, 'new') }
  expect(await restoreAcademy(join(folder, 'backup'), to)).toBeUndefined()
  const db = await openStore({ url: to.databaseUrl })
  expect((await findQuestion(db.read, sessionId, asked.id))?.body).toBe('Сақталған сұрақ')
  await db.close()

  // Restored over something: what was there is set aside, not lost.
  const aside = await restoreAcademy(join(folder, 'backup'), to)
  expect(existsSync(join(aside ?? '', 'academy.db'))).toBe(true)
  rmSync(folder, { recursive: true })
})

onFiles('a damaged backup is refused and changes nothing', async () => {
  const folder = testFolder('backup')
  const academy = await openAcademy()
  await backupAcademy(
    { databaseUrl: academy.databaseUrl, dataDirectory: academy.dataDirectory },
    join(folder, 'backup'),
  )
  await academy[Symbol.asyncDispose]()
  const file = join(folder, 'backup', 'academy.db')
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 0xff, bytes.length >> 1)
  writeFileSync(file, bytes)
  const to = { databaseUrl: join(folder, `${newId()}.db`), dataDirectory: folder }
  await expect(restoreAcademy(join(folder, 'backup'), to)).rejects.toThrow('damaged')
  expect(existsSync(to.databaseUrl)).toBe(false)
  rmSync(folder, { recursive: true })
})

test('a PostgreSQL database is left to its own tool, said plainly', async () => {
  const folder = testFolder('backup')
  const from = { databaseUrl: 'postgres://nowhere/academy', dataDirectory: folder }
  await expect(backupAcademy(from, join(folder, 'backup'))).rejects.toThrow('pg_dump')
  // Nor does half a backup stay behind.
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

onFiles('a backup holds the files people brought, and a restored academy shows them', async () => {
  const folder = testFolder('backup')
  const academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const { id } = await bring(academy, teacher, { name: 'a.jpg', bytes: await photo() })
  await bring(academy, teacher, { name: 'b.pdf', bytes: new Uint8Array(1), size: 100 })
  const kept = readFileSync(academy.rooms.files.bytes.pathOf(id))
  const from = { databaseUrl: academy.databaseUrl, dataDirectory: academy.dataDirectory }
  await backupAcademy(from, join(folder, 'backup'))
  await academy[Symbol.asyncDispose]()

  const to = { databaseUrl: join(folder, 'new', 'academy.db'), dataDirectory: join(folder, 'new') }
  await restoreAcademy(join(folder, 'backup'), to)
  const restored = openBytes(join(to.dataDirectory, 'files'))
  expect(readFileSync(restored.pathOf(id)).equals(kept)).toBe(true)
  expect(existsSync(restored.pathOf(id, true))).toBe(true)
  // What was still on its way is not in a backup.
  expect(readdirSync(restored.up)).toEqual([])

  // Restored over something: the files that were there are set aside with the database.
  const later = newId()
  await restored.put(later, Buffer.from('кейінгі'))
  const aside = await restoreAcademy(join(folder, 'backup'), to)
  expect(existsSync(restored.pathOf(later))).toBe(false)
  expect(existsSync(openBytes(join(aside ?? '', 'files')).pathOf(later))).toBe(true)

  // A damaged file is found before anything is changed.
  const copy = openBytes(join(folder, 'backup', 'files')).pathOf(id)
  writeFileSync(copy, 'басқа')
  await expect(restoreAcademy(join(folder, 'backup'), to)).rejects.toThrow('damaged')
  expect(readFileSync(restored.pathOf(id)).equals(kept)).toBe(true)
  rmSync(folder, { recursive: true })
})

onFiles('a backup made by hand leads nowhere outside', async () => {
  const folder = testFolder('backup')
  const academy = await openAcademy()
  await backupAcademy(
    { databaseUrl: academy.databaseUrl, dataDirectory: academy.dataDirectory },
    join(folder, 'backup'),
  )
  await academy[Symbol.asyncDispose]()
  const manifest = join(folder, 'backup', 'manifest.json')
  const made = JSON.parse(readFileSync(manifest, 'utf8'))
  writeFileSync(join(folder, 'evil'), 'x')
  made.files['files/../../evil'] = createHash('sha256').update('x').digest('hex')
  writeFileSync(manifest, JSON.stringify(made))
  const to = { databaseUrl: join(folder, 'new', 'academy.db'), dataDirectory: join(folder, 'new') }
  await expect(restoreAcademy(join(folder, 'backup'), to)).rejects.toThrow('leads outside')
  expect(existsSync(to.databaseUrl)).toBe(false)
  rmSync(folder, { recursive: true })
})
