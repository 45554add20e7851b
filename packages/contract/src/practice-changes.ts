import * as v from 'valibot'
import { Id } from './ids.ts'
import { Locale } from './locale.ts'
import type { PracticeContent, PracticeStep } from './practice-card.ts'

const VersionNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Any two versions of one practice, either way round. */
export const ComparePractice = v.strictObject({
  practiceId: Id,
  from: VersionNumber,
  to: VersionNumber,
  locale: Locale,
})
export type ComparePractice = v.InferOutput<typeof ComparePractice>

/** A piece of a text: in both, only in the older, only in the newer. All but the pieces put in make the older text, all but those taken out the newer. */
export interface TextPart {
  is: 'same' | 'out' | 'in'
  text: string
}

type FieldsOf<T, V> = { [K in keyof T]: T[K] extends V ? K : never }[keyof T]
type ValueField =
  | 'language'
  | 'minutes'
  | 'internet'
  | 'devices'
  | 'classSize'
  | 'preparation'
  | 'ungraded'
  | 'functionalLiteracy'
  | 'licence'
export type PracticeTextField = Exclude<FieldsOf<PracticeContent, string>, ValueField>
export type PracticeListField =
  | 'subjects'
  | 'grades'
  | 'resources'
  | 'methods'
  | 'evidence'
  | 'literacy'
  | 'links'
  | 'attachments'

export type PracticeValueChange = {
  [K in ValueField]: { kind: 'value'; field: K; from: PracticeContent[K]; to: PracticeContent[K] }
}[ValueField]

/** One step that is not as it was. `from` and `to` count from 1; null where there was or is none. */
export interface StepChange {
  from: number | null
  to: number | null
  /** What the teacher does: whole, so that one sees which step it is. */
  text: TextPart[]
  more: { field: 'pupils' | 'assessment' | 'resources'; parts: TextPart[] }[]
  minutes: { from: number | null; to: number | null } | null
  stage: { from: PracticeStep['stage']; to: PracticeStep['stage'] } | null
}

/** What is not the same in two cards, in the order of the card. */
export type PracticeChange =
  | { kind: 'text'; field: PracticeTextField; parts: TextPart[] }
  /** Of a dictionary, its words in the reader's language; of attachments, their names. */
  | { kind: 'list'; field: PracticeListField; out: string[]; in: string[] }
  | PracticeValueChange
  | { kind: 'steps'; steps: StepChange[] }
  | { kind: 'also'; language: Locale; title: TextPart[]; summary: TextPart[] }

export interface PracticeChanges {
  from: { n: number; at: number; language: Locale }
  to: { n: number; at: number; language: Locale }
  changes: PracticeChange[]
}
