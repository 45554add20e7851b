import type { LocaleWords } from '../words.ts'
import { band } from './band.ts'
import { design } from './design.ts'
import { shell } from './shell.ts'

export const words: LocaleWords = {
  base: { shell, band, design },
  later: {
    mine: () => import('./mine.ts'),
    faults: () => import('./faults.ts'),
    errors: () => import('./errors.ts'),
    members: () => import('./members.ts'),
    unsent: () => import('./unsent.ts'),
    entry: () => import('./entry.ts'),
    me: () => import('./me.ts'),
    invitations: () => import('./invitations.ts'),
    admin: () => import('./admin.ts'),
    consent: () => import('./consent.ts'),
    home: () => import('./home.ts'),
    places: () => import('./places.ts'),
    collections: () => import('./collections.ts'),
    files: () => import('./files.ts'),
    evidence: () => import('./evidence.ts'),
    practiceErrors: () => import('./practice-errors.ts'),
    writing: () => import('./writing.ts'),
    changes: () => import('./changes.ts'),
    card: () => import('./card.ts'),
    practices: () => import('./practices.ts'),
    reviewErrors: () => import('./review-errors.ts'),
    reviews: () => import('./reviews.ts'),
    finding: () => import('./finding.ts'),
    taking: () => import('./taking.ts'),
    translated: () => import('./translated.ts'),
    translating: () => import('./translating.ts'),
    trials: () => import('./trials.ts'),
    trying: () => import('./trying.ts'),
    withdrawing: () => import('./withdrawing.ts'),
    rooms: () => import('./rooms.ts'),
    hosting: () => import('./hosting.ts'),
    live: () => import('./live.ts'),
  },
}
