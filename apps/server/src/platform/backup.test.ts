import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '@academy/contract'
import { dialect, openStore } from '@academy/database'
import { openAcademy, testFolder } from '@academy/testkit'
import { expect, test } from 'vitest'
import { findQuestion } from '../live/store.ts'
import { openSession, question } from '../live/test-hall.ts'
import { backupAcademy, restoreAcademy } from './backup.ts'

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
