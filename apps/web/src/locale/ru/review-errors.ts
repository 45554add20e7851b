import type { Words } from '../words.ts'

export const reviewErrors: Words['reviewErrors'] = {
  'reviews/asked-already': 'Отзывы на эту версию уже запрошены.',
  'reviews/exercise-first': 'Сначала – пробный отзыв на пример.',
  'reviews/full': 'Рецензентов уже достаточно.',
  'reviews/ended': 'Сбор отзывов завершён.',
  'reviews/sent-already': 'Этот отзыв уже отправлен.',
  'reviews/too-many-taken': 'Сначала отправьте взятые отзывы.',
}
