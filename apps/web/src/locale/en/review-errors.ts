import type { Words } from '../words.ts'

export const reviewErrors: Words['reviewErrors'] = {
  'reviews/asked-already': 'Reviews of this version are asked for already.',
  'reviews/exercise-first': 'First try a review of the example.',
  'reviews/full': 'There are enough reviewers.',
  'reviews/ended': 'No more reviews are wanted.',
  'reviews/sent-already': 'This review was sent already.',
  'reviews/too-many-taken': 'First send the reviews you have taken.',
}
