import type { withdrawing as kk } from '../kk/withdrawing.ts'

export const withdrawing = {
  withdrawWhy: 'The practice leaves lists and search. Its link will open for nobody.',
  withdrawReason: 'Reason',
  reasonNeeded: 'Write a reason for the author.',
  withdrawnNow: 'The practice is withdrawn.',
} satisfies typeof kk
