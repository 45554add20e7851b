import type { LocaleWords } from '../words.ts'
import { design } from './design.ts'
import { shell } from './shell.ts'

export const words: LocaleWords = {
  base: { shell, design },
  later: {
    errors: () => import('./errors.ts').then((module) => module.errors),
    home: () => import('./home.ts').then((module) => module.home),
    members: () => import('./members.ts').then((module) => module.members),
    places: () => import('./places.ts').then((module) => module.places),
    practices: () => import('./practices.ts').then((module) => module.practices),
    rooms: () => import('./rooms.ts').then((module) => module.rooms),
    live: () => import('./live.ts').then((module) => module.live),
  },
}
