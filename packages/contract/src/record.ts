import * as v from 'valibot'
import type { Id } from './ids.ts'
import { Locale } from './locale.ts'
import type { PlaceBrief } from './places.ts'
import type { Outcome } from './trials.ts'

export const MyRecordIn = v.strictObject({ locale: Locale })
export type MyRecordIn = v.InferOutput<typeof MyRecordIn>

export const RECORD_KINDS = ['published', 'written-along', 'tried', 'adapted', 'reviewed', 'translated'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** One thing somebody did, or for `adapted` another did with theirs. No pupil and no word about one stands in it. */
export interface RecordRow {
  kind: RecordKind
  /** Milliseconds UTC; of a try the day of the lesson, at its beginning in Astana. */
  at: number
  practiceId: Id
  /** Empty: another's practice that was withdrawn since. */
  title: string
  language: Locale | null
  place: PlaceBrief | null
  outcome: Outcome | null
  /** Of a try: how long a lesson of the practice is. */
  minutes: number | null
}

/** What a teacher did in the academy, for themselves: counts of what is known here, no claim of what it counts for elsewhere. */
export interface MyRecord {
  name: string
  /** Newest first. */
  rows: RecordRow[]
  /** There is more than `rows` hold; the counts are of all. */
  more: boolean
  counts: Record<RecordKind, number>
  /** Of one's own practices: told by others. */
  triedByOthers: { tries: number; schools: number }
  /** Lessons one has told of, by the length their practices say. */
  lessonMinutes: number
}
