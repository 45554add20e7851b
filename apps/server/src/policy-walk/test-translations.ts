import { newId, type PracticeContent, withTexts } from '@academy/contract'
import type { Line } from './test-lines.ts'

const WITHDRAWN = 'practices/withdrawn'
const cmd = <T extends object>(more: T) => ({ id: newId(), ...more })

/** Somebody else's whole draft in Russian. */
export const drafted = (content: PracticeContent, practiceId: string, translatorId: string) => ({
  id: newId(),
  practiceId,
  language: 'ru' as const,
  n: 1,
  ofVersion: 1,
  content: withTexts(
    content,
    { title: 'Жизнь под снегом', purpose: 'Наблюдаем зимнюю степь.', 'steps.0.text': 'Копаем снег.' },
    'ru',
  ),
  by: 'person' as const,
  translatorId,
  at: new Date(),
})

const MEMBERS = 'PTLRMODFA'
const SEEN = {
  own: MEMBERS,
  same: MEMBERS,
  near: MEMBERS,
  far: MEMBERS,
  ended: MEMBERS,
  gone: `LA ${WITHDRAWN}:PTRMODF`,
  unknown: '',
}
/** Whoever teaches, of anybody's; its author, whoever that is. */
const TEACHERS = {
  own: MEMBERS,
  same: 'TLRM refused:PODFA',
  near: 'TLRM refused:PODFA',
  far: 'TLRM refused:PODFA',
  ended: `${WITHDRAWN}:${MEMBERS}`,
  gone: `${WITHDRAWN}:${MEMBERS}`,
  unknown: '',
}
const ru = (practiceId: string) => ({ practiceId, language: 'ru' as const })

export const translationLines: Record<string, Line<{ practiceId: string }>> = {
  translations: { input: ({ practiceId }) => ({ practiceId }), on: SEEN },
  translation: { input: ({ practiceId }) => ru(practiceId), on: SEEN },
  saveTranslation: {
    input: ({ practiceId }) => cmd({ ...ru(practiceId), base: 1, ofVersion: 1, texts: { title: 'Под снегом' } }),
    on: TEACHERS,
  },
  // This academy has no machine: whoever may ask for it is told so.
  machineTranslation: {
    input: ({ practiceId }) => cmd({ ...ru(practiceId), base: 1 }),
    on: {
      own: `practices/machine-away:${MEMBERS}`,
      same: 'practices/machine-away:TLRM refused:PODFA',
      near: 'practices/machine-away:TLRM refused:PODFA',
      far: 'practices/machine-away:TLRM refused:PODFA',
      ended: `${WITHDRAWN}:${MEMBERS}`,
      gone: `${WITHDRAWN}:${MEMBERS}`,
      unknown: '',
    },
  },
  verifyTranslation: { input: ({ practiceId }) => cmd({ ...ru(practiceId), n: 1 }), on: TEACHERS },
  withdrawTranslation: {
    input: ({ practiceId }) => cmd({ ...ru(practiceId), n: 1 }),
    on: {
      own: MEMBERS,
      same: 'LA refused:PTRMODF',
      near: 'A refused:PTLRMODF',
      far: 'A refused:PTLRMODF',
      ended: `refused:${MEMBERS}`,
      gone: `refused:LA ${WITHDRAWN}:PTRMODF`,
      unknown: '',
    },
  },
}
