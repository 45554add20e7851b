import type { Scores } from '@academy/contract'
import { bool, id, index, int, json, primaryKey, ref, table, text, time, uniqueIndex } from '@academy/database/dialect'
import { members } from '../../members/tables.ts'
import { practices } from '../tables.ts'

/** An author asks peers of other schools to look at a version. One round at a time. */
export const reviewRounds = table(
  'review_rounds',
  {
    id: id(),
    practiceId: ref(() => practices.id, { onDelete: 'cascade' }).notNull(),
    version: int().notNull(),
    askedBy: ref(() => members.id, { onDelete: 'set null' }),
    /** How many reviews are wanted. */
    wanted: int().notNull(),
    at: time().notNull(),
    closedAt: time(),
  },
  (t) => [
    index('review_rounds_by_practice').on(t.practiceId, t.at),
    index('review_rounds_open').on(t.closedAt, t.at),
    index('review_rounds_by_asker').on(t.askedBy),
  ],
)

/** One peer's review: theirs until it is sent, the author's alone until the author releases it. */
export const reviews = table(
  'reviews',
  {
    id: id(),
    roundId: ref(() => reviewRounds.id, { onDelete: 'cascade' }).notNull(),
    reviewerId: ref(() => members.id, { onDelete: 'set null' }),
    /** In whose name the reviewer stands: another school than the practice's. */
    placeId: text().notNull(),
    takenAt: time().notNull(),
    /** Nothing but zeros until it is sent. */
    scores: json<Scores>().notNull(),
    /** What is strong, a question, one next step. */
    strong: text().notNull(),
    question: text().notNull(),
    next: text().notNull(),
    sentAt: time(),
    releasedAt: time(),
    /** The reviewer gave it back unread. */
    givenBackAt: time(),
  },
  (t) => [
    uniqueIndex('reviews_once').on(t.roundId, t.reviewerId),
    index('reviews_by_reviewer').on(t.reviewerId, t.takenAt),
  ],
)

/** The example review everybody does before the first real one, and how near it came to the reference. */
export const reviewExercises = table(
  'review_exercises',
  {
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    exercise: text().notNull(),
    scores: json<Scores>().notNull(),
    passed: bool().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.exercise] })],
)
