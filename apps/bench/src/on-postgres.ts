import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startPostgres } from '@academy/testkit/postgres-server'
import { FOLDER } from './filled.ts'

/** The same part of the bench on a durable PostgreSQL of its own, in a process of its own: the dialect is chosen when one starts. */
export async function onPostgres(part: string): Promise<void> {
  const server = await startPostgres({ careful: true, keep: join(FOLDER, 'postgres') })
  try {
    const env = { ...process.env, DATABASE_URL: server.url, TEST_DATABASE_URL: server.url }
    const [code] = await once(fork(join(import.meta.dirname, 'main.ts'), [part], { env }), 'exit')
    if (code !== 0) throw new Error(`The bench failed on PostgreSQL (${part}).`)
  } finally {
    await server.stop()
  }
}
