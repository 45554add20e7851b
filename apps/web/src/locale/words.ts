import type { ErrorCode } from '@academy/contract'
import type { admin } from './kk/admin.ts'
import type { band } from './kk/band.ts'
import type { card } from './kk/card.ts'
import type { changes } from './kk/changes.ts'
import type { collections } from './kk/collections.ts'
import type { consent } from './kk/consent.ts'
import type { design } from './kk/design.ts'
import type { entry } from './kk/entry.ts'
import type { evidence } from './kk/evidence.ts'
import type { faults } from './kk/faults.ts'
import type { files } from './kk/files.ts'
import type { finding } from './kk/finding.ts'
import type { home } from './kk/home.ts'
import type { hosting } from './kk/hosting.ts'
import type { invitations } from './kk/invitations.ts'
import type { live } from './kk/live.ts'
import type { me } from './kk/me.ts'
import type { members } from './kk/members.ts'
import type { mine } from './kk/mine.ts'
import type { places } from './kk/places.ts'
import type { practices } from './kk/practices.ts'
import type { publicWords } from './kk/public.ts'
import type { reviews } from './kk/reviews.ts'
import type { rooms } from './kk/rooms.ts'
import type { shell } from './kk/shell.ts'
import type { taking } from './kk/taking.ts'
import type { translated } from './kk/translated.ts'
import type { translating } from './kk/translating.ts'
import type { trials } from './kk/trials.ts'
import type { trying } from './kk/trying.ts'
import type { unsent } from './kk/unsent.ts'
import type { withdrawing } from './kk/withdrawing.ts'
import type { writing } from './kk/writing.ts'

/** Codes of practices and of files: their sentences are a group of their own. */
export type PracticeErrorCode = Extract<ErrorCode, `${'practices' | 'files'}/${string}`>
/** Codes of reviews, which only their own pages carry. */
export type ReviewErrorCode = Extract<ErrorCode, `reviews/${string}`>

/**
 * Kazakh is the source of keys: a group's type is that of its Kazakh dictionary, and ru and en `satisfies` it,
 * so that a missing or an extra key is a type error. A new error code fails in all three until it has a sentence.
 */
export interface Words {
  shell: typeof shell
  band: typeof band
  design: typeof design
  errors: Record<Exclude<ErrorCode, PracticeErrorCode | ReviewErrorCode>, string> &
    Partial<Record<PracticeErrorCode | ReviewErrorCode, string>>
  reviewErrors: Record<ReviewErrorCode, string>
  practiceErrors: Record<PracticeErrorCode, string>
  faults: typeof faults
  members: typeof members
  entry: typeof entry
  unsent: typeof unsent
  withdrawing: typeof withdrawing
  me: typeof me
  invitations: typeof invitations
  admin: typeof admin
  consent: typeof consent
  home: typeof home
  places: typeof places
  practices: typeof practices
  /** The form of a practice: what stands on its first screen. */
  writing: typeof writing
  /** The rest of the card, in the form and where it is read. */
  card: typeof card
  changes: typeof changes
  collections: typeof collections
  files: typeof files
  evidence: typeof evidence
  reviews: typeof reviews
  finding: typeof finding
  taking: typeof taking
  translated: typeof translated
  translating: typeof translating
  trials: typeof trials
  trying: typeof trying
  rooms: typeof rooms
  live: typeof live
  hosting: typeof hosting
  mine: typeof mine
  public: typeof publicWords
}

/** In every page from the start, in one chunk per language. */
export type BaseGroup = 'shell' | 'design'
/** In every page of the app from the start. */
export type AppGroup = 'band'
/** Loaded with the route that needs it. The words of public pages never come to the browser. */
export type LaterGroup = Exclude<keyof Words, BaseGroup | AppGroup | 'public'>
export type Group = BaseGroup | AppGroup | LaterGroup

export interface LocaleWords {
  base: Pick<Words, BaseGroup> & Partial<Pick<Words, AppGroup | LaterGroup>>
  /** Where all other groups are: apart, for the first page's own are named by the server. */
  later: () => Promise<LaterWords>
}

/** A group's file gives it by its name. */
export type LaterWords = { [G in LaterGroup]: () => Promise<Pick<Words, G>> }
