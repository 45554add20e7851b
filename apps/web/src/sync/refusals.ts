import { AcademyError, type Refusal } from '@academy/contract'

/** Why something was not done. Both carriers throw an AcademyError; anything else is a mistake of the page, a `fault`. A newer server may send a code this page has no sentence for. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof AcademyError ? { ...error.details, code: error.code } : { code: 'fault' }

/** Will the same thing be answered otherwise a little later? `live/too-many-questions` will not, for it names no time to wait. */
export const passes = ({ code, retryAfter }: Refusal): boolean =>
  code === 'client/offline' || code === 'fault' || code === 'too-many' || retryAfter !== undefined
