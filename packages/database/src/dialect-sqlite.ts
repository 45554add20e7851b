import {
  type AnySQLiteColumn,
  customType,
  index,
  integer,
  primaryKey,
  type ReferenceConfig,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { nameColumns } from './names.ts'

export { index, primaryKey, text, uniqueIndex }

export type AnyColumn = AnySQLiteColumn

export const table = ((name: string, columns: object, extra?: never) =>
  sqliteTable(name, nameColumns(name, columns) as never, extra as never)) as unknown as typeof sqliteTable

/** The row's own id: a ULID made by whoever composed the thing. */
export const id = () => text().primaryKey()

/** Another row's id. Without a column it is plain text: the other row may be gone. */
export const ref = (to?: () => AnyColumn, actions?: ReferenceConfig['actions']) =>
  to ? text().references(to, actions) : text()

export const int = () => integer()
export const bool = () => integer({ mode: 'boolean' })
/** An instant, a Date to the millisecond. */
export const time = () => integer({ mode: 'timestamp_ms' })
export const json = <T>() => text({ mode: 'json' }).$type<T>()
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

/** A number given by the database: what FTS5 knows a document by. */
export const serial = () => integer().primaryKey()
