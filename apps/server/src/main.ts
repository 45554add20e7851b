import { openStore } from '@academy/database'
import { buildServer } from './build-server.ts'
import { readConfig } from './config.ts'
import { fillDemo, greet } from './demo/index.ts'
import { settleMode } from './demo/mode.ts'

let stopping = false

const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const db = await openStore({ url: config.databaseUrl, migrations: 'run' })
  const { mode, unfilled } = await settleMode(db, config)
  const { app, rooms } = await buildServer({ config, db, mode })
  // Whoever sees it answer may order it to stop, so this stands first.
  const stop = () => {
    if (stopping) return
    stopping = true
    // What still runs after ten seconds is cut; its writes either committed or were never acknowledged.
    setTimeout(() => process.exit(0), 10_000).unref()
    void app.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  if (unfilled) await fillDemo(rooms, db)
  await app.listen({ port: config.port, host: config.host })
  for (const line of await greet(rooms, mode)) say(line)
}

start().catch((error: Error & { code?: string }) => {
  if (stopping) return
  const advice = error.code === 'EADDRINUSE' ? '. Stop what listens there, or choose another port: PORT=3001' : ''
  process.stderr.write(`The academy could not start. ${error.message}${advice}\n`)
  process.exit(1)
})
