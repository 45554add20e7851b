import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { and, asc, eq, isNotNull, min } from 'drizzle-orm'
import { practiceVersions } from '../tables.ts'

/** Practices named in one credit line: a family larger than that has said enough. */
const MOST_CREDITS = 20

/** Ids of the adaptations something was taken in from, by the version that first did. */
export async function takenInFrom(db: Db, practiceId: Id): Promise<Id[]> {
  const first = min(practiceVersions.n)
  const rows = await db
    .select({ id: practiceVersions.takenFromId })
    .from(practiceVersions)
    .where(and(eq(practiceVersions.practiceId, practiceId), isNotNull(practiceVersions.takenFromId)))
    .groupBy(practiceVersions.takenFromId)
    .orderBy(asc(first))
    .limit(MOST_CREDITS)
  return rows.flatMap(({ id }) => id ?? [])
}
