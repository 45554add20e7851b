const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, n) => from + n))

/**
 * What the fonts in fonts/ can write: Kazakh, Russian and English, names in other languages, digits, punctuation, and what lessons of
 * maths write. After a change here: `node apps/server/src/practices/take-away/make-fonts.ts`.
 */
export const LETTERS = [
  range(0x20, 0x7e),
  range(0xa0, 0x17f),
  range(0x400, 0x45f),
  'ӘәҒғҚқҢңӨөҰұҮүҺһІі',
  range(0x2010, 0x2027),
  range(0x2030, 0x203a),
  range(0x2070, 0x209c),
  range(0x2150, 0x215e),
  '€₸№™−√∞≈≠≤≥°′″',
].join('')

const known = new Set(LETTERS)

/** A text as the fonts can write it: a letter they have not is a box, a picture is left out, and so is what only joins. */
export const writable = (text: string): string =>
  [...text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')]
    .map((sign) =>
      sign === '\n' || (known.has(sign) && sign !== '\u00ad') ? sign : /[\p{L}\p{N}]/u.test(sign) ? '?' : '',
    )
    .join('')
