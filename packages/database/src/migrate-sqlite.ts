import type Database from 'better-sqlite3'
import { type Applied, DatabaseMismatch, type Migration, pendingOf } from './migrations.ts'

type File = Database.Database

const tablesIn = (file: File) =>
  file
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]

/** What the file has applied. Empty for a new one; refuses a file that is somebody else's. */
export function appliedInSqlite(file: File): Applied[] {
  const tables = tablesIn(file)
  if (tables.includes('migrations'))
    return file.prepare('select tag, hash from migrations order by tag').all() as Applied[]
  if (tables.length > 0) throw new DatabaseMismatch(`${file.name} holds another program's tables; name another file.`)
  return []
}

/** All or nothing. Foreign keys are off meanwhile, because SQLite changes a table by making it anew; they are checked before the commit. */
export function migrateSqlite(file: File, migrations: Migration[]): void {
  file.pragma('foreign_keys = OFF')
  file.exec('BEGIN IMMEDIATE')
  try {
    // Looked at again: another process may have migrated while this one waited.
    const pending = pendingOf(migrations, appliedInSqlite(file))
    file.exec('create table if not exists migrations (tag text primary key, hash text not null, at integer not null)')
    const note = file.prepare('insert into migrations (tag, hash, at) values (?, ?, ?)')
    for (const { tag, hash, statements } of pending) {
      for (const statement of statements) file.exec(statement)
      note.run(tag, hash, Date.now())
    }
    const [broken] = file.pragma('foreign_key_check') as { table: string; parent: string }[]
    if (broken)
      throw new DatabaseMismatch(`Migrating would leave rows of ${broken.table} without their ${broken.parent}.`)
    file.exec('COMMIT')
  } catch (error) {
    if (file.inTransaction) file.exec('ROLLBACK')
    throw error
  } finally {
    file.pragma('foreign_keys = ON')
  }
}
