import type { Words } from '../words.ts'

export const design = {
  close: 'Закрыть',
  letters: 'Казахские буквы',
  waiting: 'Ожидает отправки',
  sent: 'Отправлено',
  refused: (why: string) => `Не принято: ${why}`,
  kept: 'Текст хранится на этом устройстве.',
  badLine: 'Связь прерывается.',
  badLineWhy: 'Пишите: всё сохранится на этом устройстве.',
  noLine: 'Нет связи.',
  noLineWhy: 'Отправится само, когда появится сеть.',
  undo: 'Вернуть',
} satisfies Words['design']
