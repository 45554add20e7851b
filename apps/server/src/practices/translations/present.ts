import {
  changedTexts,
  type Id,
  missingTexts,
  type PracticeContent,
  type TranslationBrief,
  type TranslationShown,
  textsOf,
  withTexts,
  wordsOf,
} from '@academy/contract'
import type { TranslationRecord } from './store.ts'

type People = ReadonlyMap<Id, string>

export const peopleIn = (saves: readonly TranslationRecord[]): Id[] => [
  ...new Set(saves.flatMap(({ translatorId, verifiedBy }) => [translatorId, verifiedBy].filter((id) => id !== null))),
]

/** What the original said in the version of a save, and what it says now. */
export interface Originals {
  was: PracticeContent
  now: PracticeContent
}

/** Texts of the original that moved on since: a new version of its minutes or files leaves a translation as good as it was. */
export const movedOn = ({ was, now }: Originals) => changedTexts(textsOf(was), textsOf(now))

const briefOf = (save: TranslationRecord, originals: Originals, people: People): Omit<TranslationBrief, 'whole'> => ({
  language: save.language,
  n: save.n,
  ofVersion: save.ofVersion,
  verified: save.verifiedAt !== null,
  stale: movedOn(originals).length > 0,
  by: save.by,
  translator: people.get(save.translatorId ?? '') ?? null,
  at: save.at.getTime(),
  verifiedBy: people.get(save.verifiedBy ?? '') ?? null,
  verifiedAt: save.verifiedAt?.getTime() ?? null,
})

/** Are there words for everything the original said then? */
export const isWhole = (save: TranslationRecord, original: PracticeContent): boolean =>
  missingTexts(textsOf(original), textsOf(save.content)).length === 0

export const presentSave = (save: TranslationRecord, originals: Originals, people: People): TranslationBrief => ({
  ...briefOf(save, originals, people),
  whole: isWhole(save, originals.was),
})

/**
 * What a reader of its language is given in the place of the original's words. Minutes and stages are those of today, as long as there
 * are as many steps.
 */
export const presentShown = (save: TranslationRecord, originals: Originals, people: People): TranslationShown => {
  const { content, language } = save
  const { now } = originals
  const fits = content.steps.length === now.steps.length
  return {
    ...briefOf(save, originals, people),
    changed: movedOn(originals),
    content: wordsOf(fits ? withTexts(now, textsOf(content), language) : content),
  }
}
