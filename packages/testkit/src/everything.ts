import type { Store } from '@academy/database'
import * as tables from '@academy/server/tables'

const isTable = (value: object) => Symbol.for('drizzle:IsDrizzleTable') in value

/** Every row of every table as one text, to look for what must not be there. */
export async function everythingIn({ read }: Store): Promise<string> {
  const all = Object.values(tables).filter((value) => typeof value === 'object' && isTable(value))
  const rows = await Promise.all(all.map((table) => read.select().from(table as never)))
  return rows
    .flat()
    .map((row) => JSON.stringify(row))
    .join('\n')
}
