import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { aliasedTable, and, count, countDistinct, desc, eq, gt, isNotNull, isNull, max, ne, or } from 'drizzle-orm'
import { reviewRounds, reviews } from '../reviews/tables.ts'
import { practiceAuthors, practices } from '../tables.ts'
import { practiceTranslations } from '../translations/tables.ts'
import { practiceTrials } from '../trials/tables.ts'

/** The newest of each kind first; `limit` of each. */
export const publishedBy = (db: Db, memberId: Id, limit: number) =>
  db
    .select({ practiceId: practices.id, at: practices.publishedAt, placeId: practices.placeId })
    .from(practices)
    .where(eq(practices.authorId, memberId))
    .orderBy(desc(practices.publishedAt))
    .limit(limit)

export const writtenAlongBy = (db: Db, memberId: Id, limit: number) =>
  db
    .select({ practiceId: practices.id, at: practiceAuthors.invitedAt, placeId: practices.placeId })
    .from(practiceAuthors)
    .innerJoin(practices, eq(practices.id, practiceAuthors.practiceId))
    .where(eq(practiceAuthors.memberId, memberId))
    .orderBy(desc(practiceAuthors.invitedAt))
    .limit(limit)

export const triedBy = (db: Db, memberId: Id, limit: number) =>
  db
    .select({
      practiceId: practiceTrials.practiceId,
      at: practiceTrials.at,
      day: practiceTrials.day,
      placeId: practiceTrials.placeId,
      outcome: practiceTrials.outcome,
    })
    .from(practiceTrials)
    .where(and(eq(practiceTrials.memberId, memberId), isNull(practiceTrials.takenBackAt)))
    .orderBy(desc(practiceTrials.day), desc(practiceTrials.at))
    .limit(limit)

/** What others made of one's practices; what is withdrawn is passed over. */
export function adaptedFrom(db: Db, memberId: Id, limit: number) {
  const made = aliasedTable(practices, 'made')
  return db
    .select({ practiceId: made.id, at: made.publishedAt, placeId: made.placeId })
    .from(made)
    .innerJoin(practices, eq(practices.id, made.originId))
    .where(
      and(
        eq(practices.authorId, memberId),
        isNull(made.withdrawnAt),
        or(isNull(made.authorId), ne(made.authorId, memberId)),
      ),
    )
    .orderBy(desc(made.publishedAt))
    .limit(limit)
}

export const reviewedBy = (db: Db, memberId: Id, limit: number) =>
  db
    .select({ practiceId: reviewRounds.practiceId, at: reviews.sentAt, placeId: reviews.placeId })
    .from(reviews)
    .innerJoin(reviewRounds, eq(reviewRounds.id, reviews.roundId))
    .where(and(eq(reviews.reviewerId, memberId), isNotNull(reviews.sentAt)))
    .orderBy(desc(reviews.sentAt))
    .limit(limit)

/** Saves that somebody verified, of one's own hand. */
export const translatedBy = (db: Db, memberId: Id, limit: number) =>
  db
    .select({ practiceId: practiceTranslations.practiceId, at: max(practiceTranslations.verifiedAt) })
    .from(practiceTranslations)
    .where(
      and(
        eq(practiceTranslations.translatorId, memberId),
        isNotNull(practiceTranslations.verifiedAt),
        gt(practiceTranslations.ofVersion, 0),
      ),
    )
    // Whatever was saved and verified again is one translation.
    .groupBy(practiceTranslations.practiceId, practiceTranslations.language)
    .orderBy(desc(max(practiceTranslations.verifiedAt)))
    .limit(limit)

/** Tries of one's practices by others: how many, and in how many schools. */
export async function triedByOthers(db: Db, memberId: Id): Promise<{ tries: number; schools: number }> {
  const [row] = await db
    .select({ tries: count(), schools: countDistinct(practiceTrials.placeId) })
    .from(practiceTrials)
    .innerJoin(practices, eq(practices.id, practiceTrials.practiceId))
    .where(
      and(
        eq(practices.authorId, memberId),
        isNull(practiceTrials.takenBackAt),
        or(isNull(practiceTrials.memberId), ne(practiceTrials.memberId, memberId)),
        eq(practiceTrials.byAuthor, false),
      ),
    )
  return row ?? { tries: 0, schools: 0 }
}
