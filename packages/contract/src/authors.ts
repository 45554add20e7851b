import * as v from 'valibot'
import { command, instant } from './commands.ts'
import { Id } from './ids.ts'

export const CoAuthorsOf = v.strictObject({ practiceId: Id })
export type CoAuthorsOf = v.InferOutput<typeof CoAuthorsOf>

/** What a link to write together says besides the practice: until when it holds, and the secret of it. */
const linkEntries = { until: instant, key: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)) }

export const JoinAuthors = command({ practiceId: Id, ...linkEntries })
export type JoinAuthors = v.InferOutput<typeof JoinAuthors>

export const RemoveCoAuthor = command({ practiceId: Id, memberId: Id })
export type RemoveCoAuthor = v.InferOutput<typeof RemoveCoAuthor>

/** A link for one colleague: once somebody has joined by it, or was taken off, it holds no more. */
export interface AuthorLink {
  until: number
  key: string
}

export interface CoAuthors {
  items: { id: Id; name: string }[]
  may: { invite: boolean; remove: boolean; leave: boolean }
}
