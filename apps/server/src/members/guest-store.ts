import type { Id } from '@academy/contract'
import { type Db, type Params, prepared } from '@academy/database'
import { eq, inArray } from 'drizzle-orm'
import { guests } from './tables.ts'

const byToken = prepared((db, p: Params<{ tokenHash: string }>) =>
  db.select({ id: guests.id }).from(guests).where(eq(guests.tokenHash, p.tokenHash)),
)

export async function findGuest(db: Db, tokenHash: string): Promise<Id | undefined> {
  return (await byToken(db, { tokenHash }))[0]?.id
}

export async function addGuest(tx: Db, row: { id: Id; tokenHash: string; createdAt: Date }): Promise<void> {
  await tx.insert(guests).values(row)
}

export async function dropGuests(tx: Db, ids: readonly Id[]): Promise<void> {
  if (ids.length > 0) await tx.delete(guests).where(inArray(guests.id, [...ids]))
}
