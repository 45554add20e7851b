import type { TextField, TextKey } from '@academy/contract'
import type { Words } from '../locale/words.ts'

/** Places of the card by name, each step once. */
export function namesOfTexts(words: Pick<Words, 'card' | 'translated'>, keys: readonly TextKey[]): string {
  const { places, stepPlace } = words.translated
  const names = { ...words.card, ...places }
  const all = keys.map((key) => {
    const [place, at] = key.split('.')
    return at ? stepPlace(Number(at) + 1) : names[place as TextField]
  })
  return [...new Set(all)].join(', ')
}
