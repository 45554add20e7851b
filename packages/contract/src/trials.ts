import * as v from 'valibot'
import { command, line, maybeText, type Page, pageShape } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale } from './locale.ts'
import type { PlaceBrief } from './places.ts'
import { grades } from './practice-card.ts'

/** How it went. That it did not work is worth as much to the next one as that it did. */
export const OUTCOMES = ['worked', 'partly', 'did-not-work'] as const
export const Outcome = v.picklist(OUTCOMES)
export type Outcome = (typeof OUTCOMES)[number]

export const CLASS_KINDS = ['usual', 'ungraded'] as const
export type ClassKind = (typeof CLASS_KINDS)[number]

/** A day as a calendar has it, in Astana: `2026-11-24`. */
const Day = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\d$/),
  v.check((day) => {
    const at = Date.parse(`${day}T00:00:00Z`)
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
  }),
)

const trialEntries = {
  outcome: Outcome,
  day: Day,
  classKind: v.picklist(CLASS_KINDS),
  grades: v.pipe(grades, v.minLength(1)),
  pupils: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.classSize))),
  /** What the lesson was held in. */
  language: Locale,
  happened: line(LIMITS.trialText),
  /** Under what conditions it worked or did not. */
  conditions: maybeText(LIMITS.trialText),
  /** What was done otherwise. */
  changed: maybeText(LIMITS.trialText),
}

/** The command's id is the trial's id. */
export const TellTrial = command({
  ...trialEntries,
  practiceId: Id,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The school it was tried at. */
  placeId: Id,
})
export type TellTrial = v.InferOutput<typeof TellTrial>
export const EditTrial = command({ ...trialEntries, trialId: Id })
export type EditTrial = v.InferOutput<typeof EditTrial>
export const TakeBackTrial = command({ trialId: Id })
export type TakeBackTrial = v.InferOutput<typeof TakeBackTrial>

export const TrialsOf = v.strictObject({ practiceId: Id, ...pageShape })
export type TrialsOf = v.InferOutput<typeof TrialsOf>
export const SpreadOf = v.strictObject({ practiceId: Id, locale: Locale })
export type SpreadOf = v.InferOutput<typeof SpreadOf>

export interface TrialView extends Omit<TellTrial, 'id' | 'composedAt' | 'practiceId' | 'placeId'> {
  id: Id
  /** Null: the account was deleted. */
  by: string | null
  place: PlaceBrief
  at: number
  editedAt: number | null
  mine: boolean
}

/** Counts of tries and of schools; never a score. */
export interface TrialCounts {
  tries: number
  schools: number
  /** Schools other than the practice's own, and not by its author. */
  independentSchools: number
  outcomes: Record<Outcome, number>
}

export interface TrialPage extends Page<TrialView> {
  counts: TrialCounts
  may: { tell: boolean }
}

/** A practice in the tree of its adaptations; the root has no origin among them. */
export interface SpreadNode {
  id: Id
  title: string
  language: Locale
  author: string | null
  place: PlaceBrief
  originId: Id | null
  publishedAt: number
  counts: TrialCounts
}

/** Where a practice went, school by school. */
export interface SpreadView {
  nodes: SpreadNode[]
  /** Adaptations beyond those in `nodes`; they are counted. */
  more: number
  /** From the school of a practice to a school where it was tried or adapted. */
  ways: { from: Id; to: Id; tries: number; adaptations: number }[]
  schools: PlaceBrief[]
  totals: { tries: number; adaptations: number; schools: number; independentSchools: number }
  /** What breaks where, newest first: the conditions, or what happened where none were told. */
  breaks: { trialId: Id; practiceId: Id; place: PlaceBrief; outcome: Outcome; why: string }[]
}
