import * as v from 'valibot'
import { command, pageShape } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import type { Locale } from './locale.ts'

/** No form is deeper than a few lists in one another; what is, is made to be stumbled over. */
const DEEPEST = 12

const isWithin = (value: unknown, left: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (left > 0 && Object.values(value).every((inside) => isWithin(inside, left - 1)))

const isObject = (text: string): boolean => {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) && isWithin(read, DEEPEST)
  } catch {
    return false
  }
}

/** What is being written of a practice, kept for its writer's other devices. */
export const SaveDraft = command({
  /** The practice it changes, or for a new one an id that its page made. */
  practiceId: Id,
  /** A form half filled in, as JSON: only the page that wrote it reads it. */
  form: v.pipe(
    v.string(),
    v.maxLength(LIMITS.draft),
    v.check((text) => text.isWellFormed() && !text.includes('\0') && isObject(text)),
  ),
  /** How many saves the device has seen: 0 for none. Another device's save in between is not written over. */
  base: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type SaveDraft = v.InferOutput<typeof SaveDraft>

export const DropDraft = command({ practiceId: Id })
export type DropDraft = v.InferOutput<typeof DropDraft>
export const DraftRef = v.strictObject({ practiceId: Id })
export type DraftRef = v.InferOutput<typeof DraftRef>
export const MyDrafts = v.strictObject({ ...pageShape })
export type MyDrafts = v.InferOutput<typeof MyDrafts>

export interface DraftRow {
  practiceId: Id
  /** As far as it is written: it may be empty. */
  title: string
  language: Locale | null
  at: number
  /** It changes a practice that is published. */
  published: boolean
}

export interface DraftView {
  practiceId: Id
  form: string
  /** What the next save names as its `base`. */
  n: number
  at: number
}
