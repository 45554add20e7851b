import * as v from 'valibot'
import { maybeText } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale } from './locale.ts'
import { contentEntries, type PracticeWritten, Source } from './practice-card.ts'

/** Where a pack is brought; `?id=…&placeId=…`, its bytes are the body. */
export const PACKS = '/packs'

/** One practice with its files in a zip: for another academy, or a phone that has no line. */
export const PACK_FORMAT = 'academy-practice'
export const PACK_VERSION = 1

/** What may lie in it. Never a folder, never a name that somebody gave. */
export const PACK_PATH = /^(?:card\.json|index\.html|files\/\d{2}\.[a-z0-9]{3,4})$/

const Packed = v.strictObject({
  path: v.pipe(v.string(), v.regex(PACK_PATH)),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

export const PackManifest = v.strictObject({
  format: v.literal(PACK_FORMAT),
  version: v.literal(PACK_VERSION),
  made: v.pipe(v.string(), v.isoTimestamp()),
  academy: maybeText(LIMITS.title),
  practice: v.strictObject({
    id: Id,
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    language: Locale,
    ...Source.entries,
  }),
  files: v.pipe(v.array(Packed), v.maxLength(LIMITS.attachments + 2)),
})
export type PackManifest = v.InferOutput<typeof PackManifest>

/** The card in a pack: as it is sent, its files by where they lie. */
export const PackCard = v.strictObject({
  ...contentEntries,
  attachments: v.pipe(
    v.array(v.strictObject({ path: v.pipe(v.string(), v.regex(PACK_PATH)), name: maybeText(LIMITS.title) })),
    v.maxLength(LIMITS.attachments),
  ),
})
export type PackCard = v.InferOutput<typeof PackCard>

/** A pack that was opened: what the form of a new practice begins with. Its files are the opener's own by now. */
export interface PackOpened {
  card: PracticeWritten
  /** It stands in this academy, where its opener may read it. */
  origin: { practiceId: Id; version: number } | null
}

/** Of a practice's files, in their order, those that go into a pack; what is left is named to whoever takes it. */
export function packable<F extends { size: number }>(files: readonly F[]): { taken: F[]; left: F[] } {
  const taken: F[] = []
  const left: F[] = []
  let room = LIMITS.pack.files
  for (const file of files) {
    const fits = file.size <= room
    if (fits) room -= file.size
    ;(fits ? taken : left).push(file)
  }
  return { taken, left }
}
