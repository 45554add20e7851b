import type { FileHandle } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { AcademyError } from '@academy/contract'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30

export interface ZipEntry {
  name: string
  method: number
  packed: number
  size: number
  at: number
  /** A symbolic link, as some systems pack it. */
  link: boolean
}

/** Bounds of what a zip may claim and hold. */
export interface ZipBounds {
  entries: number
  bytes: number
}

const unsafe = () => new AcademyError('files/unsafe')

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  if (bytesRead < length) throw new AcademyError('files/damaged')
  return bytes
}

/** The entries as the directory names them, nothing of them unpacked. Refused: passwords, paths that lead out, too many, what overlaps. */
export async function zipEntries(file: FileHandle, size: number, most: ZipBounds): Promise<ZipEntry[]> {
  const tailSize = Math.min(size, END_SIZE + 0xffff)
  const tail = await bytesAt(file, size - tailSize, tailSize)
  let end = tail.length - END_SIZE
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) throw new AcademyError('files/damaged')
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const at = tail.readUInt32LE(end + 16)
  // A file of our size needs no zip64, and what hides behind it is not looked for.
  if (count > most.entries || count === 0xffff || at + length > size) throw unsafe()

  const directory = await bytesAt(file, at, length)
  const entries: ZipEntry[] = []
  let here = 0
  for (let n = 0; n < count; n++) {
    if (here + ENTRY_SIZE > length || directory.readUInt32LE(here) !== ENTRY) throw new AcademyError('files/damaged')
    const nameLength = directory.readUInt16LE(here + 28)
    const name = directory.toString('utf8', here + ENTRY_SIZE, here + ENTRY_SIZE + nameLength)
    const encrypted = directory.readUInt16LE(here + 8) & 1
    if (encrypted || leadsOut(name)) throw unsafe()
    entries.push({
      name,
      method: directory.readUInt16LE(here + 10),
      packed: directory.readUInt32LE(here + 20),
      size: directory.readUInt32LE(here + 24),
      at: directory.readUInt32LE(here + 42),
      link: directory.readUInt32LE(here + 38) >>> 28 === 0xa,
    })
    here += ENTRY_SIZE + nameLength + directory.readUInt16LE(here + 30) + directory.readUInt16LE(here + 32)
  }
  const sum = (of: (entry: ZipEntry) => number) => entries.reduce((all, entry) => all + of(entry), 0)
  // More packed bytes than there are: entries that overlap, so that a little unpacks to very much.
  if (sum((entry) => entry.size) > most.bytes || sum((entry) => entry.packed) > size) throw unsafe()
  return entries
}

const leadsOut = (name: string) =>
  name.startsWith('/') || /^[a-z]:/i.test(name) || /[\\\0]/.test(name) || name.split('/').includes('..')

/** Unpacks an entry piece by piece; stops as soon as that is more than it claims or than is left. Answers how much it was. */
export async function unpackEntry(
  file: FileHandle,
  entry: ZipEntry,
  left: number,
  take: (chunk: Buffer) => void = () => {},
): Promise<number> {
  const local = await bytesAt(file, entry.at, LOCAL_SIZE)
  if (local.readUInt32LE(0) !== LOCAL) throw new AcademyError('files/damaged')
  const start = entry.at + LOCAL_SIZE + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (entry.packed === 0) return 0
  if (entry.method !== 0 && entry.method !== 8) throw unsafe()
  if (entry.method === 0 && entry.packed !== entry.size) throw unsafe()
  let size = 0
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > entry.size || size > left) return done(unsafe())
      take(chunk)
      done()
    },
  })
  const packed = file.createReadStream({ start, end: start + entry.packed - 1, autoClose: false })
  try {
    if (entry.method === 0) await pipeline(packed, count)
    else await pipeline(packed, createInflateRaw(), count)
  } catch (error) {
    throw error instanceof AcademyError ? error : new AcademyError('files/damaged')
  }
  return size
}
