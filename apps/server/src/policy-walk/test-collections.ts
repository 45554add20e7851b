import { newId } from '@academy/contract'
import type { Db } from '@academy/database'
import * as tables from '../tables.ts'
import type { Line } from './test-lines.ts'

const cmd = <T extends object>(more: T) => ({ id: newId(), ...more })
const MEMBERS = 'PTLRMODFA'
const named = { title: 'Қысқы жинақ', note: '' }

interface Collected {
  practiceId: string
  collectionId: string
  sharedCollectionId: string
}

/** One collection for oneself and one that is shared, each with the practice. */
export async function addCollections(tx: Db, its: Collected, ownerId: string): Promise<void> {
  const at = new Date()
  for (const [id, shared] of [
    [its.collectionId, false],
    [its.sharedCollectionId, true],
  ] as const) {
    await tx.insert(tables.collections).values({ id, ownerId, ...named, shared, at })
    await tx.insert(tables.collectionPractices).values({ collectionId: id, practiceId: its.practiceId, at })
  }
}

/** Not shared, it is nobody else's to know of; that a practice in it is withdrawn changes nothing of that. */
const OWN = { own: MEMBERS, same: '', near: '', far: '', ended: MEMBERS, gone: '', unknown: '' }
const OTHERS = `refused:${MEMBERS}`
/** Shared, it is seen by everybody and kept by its owner alone. */
const SHARED = { own: MEMBERS, same: OTHERS, near: OTHERS, far: OTHERS, ended: MEMBERS, gone: OTHERS, unknown: '' }
const SIGHT = 'practices.collection'
const SHARED_SIGHT = 'practices.collection (shared)'
const WITHDRAWN = `practices/withdrawn:${MEMBERS}`

const byBoth = (
  name: string,
  input: (its: Collected, collectionId: string) => object,
): Record<string, Line<Collected>> => ({
  [name]: { sight: SIGHT, input: (its) => cmd(input(its, its.collectionId)), on: OWN },
  [`${name} (shared)`]: { sight: SHARED_SIGHT, input: (its) => cmd(input(its, its.sharedCollectionId)), on: SHARED },
})

export const collectionLines: Record<string, Line<Collected>> = {
  collections: {
    sight: 'itself',
    input: () => ({ limit: 100 }),
    finds: (answer: { items: { id: string }[] }, { collectionId }) =>
      answer.items.some(({ id }) => id === collectionId),
    on: OWN,
  },
  collection: {
    sight: 'itself',
    door: 'everybody',
    input: ({ collectionId }) => ({ collectionId, locale: 'kk' }),
    on: OWN,
  },
  'collection (shared)': {
    sight: 'itself',
    door: 'everybody',
    input: ({ sharedCollectionId }) => ({ collectionId: sharedCollectionId, locale: 'kk' }),
    on: { own: '*', same: '*', near: '*', far: '*', ended: '*', gone: '*', unknown: '' },
  },
  echoes: { input: () => ({ locale: 'kk' }), on: MEMBERS },
  seeEchoes: { input: () => cmd({ upTo: 0 }), newcomers: true, on: MEMBERS },
  makeCollection: { input: () => cmd(named), on: MEMBERS },
  ...byBoth('editCollection', (_, collectionId) => ({ collectionId, ...named })),
  ...byBoth('shareCollection', (_, collectionId) => ({ collectionId, shared: false })),
  ...byBoth('movePractice', ({ practiceId }, collectionId) => ({ collectionId, practiceId, position: 0 })),
  ...byBoth('letGoPractice', ({ practiceId }, collectionId) => ({ collectionId, practiceId })),
  ...byBoth('deleteCollection', (_, collectionId) => ({ collectionId })),
  keepPractice: {
    sight: SIGHT,
    input: ({ collectionId, practiceId }) => cmd({ collectionId, practiceId }),
    on: { ...OWN, ended: WITHDRAWN },
  },
  'keepPractice (shared)': {
    sight: SHARED_SIGHT,
    input: ({ sharedCollectionId, practiceId }) => cmd({ collectionId: sharedCollectionId, practiceId }),
    on: { ...SHARED, ended: WITHDRAWN },
  },
}
