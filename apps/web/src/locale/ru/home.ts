import type { Words } from '../words.ts'

export const home = {
  today: 'Сегодня',
  hello: (name) => `Здравствуйте, ${name}!`,
  waits: 'Вас ждут',
  nothingWaits: 'Сейчас ничего не ждёт вас.',
  liveOpen: 'Идёт приём вопросов',
  liveStarts: (when) => `Начало: ${when}`,
  newMessages: (n) => `новых: ${n}`,
  practices: 'Новые практики',
  noPractices: 'В библиотеке пока нет практик.',
  allPractices: 'Все практики',
  allRooms: 'Все комнаты',
  mixed: 'Для совмещённого класса',
  share: 'Поделиться практикой',
  invite: 'Пригласить людей',
  ask: 'Задать вопрос',
  toRooms: 'К обсуждениям',
  toLive: 'К эфирам',
} satisfies Words['home']
