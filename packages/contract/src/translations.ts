import * as v from 'valibot'
import { command, maybeText } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale } from './locale.ts'
import type { PracticeContent } from './practice-card.ts'
import { longestText, STEP_FIELDS, TEXT_FIELDS, type TextField, type TextKey, type Texts } from './translation-texts.ts'

const KEY = new RegExp(`^(?:${TEXT_FIELDS.join('|')}|steps\\.1?\\d\\.(?:${STEP_FIELDS.join('|')}))$`)
/** Texts of a translation, as a person or the academy's machine writes them. */
export const TranslationTexts = v.pipe(
  v.record(v.pipe(v.string(), v.regex(KEY)), maybeText(LIMITS.practiceText * 1.5)),
  v.check((texts) => Object.entries(texts).every(([key, text]) => text.length <= longestText(key))),
  v.check((texts) => Object.values(texts).some((text) => text !== '')),
  v.transform((texts): Texts => texts),
)

const N = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** The command's id is that save's id. Half of a translation may be saved; readers are shown it once it is whole. */
export const SaveTranslation = command({
  practiceId: Id,
  language: Locale,
  /** The save this one was made from, 0 for the first. When it is no longer the newest, nothing is written over it. */
  base: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** That save's id, where it was sent from here and not answered yet: another may have got its number. */
  on: v.optional(Id),
  /** The version of the original it says. */
  ofVersion: N,
  texts: TranslationTexts,
})
export type SaveTranslation = v.InferOutput<typeof SaveTranslation>

/** The academy's own machine makes a draft, where its operator runs one. */
export const MachineTranslation = command({
  practiceId: Id,
  language: Locale,
  base: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type MachineTranslation = v.InferOutput<typeof MachineTranslation>

/** Somebody who reads both languages says that this save holds. */
export const VerifyTranslation = command({ practiceId: Id, language: Locale, n: N })
export type VerifyTranslation = v.InferOutput<typeof VerifyTranslation>

/** Takes the newest words away: a draft's, or what was verified. */
export const WithdrawTranslation = command({ practiceId: Id, language: Locale, n: N })
export type WithdrawTranslation = v.InferOutput<typeof WithdrawTranslation>

export const TranslationsOf = v.strictObject({ practiceId: Id })
export type TranslationsOf = v.InferOutput<typeof TranslationsOf>
export const TranslationRef = v.strictObject({
  practiceId: Id,
  language: Locale,
  /** Also the words of this save: what two translators started from. */
  since: v.optional(v.nullable(N), null),
})
export type TranslationRef = v.InferOutput<typeof TranslationRef>

/** How a translation stands. */
export interface TranslationBrief {
  language: Locale
  /** What a save on top of it names as its `base`. */
  n: number
  ofVersion: number
  verified: boolean
  /** Some text of the original moved on since. */
  stale: boolean
  /** Every text of the original has its words. */
  whole: boolean
  by: 'person' | 'machine'
  /** Null: the account was deleted. */
  translator: string | null
  at: number
  verifiedBy: string | null
  verifiedAt: number | null
}

/** A translation as a reader of its language is shown it, in the place of the original's words. */
export interface TranslationShown extends Omit<TranslationBrief, 'whole'> {
  /** The texts of the original that moved on since: the others hold as they were verified. */
  changed: TextKey[]
  content: Pick<PracticeContent, TextField | 'language' | 'steps'>
}

/** The languages of a practice, for those with an account. */
export interface PracticeTranslations {
  original: Locale
  version: number
  /** Of each language the newest save. `shown`: readers of the language are given it or one before it. */
  translations: (TranslationBrief & { shown: boolean })[]
  may: { translate: boolean }
}

/** A glossary term that stands in the original, and what it is called in the translation's language. */
export interface TermPair {
  from: string
  to: string[]
}

/** What the translator works with: the original beside the newest words. */
export interface TranslationOpened {
  original: { language: Locale; version: number; texts: Texts }
  /** The original as the newest save had it, where it moved on since and this person may see how it was. */
  was: Texts | null
  /** Texts of the original that changed since the newest save. */
  changed: TextKey[]
  newest: (TranslationBrief & { texts: Texts }) | null
  /** What a save names as its `base`: the newest save, also one that was withdrawn. */
  base: number
  since: Texts | null
  terms: TermPair[]
  may: { translate: boolean; verify: boolean; withdraw: boolean; machine: boolean }
}

/** What policy needs to know of a translation. */
export interface TranslationFacts {
  translatorId: Id | null
  verified: boolean
}
