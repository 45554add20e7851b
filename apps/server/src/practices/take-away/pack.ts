import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  FILE_TYPES,
  type FileView,
  LIMITS,
  PACK_FORMAT,
  PACK_VERSION,
  type PackCard,
  type PackManifest,
  type PracticeContent,
  type PracticeView,
  packable,
} from '@academy/contract'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { inLocale, type Sheet } from './sheet.ts'
import { escaped, sheetHtml } from './sheet-html.ts'
import { SHEET_WORDS } from './words.ts'

/** One file of a pack: words, or bytes that lie on the disk. */
type Part = { path: string; sha256: string; size: number } & ({ text: string } | { from: string })

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function textPart(path: string, text: string): Part {
  const bytes = Buffer.from(text)
  return { path, text, size: bytes.length, sha256: hashOf(bytes) }
}

const endingFor = (mime: string) => Object.entries(FILE_TYPES).find(([, it]) => it.mime === mime)?.[0] ?? 'bin'

export interface Attached {
  view: FileView
  /** Of its bytes alone, without the small picture beside them. */
  size: number
  sha256: string
  from: string
}

interface Filed {
  part: Part
  view: FileView
}

/** What goes into a pack: as many of the files as it may hold, in their order. */
const filesFor = (attached: readonly Attached[]): Filed[] =>
  attached.map(({ view, size, sha256, from }, n) => {
    const path = `files/${`${n + 1}`.padStart(2, '0')}.${endingFor(view.mime)}`
    return { view, part: { path, from, sha256, size } }
  })

/** What did not fit in is said where one looks for it. */
const leftOut = ({ locale }: Sheet, left: readonly FileView[], url: string) => {
  const names = left.map(({ name }) => `«${name}»`).join(', ')
  return left.length ? `<p>${escaped(SHEET_WORDS[locale].leftOut(names))} ${escaped(url)}</p>` : ''
}

const listOf = (sheet: Sheet, files: readonly Filed[]) =>
  files.length
    ? `<h2>${escaped(sheet.files.label)}</h2><ul>${files
        .map(({ part, view }) => {
          const shown = view.kind === 'image' ? `<br><img src="${part.path}" alt="" loading="lazy">` : ''
          return `<li><a href="${part.path}">${escaped(view.name)}</a>${shown}</li>`
        })
        .join('')}</ul>`
    : ''

/** A practice with its files as one zip: read in any browser without a line, and opened in any academy. */
export function packOf(
  practice: PracticeView,
  content: PracticeContent,
  sheet: Sheet,
  attached: readonly Attached[],
  { url, now }: { url: string; now: Date },
): AsyncGenerator<Uint8Array> {
  const { taken, left } = packable(practice.attachments)
  const files = filesFor(attached.filter(({ view }) => taken.includes(view)))
  const names = new Map(content.attachments.map(({ fileId, name }) => [fileId, name]))
  const card: PackCard = {
    ...content,
    attachments: files.map(({ part, view }) => ({ path: part.path, name: names.get(view.fileId) ?? view.name })),
  }
  const parts: Part[] = [
    textPart('index.html', sheetHtml(sheet, { files: listOf(sheet, files) + leftOut(sheet, left, url) })),
    textPart('card.json', JSON.stringify(card)),
    ...files.map(({ part }) => part),
  ]
  const manifest: PackManifest = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    made: now.toISOString(),
    academy: sheet.academy,
    practice: {
      id: practice.id,
      version: practice.version,
      language: content.language,
      title: content.title,
      author: [practice.author, ...practice.coAuthors].filter(Boolean).join(', ').slice(0, LIMITS.title),
      place: inLocale(practice.place.name, content.language),
      url,
      licence: content.licence,
    },
    files: parts.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
  }
  return zipped([textPart('manifest.json', JSON.stringify(manifest, null, 1)), ...parts])
}

/** Packed piece by piece, as fast as it is taken: the files themselves are packed already. */
async function* zipped(parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  function* taken() {
    const ready = made
    made = []
    yield* ready
  }
  for (const part of parts) {
    const entry = 'text' in part ? new ZipDeflate(part.path, { level: 6 }) : new ZipPassThrough(part.path)
    zip.add(entry)
    if ('text' in part) entry.push(Buffer.from(part.text), true)
    else {
      for await (const chunk of createReadStream(part.from)) {
        entry.push(chunk as Buffer)
        yield* taken()
      }
      entry.push(new Uint8Array(), true)
    }
    yield* taken()
  }
  zip.end()
  yield* taken()
}
