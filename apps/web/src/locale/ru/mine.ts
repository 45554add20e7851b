import type { mine as kk } from '../kk/mine.ts'

export const mine = {
  yours: 'Ваши вопросы',
  yourOriginal: 'Как было у вас',
  mergedWith: (body: string) => `Объединено с вопросом «${body}». Ответ придёт и вам.`,
  reason: 'Причина',
  states: {
    review: 'На проверке',
    queued: 'В очереди',
    answering: 'В эфире',
    answered: 'Отвечено',
    merged: 'Объединено с похожим вопросом',
    declined: 'Не принято',
    away: 'Убрано',
  },
} satisfies typeof kk
