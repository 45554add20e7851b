import type { withdrawing as kk } from '../kk/withdrawing.ts'

export const withdrawing = {
  withdrawWhy: 'Практика исчезнет из списков и поиска. Её ссылка ни у кого не откроется.',
  withdrawReason: 'Причина',
  reasonNeeded: 'Напишите автору причину.',
  withdrawnNow: 'Практика отозвана.',
} satisfies typeof kk
