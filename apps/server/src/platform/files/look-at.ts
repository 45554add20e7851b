import { readFile } from 'node:fs/promises'
import { AcademyError, endingOf, FILE_TYPES, type FileKind } from '@academy/contract'
import { drawAnew } from './images.ts'
import { checkOffice } from './office.ts'

export interface Looked {
  kind: FileKind
  mime: string
  bytes: Buffer
  width: number | null
  height: number | null
  small: Buffer | null
}

/**
 * What somebody brought, looked at: told by its bytes, of a kind that may be kept, and the same as its name says. Pictures are made anew.
 * `path` is ours; `name` is theirs and only its ending is read.
 */
export async function lookAt(path: string, name: string): Promise<Looked> {
  const ending = endingOf(name)
  if (!ending) throw new AcademyError('files/wrong-type')
  const said = FILE_TYPES[ending]
  const mime = await mimeOf(path)
  // Phones call a picture or a recording of one format by another's name; a document is exactly what it is called.
  const fits = said.kind === 'document' ? mime === said.mime : mime !== undefined && kindOf(mime) === said.kind
  if (!mime || !fits) throw new AcademyError('files/not-what-it-says')
  if (said.kind === 'image') return { kind: 'image', mime: 'image/webp', ...(await drawAnew(path)) }
  if (mime.startsWith('application/vnd.')) await checkOffice(path)
  return { kind: said.kind, mime, bytes: await readFile(path), width: null, height: null, small: null }
}

const kindOf = (mime: string): FileKind | undefined => Object.values(FILE_TYPES).find((it) => it.mime === mime)?.kind

/** One of our types, or undefined. */
async function mimeOf(path: string): Promise<string | undefined> {
  const { fileTypeFromFile } = await import('file-type')
  const told = (await fileTypeFromFile(path).catch(() => undefined))?.mime.split(';')[0]
  if (told === 'audio/x-m4a') return 'audio/mp4'
  // Recorders put sound alone into boxes made for films.
  if (told === 'video/webm' || told === 'video/mp4')
    return (await hasPicture(path, told)) ? undefined : `audio/${told.slice(6)}`
  return told && kindOf(told) ? told : undefined
}

const MP4_HANDLER = 12

async function hasPicture(path: string, mime: string): Promise<boolean> {
  const bytes = await readFile(path)
  if (mime === 'video/webm') return /V_(VP8|VP9|AV1|MPEG|THEORA|UNCOMPRESSED|MS)/.test(bytes.toString('latin1'))
  for (let at = bytes.indexOf('hdlr'); at >= 0; at = bytes.indexOf('hdlr', at + 4))
    if (bytes.toString('latin1', at + MP4_HANDLER, at + MP4_HANDLER + 4) === 'vide') return true
  return false
}
