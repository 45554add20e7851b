import { crc32, deflateRawSync } from 'node:zlib'
import { type Id, newId, type Refusal, UPLOADS } from '@academy/contract'
import type { Academy, Person } from '@academy/testkit'
import sharp from 'sharp'

const known = new WeakMap<Uint8Array, Buffer>()
/** The same bytes are packed once: a hundred megabytes of nothing take a second each time. */
function packedOnce(bytes: Uint8Array): Buffer {
  const packed = known.get(bytes) ?? deflateRawSync(bytes)
  known.set(bytes, packed)
  return packed
}

/** Where the lens stood: what must never leave a phone with a photo. */
const GPS = { latitude: '47/1 57/1 0/1', longitude: '77/1 24/1 0/1' }
/** The latitude as it lies in the bytes: three fractions. */
export const LATITUDE = Buffer.from(Uint32Array.of(47, 1, 57, 1, 0, 1).buffer)

/** A photo as a phone makes it: turned by a note, with the place where it was taken. Its bytes are as many as its pixels are noisy. */
export async function photo({ width = 640, height = 480, noisy = false } = {}): Promise<Buffer> {
  const background = { r: 40, g: 90, b: 160 }
  const plain = sharp({
    create: {
      width,
      height,
      channels: 3,
      background,
      ...(noisy ? { noise: { type: 'gaussian', mean: 128, sigma: 60 } } : {}),
    },
    limitInputPixels: false,
  })
  return plain
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Ulgi phone', Copyright: 'Aigul Ulgi' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: GPS.latitude, GPSLongitudeRef: 'E', GPSLongitude: GPS.longitude },
    })
    .jpeg({ quality: noisy ? 100 : 80, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

interface Packed {
  name: string
  bytes?: Buffer
  /** What the directory claims instead of the truth. */
  claims?: number
  /** Points at the bytes of an entry before. */
  sharesWith?: number
  /** A symbolic link to what its bytes say. */
  link?: true
}

/** A zip made by hand, so that it can lie. */
export function zip(entries: readonly Packed[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  const made: { at: number; packed: number; size: number; crc: number }[] = []
  let at = 0
  for (const { name, bytes = Buffer.alloc(0), claims, sharesWith, link } of entries) {
    const title = Buffer.from(name)
    const shared = sharesWith === undefined ? undefined : made[sharesWith]
    const packed = packedOnce(bytes)
    const it = shared ?? { at, packed: packed.length, size: bytes.length, crc: crc32(bytes) }
    made.push(it)
    if (!shared) {
      const local = Buffer.alloc(30)
      local.writeUInt32LE(0x04034b50, 0)
      local.writeUInt16LE(20, 4)
      local.writeUInt16LE(8, 8)
      local.writeUInt32LE(it.crc, 14)
      local.writeUInt32LE(it.packed, 18)
      local.writeUInt32LE(claims ?? it.size, 22)
      local.writeUInt16LE(title.length, 26)
      locals.push(local, title, packed)
      at += 30 + title.length + packed.length
    }
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(it.crc, 16)
    entry.writeUInt32LE(it.packed, 20)
    entry.writeUInt32LE(claims ?? it.size, 24)
    entry.writeUInt16LE(title.length, 28)
    if (link) entry.writeUInt32LE(0o120777 * 0x10000, 38)
    entry.writeUInt32LE(it.at, 42)
    directory.push(entry, title)
  }
  const length = directory.reduce((all, part) => all + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

/** A Word file with whatever else one puts into it. */
export const docx = (...more: Packed[]): Buffer =>
  zip([
    { name: '[Content_Types].xml', bytes: Buffer.from(CONTENT_TYPES) },
    { name: 'word/document.xml', bytes: Buffer.from('<w:document>Сабақ жоспары</w:document>') },
    ...more,
  ])

export const pdf = (text = 'Сабақ жоспары'): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`)

/** A second of silence and more, as MP3 frames. */
export const mp3 = (frames = 40): Buffer => {
  const frame = Buffer.alloc(417)
  frame.writeUInt32BE(0xfffb9064, 0)
  return Buffer.concat(Array.from({ length: frames }, () => frame))
}

export interface Brought {
  id: Id
  url: string
  status: number
  /** Why it was refused. */
  code?: string | undefined
}

const metadata = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

/** One request of the protocol, as the person's browser sends it. */
export async function tus(
  person: Person,
  url: string,
  method: string,
  headers: Record<string, string> = {},
  body?: Uint8Array,
): Promise<Response> {
  return fetch(url, {
    method,
    headers: { ...person.headers, 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body: body as never } : {}),
  })
}

export const codeOf = async (response: Response): Promise<string | undefined> => {
  const text = await response.text()
  if (!text) return undefined
  return (JSON.parse(text) as { error: { data: { refusal: Refusal } } }).error.data.refusal.code
}

export const uploadAt = (base: string, person: Person, id: Id) => `${base}${UPLOADS}/${person.id}-${id}`

/** Brings a file in one go. */
export async function bring(
  academy: Pick<Academy, 'url'>,
  person: Person,
  file: { name: string; bytes: Uint8Array; id?: Id; placeId?: Id; size?: number },
): Promise<Brought> {
  const { bytes, name, id = newId() } = file
  const url = uploadAt(academy.url, person, id)
  const made = await tus(person, `${academy.url}${UPLOADS}`, 'POST', {
    'upload-length': `${file.size ?? bytes.length}`,
    'upload-metadata': metadata({ id, name, ...(file.placeId ? { placeId: file.placeId } : {}) }),
  })
  if (made.status !== 201) return { id, url, status: made.status, code: await codeOf(made) }
  const sent = await send(person, url, bytes)
  return { id, url, status: sent.status, code: sent.status === 204 ? undefined : await codeOf(sent) }
}

export const send = (person: Person, url: string, bytes: Uint8Array, offset = 0): Promise<Response> =>
  tus(
    person,
    url,
    'PATCH',
    { 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' },
    bytes.subarray(offset),
  )
