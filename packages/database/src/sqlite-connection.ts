import Database from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { BetterSQLite3Database, BetterSQLiteSession } from 'drizzle-orm/better-sqlite3'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { type Compiled, compile, type Recipe } from './prepared.ts'
import { Scope } from './scope.ts'
import { EscapedQuery } from './store.ts'

type Statement = Database.Statement<unknown[]>

/** Built queries come in many lengths (`in (?, ?, …)`); only the last so many stay compiled. */
const KEPT_STATEMENTS = 400

const queryDialect = new SQLiteSyncDialect()

/** One open file with what has been compiled on it. */
export class Connection {
  readonly file: Database.Database
  readonly #statements = new Map<string, Statement>()
  readonly #recipes = new Map<Recipe, Compiled & { statement: Statement }>()

  constructor(path: string, { readonly = false } = {}) {
    this.file = new Database(path, { readonly, timeout: 5_000 })
    if (!readonly) this.file.pragma('journal_mode = WAL')
    // @NOTE on every open: better-sqlite3 falls back to NORMAL when a WAL file is opened again, and a power cut would undo answered writes.
    this.file.pragma('synchronous = FULL')
    this.file.pragma('foreign_keys = ON')
    this.file.pragma('secure_delete = ON')
    this.file.pragma('temp_store = MEMORY')
    this.file.pragma('journal_size_limit = 67108864')
  }

  statement(text: string): Statement {
    let statement = this.#statements.get(text)
    if (statement) this.#statements.delete(text)
    else {
      statement = this.file.prepare(text)
      if (this.#statements.size >= KEPT_STATEMENTS) {
        const [oldest] = this.#statements.keys()
        this.#statements.delete(oldest as string)
      }
    }
    this.#statements.set(text, statement)
    return statement
  }

  recipe(recipe: Recipe, scope: SqliteScope) {
    let found = this.#recipes.get(recipe)
    if (!found) {
      const compiled = compile(recipe, scope.db, bare)
      // Its own statement, not the shared one: `raw` is set once.
      const statement = this.file.prepare(compiled.sql) as Statement
      if (compiled.map) statement.raw(true)
      found = { ...compiled, statement }
      this.#recipes.set(recipe, found)
    }
    return found
  }

  close() {
    this.#statements.clear()
    this.#recipes.clear()
    this.file.close()
  }
}

/** What SQLite cannot bind, as the columns of the vocabulary would have encoded it. */
function bare(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.getTime()
  if (value instanceof Uint8Array && !Buffer.isBuffer(value)) return Buffer.from(value)
  return value
}

export class SqliteScope extends Scope {
  readonly dialect = 'sqlite'
  readonly #connection: Connection
  #over = false

  constructor(connection: Connection) {
    super()
    this.#connection = connection
  }

  /** From here on every query is refused, whoever still holds this. */
  end() {
    this.#over = true
  }

  check() {
    if (this.#over) throw new EscapedQuery()
  }

  protected make() {
    const prepare = (text: string) => {
      this.check()
      return new GuardedStatement(this, this.#connection.statement(text))
    }
    const session = new BetterSQLiteSession({ prepare } as never, queryDialect, undefined, {})
    return new BetterSQLite3Database('sync', queryDialect, session as never, undefined) as never
  }

  async run(recipe: Recipe, values: Record<string, unknown>): Promise<unknown> {
    this.check()
    const { fill, map, statement } = this.#connection.recipe(recipe, this)
    const params = fill(values)
    if (!map) return statement.run(...params)
    const found = statement.all(...params) as unknown[][]
    for (let i = 0; i < found.length; i++) found[i] = map(found[i] as unknown[]) as never
    return found
  }

  async rows(query: SQL): Promise<Record<string, unknown>[]> {
    this.check()
    const { sql, params } = queryDialect.sqlToQuery(query)
    const statement = this.#connection.statement(sql)
    const values = params.map(bare)
    if (!statement.reader) {
      statement.run(...values)
      return []
    }
    return statement.raw(false).all(...values) as Record<string, unknown>[]
  }
}

/** A shared statement as one write may use it: drizzle asks for rows as arrays by `raw()`. */
class GuardedStatement {
  readonly #scope: SqliteScope
  readonly #statement: Statement
  #raw = false

  constructor(scope: SqliteScope, statement: Statement) {
    this.#scope = scope
    this.#statement = statement
  }

  raw() {
    this.#raw = true
    return this
  }

  run(...params: unknown[]) {
    this.#scope.check()
    return this.#statement.run(...params.map(bare))
  }

  all(...params: unknown[]) {
    return this.#ready().all(...params.map(bare))
  }

  get(...params: unknown[]) {
    return this.#ready().get(...params.map(bare))
  }

  #ready() {
    this.#scope.check()
    return this.#statement.raw(this.#raw)
  }
}
