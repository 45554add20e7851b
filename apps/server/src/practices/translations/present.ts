import {
  type Id,
  missingTexts,
  type PracticeContent,
  type TranslationBrief,
  type TranslationShown,
  textsOf,
  wordsOf,
} from '@academy/contract'
import type { TranslationRecord } from './store.ts'

type People = ReadonlyMap<Id, string>

export const peopleIn = (saves: readonly TranslationRecord[]): Id[] => [
  ...new Set(saves.flatMap(({ translatorId, verifiedBy }) => [translatorId, verifiedBy].filter((id) => id !== null))),
]

const briefOf = (save: TranslationRecord, current: number, people: People): Omit<TranslationBrief, 'whole'> => ({
  language: save.language,
  n: save.n,
  ofVersion: save.ofVersion,
  verified: save.verifiedAt !== null,
  stale: save.ofVersion < current,
  by: save.by,
  translator: people.get(save.translatorId ?? '') ?? null,
  at: save.at.getTime(),
  verifiedBy: people.get(save.verifiedBy ?? '') ?? null,
  verifiedAt: save.verifiedAt?.getTime() ?? null,
})

/** Are there words for everything the original said then? */
export const isWhole = (save: TranslationRecord, original: PracticeContent): boolean =>
  missingTexts(textsOf(original), textsOf(save.content)).length === 0

export const presentSave = (
  save: TranslationRecord,
  { original, current, people }: { original: PracticeContent; current: number; people: People },
): TranslationBrief => ({ ...briefOf(save, current, people), whole: isWhole(save, original) })

/** What a reader of its language is given in the place of the original's words. */
export const presentShown = (save: TranslationRecord, current: number, people: People): TranslationShown => ({
  ...briefOf(save, current, people),
  content: wordsOf(save.content),
})
