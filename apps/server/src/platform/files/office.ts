import { open } from 'node:fs/promises'
import { AcademyError } from '@academy/contract'
import { unpackEntry, zipEntries } from './zip.ts'

/** An office file is a zip. More than this no lesson plan has, and no reader's machine should be asked to unpack. */
const MOST = { entries: 3000, bytes: 200 * 1024 * 1024 }

/**
 * Looks into an office file without unpacking it anywhere: what its directory claims first, then what its entries really hold, counted
 * while they stream by. Refused: bombs, also those that lie about their size or share their bytes, paths that lead out, passwords, macros.
 */
export async function checkOffice(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const entries = await zipEntries(file, size, MOST)
    if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) throw new AcademyError('files/unsafe')
    let left = MOST.bytes
    for (const entry of entries) left -= await unpackEntry(file, entry, left)
  } finally {
    await file.close()
  }
}
