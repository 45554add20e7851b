/** Keeps a number and its unit on one line. */
export const NBSP = '\u00a0'
/** Groups digits in Kazakh and Russian. */
export const NARROW = '\u202f'
/** Forbids a line break where a dash or hyphen would allow one. */
export const JOIN = '\u2060'
