import pg from 'pg'
import { type ChildAcademy, startAcademy } from './child.ts'
import { startPostgres } from './postgres-server.ts'

/** A demo district as it is on its first day, of which one takes as many academies as one likes: no two share a thing. */
export interface District {
  open(settings?: Record<string, string>): Promise<ChildAcademy>
  close(): Promise<void>
}

/** Fills a district once; a copy of its data opens in a third of the time that filling it takes. */
export async function fillDistrict(database: 'sqlite' | 'postgres'): Promise<District> {
  const postgres = database === 'postgres' ? await startPostgres() : undefined
  const first = await startAcademy({ databaseUrl: postgres?.url })
  await first.end()

  let taken = 0
  async function copyOfDatabase(server: string): Promise<string> {
    const name = `academy_${++taken}`
    // Not by the filled database itself: one that somebody is connected to cannot be copied.
    const client = new pg.Client({ connectionString: at(server, 'template1') })
    await client.connect()
    await client.query(`create database ${name} template ${new URL(server).pathname.slice(1)}`)
    await client.end()
    return at(server, name)
  }

  return {
    open: async (settings = {}) =>
      startAcademy({
        databaseUrl: postgres && (await copyOfDatabase(postgres.url)),
        settings,
        from: first.dataDirectory,
      }),
    async close() {
      await first.close()
      await postgres?.stop()
    },
  }
}

const at = (server: string, name: string): string => Object.assign(new URL(server), { pathname: `/${name}` }).href
