/**
 * Kazakh written in Latin letters, officially («bölşek») or as people type it («bolshek», «sabaq»), as a lazy keyboard would
 * write it in Cyrillic. For queries only: the language is written in Cyrillic here.
 */
const PAIRS: Record<string, string> = {
  ...{ shch: 'щ', sh: 'ш', ch: 'ч', zh: 'ж', kh: 'х', gh: 'г', ya: 'я', yu: 'ю', ia: 'я', iu: 'ю', ng: 'н' },
  ...{ a: 'а', ä: 'а', b: 'б', c: 'с', ç: 'ч', d: 'д', e: 'е', f: 'ф', g: 'г', ğ: 'г', h: 'х', i: 'и', ı: 'и', ï: 'и' },
  ...{ j: 'ж', k: 'к', l: 'л', m: 'м', n: 'н', ñ: 'н', ŋ: 'н', o: 'о', ö: 'о', p: 'п', q: 'к', r: 'р', s: 'с', ş: 'ш' },
  ...{ t: 'т', u: 'у', ū: 'у', ü: 'у', v: 'в', w: 'у', x: 'х', y: 'ы', ý: 'у', z: 'з' },
}
const LETTERS = new RegExp(Object.keys(PAIRS).join('|'), 'g')
const LATIN = new RegExp(`^(?:${Object.keys(PAIRS).join('|')})+$`)

/** «oiyn», «ai»: there i is short. */
const AFTER_A_VOWEL = /(?<=[аеоуы])и/g

/** Undefined for what is not a word of Latin letters. */
export const latinToLazy = (word: string): string | undefined =>
  LATIN.test(word)
    ? word.replace(LETTERS, (letters) => PAIRS[letters] ?? letters).replace(AFTER_A_VOWEL, 'й')
    : undefined
