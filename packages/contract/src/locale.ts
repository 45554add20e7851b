import * as v from 'valibot'

export const LOCALES = ['kk', 'ru', 'en'] as const
export const Locale = v.picklist(LOCALES)
export type Locale = (typeof LOCALES)[number]

/** The same words in the three languages; Kazakh is always there, it is the language things are first written in here. */
export interface Trilingual {
  kk: string
  ru: string
  en: string
}
