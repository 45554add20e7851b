import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freshDatabase } from '@academy/testkit/database'
import { testFolder } from '@academy/testkit/folder'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { integrityCheck } from './backup.ts'
import { dialect } from './dialect.ts'
import { getMeta, setMeta } from './meta.ts'
import { DatabaseMismatch } from './migrations.ts'
import { openStore } from './open.ts'
import { rows } from './store.ts'

const ours = fileURLToPath(new URL(`../migrations/${dialect}`, import.meta.url))
let folder: string
let url: string
let drop: () => Promise<void>
beforeEach(async () => {
  folder = testFolder('migrations')
  cpSync(ours, folder, { recursive: true })
  ;({ url, drop } = await freshDatabase())
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await drop()
})

interface Journal {
  dialect: string
  entries: { tag: string }[]
}
const journalFile = () => join(folder, 'meta', '_journal.json')
const journal = () => JSON.parse(readFileSync(journalFile(), 'utf8')) as Journal
const saveJournal = (to: Journal) => writeFileSync(journalFile(), JSON.stringify(to))

/** As if a later version of the academy had added a migration. */
function addMigration(tag: string, text: string) {
  const now = journal()
  saveJournal({ ...now, entries: [...now.entries, { tag }] })
  writeFileSync(join(folder, `${tag}.sql`), text)
}

const openClose = async (options: Parameters<typeof openStore>[0] = {}) =>
  (await openStore({ url, migrationsFolder: folder, ...options })).close()

describe('an older database', () => {
  test('is brought up to date and keeps what it holds', async () => {
    const before = await openStore({ url })
    await before.write((tx) => setMeta(tx, 'kept', 'иә'))
    await before.close()
    addMigration(
      '9000_hall',
      "create table halls (id text primary key)\n--> statement-breakpoint\ninsert into halls values ('a')",
    )
    const store = await openStore({ url, migrationsFolder: folder })
    expect(await getMeta(store.read, 'kept')).toBe('иә')
    expect(await rows(store.read, sql`select id from halls`)).toEqual([{ id: 'a' }])
    await store.close()
    await openClose()
  })

  test('is handed to the hook before anything is changed, and only then', async () => {
    const asked: string[][] = []
    const beforeMigrate = async ({ pending }: { pending: string[] }) => {
      asked.push(pending)
    }
    await openClose({ beforeMigrate })
    addMigration('9000_hall', 'create table halls (id text primary key)')
    await expect(
      openClose({
        beforeMigrate: async () => {
          throw new Error('no room for the backup')
        },
      }),
    ).rejects.toThrow('no room for the backup')
    await openClose({ beforeMigrate })
    await openClose({ beforeMigrate })
    expect(asked).toEqual([['9000_hall']])
  })

  test('stays as it was when a migration fails', async () => {
    addMigration('9000_hall', 'create table halls (id text primary key)')
    addMigration('9001_broken', 'alter table nothing add column x text')
    await expect(openClose()).rejects.toThrow()
    const store = await openStore({ url })
    await expect(rows(store.read, sql`select * from halls`)).rejects.toThrow()
    await store.close()
  })

  test('is refused where migrating is not wanted', async () => {
    await openClose({ migrations: 'check' })
    addMigration('9000_hall', 'create table halls (id text primary key)')
    await expect(openClose({ migrations: 'check' })).rejects.toThrow(/older .* 9000_hall/)
  })

  test('is migrated once by two servers that start together', async () => {
    addMigration('9000_hall', 'create table halls (id text primary key)')
    await Promise.all([openClose(), openClose()])
    const store = await openStore({ url, migrationsFolder: folder, migrations: 'check' })
    expect(await rows(store.read, sql`select count(*) as n from migrations where tag = '9000_hall'`)).toEqual([
      { n: 1 },
    ])
    await store.close()
  })
})

describe.runIf(dialect === 'sqlite')('the copy made before migrating', () => {
  test('lies beside the file, says what it was made before, and is whole', async () => {
    const before = await openStore({ url })
    await before.write((tx) => setMeta(tx, 'kept', 'иә'))
    await before.close()
    addMigration('9000_hall', 'delete from meta')
    await openClose()
    const backups = join(dirname(url), 'backups')
    const [copy, ...others] = readdirSync(backups)
    expect(others).toEqual([])
    expect(copy).toMatch(/^academy-\d{8}T\d{6}-before-9000_hall\.db$/)
    expect(await integrityCheck(join(backups, copy as string))).toEqual([])
    const restored = await openStore({ url: join(backups, copy as string) })
    expect(await getMeta(restored.read, 'kept')).toBe('иә')
    await restored.close()
  })
})

describe('a database that does not fit', () => {
  test('because it is newer is refused and not touched', async () => {
    addMigration('9000_hall', 'create table halls (id text primary key)')
    await openClose()
    await expect(openStore({ url })).rejects.toThrow(/newer .* 9000_hall/)
    await openClose({ migrations: 'check' })
  })

  test('because a migration was rewritten is refused', async () => {
    writeFileSync(join(folder, `${journal().entries[0]?.tag}.sql`), 'select 1')
    await expect(openClose()).rejects.toThrow(/was changed after/)
  })

  test('but line ends of another system are no difference', async () => {
    const file = join(folder, `${journal().entries[0]?.tag}.sql`)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'))
    await expect(openClose()).resolves.toBeUndefined()
  })

  test('because it is of the other kind is refused, and said where the kind is chosen', async () => {
    const other = dialect === 'sqlite' ? 'postgres://localhost/academy' : '/tmp/academy-other.db'
    await expect(openStore({ url: other })).rejects.toThrow(DatabaseMismatch)
    await expect(openStore({ url: other })).rejects.toThrow(/chosen by DATABASE_URL/)
  })

  test('because the migrations are of the other kind is refused', async () => {
    const now = journal()
    saveJournal({ ...now, dialect: now.dialect === 'sqlite' ? 'postgresql' : 'sqlite' })
    await expect(openClose()).rejects.toThrow(/The migrations .* are for/)
    rmSync(journalFile())
    await expect(openClose()).rejects.toThrow(/no migrations/)
  })

  test("because it holds another program's tables is refused", async () => {
    const store = await openStore({ url })
    await store.write((tx) => rows(tx, sql`drop table migrations`))
    await store.close()
    await expect(openClose()).rejects.toThrow(/another program's tables/)
  })
})
