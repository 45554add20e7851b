import { benchDrafts } from './drafts.ts'
import { benchFanout } from './fanout.ts'
import { benchKept } from './kept.ts'
import { benchBytes, benchIdle } from './others.ts'
import { benchRelevance } from './relevance.ts'
import { benchSearch } from './search.ts'

import { benchStore } from './store.ts'

/** `pnpm bench [part]`: lines of JSON, ours beside the raw limit in one run. */
const PARTS: Record<string, () => Promise<void>> = {
  store: benchStore,
  rooms: benchFanout,
  web: benchBytes,

  practices: benchSearch,
  relevance: benchRelevance,
  drafts: benchDrafts,
  pages: benchKept,
  server: benchIdle,
}

const [part] = process.argv.slice(2)
const chosen = part ? PARTS[part] && [PARTS[part]] : Object.values(PARTS)
if (!chosen) {
  console.error(`There is no part "${part}". Parts: ${Object.keys(PARTS).join(', ')}`)
  process.exit(1)
}
for (const measure of chosen) await measure()
process.exit(0)
