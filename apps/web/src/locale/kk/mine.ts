import type { QuestionState } from '@academy/contract'

const states: Record<QuestionState, string> = {
  review: 'Тексеруде',
  queued: 'Кезекте',
  answering: 'Эфирде',
  answered: 'Жауап берілді',
  merged: 'Ұқсас сұраққа біріктірілді',
  declined: 'Қабылданбады',
  away: 'Алып қойылды',
}

/** One's own questions in a session, and what became of them. */
export const mine = {
  yours: 'Сіздің сұрақтарыңыз',
  yourOriginal: 'Сіз жазған нұсқа',
  mergedWith: (body: string) => `«${body}» сұрағына қосылды. Жауабы сізге де келеді.`,
  reason: 'Себебі',
  states,
}
