import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  customType,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { nameColumns } from './names.ts'

export { index, primaryKey, text, uniqueIndex }

export const table = (name: string, columns: object, extra?: never) =>
  pgTable(name, nameColumns(name, columns) as never, extra as never)

export const id = () => text().primaryKey()
export const ref = (to?: () => AnyPgColumn, actions?: object) => (to ? text().references(to, actions) : text())
export const int = () => bigint({ mode: 'number' })
export const bool = () => boolean()
export const time = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

// Drizzle's own jsonb parses text a second time: the JSON string "123" would come back as a number.
const jsonb = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
})
export const json = <T>() => jsonb().$type<T>()

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

export const serial = () => bigserial({ mode: 'number' }).primaryKey()
