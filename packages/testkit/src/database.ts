import { randomBytes } from 'node:crypto'
import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dialect, openStore, schemaVersion } from '@academy/database'
import pg from 'pg'
import { testFolder } from './folder.ts'

export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/** A migrated, empty database of a test's own: a copy of a template that is migrated once for each version of the schema. */
export const freshDatabase = (): Promise<FreshDatabase> => (dialect === 'sqlite' ? freshFile() : freshPostgres())

/**
 * Databases that are kept from run to run, by name: on SQLite files of a folder, on PostgreSQL databases of the server, which a test's
 * server loses with itself.
 */
export interface Kept {
  folder: string
  name: string
}

const keptFile = ({ folder, name }: Kept) => join(folder, `${name}.db`)

/** A copy of a kept database; undefined where there is none of that name. */
export async function copyOf(kept: Kept): Promise<FreshDatabase | undefined> {
  if (dialect === 'sqlite') return existsSync(keptFile(kept)) ? fileFrom(keptFile(kept)) : undefined
  return onServer(async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [kept.name])
    return rowCount === 0 ? undefined : databaseFrom(client, kept.name)
  })
}

/** Keeps a database under a name. Nobody has it open any more. */
export async function keepCopy({ url }: FreshDatabase, kept: Kept): Promise<void> {
  if (dialect === 'sqlite') {
    mkdirSync(kept.folder, { recursive: true })
    // Under its real name only once it is whole.
    copyFileSync(url, `${keptFile(kept)}.${process.pid}`, constants.COPYFILE_FICLONE)
    return renameSync(`${keptFile(kept)}.${process.pid}`, keptFile(kept))
  }
  const filled = new URL(url).pathname.slice(1)
  await onServer(async (client) => {
    await client.query(`drop database if exists ${kept.name}_making with (force)`)
    await client.query(`create database ${kept.name}_making template ${filled} strategy file_copy`)
    await client.query(`alter database ${kept.name}_making rename to ${kept.name}`)
  })
}

async function migrate(url: string): Promise<void> {
  const store = await openStore({ url })
  await store.close()
}

async function freshFile(): Promise<FreshDatabase> {
  const template = join(tmpdir(), `academy-template-${schemaVersion()}.db`)
  if (!existsSync(template)) {
    // Another worker may be making it too; the last rename wins, and both are the same.
    const making = testFolder('making')
    await migrate(join(making, 'template.db'))
    renameSync(join(making, 'template.db'), template)
    rmSync(making, { recursive: true })
  }
  return fileFrom(template)
}

function fileFrom(template: string): FreshDatabase {
  const folder = testFolder('test')
  const url = join(folder, 'academy.db')
  copyFileSync(template, url, constants.COPYFILE_FICLONE)
  return { url, drop: async () => rmSync(folder, { recursive: true, force: true }) }
}

const serverUrl = () => {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('No PostgreSQL for tests: run them by Vitest (project postgres), or set TEST_DATABASE_URL.')
  return url
}

const urlOf = (name: string) => Object.assign(new URL(serverUrl()), { pathname: `/${name}` }).href

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const TEMPLATE_LOCK = 7_206_110_312

async function freshPostgres(): Promise<FreshDatabase> {
  const template = `academy_template_${schemaVersion()}`
  return onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      // Under its real name only once it is whole.
      await client.query(`drop database if exists ${template}_making with (force)`)
      await client.query(`create database ${template}_making`)
      await migrate(urlOf(`${template}_making`))
      await client.query(`alter database ${template}_making rename to ${template}`)
    }
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
    return databaseFrom(client, template)
  })
}

async function databaseFrom(client: pg.Client, template: string): Promise<FreshDatabase> {
  const name = `academy_test_${randomBytes(8).toString('hex')}`
  await client.query(`create database ${name} template ${template} strategy file_copy`)
  return {
    url: urlOf(name),
    drop: () => onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  }
}
