import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dialect, dialectOf } from './dialect.ts'
import { DatabaseMismatch, pendingOf, readMigrations, refusePending } from './migrations.ts'
import type { Store } from './store.ts'

export const DEFAULT_URL = 'data/academy.db'

export interface OpenOptions {
  /** A file for SQLite, `postgres://…` for PostgreSQL. */
  url?: string
  /** `run` (usual) brings an older database up to date; `check` refuses it. */
  migrations?: 'run' | 'check'
  /** Before an older database that holds data is migrated. The usual one copies an SQLite file into `backups/` beside it. */
  beforeMigrate?: (about: { pending: string[]; backup: () => Promise<string> }) => Promise<void>
  migrationsFolder?: string
}

const folderOf = (name: string) => fileURLToPath(new URL(`../migrations/${name}`, import.meta.url))

/** Changes when a migration is added or rewritten: what a ready-made copy of an empty database is good for. */
export const schemaVersion = () =>
  createHash('sha256')
    .update(JSON.stringify(readMigrations(folderOf(dialect), dialect)))
    .digest('hex')
    .slice(0, 16)

/** Opens the database, migrated; the driver that is not asked for is never loaded. */
export async function openStore({
  url = process.env.DATABASE_URL ?? DEFAULT_URL,
  migrations = 'run',
  beforeMigrate = async ({ backup }) => void (await backup()),
  migrationsFolder = folderOf(dialect),
}: OpenOptions = {}): Promise<Store> {
  if (dialectOf(url) !== dialect)
    throw new DatabaseMismatch(
      `The tables speak ${dialect}, the database asked for is ${dialectOf(url)}. ` +
        'The kind of database is chosen by DATABASE_URL when the process starts; set it there.',
    )
  const all = readMigrations(migrationsFolder, dialect)
  return dialect === 'sqlite'
    ? openSqlite(url, { all, migrations, beforeMigrate })
    : openPostgres(url, { all, migrations, beforeMigrate })
}

type Plan = Required<Pick<OpenOptions, 'migrations' | 'beforeMigrate'>> & { all: ReturnType<typeof readMigrations> }

async function openSqlite(path: string, { all, migrations, beforeMigrate }: Plan): Promise<Store> {
  if (path === ':memory:' || path === '')
    throw new DatabaseMismatch('The academy needs a file: its readers and its writer are two connections.')
  // Two letters at least: C: is a disk. A mistyped or foreign address would otherwise become a new, empty file of that name.
  if (/^[a-z][a-z0-9+.-]+:/i.test(path))
    throw new DatabaseMismatch(
      `DATABASE_URL begins with ${path.slice(0, path.indexOf(':') + 1)}, which the academy does not know. ` +
        'Give postgres://… for PostgreSQL, or the path of a file for SQLite.',
    )
  const { Connection } = await import('./sqlite-connection.ts')
  const { appliedInSqlite, migrateSqlite } = await import('./migrate-sqlite.ts')
  const { backupFile, backupName } = await import('./backup.ts')
  const file = resolve(path)
  mkdirSync(dirname(file), { recursive: true })
  const isNew = !existsSync(file) || statSync(file).size === 0
  const connection = openOr(() => new Connection(file), file)
  try {
    const pending = pendingOf(all, appliedInSqlite(connection.file))
    if (migrations === 'check') refusePending(pending)
    const [first] = pending
    if (first) {
      const backup = async () => {
        const copy = backupName(file, first.tag)
        await backupFile(connection.file, copy)
        return copy
      }
      if (!isNew) await beforeMigrate({ pending: pending.map(({ tag }) => tag), backup })
      migrateSqlite(connection.file, all)
    }
  } finally {
    connection.close()
  }
  return (await import('./sqlite.ts')).sqliteStore(file)
}

function openOr<T>(open: () => T, file: string): T {
  try {
    return open()
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB')
      throw new DatabaseMismatch(`${file} is not an SQLite database.`, { cause: error })
    throw error
  }
}

async function openPostgres(url: string, { all, migrations, beforeMigrate }: Plan): Promise<Store> {
  const { appliedInPostgres, migratePostgres } = await import('./migrate-postgres.ts')
  const store = (await import('./postgres.ts')).postgresStore(url)
  try {
    const client = await store.pool.connect()
    try {
      const applied = await appliedInPostgres(client)
      const pending = pendingOf(all, applied)
      if (migrations === 'check') refusePending(pending)
      if (pending.length > 0) {
        // pg_dump is the operator's: the usual hook must not fail here.
        const backup = async () => ''
        if (applied.length > 0) await beforeMigrate({ pending: pending.map(({ tag }) => tag), backup })
        await migratePostgres(client, all)
      }
    } finally {
      client.release()
    }
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}
