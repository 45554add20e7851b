import { type FileHandle, open } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { AcademyError } from '@academy/contract'

/** An office file is a zip. More than this no lesson plan has, and no reader's machine should be asked to unpack. */
const MOST = { entries: 3000, bytes: 200 * 1024 * 1024 }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30

interface Entry {
  name: string
  method: number
  packed: number
  size: number
  at: number
}

const unsafe = () => new AcademyError('files/unsafe')

/**
 * Looks into an office file without unpacking it anywhere: what its directory claims first, then what its entries really hold, counted
 * while they stream by. Refused: bombs, also those that lie about their size or share their bytes, paths that lead out, passwords, macros.
 */
export async function checkOffice(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const entries = await directoryOf(file, size)
    const sum = (of: (entry: Entry) => number) => entries.reduce((all, entry) => all + of(entry), 0)
    // More packed bytes than there are: entries that overlap, so that a little unpacks to very much.
    if (sum((entry) => entry.size) > MOST.bytes || sum((entry) => entry.packed) > size) throw unsafe()
    let left = MOST.bytes
    for (const entry of entries) left -= await unpackedSize(file, entry, left)
  } finally {
    await file.close()
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  if (bytesRead < length) throw new AcademyError('files/damaged')
  return bytes
}

async function directoryOf(file: FileHandle, size: number): Promise<Entry[]> {
  const tailSize = Math.min(size, END_SIZE + 0xffff)
  const tail = await bytesAt(file, size - tailSize, tailSize)
  let end = tail.length - END_SIZE
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) throw new AcademyError('files/damaged')
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const at = tail.readUInt32LE(end + 16)
  // A file of our size needs no zip64, and what hides behind it is not looked for.
  if (count > MOST.entries || count === 0xffff || at + length > size) throw unsafe()

  const directory = await bytesAt(file, at, length)
  const entries: Entry[] = []
  let here = 0
  for (let n = 0; n < count; n++) {
    if (here + ENTRY_SIZE > length || directory.readUInt32LE(here) !== ENTRY) throw new AcademyError('files/damaged')
    const nameLength = directory.readUInt16LE(here + 28)
    const name = directory.toString('utf8', here + ENTRY_SIZE, here + ENTRY_SIZE + nameLength)
    const encrypted = directory.readUInt16LE(here + 8) & 1
    if (encrypted || leadsOut(name) || /vbaProject\.bin$/i.test(name)) throw unsafe()
    entries.push({
      name,
      method: directory.readUInt16LE(here + 10),
      packed: directory.readUInt32LE(here + 20),
      size: directory.readUInt32LE(here + 24),
      at: directory.readUInt32LE(here + 42),
    })
    here += ENTRY_SIZE + nameLength + directory.readUInt16LE(here + 30) + directory.readUInt16LE(here + 32)
  }
  return entries
}

const leadsOut = (name: string) =>
  name.startsWith('/') || /^[a-z]:/i.test(name) || /[\\\0]/.test(name) || name.split('/').includes('..')

/** What an entry holds once unpacked; stops as soon as that is more than it claims or than is left. */
async function unpackedSize(file: FileHandle, entry: Entry, left: number): Promise<number> {
  const local = await bytesAt(file, entry.at, LOCAL_SIZE)
  if (local.readUInt32LE(0) !== LOCAL) throw new AcademyError('files/damaged')
  const start = entry.at + LOCAL_SIZE + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (entry.packed === 0) return 0
  if (entry.method === 0) {
    if (entry.packed !== entry.size) throw unsafe()
    return entry.size
  }
  if (entry.method !== 8) throw unsafe()
  let size = 0
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(size > entry.size || size > left ? unsafe() : null)
    },
  })
  const packed = file.createReadStream({ start, end: start + entry.packed - 1, autoClose: false })
  try {
    await pipeline(packed, createInflateRaw(), count)
  } catch (error) {
    throw error instanceof AcademyError ? error : new AcademyError('files/damaged')
  }
  return size
}
