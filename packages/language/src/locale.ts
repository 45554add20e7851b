export type Locale = 'kk' | 'ru' | 'en'

/** Each language by its own name, for the switch and for a practice's language badge. */
export const LANGUAGE_NAMES: Record<Locale, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

/** The switch where room is short; the only capitals the look has. */
export const LANGUAGE_BADGES: Record<Locale, string> = { kk: 'ҚАЗ', ru: 'РУС', en: 'ENG' }
