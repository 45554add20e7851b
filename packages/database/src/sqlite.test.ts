import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { testFolder } from '@academy/testkit/folder'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backup, integrityCheck } from './backup.ts'
import { dialect } from './dialect.ts'
import { migrateSqlite } from './migrate-sqlite.ts'
import { DatabaseMismatch } from './migrations.ts'
import { openStore } from './open.ts'
import { sqliteStore } from './sqlite.ts'
import { Connection } from './sqlite-connection.ts'
import { rows } from './store.ts'
import { bodies, openTestStore, post, type TestStore } from './test-tables.ts'

describe.runIf(dialect === 'sqlite')('on SQLite', () => {
  let open: TestStore
  beforeEach(async () => {
    open = await openTestStore()
  })
  afterEach(() => open.close())

  describe('durability', () => {
    test('every commit is forced to disk, also when the file is opened again', async () => {
      await open.store.close()
      for (let i = 0; i < 3; i++) {
        const store = sqliteStore(open.url)
        await store.write((tx) => post(tx, `m${i}`))
        const settings = await store.write((tx) => rows<{ synchronous: number }>(tx, sql`pragma synchronous`))
        expect(settings).toEqual([{ synchronous: 2 }])
        expect(store.writer.file.pragma('journal_mode', { simple: true })).toBe('wal')
        expect(store.writer.file.pragma('foreign_keys', { simple: true })).toBe(1)
        expect(store.writer.file.pragma('busy_timeout', { simple: true })).toBe(5000)
        await store.close()
      }
    })

    test('the driver alone would not do so: the reason for the pragma still stands', () => {
      const file = join(testFolder('plain'), 'plain.db')
      const first = new Database(file)
      first.pragma('journal_mode = WAL')
      first.exec('create table t (x)')
      first.close()
      const again = new Database(file)
      const plain = again.pragma('synchronous', { simple: true })
      again.close()
      rmSync(dirname(file), { recursive: true })
      // 1 (NORMAL) as of better-sqlite3 13; once it is 2 the note in sqlite-connection.ts can go.
      expect(plain).toBe(1)
    })

    test('nobody hears of a write before the commit that holds the whole group', async () => {
      const outside = new Database(open.url, { readonly: true })
      const count = () => outside.prepare('select count(*) from test_messages').pluck().get()
      const atSettling: unknown[] = []
      const whileWriting: unknown[] = []
      await Promise.all(
        Array.from({ length: 10 }, async (_, i) => {
          await open.store.write(async (tx) => {
            await post(tx, `m${i}`)
            whileWriting.push(count())
          })
          atSettling.push(count())
        }),
      )
      outside.close()
      expect(whileWriting).toEqual(Array.from({ length: 10 }, () => 0))
      expect(atSettling).toEqual(Array.from({ length: 10 }, () => 10))
    })
  })

  describe('a full disk', () => {
    test('fails every write of the group, and the next ones go through once there is room', async () => {
      await open.store.close()
      const store = sqliteStore(open.url)
      const pages = store.writer.file.pragma('page_count', { simple: true })
      store.writer.file.pragma(`max_page_count = ${pages}`)
      const results = await Promise.allSettled([
        store.write((tx) => post(tx, 'small')),
        store.write((tx) => post(tx, 'big', 'ә'.repeat(1_000_000))),
        store.write((tx) => post(tx, 'small too')),
      ])
      const kept = await bodies(store.read)
      // Whoever was told that it is kept finds it, and nobody else's is there.
      expect(kept).toEqual(results.filter((r) => r.status === 'fulfilled').map((r) => r.value.body))
      expect(results[1]?.status).toBe('rejected')
      store.writer.file.pragma('max_page_count = 1000000')
      await store.write((tx) => post(tx, 'later'))
      expect(await bodies(store.read)).toContain('later')
      await store.close()
    })

    test('that makes SQLite give up the whole transaction is told to every write of the group', async () => {
      await open.store.close()
      const store = sqliteStore(open.url)
      const group = await Promise.allSettled([
        store.write((tx) => post(tx, 'a')),
        store.write(async () => {
          store.writer.file.exec('ROLLBACK')
          throw new Error('disk I/O error')
        }),
        store.write((tx) => post(tx, 'b')),
      ])
      const told = group.map((result) => (result.status === 'rejected' ? (result.reason as Error).message : 'kept'))
      expect(told).toEqual(['disk I/O error', 'disk I/O error', 'disk I/O error'])
      expect(await bodies(store.read)).toEqual([])
      await store.close()
    })

    test('a write that swallows the failure is not told that it is kept', async () => {
      await open.store.close()
      const store = sqliteStore(open.url)
      // What SQLite does by itself on some faults: it gives the whole transaction up.
      const giveUp = () => store.writer.file.exec('ROLLBACK')
      const group = await Promise.allSettled([
        store.write((tx) => post(tx, 'a')),
        store.write(async () => giveUp()),
        store.write((tx) => post(tx, 'b')),
      ])
      expect(group.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
      await expect(store.write(async () => giveUp())).rejects.toThrow()
      expect(await bodies(store.read)).toEqual([])
      await store.write((tx) => post(tx, 'c'))
      expect(await bodies(store.read)).toEqual(['c'])
      await store.close()
    })
  })

  describe('migrating', () => {
    test('a table made anew keeps the rows that hang on it', () => {
      const connection = new Connection(open.url)
      const { file } = connection
      file.exec("insert into test_messages values ('room', 1, 'c', 'kept', 0)")
      const anew = [
        'create table test_rooms_new (id text primary key, name text not null, last_seq integer, archived_at integer, extra text)',
        'insert into test_rooms_new select id, name, last_seq, archived_at, null from test_rooms',
        'drop table test_rooms',
        'alter table test_rooms_new rename to test_rooms',
      ]
      const applied = file.prepare('select tag, hash from migrations order by tag').all() as {
        tag: string
        hash: string
      }[]
      const before = applied.map((migration) => ({ ...migration, statements: [] }))
      migrateSqlite(file, [...before, { tag: '9000_anew', hash: '', statements: anew }])
      expect(file.prepare('select body from test_messages').pluck().all()).toEqual(['kept'])
      expect(file.pragma('foreign_keys', { simple: true })).toBe(1)
      const orphaning = { tag: '9001_orphans', hash: '', statements: ["delete from test_rooms where id = 'room'"] }
      const all = [...before, { tag: '9000_anew', hash: '', statements: anew }, orphaning]
      expect(() => migrateSqlite(file, all)).toThrow(DatabaseMismatch)
      expect(file.prepare('select count(*) from test_rooms').pluck().get()).toBe(1)
      connection.close()
    })
  })

  describe('a backup', () => {
    test('taken while writes go on is whole and holds all that was written before it', async () => {
      for (let i = 0; i < 50; i++) await open.store.write((tx) => post(tx, `before ${i}`, 'x'.repeat(10_000)))
      const copy = join(dirname(open.url), 'copies', 'copy.db')
      let going = true
      const writing = (async () => {
        for (let i = 0; going; i++) await open.store.write((tx) => post(tx, `during ${i}`))
      })()
      await backup(open.url, copy)
      going = false
      await writing
      expect(await integrityCheck(copy)).toEqual([])
      const restored = sqliteStore(copy)
      expect((await bodies(restored.read)).filter((body) => body.startsWith('xxx'))).toHaveLength(50)
      await restored.close()
    })

    test('that cannot be finished leaves no file that looks like one', async () => {
      const copy = join(dirname(open.url), 'copy.db')
      await expect(backup(join(dirname(open.url), 'nothing.db'), copy)).rejects.toThrow()
      expect(existsSync(copy)).toBe(false)
    })

    test('of PostgreSQL is a matter for pg_dump', async () => {
      await expect(backup('postgres://localhost/academy', '/tmp/never.db')).rejects.toThrow('pg_dump')
    })

    test('that was damaged is recognised', async () => {
      for (let i = 0; i < 50; i++) await open.store.write((tx) => post(tx, `m${i}`, 'y'.repeat(10_000)))
      const copy = join(dirname(open.url), 'copy.db')
      await backup(open.url, copy)
      const bytes = readFileSync(copy)
      for (let page = 10; page < 60; page++) bytes.fill(0xff, page * 4096, page * 4096 + 200)
      writeFileSync(copy, bytes)
      const problems = await integrityCheck(copy).catch((error: Error) => [error.message])
      expect(problems.length).toBeGreaterThan(0)
    })
  })

  describe('opening', () => {
    test('a file that is no database is refused and left alone', async () => {
      const file = join(dirname(open.url), 'notes.txt')
      writeFileSync(file, 'Ертең сабақ бар. '.repeat(100))
      await expect(openStore({ url: file })).rejects.toThrow('is not an SQLite database')
      expect(readFileSync(file, 'utf8')).toContain('Ертең')
      await expect(openStore({ url: ':memory:' })).rejects.toThrow('needs a file')
    })

    test.each(['mysql://localhost/academy', 'postgers://me:secret@localhost/academy', 'file:academy.db'])(
      'an address of no kind the academy knows is refused, not taken for a file: %s',
      async (url) => {
        const refusal = await openStore({ url }).catch((error: Error) => error.message)
        expect(refusal).toContain(`begins with ${url.split(':')[0]}:,`)
        expect(refusal).not.toContain('secret')
        expect(existsSync(`${url.split(':')[0]}:`)).toBe(false)
      },
    )

    test('makes the folder of a new file, and no backup of nothing', async () => {
      const url = join(dirname(open.url), 'new', 'data', 'academy.db')
      await (await openStore({ url })).close()
      expect(readdirSync(dirname(url))).toEqual(['academy.db'])
    })
  })
})
