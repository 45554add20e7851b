import { newId } from '@academy/contract'
import type { Line } from './test-lines.ts'
import { SEEN } from './test-reviews.ts'

const WITHDRAWN = 'practices/withdrawn'
const cmd = <T extends object>(more: T) => ({ id: newId(), ...more })

const told = {
  outcome: 'partly' as const,
  day: '2026-11-20',
  classKind: 'usual' as const,
  grades: [5],
  pupils: null,
  language: 'kk' as const,
  happened: 'Өлшедік.',
  conditions: '',
  changed: '',
}
/** A try as it is kept, but for whose it is. */
export const tried = (placeId: string) => ({ ...told, version: 1, placeId })

/** One's own alone, also of a practice that is withdrawn. */
const OWN = { own: 'PTLRMODFA', same: '', near: '', far: '', gone: '', unknown: '' }
/** Those who teach at the school they name. */
const TELLERS = 'TLRM refused:PODFA'

export const trialLines: Record<string, Line<{ practiceId: string; trialId: string; placeId: string }>> = {
  trials: { door: 'everybody', input: ({ practiceId }) => ({ practiceId }), on: SEEN },
  spread: { door: 'everybody', input: ({ practiceId }) => ({ practiceId, locale: 'kk' }), on: SEEN },
  tellTrial: {
    input: ({ practiceId, placeId }) => cmd({ ...told, practiceId, placeId, version: 1 }),
    on: {
      own: TELLERS,
      same: TELLERS,
      near: 'refused:PTLRMODFA',
      far: 'refused:PTLRMODFA',
      ended: `${WITHDRAWN}:PTLRMODFA`,
      gone: `${WITHDRAWN}:PTLRMODFA`,
      unknown: '',
    },
  },
  editTrial: { input: ({ trialId }) => cmd({ ...told, trialId }), on: { ...OWN, ended: 'PTLRMODFA' } },
  takeBackTrial: { input: ({ trialId }) => cmd({ trialId }), on: { ...OWN, ended: 'PTLRMODFA' } },
}
