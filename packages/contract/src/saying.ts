import * as v from 'valibot'
import { command, type Page, pageShape } from './commands.ts'
import { Id } from './ids.ts'
import type { Locale } from './locale.ts'

/** What one may say to a message without words; one of each kind from each person. */
export const REACTIONS = ['thanks', 'agree', 'useful', 'unclear'] as const
export const ReactionKind = v.picklist(REACTIONS)
export type ReactionKind = v.InferOutput<typeof ReactionKind>

export const React = command({ messageId: Id, kind: ReactionKind, on: v.boolean() })
export type React = v.InferOutput<typeof React>

/** Each kind that somebody said, in the order of `REACTIONS`, and by how many. */
export type ReactionCounts = [ReactionKind, number][]

/** What the reader said of the messages of a page, by message. */
export type OwnReactions = Record<Id, ReactionKind[]>

export const ListEarlier = v.strictObject({ messageId: Id, ...pageShape })
export type ListEarlier = v.InferOutput<typeof ListEarlier>

/** How a message read before it was edited. */
export interface EarlierText {
  body: string
  text?: RichText
  language: Locale | null
  /** Since when it read so. */
  at: number
}
export type EarlierTexts = Page<EarlierText>

/**
 * Marked text as a tree, made by the server of a message's Markdown. A reader builds elements of it; there is no HTML in it.
 * `a` leads to http or https only.
 */
export type RichText = Rich[]
export type Rich =
  | string
  | { t: 'p' | 'em' | 'strong' | 'code' | 'pre' | 'ul' | 'li' | 'blockquote'; c: RichText }
  | { t: 'ol'; start: number; c: RichText }
  | { t: 'a'; href: string; c: RichText }
