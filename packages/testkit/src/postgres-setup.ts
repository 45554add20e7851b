import { startPostgres } from './postgres-server.ts'

/** Vitest's global setup: one server for the run, unless `TEST_DATABASE_URL` names one. The workers inherit the address. */
export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return
  const server = await startPostgres()
  process.env.TEST_DATABASE_URL = server.url
  return async () => {
    delete process.env.TEST_DATABASE_URL
    await server.stop()
  }
}
