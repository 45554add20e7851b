import type { ClientBase } from 'pg'
import { type Applied, DatabaseMismatch, type Migration, pendingOf } from './migrations.ts'

/** One server migrates at a time, the others wait and find it done. */
const LOCK = 7_206_110_311

export async function appliedInPostgres(client: ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'",
  )
  if (rows.some(({ name }) => name === 'migrations'))
    return (await client.query<Applied>('select tag, hash from migrations order by tag')).rows
  if (rows.length > 0) throw new DatabaseMismatch("The database holds another program's tables; name another one.")
  return []
}

/** All or nothing; looks again at what is applied once it holds the lock. */
export async function migratePostgres(client: ClientBase, migrations: Migration[]): Promise<void> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const pending = pendingOf(migrations, await appliedInPostgres(client))
    await client.query(
      'create table if not exists migrations (tag text primary key, hash text not null, at timestamptz(3) not null default now())',
    )
    for (const { tag, hash, statements } of pending) {
      for (const statement of statements) await client.query(statement)
      await client.query('insert into migrations (tag, hash) values ($1, $2)', [tag, hash])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
