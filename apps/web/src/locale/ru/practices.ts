import type { Words } from '../words.ts'

export const practices = {
  title: 'Практики',
  practice: 'Практика',
  write: 'Поделиться практикой',
  none: 'Такой практики пока нет. Снимите один фильтр.',
} satisfies Words['practices']
