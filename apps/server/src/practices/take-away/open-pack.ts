import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import {
  AcademyError,
  type ErrorCode,
  LIMITS,
  PACK_FORMAT,
  PACK_PATH,
  PACK_VERSION,
  PackCard,
  PackManifest,
} from '@academy/contract'
import * as v from 'valibot'
import { unpackEntry, type ZipEntry, zipEntries } from '../../platform/files/index.ts'

const BOUNDS = { entries: LIMITS.attachments + 3, bytes: LIMITS.pack.unpacked }
const MANIFEST = 'manifest.json'

export interface OpenedPack {
  manifest: PackManifest
  card: PackCard
  /** By where it lies in the pack. */
  files: Map<string, Buffer>
}

/** What a zip says of itself in words of files, said of packs. */
const OF_PACKS: Partial<Record<ErrorCode, ErrorCode>> = {
  'files/unsafe': 'practices/pack-unsafe',
  'files/damaged': 'practices/pack-damaged',
}

/**
 * Reads a pack somebody brought, and trusts nothing in it: which names it has, how much they hold, whether they are what the manifest
 * says, and whether the card is a card. Nothing is kept here; what is refused leaves nothing behind.
 */
export async function openPack(path: string): Promise<OpenedPack> {
  const file = await open(path)
  try {
    return await read(file)
  } catch (error) {
    const code = error instanceof AcademyError ? OF_PACKS[error.code] : undefined
    throw code ? new AcademyError(code) : error
  } finally {
    await file.close()
  }
}

async function read(file: FileHandle): Promise<OpenedPack> {
  const { size } = await file.stat()
  const first = Buffer.alloc(2)
  await file.read(first, 0, 2, 0)
  if (size < 22 || first.toString('latin1') !== 'PK') throw new AcademyError('practices/no-pack')
  const entries = await zipEntries(file, size, BOUNDS)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (!byName.has(MANIFEST)) throw new AcademyError('practices/no-pack')
  for (const { name, link, size, packed } of entries) {
    const bomb = size > LIMITS.pack.text && size > packed * LIMITS.pack.times
    if (link || bomb || (name !== MANIFEST && !PACK_PATH.test(name))) throw new AcademyError('practices/pack-unsafe')
  }
  // The second of one name would be read where the first was looked at.
  if (byName.size !== entries.length) throw new AcademyError('practices/pack-unsafe')

  let left = BOUNDS.bytes
  const unpack = async (entry: ZipEntry) => {
    const chunks: Buffer[] = []
    left -= await unpackEntry(file, entry, left, (chunk) => chunks.push(chunk))
    return Buffer.concat(chunks)
  }
  const manifest = manifestOf(await unpack(textEntry(byName, MANIFEST)))
  const told = new Map(manifest.files.map((it) => [it.path, it]))
  if (told.size !== manifest.files.length || told.size !== entries.length - 1)
    throw new AcademyError('practices/pack-damaged')
  const files = new Map<string, Buffer>()
  for (const [name, { size, sha256 }] of told) {
    const entry = name.startsWith('files/') ? byName.get(name) : textEntry(byName, name)
    if (!entry) throw new AcademyError('practices/pack-damaged')
    const bytes = await unpack(entry)
    if (bytes.length !== size || createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new AcademyError('practices/pack-damaged')
    files.set(name, bytes)
  }
  const card = v.safeParse(PackCard, jsonOf(files.get('card.json')))
  if (!card.success) throw new AcademyError('practices/pack-damaged')
  const paths = new Set(card.output.attachments.map(({ path }) => path))
  const lies = (path: string) => path.startsWith('files/') && files.has(path)
  if (paths.size !== card.output.attachments.length || ![...paths].every(lies))
    throw new AcademyError('practices/pack-damaged')
  return { manifest, card: card.output, files }
}

/** An entry of words: none of them is long. */
function textEntry(entries: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const entry = entries.get(name)
  if (!entry) throw new AcademyError('practices/pack-damaged')
  if (entry.size > LIMITS.pack.text) throw new AcademyError('practices/pack-unsafe')
  return entry
}

function jsonOf(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AcademyError('practices/pack-damaged')
  }
}

function manifestOf(bytes: Buffer): PackManifest {
  const told = jsonOf(bytes) as { format?: unknown; version?: unknown } | null
  if (told?.format !== PACK_FORMAT) throw new AcademyError('practices/no-pack')
  if (typeof told.version === 'number' && told.version > PACK_VERSION) throw new AcademyError('practices/pack-too-new')
  const read = v.safeParse(PackManifest, told)
  if (!read.success) throw new AcademyError('practices/pack-damaged')
  return read.output
}
