// Writes the migrations of both dialects from the one schema: `pnpm db:generate --name rooms`.
// --check   writes nothing and fails when the schema and the migrations differ
// --custom  an empty migration in both folders, for SQL written by hand
import { fork } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Change } from './change-of.ts'

const { values: flags } = parseArgs({
  options: { name: { type: 'string' }, check: { type: 'boolean' }, custom: { type: 'boolean' } },
})

const DIALECTS = {
  sqlite: { url: '', journal: 'sqlite' },
  postgres: { url: 'postgres://schema', journal: 'postgresql' },
} as const
type Dialect = keyof typeof DIALECTS

const root = fileURLToPath(new URL('../migrations/', import.meta.url))

interface Journal {
  version: string
  dialect: string
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[]
}

const read = <T>(file: string, otherwise: T): T => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return otherwise
    throw error
  }
}

const numbered = (n: number) => String(n).padStart(4, '0')

function journalOf(dialect: Dialect): Journal {
  const journal = DIALECTS[dialect].journal
  return read(`${root}${dialect}/meta/_journal.json`, { version: '7', dialect: journal, entries: [] })
}

/** A process speaks one dialect, so each is asked in a process of its own. drizzle-kit asks there about renamed columns. */
function changeOf(dialect: Dialect): Promise<Change> {
  const last = journalOf(dialect).entries.length - 1
  const snapshot = last < 0 ? '' : `${root}${dialect}/meta/${numbered(last)}_snapshot.json`
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('change-of.ts', import.meta.url)), [dialect, snapshot], {
      env: { ...process.env, DATABASE_URL: DIALECTS[dialect].url },
    })
    let change: Change | undefined
    child.on('message', (message) => {
      change = message as Change
    })
    child.on('exit', (code) => {
      if (code === 0 && change) resolve(change)
      else reject(new Error(`The ${dialect} schema could not be compared (exit ${code}).`))
    })
  })
}

function add(dialect: Dialect, tag: string, statements: string[], snapshot: unknown): void {
  const journal = journalOf(dialect)
  const idx = journal.entries.length
  journal.entries.push({ idx, version: '7', when: Date.now(), tag, breakpoints: true })
  const folder = `${root}${dialect}`
  mkdirSync(`${folder}/meta`, { recursive: true })
  const text = statements.length > 0 ? statements.join('\n--> statement-breakpoint\n') : '-- Nothing to do here.'
  writeFileSync(`${folder}/${tag}.sql`, `${text}\n`)
  writeFileSync(`${folder}/meta/${numbered(idx)}_snapshot.json`, `${JSON.stringify(snapshot, null, 2)}\n`)
  writeFileSync(`${folder}/meta/_journal.json`, `${JSON.stringify(journal, null, 2)}\n`)
}

const tagsOf = (dialect: Dialect) => journalOf(dialect).entries.map(({ tag }) => tag)

async function bothChanges(): Promise<Record<Dialect, Change>> {
  if (flags.check) {
    const [sqlite, postgres] = await Promise.all([changeOf('sqlite'), changeOf('postgres')])
    return { sqlite, postgres }
  }
  // One after the other, for the questions.
  return { sqlite: await changeOf('sqlite'), postgres: await changeOf('postgres') }
}

async function main(): Promise<string> {
  const chain = tagsOf('sqlite')
  if (chain.join() !== tagsOf('postgres').join()) throw new Error('The two folders hold different migrations.')
  const changes = await bothChanges()
  const statements = [...changes.sqlite.statements, ...changes.postgres.statements]
  if (flags.check) {
    if (statements.length === 0) return 'Schema and migrations agree.'
    throw new Error(
      `Schema and migrations differ; run pnpm db:generate --name <what it brings>.\n${statements.join('\n')}`,
    )
  }
  if (flags.custom && statements.length > 0) throw new Error('Generate the changes of the schema first.')
  if (!flags.custom && statements.length === 0) return 'Nothing has changed.'
  const tag = `${numbered(chain.length)}_${(flags.name ?? 'changes').replaceAll(/\W+/g, '_')}`
  for (const dialect of ['sqlite', 'postgres'] as const)
    add(dialect, tag, changes[dialect].statements, changes[dialect].snapshot)
  return `Wrote ${tag} for both dialects. Read it before committing it.`
}

try {
  console.log(await main())
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
