import type { Words } from '../words.ts'

export const live = {
  title: 'Live questions and answers',
  none: 'No session is open now.',
  desk: 'The room moderator’s desk',
  wall: 'The wall',
  join: 'Join by code',
  noQuestions: 'No questions yet. Ask the first.',
} satisfies Words['live']
