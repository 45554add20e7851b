import * as v from 'valibot'
import { Id } from './ids.ts'
import { Locale } from './locale.ts'
import type { PlaceBrief } from './places.ts'
import type { PracticeChange } from './practice-changes.ts'

export const OriginChangesOf = v.strictObject({ practiceId: Id, locale: Locale })
export type OriginChangesOf = v.InferOutput<typeof OriginChangesOf>

/** An adaptation beside what it was made from. */
export interface OriginChanges {
  origin: {
    id: Id
    title: string
    language: Locale
    /** The version it is laid beside. */
    n: number
    /** Is that the one it was made from? Earlier versions are read only by those who keep the practice. */
    madeFrom: boolean
  }
  language: Locale
  changes: PracticeChange[]
  /** Its reader may take a change back into the origin, which is theirs. */
  takeIn: boolean
}

/** Whose adaptation a practice has taken something back in from. */
export interface PracticeCredit {
  id: Id
  title: string
  language: Locale
  /** Null: the account was deleted. */
  author: string | null
  place: PlaceBrief
}
