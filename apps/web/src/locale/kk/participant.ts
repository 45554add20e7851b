import type { LaterWords, LocaleWords } from '../words.ts'
import { design } from './design.ts'
import { live } from './live.ts'
import { shell } from './shell.ts'

const later = {
  errors: () => import('./errors.ts'),
  mine: () => import('./mine.ts'),
  faults: () => import('./faults.ts'),
} as LaterWords

/** In place of `index.ts` in the participant's page, which has one room and no way to another. */
export const words: LocaleWords = {
  base: { shell, design, live },
  later: async () => later,
}
