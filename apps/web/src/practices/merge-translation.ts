import { changedTexts, type Id, type TextKey, type Texts, type TranslationOpened } from '@academy/contract'

/** A translation while it is written: what it was made from, and what is still to be looked at. */
export interface WrittenTranslation {
  texts: Texts
  /** The save it goes on from. */
  base: number
  /** That save's id, while it is on its way from here. */
  on?: Id | undefined
  /** The version of the original it says, and what that said. */
  ofVersion: number
  of: Texts
  /** Translated texts whose original changed since: to be corrected, or said to be right still. */
  unsettled: TextKey[]
  /** What somebody else wrote where this one wrote something else meanwhile. */
  theirs: Texts
}

/** As the newest save has it, beside the original of today. */
export function asSaved({ original, newest, base, changed }: TranslationOpened): WrittenTranslation {
  const texts = newest?.texts ?? {}
  const { version: ofVersion, texts: of } = original
  return { texts, base, ofVersion, of, unsettled: changed.filter((key) => texts[key] && of[key]), theirs: {} }
}

/** The same beside the original of today: where that changed meanwhile, it is to be looked at again. */
export function forward(written: WrittenTranslation, { original }: TranslationOpened): WrittenTranslation {
  if (written.ofVersion >= original.version) return written
  const moved = changedTexts(written.of, original.texts)
  const unsettled = [...new Set([...written.unsettled, ...moved])]
  return {
    ...written,
    ofVersion: original.version,
    of: original.texts,
    unsettled: unsettled.filter((key) => written.texts[key] && original.texts[key]),
  }
}
