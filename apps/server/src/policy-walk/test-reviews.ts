import { newId } from '@academy/contract'
import type { Db } from '@academy/database'
import * as tables from '../tables.ts'
import type { Line } from './test-lines.ts'

const cmd = <T extends object>(more: T) => ({ id: newId(), ...more })
const SCORES = { aim: 2, repeatable: 2, core: 2, evidence: 2, conditions: 2 }
const WITHDRAWN = 'practices/withdrawn'
/** Whoever may see the practice. */
const SEEN = {
  own: 'PTLRMODFA',
  same: 'PTLRMODFA',
  near: 'PTLRMODFA',
  far: 'PTLRMODFA',
  ended: 'PTLRMODFA',
  gone: `LA ${WITHDRAWN}:PTRMODF`,
  unknown: '',
}
/** There is a round and a review for the author alone; once the practice is withdrawn, everybody hears that first. */
const AUTHORS = {
  own: 'PTLRMODFA',
  same: '',
  near: '',
  far: '',
  ended: `${WITHDRAWN}:PTLRMODFA`,
  gone: `${WITHDRAWN}:PTLRMODFA`,
  unknown: '',
}
/** Those who teach at another school. All of the cast teach here. */
const PEERS = {
  own: '',
  same: '',
  near: 'reviews/exercise-first:TLRM',
  far: 'reviews/exercise-first:TLRM',
  ended: `${WITHDRAWN}:PTLRMODFA`,
  gone: `${WITHDRAWN}:PTLRMODFA`,
  unknown: '',
}
const NOBODYS = { own: '', same: '', near: '', far: '', ended: '', gone: '', unknown: '' }

interface Reviewed {
  practiceId: string
  roundId: string
  reviewId: string
}

/** An open round of a practice, and a sent review that is nobody's of the cast. */
export async function addRound(tx: Db, { practiceId, roundId, reviewId }: Reviewed, placeId: string): Promise<void> {
  const at = new Date()
  await tx.insert(tables.reviewRounds).values({ id: roundId, practiceId, version: 1, askedBy: null, wanted: 3, at })
  await tx.insert(tables.reviews).values({
    id: reviewId,
    roundId,
    placeId,
    takenAt: at,
    scores: SCORES,
    strong: 'Анық.',
    question: '',
    next: 'Тағы.',
    sentAt: at,
  })
}

export const reviewLines: Record<string, Line<Reviewed>> = {
  reviews: { door: 'everybody', input: ({ practiceId }) => ({ practiceId }), on: SEEN },
  reviewQueue: {
    part: 'round',
    input: () => ({ locale: 'kk', limit: 100 }),
    finds: (answer: { items: { roundId: string }[] }, { roundId }) => answer.items.some((it) => it.roundId === roundId),
    on: { own: '', same: '', near: 'TLRM', far: 'TLRM', ended: '', gone: '', unknown: '' },
  },
  myReviews: { input: () => ({ locale: 'kk', limit: 100 }), on: 'PTLRMODFA' },
  reviewExercise: { input: () => ({ locale: 'kk' }), on: 'PTLRMODFA' },
  tryExercise: { input: () => cmd({ scores: SCORES }), newcomers: true, on: 'PTLRMODFA' },
  askReviews: {
    input: ({ practiceId }) => cmd({ practiceId, wanted: 2 }),
    on: {
      own: 'PTLRMODFA',
      same: 'refused:PTLRMODFA',
      near: 'refused:PTLRMODFA',
      far: 'refused:PTLRMODFA',
      ended: `${WITHDRAWN}:PTLRMODFA`,
      gone: `${WITHDRAWN}:PTLRMODFA`,
      unknown: '',
    },
  },
  stopReviews: { part: 'round', input: ({ roundId }) => cmd({ roundId }), on: AUTHORS },
  takeReview: { part: 'round', input: ({ roundId }) => cmd({ roundId }), on: PEERS },
  sendReview: {
    part: 'round',
    input: ({ reviewId }) => cmd({ reviewId, scores: SCORES, strong: 'Анық.', question: '', next: 'Тағы.' }),
    on: NOBODYS,
  },
  giveBackReview: { part: 'round', input: ({ reviewId }) => cmd({ reviewId }), on: NOBODYS },
  releaseReview: { part: 'round', input: ({ reviewId }) => cmd({ reviewId }), on: AUTHORS },
}
