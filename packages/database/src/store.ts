import { type SQL, sql } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Dialect } from './dialect.ts'
import type { Recipe } from './prepared.ts'

/** How a query reaches a connection; `prepared` and `rows` stand on it. */
export const ENGINE = Symbol('engine')

export interface Engine {
  dialect: Dialect
  run(recipe: Recipe, values: Record<string, unknown>): Promise<unknown>
  rows(query: SQL): Promise<Record<string, unknown>[]>
}

/** The builders that both dialects have. Always await the builder itself; `.get()`, `.all()` and `.run()` are SQLite's alone. */
export type Db = Pick<
  BaseSQLiteDatabase<'sync' | 'async', unknown, Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with' | '$count'
> & { readonly [ENGINE]: Engine }

export interface Store {
  readonly dialect: Dialect
  /** Queries outside any write. They see what is committed. */
  readonly read: Db
  /**
   * All or nothing; resolves once it is on disk. `fn` awaits nothing but queries on its `tx`: hash, fetch and read files before.
   * It may run more than once (PostgreSQL retries), so it changes nothing but rows.
   */
  write<T>(fn: (tx: Db) => Promise<T>): Promise<T>
  /** Several reads of one moment. `fn` awaits nothing but queries on its `db`. */
  snapshot<T>(fn: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Rows of hand-written SQL, as the driver gives them: only numbers and text are alike in both dialects. */
export const rows = <T = Record<string, unknown>>(db: Db, query: SQL): Promise<T[]> =>
  db[ENGINE].rows(query) as Promise<T[]>

/**
 * Writes that say the same `about` run one after the other from here on. SQLite's always do; on PostgreSQL a count or a look
 * that a decision rests on ("the last administrator") may be out of date by the commit, unless a row both change is taken first.
 */
export async function oneAtATime(tx: Db, about: string): Promise<void> {
  if (tx[ENGINE].dialect === 'postgres')
    await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended(${about}, 0))`)
}

/** A query was made with the `tx` of a write that is over. */
export class EscapedQuery extends Error {
  override name = 'EscapedQuery'
  constructor() {
    super('A query was made with the tx of a write that is over. Await every query inside the write.')
  }
}

/** A write waited for something that is not a query of its own, while every other write waited for it. */
export class StrayWait extends Error {
  override name = 'StrayWait'
  constructor() {
    super(
      'A write may await only queries on its own tx. Do the rest (hashing, files, network, other writes) before it.',
    )
  }
}

export class StoreClosed extends Error {
  override name = 'StoreClosed'
  constructor() {
    super('The store is closed.')
  }
}
