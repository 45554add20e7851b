import * as v from 'valibot'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'

/** Milliseconds UTC that both databases and every language's dates can hold: up to the year 9999. */
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(253_402_300_799_999))

/**
 * What every write carries. `id` is made when the thing is composed; for a command that makes something it is the new thing's id.
 * `composedAt` is what the phone's clock said (milliseconds UTC): shown as "written 2 h earlier", never ordered by.
 */
const commandShape = {
  id: Id,
  composedAt: v.optional(instant),
}

/** An input object of a command: the given entries and `id`, `composedAt`; unknown keys are refused. */
export const command = <const T extends v.ObjectEntries>(entries: T) => v.strictObject({ ...commandShape, ...entries })

/** What a command answers: ids and numbers only, so that a kept answer never holds what somebody later deletes. */
export interface Done {
  id: Id
  /** Server time of the write, milliseconds UTC. */
  at: number
  /** Seq of the news it made, where there is a stream the writer reads. */
  seq?: number
}

/** Text a person typed: trimmed, at least one character, no NUL, no unpaired surrogate. */
export const line = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.check((s) => s.isWellFormed() && !s.includes('\0')),
    v.trim(),
    v.minLength(1),
  )

/** Like `line`, but may be empty. */
export const maybeText = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.check((s) => s.isWellFormed() && !s.includes('\0')),
    v.trim(),
  )

/** A title or name in at least one language; a missing one is shown in another, and marked as such. */
export const trilingual = (most: number) =>
  v.pipe(
    v.strictObject({ kk: maybeText(most), ru: maybeText(most), en: maybeText(most) }),
    v.check((t) => t.kk !== '' || t.ru !== '' || t.en !== ''),
  )

/** Every list: a limit and an opaque cursor. */
export const pageShape = {
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.page.most)), LIMITS.page.usual),
  cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))), null),
}

export interface Page<T> {
  items: T[]
  /** Null when there is no more. */
  next: string | null
}
