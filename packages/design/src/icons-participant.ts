import type { ICONS as ALL } from './icons.ts'

/** Those of a participant's page, which is built with this file in place of `icons.ts`. */
const FEW = {
  horn: 'M12 24V4M9 13.5H4V4h16v9.5h-5',
  air: 'M12 15a3 3 0 100-6 3 3 0 000 6zM6.5 17.5a8 8 0 010-11M17.5 6.5a8 8 0 010 11',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l4 3',
  check: 'M4 12l6 6L20 6',
  cross: 'M5 5l14 14M19 5L5 19',
  cut: 'M1 12h7M16 12h7M9.5 19l5-14',
  merge: 'M5 4v4l7 6v7M19 4v4l-7 6',
} satisfies Partial<Record<keyof typeof ALL, string>>

export const ICONS = FEW as unknown as typeof ALL
