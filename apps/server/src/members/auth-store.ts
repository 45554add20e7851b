import type { Db, Store } from '@academy/database'
import { type CustomAdapter, createAdapterFactory } from 'better-auth/adapters'
import { and, asc, count, desc, eq, getTableColumns, gt, gte, inArray, lt, lte, ne, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { hashToken } from './secrets.ts'
import { credentials, logins, members, verifications } from './tables.ts'

type Row = Record<string, unknown>
type Where = Parameters<CustomAdapter['delete']>[0]['where']

/** better-auth's models by the names of our tables. */
const TABLES: Record<string, SQLiteTable> = { members, logins, credentials, verifications }

const OPERATORS = { eq, ne, lt, lte, gt, gte } as const

function tableOf(model: string): { table: SQLiteTable; columns: Record<string, AnySQLiteColumn> } {
  const table = TABLES[model]
  if (!table) throw new TypeError(`better-auth asked for a table we do not keep: ${model}`)
  return { table, columns: getTableColumns(table) as Record<string, AnySQLiteColumn> }
}

const isToken = (model: string, field: string) => model === 'logins' && field === 'tokenHash'

function conditions(model: string, where: Where = []): SQL | undefined {
  const { columns } = tableOf(model)
  return and(
    ...where.map(({ field, operator, value, connector }) => {
      const column = columns[field]
      if (!column || (connector === 'OR' && where.length > 1))
        throw new TypeError(`better-auth asked ${model} by something we do not keep: ${connector} ${field}`)
      // @NOTE only equality: tokens read in a list are hashes already, and hashing them again would find nothing.
      if (isToken(model, field)) {
        if (operator !== 'eq') throw new TypeError('a login is found by its one token')
        return eq(column, hashToken(String(value)))
      }
      if (operator === 'in') return inArray(column, value as unknown[])
      const compare = OPERATORS[operator as keyof typeof OPERATORS]
      if (!compare) throw new TypeError(`better-auth compared ${field} in a way we do not know: ${operator}`)
      return compare(column, value)
    }),
  )
}

/** What of `data` we keep; better-auth also hands over addresses and flags that have no column on purpose. */
function kept(model: string, data: Row): Row {
  const { columns } = tableOf(model)
  const row = Object.fromEntries(Object.entries(data).filter(([key]) => key in columns))
  if (model === 'logins' && typeof row.tokenHash === 'string') row.tokenHash = hashToken(row.tokenHash)
  return row
}

/** better-auth sets the cookie from the row it gets back, so the token it asked with takes the hash's place. */
function withToken<T>(model: string, where: Where, row: T | undefined): T | null {
  if (!row) return null
  const asked = model === 'logins' ? where.find(({ field }) => field === 'tokenHash') : undefined
  return asked ? { ...row, tokenHash: asked.value } : row
}

interface Hands {
  read: Db
  write<T>(fn: (tx: Db) => Promise<T>): Promise<T>
}

/** Reads go through `read`, writes through `write`: outside a transaction those are the store's own, inside both are its `tx`. */
const adapterOver = (hands: Hands): CustomAdapter => ({
  async create({ model, data }) {
    const { table } = tableOf(model)
    await hands.write(async (tx) => void (await tx.insert(table).values(kept(model, data) as never)))
    return data
  },
  async update({ model, where, update }) {
    const { table } = tableOf(model)
    const rows = await hands.write((tx) =>
      tx
        .update(table)
        .set(kept(model, update as Row))
        .where(conditions(model, where))
        .returning(),
    )
    return withToken(model, where, rows[0] as never)
  },
  async updateMany({ model, where, update }) {
    const { table } = tableOf(model)
    const rows = await hands.write((tx) =>
      tx.update(table).set(kept(model, update)).where(conditions(model, where)).returning(),
    )
    return rows.length
  },
  async findOne({ model, where }) {
    const { table } = tableOf(model)
    const rows = await hands.read.select().from(table).where(conditions(model, where)).limit(1)
    return withToken(model, where, rows[0] as never)
  },
  async findMany({ model, where, limit, sortBy, offset }) {
    const { table, columns } = tableOf(model)
    const by = sortBy ? columns[sortBy.field] : undefined
    const rows = await hands.read
      .select()
      .from(table)
      .where(conditions(model, where))
      .orderBy(...(by ? [sortBy?.direction === 'desc' ? desc(by) : asc(by)] : []))
      .limit(limit)
      .offset(offset ?? 0)
    return rows.map((row) => withToken(model, where ?? [], row)) as never
  },
  async delete({ model, where }) {
    await hands.write(async (tx) => void (await tx.delete(tableOf(model).table).where(conditions(model, where))))
  },
  async deleteMany({ model, where }) {
    const rows = await hands.write((tx) => tx.delete(tableOf(model).table).where(conditions(model, where)).returning())
    return rows.length
  },
  async consumeOne({ model, where }) {
    const rows = await hands.write((tx) => tx.delete(tableOf(model).table).where(conditions(model, where)).returning())
    return withToken(model, where, rows[0] as never)
  },
  async count({ model, where }) {
    const [row] = await hands.read.select({ n: count() }).from(tableOf(model).table).where(conditions(model, where))
    return row?.n ?? 0
  },
})

const CONFIG = {
  adapterId: 'academy',
  adapterName: 'the academy store',
  supportsNumericIds: false,
  supportsJSON: true,
}

/**
 * better-auth's storage on our Store: every write goes through its queue, and what better-auth does in one transaction
 * (a new password and the end of all logins) is one `Store.write`.
 */
export function authStorage(store: Store): ReturnType<typeof createAdapterFactory> {
  return (options) =>
    createAdapterFactory({
      config: {
        ...CONFIG,
        transaction: (work) =>
          store.write((tx) =>
            work(
              createAdapterFactory({
                config: { ...CONFIG, transaction: false },
                adapter: () => adapterOver({ read: tx, write: (fn) => fn(tx) }),
              })(options),
            ),
          ),
      },
      adapter: () => adapterOver(store),
    })(options)
}
