import * as v from 'valibot'
import { command, line, maybeText, type Page, pageShape } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale } from './locale.ts'
import type { PracticeRow } from './practices.ts'

const named = { title: line(LIMITS.title), note: maybeText(LIMITS.collectionNote) }
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.collectionPractices - 1))

/** The command's id is the collection's id; made from a practice's page, it holds that one from the start. */
export const MakeCollection = command({ ...named, practiceId: v.optional(v.nullable(Id), null) })
export type MakeCollection = v.InferOutput<typeof MakeCollection>
export const EditCollection = command({ ...named, collectionId: Id })
export type EditCollection = v.InferOutput<typeof EditCollection>
export const ShareCollection = command({ collectionId: Id, shared: v.boolean() })
export type ShareCollection = v.InferOutput<typeof ShareCollection>
export const DeleteCollection = command({ collectionId: Id })
export type DeleteCollection = v.InferOutput<typeof DeleteCollection>

/** Without a position it comes last. One that is there already stays where it is. */
export const KeepPractice = command({ collectionId: Id, practiceId: Id, position: v.optional(position) })
export type KeepPractice = v.InferOutput<typeof KeepPractice>
export const MovePractice = command({ collectionId: Id, practiceId: Id, position })
export type MovePractice = v.InferOutput<typeof MovePractice>
export const LetGoPractice = command({ collectionId: Id, practiceId: Id })
export type LetGoPractice = v.InferOutput<typeof LetGoPractice>

/** With a practice, each collection says whether it holds that one. */
export const MyCollections = v.strictObject({ practiceId: v.optional(v.nullable(Id), null), ...pageShape })
export type MyCollections = v.InferOutput<typeof MyCollections>
export const CollectionRef = v.strictObject({ collectionId: Id, locale: Locale, ...pageShape })
export type CollectionRef = v.InferOutput<typeof CollectionRef>

/** What policy needs to know of a collection. */
export interface CollectionFacts {
  ownerId: Id
  shared: boolean
}

export interface CollectionRow {
  id: Id
  title: string
  note: string
  shared: boolean
  /** As many as its owner put in, withdrawn ones too. */
  practices: number
  /** Of the practice that was asked for. */
  holds: boolean
  at: number
}

/** A practice in a collection; its owner is told where one is not there any more, and no longer what it was called. */
export interface CollectionEntry {
  id: Id
  practice: PracticeRow | null
}

export interface CollectionPage extends Page<CollectionEntry> {
  collection: Pick<CollectionRow, 'id' | 'title' | 'note' | 'shared'> & { by: string | null; editedAt: number }
  /** As many as this reader is shown. */
  total: number
  may: { edit: boolean }
}
