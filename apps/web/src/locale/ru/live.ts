import type { Words } from '../words.ts'

export const live = {
  title: 'Вопросы и ответы в прямом эфире',
  none: 'Сейчас открытых эфиров нет.',
  desk: 'Пульт модератора комнаты',
  wall: 'Экран в зале',
  join: 'Войти по коду',
  noQuestions: 'Вопросов пока нет. Задайте первый.',
} satisfies Words['live']
