import { setImmediate as turn } from 'node:timers/promises'
import { getMeta, type Store, setMeta, versionsOf } from '@academy/database'
import { KIND } from '../content.ts'
import type { SchoolsAmong } from '../shared.ts'
import { type Before, findPractice, listToIndex } from '../store.ts'
import { putPractice, putTries } from './put.ts'
import { INDEX_VERSION } from './tokens.ts'

const KEY = 'practices.index'
/** So many at a time: a write of some milliseconds, between which everybody else's go on. */
const AT_ONCE = 10

/**
 * Makes the index anew where it is of an older making than this code's, the newest practices first. Goes on where it was cut: what is of this
 * making already is passed over. `stop` is asked between two writes.
 */
export async function reindex(
  { db, schoolsAmong }: { db: Store; schoolsAmong: SchoolsAmong },
  { stop = () => false, all = false }: { stop?: () => boolean; all?: boolean } = {},
): Promise<number> {
  if (!all && Number(await getMeta(db.read, KEY)) === INDEX_VERSION) return 0
  let made = 0
  let before: Before | null = null
  while (!stop()) {
    const rows = await listToIndex(db.read, { before, limit: AT_ONCE })
    const last = rows.at(-1)
    if (!last) {
      await db.write((tx) => setMeta(tx, KEY, `${INDEX_VERSION}`))
      return made
    }
    before = { at: last.publishedAt, id: last.id }
    const versions = await versionsOf(
      db.read,
      KIND,
      rows.map((row) => row.id),
    )
    const old = rows.filter((row) => all || versions.get(row.id) !== INDEX_VERSION)
    if (old.length === 0) continue
    await db.write(async (tx) => {
      for (const { id } of old) {
        // As it is now: between the reading and this write somebody may have changed or withdrawn it.
        const row = await findPractice(tx, id)
        if (!row || row.withdrawnAt) continue
        await putPractice(tx, row)
        await putTries(tx, row, schoolsAmong)
      }
    })
    made += old.length
    await turn()
  }
  return made
}
