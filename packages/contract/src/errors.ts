/** What kind of answer a code is; one place (server/platform/errors-to-wire.ts) turns it into a status. */
export type ErrorKind =
  | 'bad-input'
  | 'signed-out'
  | 'refused'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-many'
  | 'fault'

/**
 * Every refusal that may cross the wire. A code is `<room>/<why>`; codes without a room belong to all.
 * Each code has a kind, and a sentence in kk, ru and en in the web's dictionaries (a missing one is a type error).
 */
export const ERROR_KINDS = {
  'bad-input': 'bad-input',
  'too-large': 'bad-input',
  'signed-out': 'signed-out',
  /** No such thing, or not yours: one answer for both. */
  'not-found': 'not-found',
  refused: 'refused',
  'too-many': 'too-many',
  fault: 'fault',
  'bad-origin': 'refused',

  'client/too-old': 'conflict',
  'client/offline': 'fault',
  /** The same command id came with another body. */
  'command/conflict': 'conflict',

  'members/wrong-password': 'refused',
  'members/name-taken': 'conflict',
  'members/weak-password': 'bad-input',
  'members/consent-needed': 'bad-input',
  'members/invitation-ended': 'gone',
  'members/recovery-ended': 'gone',
  'members/last-administrator': 'conflict',
  /** This academy sends no mail: recovery goes by the person who invited, or a school leader. */
  'members/no-mail': 'refused',

  'live/wrong-code': 'refused',
  'live/not-open': 'refused',
  'live/closed': 'gone',
  'live/votes-sealed': 'gone',
  'live/no-anonymous': 'refused',
  'live/wrong-state': 'conflict',
  'live/too-many-questions': 'too-many',

  'rooms/archived': 'gone',
  'rooms/topic-closed': 'gone',
  'rooms/message-gone': 'gone',
  'rooms/too-many-pins': 'conflict',

  'files/wrong-type': 'bad-input',
  /** The bytes are not what the name says. */
  'files/not-what-it-says': 'bad-input',
  /** An office file that is built to do harm, or that cannot be looked into. */
  'files/unsafe': 'bad-input',
  'files/damaged': 'bad-input',
  'files/too-many-pixels': 'bad-input',
  /** The school's share of the disk is used up. */
  'files/quota': 'refused',
  /** Its bytes are still on their way: with `retryAfter`. */
  'files/not-here-yet': 'conflict',
  'files/gone': 'gone',

  /** A file that is no practice taken along. */
  'practices/no-pack': 'bad-input',
  /** Not all of it arrived, or somebody changed it. */
  'practices/pack-damaged': 'bad-input',
  /** Built to do harm: paths that lead out, more than it says, what does not belong there. */
  'practices/pack-unsafe': 'bad-input',
  /** Made by a newer academy than this one. */
  'practices/pack-too-new': 'bad-input',
  /** An adaptation under terms that its original does not allow. */
  'practices/licence': 'bad-input',
  'practices/withdrawn': 'gone',
  'practices/edited-elsewhere': 'conflict',
  'practices/too-many-authors': 'conflict',
  /** A link to write together that is over, was used, or never was one. */
  'practices/author-link-over': 'gone',
  /** As many drafts on the server as one person may have; the text stays on the phone. */
  'practices/too-many-drafts': 'too-many',
  /** The original moved on: the translation is brought after it before somebody says that it holds. */
  'practices/translation-behind': 'conflict',
  /** Something of the original has no words yet. */
  'practices/translation-unfinished': 'conflict',
  /** The academy's own translating machine does not answer, or has not these languages. */
  'practices/machine-away': 'conflict',

  /** As many collections as one person may have, or practices as one of them may hold. */
  'practices/too-many-collections': 'conflict',
  'practices/collection-full': 'conflict',

  'reviews/asked-already': 'conflict',
  /** The example review comes before the first real one. */
  'reviews/exercise-first': 'refused',
  /** Enough peers have taken it. */
  'reviews/full': 'conflict',
  'reviews/ended': 'gone',
  'reviews/sent-already': 'conflict',
  'reviews/too-many-taken': 'too-many',
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof ERROR_KINDS

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERROR_KINDS, code)

/** What a refusal looks like on the wire, over both carriers. `fields` names the inputs that were wrong, never their values. */
export interface Refusal {
  code: ErrorCode
  fields?: string[]
  /** Seconds to wait before trying again, with `too-many`. */
  retryAfter?: number
}

/** The one error a room throws. */
export class AcademyError extends Error {
  override name = 'AcademyError'
  readonly code: ErrorCode
  readonly details: Omit<Refusal, 'code'>

  constructor(code: ErrorCode, details: Omit<Refusal, 'code'> = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.details = details
  }
}
