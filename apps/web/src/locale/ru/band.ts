import type { Words } from '../words.ts'

export const band = {
  brand: 'Сельская\nпедагогическая академия',
  skip: 'К содержанию',
  ways: 'Основные разделы',
  tongue: 'Язык',
  home: 'Главная',
  practices: 'Практики',
  rooms: 'Комнаты',
  live: 'Эфир',
  me: 'Я',
  astana: 'Время – по Астане.',
  noTongue: 'Этого языка на устройстве пока нет. Он появится, когда будет сеть.',
} satisfies Words['band']
