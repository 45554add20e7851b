import type { Words } from '../words.ts'

export const reviewErrors: Words['reviewErrors'] = {
  'reviews/asked-already': 'Бұл нұсқаға пікір сұралған.',
  'reviews/exercise-first': 'Алдымен үлгі пікір жазып көріңіз.',
  'reviews/full': 'Пікір берушілер жеткілікті.',
  'reviews/ended': 'Пікір жинау аяқталды.',
  'reviews/sent-already': 'Бұл пікір жіберілген.',
  'reviews/too-many-taken': 'Алдымен алған пікірлеріңізді жіберіңіз.',
}
