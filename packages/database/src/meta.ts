import { eq, sql } from 'drizzle-orm'
import type { Db } from './store.ts'
import { meta } from './tables.ts'

export async function getMeta(db: Db, key: string): Promise<string | null> {
  const [found] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, key))
  return found?.value ?? null
}

export async function setMeta(tx: Db, key: string, value: string): Promise<void> {
  await tx
    .insert(meta)
    .values({ key, value })
    .onConflictDoUpdate({ target: meta.key, set: { value: sql`excluded.value` } })
}
