import * as postgres from './dialect-postgres.ts'
import * as sqlite from './dialect-sqlite.ts'

export type { AnyColumn } from './dialect-sqlite.ts'
export type Dialect = 'sqlite' | 'postgres'

export const dialectOf = (url: string | undefined): Dialect =>
  /^postgres(ql)?:/.test(url ?? '') ? 'postgres' : 'sqlite'

/** One process speaks one dialect, chosen before any table is made. */
export const dialect = dialectOf(process.env.DATABASE_URL)

// The types come from SQLite; the PostgreSQL builders have the same names and give the same values.
const words = (dialect === 'postgres' ? postgres : sqlite) as unknown as typeof sqlite

export const { table, id, ref, text, int, bool, time, json, bytes, index, uniqueIndex, primaryKey } = words

/** For the search index alone. */
export const { serial } = words
