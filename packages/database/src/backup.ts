import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { dialectOf } from './dialect.ts'

/** Pages copied at a time (4 KB each) before others have their turn. */
const AT_A_TIME = 2_000

/** A whole copy while writes go on. `file` appears only once the copy is complete. */
export async function backupFile(source: Database.Database, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.${randomUUID()}.unfinished`
  try {
    await source.backup(unfinished, { progress: () => AT_A_TIME })
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

// Loaded when it is needed: on PostgreSQL the SQLite driver never is.
const openToRead = async (path: string) =>
  new (await import('better-sqlite3')).default(path, { readonly: true, fileMustExist: true })

/** Copies the database at `url` (a file) to `file`, online. PostgreSQL has its own tool. */
export async function backup(url: string, file: string): Promise<void> {
  if (dialectOf(url) === 'postgres') throw new Error('A PostgreSQL database is copied by pg_dump, not by the academy.')
  const source = await openToRead(url)
  try {
    await backupFile(source, file)
  } finally {
    source.close()
  }
}

/** Where the copy made before a migration goes: `data/backups/academy-20260901T093000-before-0004_rooms.db`. */
export function backupName(path: string, before: string, now = new Date()): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+Z/g, '')
  return join(dirname(path), 'backups', `${basename(path, '.db')}-${stamp}-before-${before}.db`)
}

/** What is wrong with the file: broken pages, rows without the row they belong to. Empty when all is well. */
export async function integrityCheck(path: string): Promise<string[]> {
  const file = await openToRead(path)
  try {
    const pages = file.prepare('pragma integrity_check').pluck().all() as string[]
    const orphans = file.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
    return [
      ...pages.filter((line) => line !== 'ok'),
      ...orphans.map(({ table, rowid, parent }) => `row ${rowid} of ${table} has lost its ${parent}`),
    ]
  } finally {
    file.close()
  }
}
