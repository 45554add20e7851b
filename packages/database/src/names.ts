interface Builder {
  config: { name: string; keyAsName: boolean; defaultFn?: unknown; onUpdateFn?: unknown }
}

const toSnakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Gives every column its name in the database: `createdAt` is `created_at`. Done here once, so that drizzle-kit, raw SQL and both
 * dialects see the same name without a `casing` option each.
 */
export function nameColumns<T extends object>(table: string, columns: T): T {
  for (const [key, column] of Object.entries(columns) as [string, Builder][]) {
    const { config } = column
    // A prepared statement would call the function once and write that one value for ever.
    if (config.defaultFn ?? config.onUpdateFn)
      throw new TypeError(`${table}.${key}: values are given by the write, not by $defaultFn or $onUpdate.`)
    if (config.name === '') {
      config.name = toSnakeCase(key)
      config.keyAsName = false
    }
  }
  return columns
}
