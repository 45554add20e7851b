import * as v from 'valibot'
import { command, line, maybeText, type Page, pageShape } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale } from './locale.ts'
import type { PlaceBrief } from './places.ts'
import type { PracticeRow } from './practices.ts'

/** What a peer looks at: is the aim clear, could another repeat it, is it said what must stay, does one see that it worked, does it fit a rural class. */
export const CRITERIA = ['aim', 'repeatable', 'core', 'evidence', 'conditions'] as const
export type Criterion = (typeof CRITERIA)[number]

/** 0 not there, 1 begun, 2 enough for another teacher, 3 an example to others. */
export const MOST_POINTS = 3
const Points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_POINTS))
export const Scores = v.strictObject({
  aim: Points,
  repeatable: Points,
  core: Points,
  evidence: Points,
  conditions: Points,
})
export type Scores = v.InferOutput<typeof Scores>

/** The author asks peers to look at the version that stands now. The command's id is the round's id. */
export const AskReviews = command({
  practiceId: Id,
  wanted: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.reviewsWanted)),
})
export type AskReviews = v.InferOutput<typeof AskReviews>
/** No more reviewers; what is being written may still be sent. */
export const StopReviews = command({ roundId: Id })
export type StopReviews = v.InferOutput<typeof StopReviews>

/** The example before the first review: one's own points beside the reference. */
export const TryExercise = command({ scores: Scores })
export type TryExercise = v.InferOutput<typeof TryExercise>

/** The command's id is the review's id. */
export const TakeReview = command({ roundId: Id })
export type TakeReview = v.InferOutput<typeof TakeReview>
/** Before anything was sent: the place is free for another. */
export const GiveBackReview = command({ reviewId: Id })
export type GiveBackReview = v.InferOutput<typeof GiveBackReview>
export const SendReview = command({
  reviewId: Id,
  scores: Scores,
  /** One strength, one question, one next step. */
  strong: line(LIMITS.reviewText),
  question: maybeText(LIMITS.reviewText),
  next: line(LIMITS.reviewText),
})
export type SendReview = v.InferOutput<typeof SendReview>
/** Until its author does this, a review is between the two of them. */
export const ReleaseReview = command({ reviewId: Id })
export type ReleaseReview = v.InferOutput<typeof ReleaseReview>

export const ReviewQueue = v.strictObject({ locale: Locale, ...pageShape })
export type ReviewQueue = v.InferOutput<typeof ReviewQueue>
export const MyReviews = v.strictObject({ locale: Locale, ...pageShape })
export type MyReviews = v.InferOutput<typeof MyReviews>
export const ExerciseIn = v.strictObject({ locale: Locale })
export const ReviewsOf = v.strictObject({ practiceId: Id })
export type ReviewsOf = v.InferOutput<typeof ReviewsOf>

/** A practice that waits for a peer of another school. */
export interface ReviewWanted {
  roundId: Id
  practice: PracticeRow
  version: number
  /** How many more reviews are wanted. */
  free: number
  askedAt: number
}

/** One's own review, taken or sent. */
export interface MyReview {
  id: Id
  roundId: Id
  practice: PracticeRow
  version: number
  takenAt: number
  sentAt: number | null
  releasedAt: number | null
  /** Null until it is sent. */
  words: { strong: string; question: string; next: string; scores: Scores } | null
}

/** Example text, and once it was tried, what an experienced reviewer says of it. */
export interface ExerciseView {
  title: string
  text: string
  passed: boolean
  mine: Scores | null
  /** Points with a reason; null until one has given one's own. */
  reference: { criterion: Criterion; points: number; why: string }[] | null
}

/** A review as its author and the reviewer read it, or everybody who may see the practice once it is released. */
export interface ReviewView {
  id: Id
  version: number
  /** Null: the account was deleted. */
  reviewer: string | null
  place: PlaceBrief | null
  scores: Scores
  strong: string
  question: string
  next: string
  sentAt: number
  releasedAt: number | null
}

/** Reviews of a practice, as far as the reader may see them. */
export interface PracticeReviews {
  /** The mark: how many schools' peers looked at it, at which version last. Null: nobody yet. */
  mark: { schools: number; version: number } | null
  reviews: ReviewView[]
  /** The round that is open now, for its author. */
  round: { id: Id; version: number; wanted: number; taken: number; at: number } | null
  may: { ask: boolean; release: boolean; take: boolean }
}

export type ReviewQueuePage = Page<ReviewWanted>
export type MyReviewsPage = Page<MyReview>
