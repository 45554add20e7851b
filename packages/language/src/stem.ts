/// <reference path="./snowball-stemmers.d.ts" />
import snowball from 'snowball-stemmers'
import { stemKazakh } from './kazakh-stem.ts'

const russian = snowball.newStemmer('russian')
/** Snowball's English is Porter's second stemmer. */
const english = snowball.newStemmer('english')

/** No natural word is longer; stemming longer ones would only cost time. */
const LONGEST = 40

/**
 * The stems of one folded word, one or two. Texts here mix languages within a sentence, so the letters decide and not the
 * page: a Kazakh letter says Kazakh, Latin says English, and Cyrillic without a Kazakh letter may be either («мектептер» has
 * none), so it gets both stems.
 */
export function stemsOf(word: string): string[] {
  if (word.length > LONGEST) return [word]
  if (/^[a-z]+$/.test(word)) return [english.stem(word)]
  if (!/^[а-яёәғқңөұүһі]+$/.test(word)) return [word]
  const kazakh = stemKazakh(word)
  if (/[әғқңөұүһі]/.test(word)) return [kazakh]
  const other = russian.stem(word)
  return other === kazakh ? [kazakh] : [kazakh, other]
}
