import type { Words } from '../words.ts'

export const places = {
  school: 'Школа',
  village: 'Село',
  okrug: 'Сельский округ',
  district: 'Район',
  region: 'Область',
  sample: 'пример',
  find: 'Найти школу по названию',
  none: 'Школы с таким названием нет. Попробуйте часть названия.',
  change: 'Выбрать другое',
  more: 'Показать ещё',
} satisfies Words['places']
