import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dialect } from './dialect.ts'

export interface Migration {
  /** `0003_rooms`: its number and what it brings. */
  tag: string
  hash: string
  statements: string[]
}

/** A migration as the database remembers it. */
export interface Applied {
  tag: string
  hash: string
}

/** The database cannot be used as it is; the message says what to do. */
export class DatabaseMismatch extends Error {
  override name = 'DatabaseMismatch'
}

const JOURNAL_DIALECT: Record<string, Dialect> = { sqlite: 'sqlite', postgresql: 'postgres' }

export function readMigrations(folder: string, dialect: Dialect): Migration[] {
  const journalFile = join(folder, 'meta', '_journal.json')
  if (!existsSync(journalFile)) throw new DatabaseMismatch(`There are no migrations in ${folder}.`)
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { dialect: string; entries: { tag: string }[] }
  if (JOURNAL_DIALECT[journal.dialect] !== dialect)
    throw new DatabaseMismatch(`The migrations in ${folder} are for ${journal.dialect}, the database is ${dialect}.`)
  return journal.entries.map(({ tag }) => {
    // Git on Windows may write other line ends; the migration is the same.
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n')
    return {
      tag,
      hash: createHash('sha256').update(text).digest('hex'),
      statements: text.split('--> statement-breakpoint'),
    }
  })
}

/** Those not applied yet. Refuses a database that knows migrations this version does not, and one whose migrations were rewritten. */
export function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.tag, migration.hash]))
  const newer = applied.filter(({ tag }) => !known.has(tag))
  if (newer.length > 0)
    throw new DatabaseMismatch(
      `The database is newer than this version of the academy: it has ${newer.map(({ tag }) => tag).join(', ')}. ` +
        'Run the newer version, or restore the backup made before it was installed.',
    )
  const changed = applied.filter(({ tag, hash }) => known.get(tag) !== hash)
  if (changed.length > 0)
    throw new DatabaseMismatch(
      `Migration ${changed[0]?.tag} was changed after this database applied it. ` +
        'Put it back and add a new one, or begin with a new database.',
    )
  return migrations.slice(applied.length)
}

/** For `migrations: 'check'`. */
export function refusePending(pending: Migration[]): void {
  if (pending.length > 0)
    throw new DatabaseMismatch(
      `The database is older than this version of the academy: ${pending.map(({ tag }) => tag).join(', ')} not applied.`,
    )
}
