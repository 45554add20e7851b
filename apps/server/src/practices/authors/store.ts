import type { Id } from '@academy/contract'
import { type Db, oneAtATime } from '@academy/database'
import { and, eq, sql } from 'drizzle-orm'
import type { PracticeRecord } from '../store.ts'
import { practiceAuthors, practices } from '../tables.ts'

export type Writers = Pick<PracticeRecord, 'id' | 'authorId' | 'coAuthorIds' | 'authorsChanged' | 'withdrawnAt'>

/** The table and the practice's own list are written together. */
const keep = (tx: Db, practiceId: Id, coAuthorIds: Id[]) =>
  tx
    .update(practices)
    .set({ coAuthorIds, authorsChanged: sql`${practices.authorsChanged} + 1` })
    .where(eq(practices.id, practiceId))

/** Who writes it, in the order in which they joined. For a change: whoever else changes them waits, for the list is written as a whole. */
export async function writersOf(tx: Db, practiceId: Id): Promise<Writers | undefined> {
  await oneAtATime(tx, `authors of ${practiceId}`)
  const { id, authorId, coAuthorIds, authorsChanged, withdrawnAt } = practices
  const [row] = await tx
    .select({ id, authorId, coAuthorIds, authorsChanged, withdrawnAt })
    .from(practices)
    .where(eq(id, practiceId))
  return row
}

export async function addCoAuthor(tx: Db, practiceId: Id, memberId: Id, at: Date): Promise<void> {
  await tx.insert(practiceAuthors).values({ practiceId, memberId, invitedAt: at, agreedAt: at })
  await keep(tx, practiceId, [...((await writersOf(tx, practiceId))?.coAuthorIds ?? []), memberId])
}

/** False where they are none. */
export async function removeCoAuthor(tx: Db, practiceId: Id, memberId: Id): Promise<boolean> {
  const gone = await tx
    .delete(practiceAuthors)
    .where(and(eq(practiceAuthors.practiceId, practiceId), eq(practiceAuthors.memberId, memberId)))
    .returning({ memberId: practiceAuthors.memberId })
  const left = (await writersOf(tx, practiceId))?.coAuthorIds ?? []
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
