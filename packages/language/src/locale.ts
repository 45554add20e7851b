export type Locale = 'kk' | 'ru' | 'en'

/** Each language by its own name, for the switch and for a practice's language badge. */
export const LANGUAGE_NAMES: Record<Locale, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

/** The switch where room is short; the only capitals the look has. */
export const LANGUAGE_BADGES: Record<Locale, string> = { kk: 'ҚАЗ', ru: 'РУС', en: 'ENG' }

/** Letters a Russian keyboard lacks, in the order of the strip shown above the phone's keyboard. */
export const KAZAKH_LETTERS = ['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і'] as const
