import { getMeta, type Store, setMeta } from '@academy/database'
import type { Config } from '../config.ts'
import { isUnfilled, markUnfilled } from './filling.ts'

export type Mode = 'demo' | 'production'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Decides once per start what this database is. The mark is in the database, so that a demo can never be opened as a real academy
 * (its members enter by one press) and a real one never as a demo.
 */
export async function settleMode(db: Store, config: Config): Promise<{ mode: Mode; unfilled: boolean }> {
  const mark = (await getMeta(db.read, 'mode')) as Mode | undefined
  const mode = config.mode ?? mark ?? 'demo'
  if (mark && mark !== mode)
    throw new Error(
      mark === 'demo'
        ? 'This database holds the demo district, whose members enter by one press. Give ACADEMY_DATA a folder of its own for production.'
        : 'This is a production database. It cannot be opened with ACADEMY_MODE=demo.',
    )
  if (mode === 'demo' && !LOOPBACK.has(config.host) && !config.demoPublic)
    throw new Error(
      `The demo lets anybody in as any role, so it listens on this machine only. To show it on ${config.host} all the same, set ACADEMY_DEMO_PUBLIC=1: administrator and officer are then not offered.`,
    )
  if (!mark)
    await db.write(async (tx) => {
      await setMeta(tx, 'mode', mode)
      if (mode === 'demo') await markUnfilled(tx)
    })
  return { mode, unfilled: mode === 'demo' && (await isUnfilled(db.read)) }
}
