import * as v from 'valibot'
import { command, instant, type Page, pageShape } from './commands.ts'
import type { Id } from './ids.ts'
import { Locale } from './locale.ts'
import type { PlaceBrief } from './places.ts'

/**
 * What came of one's practices: somebody tried one, adapted one, sent a review of one; one's own review of another's was opened by its
 * author; a practice was withdrawn by those who answer for the place. How a try went is not among it: the thanks are the same.
 */
export const ECHO_KINDS = ['tried', 'adapted', 'reviewed', 'released', 'withdrawn'] as const
export type EchoKind = (typeof ECHO_KINDS)[number]

export const EchoesOf = v.strictObject({
  locale: Locale,
  /** Only what one has not seen yet. */
  unseen: v.optional(v.boolean(), false),
  ...pageShape,
})
export type EchoesOf = v.InferOutput<typeof EchoesOf>

/** All up to this moment, which an echo named, has been seen. */
export const SeeEchoes = command({ upTo: instant })
export type SeeEchoes = v.InferOutput<typeof SeeEchoes>

interface Titled {
  id: Id
  title: string
  language: Locale
}

export interface EchoView {
  kind: EchoKind
  /** Of the try, the adaptation, the review; of the practice where that was withdrawn. */
  id: Id
  practice: Titled
  /** What was made of it. */
  adaptation: Titled | null
  /** Null: the account was deleted, or nobody is named. */
  by: string | null
  place: PlaceBrief | null
  at: number
  seen: boolean
}

export interface EchoPage extends Page<EchoView> {
  /** Of one's own stream, from which on to listen for more. */
  seq: number
}
