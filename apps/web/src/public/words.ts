import type { Locale, Trilingual } from '@academy/contract'
import { band as bandEn } from '../locale/en/band.ts'
import { card as cardEn } from '../locale/en/card.ts'
import { consent as consentEn } from '../locale/en/consent.ts'
import { errors as errorsEn } from '../locale/en/errors.ts'
import { faults as faultsEn } from '../locale/en/faults.ts'
import { members as membersEn } from '../locale/en/members.ts'
import { practiceErrors as practiceErrorsEn } from '../locale/en/practice-errors.ts'
import { publicWords as publicEn } from '../locale/en/public.ts'
import { shell as shellEn } from '../locale/en/shell.ts'
import { translated as translatedEn } from '../locale/en/translated.ts'
import { band as bandKk } from '../locale/kk/band.ts'
import { card as cardKk } from '../locale/kk/card.ts'
import { consent as consentKk } from '../locale/kk/consent.ts'
import { errors as errorsKk } from '../locale/kk/errors.ts'
import { faults as faultsKk } from '../locale/kk/faults.ts'
import { members as membersKk } from '../locale/kk/members.ts'
import { practiceErrors as practiceErrorsKk } from '../locale/kk/practice-errors.ts'
import { publicWords as publicKk } from '../locale/kk/public.ts'
import { shell as shellKk } from '../locale/kk/shell.ts'
import { translated as translatedKk } from '../locale/kk/translated.ts'
import { band as bandRu } from '../locale/ru/band.ts'
import { card as cardRu } from '../locale/ru/card.ts'
import { consent as consentRu } from '../locale/ru/consent.ts'
import { errors as errorsRu } from '../locale/ru/errors.ts'
import { faults as faultsRu } from '../locale/ru/faults.ts'
import { members as membersRu } from '../locale/ru/members.ts'
import { practiceErrors as practiceErrorsRu } from '../locale/ru/practice-errors.ts'
import { publicWords as publicRu } from '../locale/ru/public.ts'
import { shell as shellRu } from '../locale/ru/shell.ts'
import { translated as translatedRu } from '../locale/ru/translated.ts'
import type { Words } from '../locale/words.ts'

export type PublicWords = Pick<Words, 'shell' | 'band' | 'card' | 'consent' | 'faults' | 'public' | 'translated'> & {
  errors: Words['errors'] & Words['practiceErrors']
  roles: Words['members']['roles']
}

/** All three languages at once: the server has no chunks to wait for. */
export const WORDS: Record<Locale, PublicWords> = {
  kk: {
    shell: shellKk,
    translated: translatedKk,
    band: bandKk,
    card: cardKk,
    consent: consentKk,
    errors: { ...errorsKk, ...practiceErrorsKk },
    faults: faultsKk,
    public: publicKk,
    roles: membersKk.roles,
  },
  ru: {
    shell: shellRu,
    translated: translatedRu,
    band: bandRu,
    card: cardRu,
    consent: consentRu,
    errors: { ...errorsRu, ...practiceErrorsRu },
    faults: faultsRu,
    public: publicRu,
    roles: membersRu.roles,
  },
  en: {
    shell: shellEn,
    translated: translatedEn,
    band: bandEn,
    card: cardEn,
    consent: consentEn,
    errors: { ...errorsEn, ...practiceErrorsEn },
    faults: faultsEn,
    public: publicEn,
    roles: membersEn.roles,
  },
}

/** The text in the page's language, or in another one with its name for readers. */
export function inLocale(text: Trilingual, locale: Locale): { text: string; lang: Locale | undefined } {
  for (const tongue of [locale, 'kk', 'ru', 'en'] as const) {
    if (text[tongue]) return { text: text[tongue], lang: tongue === locale ? undefined : tongue }
  }
  return { text: '', lang: undefined }
}
