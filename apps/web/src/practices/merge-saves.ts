import type { Texts, TranslationOpened } from '@academy/contract'
import { mergeFields } from '@academy/policy/merging'
import type { WrittenTranslation } from './merge-translation.ts'

/**
 * Two who began with the same words: where only one changed them, that one's stand; where both did, one's own stand and the other's are
 * there to be looked at. Nothing of either is lost.
 */
export function merged(
  mine: WrittenTranslation,
  { newest, base, since }: Pick<TranslationOpened, 'newest' | 'base' | 'since'>,
): WrittenTranslation {
  const { merged: texts, clashes } = mergeFields<Texts>(since, mine.texts, newest?.texts ?? {})
  const theirs = Object.fromEntries(clashes.map(({ at, theirs }) => [at[0], theirs])) as Texts
  return { ...mine, texts, base, on: undefined, theirs }
}
