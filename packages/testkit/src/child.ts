import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { testFolder } from './folder.ts'
import { freePort } from './free-port.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** An academy as somebody would start it: a process of its own with a new demo district. */
export interface ChildAcademy {
  url: string
  /** Where its data lives; gone after `close`. */
  dataDirectory: string
  pid(): number
  /** Tells it to stop; answers with its exit code, null when a signal ended it. */
  end(): Promise<number | null>
  /** Ends it without a word, as a power cut does. */
  kill(): Promise<void>
  /** The same data on the same port again. */
  start(): Promise<void>
  /** What it logged since it began. */
  log(): string
  close(): Promise<void>
}

/** How an academy is started. `databaseUrl` is a PostgreSQL database; without it the data is a file of SQLite's. */
export interface Start {
  databaseUrl?: string | undefined
  /** Further settings of its environment. */
  settings?: Record<string, string>
  /** A data directory it begins with a copy of. */
  from?: string
}

export async function startAcademy({ databaseUrl, settings = {}, from }: Start = {}): Promise<ChildAcademy> {
  const data = testFolder('journey')
  if (from) await cp(from, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _mine, ...around } = process.env
  const env = {
    ...around,
    PORT: String(port),
    HOST: '127.0.0.1',
    ACADEMY_DATA: data,
    ACADEMY_MODE: 'demo',
    LOG_LEVEL: 'warn',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    ...settings,
  }
  let log = ''
  let child: ChildProcess | undefined
  // Whatever becomes of this process, the server goes with it.
  const goToo = () => child?.kill('SIGKILL')
  process.on('exit', goToo)

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['apps/server/start.js'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        log += chunk
      })
    }
    for (let tries = 0; tries < 600; tries++) {
      if (child.exitCode !== null) throw new Error(`The academy ended before it began:\n${log}`)
      const healthy = await fetch(`${url}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
      if (healthy) return
      await after(100)
    }
    throw new Error(`The academy did not answer within a minute:\n${log}`)
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return null
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = (await ended) as [number | null]
    return code
  }

  await start()
  return {
    url,
    dataDirectory: data,
    start,
    pid: () => child?.pid ?? 0,
    end: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL')
    },
    log: () => log,
    async close() {
      await end('SIGTERM')
      process.off('exit', goToo)
      await rm(data, { recursive: true, force: true })
    },
  }
}
