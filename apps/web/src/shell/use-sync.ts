import { createContext, useContext } from 'solid-js'
import type { Sync } from '../sync/index.ts'

export const SyncContext = createContext<Sync>()

/** The page's outbox, streams, drafts and calls: `const sync = useSync()`, then `sync.rpc.rooms.open.query(…)`. */
export function useSync(): Sync {
  const sync = useContext(SyncContext)
  // A fault of ours: an entry or a test has not provided it.
  if (!sync) throw new Error('no sync is provided')
  return sync
}
