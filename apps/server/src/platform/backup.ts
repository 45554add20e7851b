import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, normalize, sep } from 'node:path'
import { backup, integrityCheck } from '@academy/database'

/** What a backup folder holds, with the SHA-256 of every file. */
interface Manifest {
  format: 1
  madeAt: string
  files: Record<string, string>
}

export interface BackupPlace {
  /** The database file. */
  databaseUrl: string
  dataDirectory: string
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** Ballot keys stay out: whoever holds a backup must not be able to link a vote to a person. */
const isKept = (key: string) => key.endsWith('.key') && !key.startsWith('ballots-')

/**
 * Copies a running academy into a new folder: the database as of one moment, its keys but the ballots' ones, the files people brought, and a manifest.
 * The folder appears under its name only when it is whole.
 */
export async function backupAcademy(from: BackupPlace, to: string): Promise<void> {
  if (existsSync(to)) throw new Error(`${to} is already there. A backup goes into a new folder.`)
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  try {
    await copyInto(unfinished, from)
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

async function copyInto(unfinished: string, from: BackupPlace): Promise<void> {
  mkdirSync(join(unfinished, 'keys'), { recursive: true, mode: 0o700 })
  await backup(from.databaseUrl, join(unfinished, 'academy.db'))
  const keys = join(from.dataDirectory, 'keys')
  for (const key of existsSync(keys) ? readdirSync(keys).filter(isKept) : [])
    copyFileSync(join(keys, key), join(unfinished, 'keys', key))
  // After the database: whatever stands in it has its bytes, but for what was withdrawn in between.
  copyFiles(from.dataDirectory, unfinished)
  const files = ['academy.db', ...listIn(unfinished, 'keys'), ...listIn(unfinished, 'files')]
  const manifest: Manifest = {
    format: 1,
    madeAt: new Date().toISOString(),
    files: Object.fromEntries(files.map((file) => [file, hashOf(join(unfinished, file))])),
  }
  writeFileSync(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** The bytes of files, without what is still on its way. */
function copyFiles(from: string, to: string): void {
  const files = join(from, 'files')
  if (!existsSync(files)) return
  const up = join(files, 'up')
  cpSync(files, join(to, 'files'), { recursive: true, filter: (path) => path !== up })
}

const listIn = (folder: string, part: string): string[] =>
  existsSync(join(folder, part))
    ? readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .split(sep)
            .join('/'),
        )
    : []

const leadsOutside = (name: string) => normalize(name) !== name.split('/').join(sep) || /^(\.\.|\/|[a-z]:)/i.test(name)

/** Puts a backup in the place of an academy that is not running; what was there is set aside, not lost. Answers where it went. */
export async function restoreAcademy(from: string, to: BackupPlace): Promise<string | undefined> {
  const manifest = JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8')) as Manifest
  if (manifest.format !== 1) throw new Error('This backup was made by a newer academy.')
  const outside = Object.keys(manifest.files).find(leadsOutside)
  if (outside !== undefined) throw new Error(`${outside} in this backup leads outside of it. Nothing was changed.`)
  for (const [file, hash] of Object.entries(manifest.files))
    if (hashOf(join(from, file)) !== hash) throw new Error(`${file} in this backup is damaged. Nothing was changed.`)
  const wrong = await integrityCheck(join(from, 'academy.db'))
  if (wrong.length > 0) throw new Error(`The database in this backup is damaged: ${wrong[0]}. Nothing was changed.`)

  let aside: string | undefined
  if (existsSync(to.databaseUrl)) {
    aside = join(to.dataDirectory, `before-restore-${new Date().toISOString().replace(/[-:]|\.\d+Z/g, '')}`)
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(to.databaseUrl + suffix))
        renameSync(to.databaseUrl + suffix, join(aside, basename(to.databaseUrl) + suffix))
    if (existsSync(join(to.dataDirectory, 'files'))) renameSync(join(to.dataDirectory, 'files'), join(aside, 'files'))
  }
  mkdirSync(dirname(to.databaseUrl), { recursive: true })
  mkdirSync(join(to.dataDirectory, 'keys'), { recursive: true, mode: 0o700 })
  copyFileSync(join(from, 'academy.db'), to.databaseUrl)
  for (const file of Object.keys(manifest.files).filter((name) => /^(keys|files)\//.test(name))) {
    mkdirSync(dirname(join(to.dataDirectory, file)), { recursive: true, mode: 0o700 })
    copyFileSync(join(from, file), join(to.dataDirectory, file))
  }
  return aside
}
