import type { LocaleWords } from '../words.ts'
import { design } from './design.ts'
import { live } from './live.ts'
import { shell } from './shell.ts'

/** In place of `index.ts` in the participant's page, which has one room and no way to another. */
export const words: LocaleWords = {
  base: { shell, design, live },
  later: {
    errors: () => import('./errors.ts').then((module) => module.errors),
    mine: () => import('./mine.ts').then((module) => module.mine),
    faults: () => import('./faults.ts').then((module) => module.faults),
  } as LocaleWords['later'],
}
