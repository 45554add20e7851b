/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark: seen by nobody, typed by editors. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g
const APOSTROPHES = /['’‘ʼʻ`´′]/g
const BETWEEN_LETTERS = /(?<=\p{L})'(?=\p{L})/gu
const WORD = /[\p{L}\p{N}]+/gu

/** Latin letters that stand in for Cyrillic ones in a word typed on two keyboards: «бiлiм», «кəсіп». */
const LOOKALIKES: Record<string, string> = {
  ...{ a: 'а', c: 'с', e: 'е', h: 'һ', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' },
  ...{ ə: 'ә', ɵ: 'ө' },
}

/**
 * One spelling for what people read as the same: NFC, lower case, ё as е, no stress marks, no invisible characters,
 * no apostrophe inside a word. Kazakh letters stay: ә is not а here (see `lazy`).
 */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ё', 'е')
    .replace(APOSTROPHES, "'")
    .replace(BETWEEN_LETTERS, '')
}

/**
 * The folded words of a text: letters and digits only, so that both search engines split them the same way and no word
 * can mean anything in a query language.
 */
export function words(text: string): string[] {
  return (fold(text).match(WORD) ?? []).map(oneAlphabet)
}

/** A word of mixed alphabets in Cyrillic, when every Latin letter in it has a Cyrillic twin. */
function oneAlphabet(word: string): string {
  if (!/[a-zəɵ]/.test(word) || !/[\u0400-\u04ff]/.test(word)) return word
  const mended = word.replace(/[a-zəɵ]/g, (letter) => LOOKALIKES[letter] ?? letter)
  return /[a-z]/.test(mended) ? word : mended
}

const PLAIN = /^[а-яa-z0-9]*$/
const LAZY: Record<string, string> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е' }

/**
 * What a folded word looks like from a keyboard without Kazakh letters (ә→а, қ→к, і→и …) or without accents (é→e).
 * Many people write Kazakh so; it is a fold for finding only, it merges different words.
 */
export function lazy(folded: string): string {
  // Nearly every word: nothing to change.
  if (PLAIN.test(folded)) return folded
  const plain = folded.replace(/[әғқңөұүһіё]/g, (letter) => LAZY[letter] ?? letter)
  if (PLAIN.test(plain)) return plain
  return plain
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
}
