import type { LocaleWords } from '../words.ts'
import { band } from './band.ts'
import { design } from './design.ts'
import { shell } from './shell.ts'

export const words: LocaleWords = {
  base: { shell, band, design },
  later: () => import('./later.ts').then((module) => module.later),
}
