import type { Words } from '../words.ts'

export const shell = {
  academy: 'Rural Pedagogical Academy',
  signIn: 'Sign in',
  opening: 'Opening…',
  back: 'Back',
  again: 'Try again',
  toHome: 'To the home page',

  notFoundWhy: 'The address is mistyped, the page was removed, or it is not open to you.',
  fault: 'The page did not open',
  newVersion: 'A new version is ready',
  refresh: 'Refresh',

  noLineNow: 'No connection. Try again when there is a network.',
  tooManyUntil: (when: string) => `Too often. Try again ${when}.`,
  refused: 'Not accepted',
  editAgain: 'Edit and send again',
  retry: 'Send again',
  discard: 'Discard',
  looksLikeIin: 'There are 12 digits here that look like an IIN. Take them out: sent or not, they will be hidden.',
} satisfies Words['shell']
