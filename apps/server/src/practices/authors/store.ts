import type { Id } from '@academy/contract'
import { type Db, oneAtATime } from '@academy/database'
import { and, eq } from 'drizzle-orm'
import { practiceAuthors, practices } from '../tables.ts'

/** Ids in the order in which they joined; the table and the practice's own list are written together. */
async function listIn(tx: Db, practiceId: Id): Promise<Id[]> {
  const [row] = await tx.select({ ids: practices.coAuthorIds }).from(practices).where(eq(practices.id, practiceId))
  return row?.ids ?? []
}
const keep = (tx: Db, practiceId: Id, coAuthorIds: Id[]) =>
  tx.update(practices).set({ coAuthorIds }).where(eq(practices.id, practiceId))

/** For a change: whoever else changes them waits, for the list is written as a whole. */
export async function coAuthorIdsOf(tx: Db, practiceId: Id): Promise<Id[]> {
  await oneAtATime(tx, `authors of ${practiceId}`)
  return listIn(tx, practiceId)
}

export async function addCoAuthor(tx: Db, practiceId: Id, memberId: Id, at: Date): Promise<void> {
  await tx.insert(practiceAuthors).values({ practiceId, memberId, invitedAt: at, agreedAt: at })
  await keep(tx, practiceId, [...(await coAuthorIdsOf(tx, practiceId)), memberId])
}

/** False where they are none. */
export async function removeCoAuthor(tx: Db, practiceId: Id, memberId: Id): Promise<boolean> {
  const gone = await tx
    .delete(practiceAuthors)
    .where(and(eq(practiceAuthors.practiceId, practiceId), eq(practiceAuthors.memberId, memberId)))
    .returning({ memberId: practiceAuthors.memberId })
  const left = await coAuthorIdsOf(tx, practiceId)
  await keep(
    tx,
    practiceId,
    left.filter((id) => id !== memberId),
  )
  return gone.length > 0
}

/** Practices somebody writes together with their author. */
export async function writtenWith(db: Db, memberId: Id): Promise<Id[]> {
  const rows = await db
    .select({ id: practiceAuthors.practiceId })
    .from(practiceAuthors)
    .where(eq(practiceAuthors.memberId, memberId))
  return rows.map(({ id }) => id)
}

export async function forgetMember(tx: Db, memberId: Id): Promise<void> {
  for (const practiceId of await writtenWith(tx, memberId)) await removeCoAuthor(tx, practiceId, memberId)
}
