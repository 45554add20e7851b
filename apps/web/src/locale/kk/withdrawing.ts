/** Taking a practice out of the lists. */
export const withdrawing = {
  withdrawWhy: 'Тәжірибе тізімнен де, іздеуден де кетеді. Сілтемесі ешкімге ашылмайды.',
  withdrawReason: 'Себебі',
  reasonNeeded: 'Авторға себебін жазыңыз.',
  withdrawnNow: 'Тәжірибе қайтарып алынды.',
}
