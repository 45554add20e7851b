import type { Id, MyReview, PlaceBrief, PracticeRow, ReviewView } from '@academy/contract'
import type { ReviewRecord } from './store.ts'

const ms = (at: Date | null) => at?.getTime() ?? null

/** Of what was sent: until then a review has nothing to show. */
export function presentReview(
  review: ReviewRecord & { version: number },
  people: ReadonlyMap<Id, string>,
  places: ReadonlyMap<Id, PlaceBrief>,
): ReviewView {
  const { id, version, scores, strong, question, next, sentAt, releasedAt } = review
  if (!sentAt) throw new TypeError('a review that was not sent is shown to nobody')
  return {
    id,
    version,
    reviewer: people.get(review.reviewerId ?? '') ?? null,
    place: places.get(review.placeId) ?? null,
    scores,
    strong,
    question,
    next,
    sentAt: sentAt.getTime(),
    releasedAt: ms(releasedAt),
  }
}

export function presentMyReview(review: ReviewRecord & { version: number }, practice: PracticeRow): MyReview {
  const { id, roundId, version, scores, strong, question, next } = review
  return {
    id,
    roundId,
    practice,
    version,
    takenAt: review.takenAt.getTime(),
    sentAt: ms(review.sentAt),
    releasedAt: ms(review.releasedAt),
    words: review.sentAt ? { strong, question, next, scores } : null,
  }
}
