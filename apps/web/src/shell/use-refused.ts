import type { Refusal } from '@academy/contract'
import { relative } from '@academy/language/dates'
import { errorWord, locale, useWords } from '../locale/locale.ts'

/** Says why something asked for directly was not done; unlike the outbox's things it does not send itself later. */
export function useRefused(): (why: Refusal) => string {
  const words = useWords('shell')
  return ({ code, retryAfter }) => {
    if (code === 'client/offline') return words().noLineNow
    if (code === 'too-many' && retryAfter) {
      const now = Date.now()
      return words().tooManyUntil(relative(locale(), now + Math.max(60, retryAfter) * 1000, now))
    }
    // A newer server may send a code this page has no sentence for.
    return errorWord(code) || errorWord('fault')
  }
}
