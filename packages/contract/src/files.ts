import { line } from './commands.ts'
import type { Id } from './ids.ts'
import { LIMITS } from './limits.ts'

export type FileKind = 'image' | 'document' | 'audio'

/** What may be brought, by the ending of its name. The bytes must say the same. */
export const FILE_TYPES = {
  jpg: { kind: 'image', mime: 'image/jpeg' },
  jpeg: { kind: 'image', mime: 'image/jpeg' },
  png: { kind: 'image', mime: 'image/png' },
  webp: { kind: 'image', mime: 'image/webp' },
  pdf: { kind: 'document', mime: 'application/pdf' },
  docx: { kind: 'document', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pptx: { kind: 'document', mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  xlsx: { kind: 'document', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  odt: { kind: 'document', mime: 'application/vnd.oasis.opendocument.text' },
  mp3: { kind: 'audio', mime: 'audio/mpeg' },
  ogg: { kind: 'audio', mime: 'audio/ogg' },
  opus: { kind: 'audio', mime: 'audio/ogg' },
  m4a: { kind: 'audio', mime: 'audio/mp4' },
  webm: { kind: 'audio', mime: 'audio/webm' },
} as const satisfies Record<string, { kind: FileKind; mime: string }>
export type FileEnding = keyof typeof FILE_TYPES

/** What the ending of a name promises; undefined where that may not be brought. */
export const endingOf = (name: string): FileEnding | undefined => {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(FILE_TYPES, ending) ? (ending as FileEnding) : undefined
}

/** Where uploads go; one upload's address is `<this>/<member>-<file>`, both ids, so whoever has both needs no answer to go on. */
export const UPLOADS = '/files/up'

/** The name a file had on its owner's phone: shown and offered when it is saved, and never a path. */
export const FileName = line(LIMITS.title)

/** A file as a page shows it; its bytes are at `/files/<id>` and, of an image, a small one at `/files/<id>/small`. */
export interface FileView {
  fileId: Id
  name: string
  kind: FileKind
  mime: string
  size: number
  /** Of an image. */
  width: number | null
  height: number | null
}
