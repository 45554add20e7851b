import { fileURLToPath } from 'node:url'
import { schemaVersion } from '@academy/database'
import { fillMany, INDEX_VERSION } from '@academy/server/practices/index'
import { type AcademyOptions, copyOf, freshDatabase, keepCopy, openAcademy } from '@academy/testkit'

export const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/academy-bench', import.meta.url))

/** A fixed moment, so that a library that is kept and one just made are alike. */
const NEWEST_AT = new Date('2026-01-01T00:00:00Z')

/**
 * An academy whose library holds so many practices. Filling it is no part of any measure and takes minutes at 100,000, so the database is
 * kept for the next run, until tables or tokens change (`rm -r node_modules/.cache/academy-bench` forgets it).
 */
export async function openFilled(n: number, options: Partial<AcademyOptions> = {}) {
  const kept = { folder: FOLDER, name: `academy_filled_${n}_${INDEX_VERSION}_${schemaVersion()}` }
  const filled = await copyOf(kept)
  if (filled) return openAcademy({ ...options, database: filled })
  const fresh = await freshDatabase()
  // Its own server is closed before the copy is made: everything is in the file then.
  const academy = await openAcademy({ database: { url: fresh.url, drop: async () => {} } })
  const author = await academy.person('teacher')
  await fillMany(academy.db, { n, authorId: author.id, placeId: academy.places.school, now: NEWEST_AT })
  await academy[Symbol.asyncDispose]()
  await keepCopy(fresh, kept)
  return openAcademy({ ...options, database: fresh })
}
