import {
  Column,
  getTableColumns,
  type InferSelectModel,
  is,
  Param,
  Placeholder,
  SQL,
  sql,
  type Table,
} from 'drizzle-orm'
import * as utils from 'drizzle-orm/utils'
import { type Db, ENGINE } from './store.ts'

/** What a prepared query is given each time it runs; write it as the type of `build`'s second argument. */
export type Params<T> = { readonly [K in keyof T & string]: Placeholder<K, T[K]> & SQL<T[K]> }

/** A query written once and built once per connection. */
export interface Recipe {
  readonly name: string
  readonly build: (db: Db, params: never) => unknown
}

let recipes = 0

/**
 * A hot query: built and compiled the first time, afterwards only filled in and run.
 *
 *     const byRoom = prepared((db, p: Params<{ roomId: string }>) =>
 *       db.select().from(messages).where(eq(messages.roomId, p.roomId)))
 *     const found = await byRoom(tx, { roomId })
 */
export function prepared<T, Q extends PromiseLike<unknown>>(build: (db: Db, params: Params<T>) => Q) {
  const recipe: Recipe = { name: `academy_${recipes++}`, build }
  return (db: Db, values: T): Promise<Awaited<Q>> =>
    db[ENGINE].run(recipe, values as Record<string, unknown>) as Promise<Awaited<Q>>
}

/** A whole row of parameters, one for each column of the table: `db.insert(messages).values(row(messages, p))`. */
export const row = <T extends Table>(table: T, params: Params<InferSelectModel<T>>): Params<InferSelectModel<T>> =>
  Object.fromEntries(Object.keys(getTableColumns(table)).map((key) => [key, params[key as never]])) as never

const placeholders = new Proxy(
  {},
  {
    get: (_, name) => sql.placeholder(String(name)),
    ownKeys: () => {
      throw new TypeError('Params have no keys of their own: name them one by one, or say row(table, params).')
    },
  },
) as never

/** Drizzle's own prepared query, of which both drivers' keep these under the same names. */
interface Built {
  query?: { sql: string; params: unknown[] }
  queryString?: string
  params?: unknown[]
  fields?: { path: string[]; field: unknown }[]
  joinsNotNullableMap?: Record<string, boolean>
  customResultMapper?: unknown
}

export interface Compiled {
  sql: string
  /** The parameters to bind. */
  fill(values: Record<string, unknown>): unknown[]
  /** Null for a query that returns no rows. */
  map: ((row: unknown[]) => unknown) | null
}

/** `bare` turns a value without a column to encode it into what the driver takes. */
export function compile(recipe: Recipe, db: Db, bare: (value: unknown) => unknown): Compiled {
  const built = (recipe.build(db, placeholders) as { prepare(): Built }).prepare()
  const text = built.query?.sql ?? built.queryString
  const params = built.query?.params ?? built.params
  if (text === undefined || params === undefined || built.customResultMapper)
    throw new TypeError('prepared() takes a select, insert, update or delete.')
  return {
    sql: text,
    fill: filler(params, bare),
    map: built.fields ? mapper(built.fields, built.joinsNotNullableMap) : null,
  }
}

type Slot = { name: string; encode: (value: unknown) => unknown } | { name: null; value: unknown }

function filler(params: unknown[], bare: (value: unknown) => unknown): Compiled['fill'] {
  const slots = params.map((param): Slot => {
    if (is(param, Placeholder)) return { name: param.name, encode: bare }
    if (is(param, Param) && is(param.value, Placeholder)) {
      const encoder = param.encoder as Encoder
      return { name: (param.value as Placeholder).name, encode: (value: unknown) => encoder.mapToDriverValue(value) }
    }
    return { name: null, value: param }
  })
  return (values) => {
    const out = new Array<unknown>(slots.length)
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as Slot
      if (slot.name === null) {
        out[i] = slot.value
        continue
      }
      const value = values[slot.name]
      if (value === undefined) throw new TypeError(`No value for "${slot.name}" in a prepared query; say null.`)
      out[i] = value === null ? null : slot.encode(value)
    }
    return out
  }
}

interface Encoder {
  mapToDriverValue(value: unknown): unknown
}

interface Decoder {
  mapFromDriverValue(value: unknown): unknown
}

const decoderOf = (field: unknown): Decoder => {
  if (is(field, Column)) return field
  if (is(field, SQL)) return (field as unknown as { decoder: Decoder }).decoder
  return (field as { sql: { decoder: Decoder } }).sql.decoder
}

const asItIs = Column.prototype.mapFromDriverValue

function mapper(
  fields: NonNullable<Built['fields']>,
  joins: Built['joinsNotNullableMap'],
): (row: unknown[]) => unknown {
  const { mapResultRow } = utils as unknown as {
    mapResultRow: (fields: unknown, row: unknown[], joins: unknown) => unknown
  }
  // Of joined tables, too, columns that lie side by side are mapped one by one; only what is gathered by table may be nothing as a whole.
  if (fields.some(({ path }) => path.length !== 1)) return (row) => mapResultRow(fields, row, joins)
  const columns = fields.map(({ path, field }) => {
    const decoder = decoderOf(field)
    return { key: path[0] as string, decoder: decoder.mapFromDriverValue === asItIs ? null : decoder }
  })
  return (row) => {
    const out: Record<string, unknown> = {}
    for (let i = 0; i < columns.length; i++) {
      const { key, decoder } = columns[i] as (typeof columns)[number]
      const value = row[i]
      out[key] = decoder === null || value === null ? value : decoder.mapFromDriverValue(value)
    }
    return out
  }
}
