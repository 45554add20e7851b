import { setTimeout as wait } from 'node:timers/promises'
import type { SQL } from 'drizzle-orm'
import { NodePgDatabase, NodePgSession } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { type Compiled, compile, type Recipe } from './prepared.ts'
import { Scope } from './scope.ts'
import { type Db, EscapedQuery, type Store, StoreClosed } from './store.ts'

const { builtins } = pg.types
// count(*) and sum() are numbers, as in SQLite; nothing in the vocabulary is wider than a safe integer.
pg.types.setTypeParser(builtins.INT8, Number)
pg.types.setTypeParser(builtins.NUMERIC, Number)

/** For queries whose columns decode for themselves: `time` reads PostgreSQL's own text. */
const asColumnsWant = {
  getTypeParser: (type: number) =>
    type === builtins.TIMESTAMPTZ ? (text: string) => text : pg.types.getTypeParser(type, 'text'),
}

const queryDialect = new PgDialect()

/** Built once per process; each connection plans it under the same name when it first meets it. */
const compiled = new Map<Recipe, Compiled>()

const bare = (value: unknown) => (value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value) : value)

class PostgresScope extends Scope {
  readonly dialect = 'postgres'
  readonly #client: pg.Pool | pg.PoolClient
  #over = false

  constructor(client: pg.Pool | pg.PoolClient) {
    super()
    this.#client = client
  }

  end() {
    this.#over = true
  }

  protected make() {
    const query = (config: pg.QueryConfig, values: unknown[]) => this.#query({ ...config, values })
    return new NodePgDatabase(
      queryDialect,
      new PlainSession({ query } as never, queryDialect, undefined),
      undefined,
    ) as never
  }

  async run(recipe: Recipe, values: Record<string, unknown>): Promise<unknown> {
    let found = compiled.get(recipe)
    if (!found) {
      found = compile(recipe, this.db, bare)
      compiled.set(recipe, found)
    }
    const { sql, fill, map } = found
    const config = { name: recipe.name, text: sql, values: fill(values), types: asColumnsWant, rowMode: 'array' }
    const result = (await this.#query(config)) as pg.QueryArrayResult
    return map ? result.rows.map(map) : result
  }

  async rows(query: SQL): Promise<Record<string, unknown>[]> {
    const { sql, params } = queryDialect.sqlToQuery(query)
    return (await this.#query({ text: sql, values: params.map(bare) })).rows
  }

  async #query(config: pg.QueryConfig & { rowMode?: string }) {
    if (this.#over) throw new EscapedQuery()
    try {
      return await this.#client.query(config)
    } catch (error) {
      // PostgreSQL repeats the row's values there, and an error is logged with all it holds.
      delete (error as { detail?: string }).detail
      throw error
    }
  }
}

/** Drizzle wraps a failed query in an error that spells out its parameters; ours stay out of the logs. */
class PlainSession extends NodePgSession<Record<string, never>, Record<string, never>> {
  override prepareQuery(
    ...args: Parameters<NodePgSession<Record<string, never>, Record<string, never>>['prepareQuery']>
  ) {
    return Object.assign(super.prepareQuery(...args), {
      queryWithCache: (_text: string, _params: unknown[], query: () => unknown) => query(),
    }) as never
  }
}

/** Worth another try from the start: serialization failure, deadlock. */
const CONFLICTS = new Set(['40001', '40P01'])
const MOST_TRIES = 8

/**
 * A unique violation is tried once more: two writes that looked for the same row and both found none are one after the other on
 * SQLite, and the second sees the first's row. A violation that is meant comes back the same.
 */
const worthAgain = (error: unknown, attempt: number) => {
  const code = (error as { code?: string } | null)?.code ?? ''
  return (CONFLICTS.has(code) && attempt < MOST_TRIES) || (code === '23505' && attempt === 1)
}

export interface PostgresOptions {
  /** Most connections at once. */
  max?: number
}

/** A migrated database as a Store: a pool, each write a transaction (READ COMMITTED) on a connection of its own. */
export function postgresStore(url: string, { max = 10 }: PostgresOptions = {}): Store & { pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'academy',
    connectionTimeoutMillis: 10_000,
    async onConnect(client) {
      // A connection that breaks fails its query and is replaced; without a listener it would end the process, idle or lent out.
      client.on('error', () => {})
      // Compiling a plan takes longer than any query here; the dear `search_set` would have each search compiled.
      await client.query("SET TIME ZONE 'UTC'; SET jit = off; SET idle_in_transaction_session_timeout = '30s'")
    },
  })
  pool.on('error', () => {})
  const readScope = new PostgresScope(pool)
  const underWay = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  async function transaction<T>(begin: string, fn: (tx: Db) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const scope = new PostgresScope(client)
    let broken: Error | undefined
    try {
      await client.query(begin)
      const value = await fn(scope.db)
      scope.end()
      const { command } = await client.query('COMMIT')
      // After a failed query PostgreSQL answers COMMIT with a ROLLBACK and no error.
      if (command !== 'COMMIT') throw new Error('A query of this write failed and the write went on: nothing was kept.')
      return value
    } catch (error) {
      scope.end()
      await client.query('ROLLBACK').catch((fault: Error) => {
        broken = fault
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function write<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await transaction('BEGIN', fn)
      } catch (error) {
        if (!worthAgain(error, attempt)) throw error
        await wait(Math.random() * 5 * attempt)
      }
    }
  }

  /** Closing waits for what was asked for before it. */
  async function counted<T>(run: () => Promise<T>): Promise<T> {
    if (closing) throw new StoreClosed()
    const work = run()
    underWay.add(work)
    try {
      return await work
    } finally {
      underWay.delete(work)
    }
  }

  return {
    dialect: 'postgres',
    pool,
    read: readScope.db,
    write: (fn) => counted(() => write(fn)),
    snapshot: (fn) => counted(() => transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', fn)),
    close: () => {
      closing ??= Promise.allSettled(underWay).then(() => pool.end())
      return closing
    },
  }
}
