import { LOCALES, type Locale, type Trilingual } from '@academy/contract'

/** A title in the reader's language, or in the first one it has, with the language it is really in. */
export function inLocale(title: Trilingual, locale: Locale): { text: string; lang: Locale } {
  const lang = title[locale] ? locale : (LOCALES.find((other) => title[other]) ?? locale)
  return { text: title[lang], lang }
}
