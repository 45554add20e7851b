import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { freshDatabase } from '@academy/testkit/database'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { dialect } from './dialect.ts'
import { readMigrations } from './migrations.ts'
import { openStore } from './open.ts'
import { rows } from './store.ts'

interface Snapshot {
  tables: Record<string, Table>
}
interface Table {
  name: string
  columns: Record<string, { name: string; type: string; notNull: boolean; primaryKey: boolean; default?: unknown }>
  indexes: Record<
    string,
    { name: string; isUnique: boolean; columns: (string | { expression: string })[]; where?: string }
  >
  foreignKeys: Record<string, { columnsFrom: string[]; tableTo: string; columnsTo: string[]; onDelete?: string }>
  compositePrimaryKeys: Record<string, { columns: string[] }>
  uniqueConstraints: Record<string, { columns: string[] }>
}

const folder = (of: string) => fileURLToPath(new URL(`../migrations/${of}`, import.meta.url))

/** The schema after the last migration, as drizzle-kit wrote it down. */
function schemaOf(of: 'sqlite' | 'postgres'): Table[] {
  const newest = readdirSync(`${folder(of)}/meta`)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1)
  const snapshot = JSON.parse(readFileSync(`${folder(of)}/meta/${newest}`, 'utf8')) as Snapshot
  return Object.values(snapshot.tables).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What each of PostgreSQL's types is on SQLite; a type that is not here is not in the vocabulary. */
const ON_SQLITE: Record<string, string> = {
  text: 'text',
  bigint: 'integer',
  bigserial: 'integer',
  boolean: 'integer',
  'timestamp (3) with time zone': 'integer',
  jsonb: 'text',
  bytea: 'blob',
  tsvector: 'text',
}

const keyOf = (table: Table) => [
  ...Object.values(table.columns)
    .filter((column) => column.primaryKey)
    .map((column) => column.name),
  ...Object.values(table.compositePrimaryKeys).flatMap(({ columns }) => columns),
]

/** All of a table that a room can tell, said alike for both dialects. */
const shapeOf = (table: Table, typeOf: (type: string) => string | undefined) => ({
  name: table.name,
  columns: Object.values(table.columns)
    .map(({ name, type, notNull, default: fallback }) => ({
      name,
      type: typeOf(type),
      notNull,
      filled: fallback !== undefined,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1)),
  key: keyOf(table),
  unique: [
    ...Object.values(table.indexes)
      .filter(({ isUnique }) => isUnique)
      .map(({ columns, where }) => [columns.map((c) => (typeof c === 'string' ? c : c.expression)), Boolean(where)]),
    ...Object.values(table.uniqueConstraints).map(({ columns }) => [columns, false]),
  ]
    .map((unique) => JSON.stringify(unique))
    .sort(),
  indexes: Object.keys(table.indexes)
    .filter((name) => !table.indexes[name]?.isUnique)
    .sort(),
  references: Object.values(table.foreignKeys)
    .map((key) => JSON.stringify([key.columnsFrom, key.tableTo, key.columnsTo, key.onDelete ?? 'no action']))
    .sort(),
})

describe('both databases', () => {
  test('have the same tables, columns, keys and rules', () => {
    const onSqlite = schemaOf('sqlite').map((table) => shapeOf(table, (type) => type))
    const onPostgres = schemaOf('postgres').map((table) => shapeOf(table, (type) => ON_SQLITE[type]))
    expect(onPostgres.length).toBeGreaterThan(5)
    expect(onPostgres).toEqual(onSqlite)
  })

  test('were brought there by migrations of the same names', () => {
    const tags = (of: 'sqlite' | 'postgres') => readMigrations(folder(of), of).map(({ tag }) => tag)
    expect(tags('sqlite')).toEqual(tags('postgres'))
    expect(tags('sqlite')).toEqual([...tags('sqlite')].sort())
  })
})

test('a migrated database has exactly the tables and columns of the schema', async () => {
  const { url, drop } = await freshDatabase()
  const store = await openStore({ url })
  const query =
    dialect === 'sqlite'
      ? sql`select m.name as "table", c.name as "column", c."notnull" as required from sqlite_schema m, pragma_table_info(m.name) c
          where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like 'search_index%'`
      : sql`select table_name as "table", column_name as "column", case when is_nullable = 'NO' then 1 else 0 end as required
          from information_schema.columns where table_schema = 'public'`
  const there = await rows<{ table: string; column: string; required: number }>(store.read, query)
  await store.close()
  await drop()
  const expected = schemaOf(dialect).flatMap((table) =>
    Object.values(table.columns).map(
      ({ name, notNull }) => `${table.name}.${name} ${notNull ? 'required' : 'optional'}`,
    ),
  )
  const found = there
    .filter(({ table }) => table !== 'migrations')
    .map(({ table, column, required }) => `${table}.${column} ${required ? 'required' : 'optional'}`)
  expect(found.sort()).toEqual(expected.sort())
})
