import type { LocaleWords } from '../words.ts'
import { band } from './band.ts'
import { design } from './design.ts'
import { shell } from './shell.ts'

export const words: LocaleWords = {
  base: { shell, band, design },
  later: {
    mine: () => import('./mine.ts').then((module) => module.mine),
    faults: () => import('./faults.ts').then((module) => module.faults),
    errors: () => import('./errors.ts').then((module) => module.errors),
    members: () => import('./members.ts').then((module) => module.members),
    unsent: () => import('./unsent.ts').then((module) => module.unsent),
    entry: () => import('./entry.ts').then((module) => module.entry),
    me: () => import('./me.ts').then((module) => module.me),
    invitations: () => import('./invitations.ts').then((module) => module.invitations),
    admin: () => import('./admin.ts').then((module) => module.admin),
    consent: () => import('./consent.ts').then((module) => module.consent),
    home: () => import('./home.ts').then((module) => module.home),
    places: () => import('./places.ts').then((module) => module.places),
    files: () => import('./files.ts').then((module) => module.files),
    evidence: () => import('./evidence.ts').then((module) => module.evidence),
    practiceErrors: () => import('./practice-errors.ts').then((module) => module.practiceErrors),
    practices: () => import('./practices.ts').then((module) => module.practices),
    reviews: () => import('./reviews.ts').then((module) => module.reviews),
    rooms: () => import('./rooms.ts').then((module) => module.rooms),
    hosting: () => import('./hosting.ts').then((module) => module.hosting),
    live: () => import('./live.ts').then((module) => module.live),
  },
}
