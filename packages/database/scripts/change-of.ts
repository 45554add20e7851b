// Compares the schema with the last snapshot in one dialect and sends what has to change: `change-of.ts sqlite <snapshot file>`.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export interface Change {
  statements: string[]
  snapshot: unknown
}

type Snapshot = { id: string; prevId: string }
interface Kit {
  generateSQLiteDrizzleJson(tables: object, previous?: string): Promise<Snapshot>
  generateSQLiteMigration(from: Snapshot, to: Snapshot): Promise<string[]>
  generateDrizzleJson(tables: object, previous?: string): Snapshot
  generateMigration(from: Snapshot, to: Snapshot): Promise<string[]>
}

const [dialect, snapshotFile] = process.argv.slice(2)
// Node reads our .ts itself; drizzle-kit's own loader knows neither the extensions nor the workspace.
const tables = (await import(new URL('../../../apps/server/src/tables.ts', import.meta.url).href)) as object
// Its types pull in every driver there is.
const kit = createRequire(import.meta.url)('drizzle-kit/api') as Kit

const [jsonOf, migrationOf] =
  dialect === 'sqlite'
    ? [kit.generateSQLiteDrizzleJson, kit.generateSQLiteMigration]
    : [
        async (...args: Parameters<Kit['generateDrizzleJson']>) => kit.generateDrizzleJson(...args),
        kit.generateMigration,
      ]

const previous = snapshotFile ? (JSON.parse(readFileSync(snapshotFile, 'utf8')) as Snapshot) : await jsonOf({})
const current = await jsonOf(tables, previous.id)
const statements = await migrationOf(previous, current)
process.send?.({
  statements,
  snapshot: statements.length > 0 ? current : { ...current, id: randomUUID() },
} satisfies Change)
process.disconnect?.()
