import { newId } from '@academy/contract'
import { addCommunities, newCommunity } from '../communities/index.ts'
import type { World } from './test-cast.ts'
import { defineTable, type Wanted } from './test-lines.ts'

const name = { kk: 'Математика мұғалімдері', ru: '', en: '' }

/** A community of the place that its owner has joined, and somebody else. The one that is over: they were shown out of it. */
export async function makeCommunity({ academy, member }: World, { place, owner, over }: Wanted) {
  const communityId = newId()
  const other = await member([{ role: 'parent', placeId: place.id }])
  const at = new Date()
  const joined = (memberId: string, shownOutAt: Date | null) => ({ communityId, memberId, joinedAt: at, shownOutAt })
  await academy.db.write((tx) =>
    addCommunities(tx, {
      communities: [newCommunity({ id: communityId, kind: 'subject', placeId: place.id, name, path: place.path, at })],
      people: [joined(other.id, null), ...(owner.kind === 'member' ? [joined(owner.id, over ? at : null)] : [])],
    }),
  )
  return { placeId: place.id, communityId, memberId: other.id }
}

const ref = ({ communityId }: { communityId: string }) => ({ communityId })
const cmd = <T extends object>(more: T) => ({ id: newId(), ...more })
const STAND_THERE = { own: 'PTLRMODFA', same: 'PTLRMODFA', near: 'DFA', far: 'A', ended: 'PTLRMODFA', unknown: '' }
const RUN = {
  own: 'LODA refused:PTRMF',
  same: 'LODA refused:PTRMF',
  near: 'DA refused:F',
  far: 'A',
  ended: 'LODA refused:PTRMF',
  unknown: '',
}

export const communities = defineTable({
  room: 'communities',
  door: 'members',
  sight: 'communities.open',
  make: makeCommunity,
  lines: {
    open: { input: ref, on: STAND_THERE },
    list: {
      input: () => ({ limit: 100 }),
      finds: (answer: { items: { id: string }[] }, { communityId }) =>
        answer.items.some(({ id }) => id === communityId),
      on: STAND_THERE,
    },
    'list (mine)': {
      input: () => ({ mine: true, limit: 100 }),
      finds: (answer: { items: { id: string }[] }, { communityId }) =>
        answer.items.some(({ id }) => id === communityId),
      on: { own: 'PTLRMODFA', same: '', near: '', far: '', ended: '', unknown: '' },
    },
    create: {
      sight: 'itself',
      input: ({ placeId }) => cmd({ name, kind: 'theme', placeId }),
      on: {
        own: 'TLRODA refused:PMF',
        same: 'TLRODA refused:PMF',
        near: 'DA refused:PTLRMOF',
        far: 'A refused:PTLRMODF',
        unknown: '',
      },
    },
    'create (for everybody)': {
      input: () => cmd({ name, kind: 'theme', placeId: null }),
      on: 'A refused:PTLRMODF',
    },
    join: { input: (it) => cmd(ref(it)), on: { ...STAND_THERE, ended: 'refused:PTLRMODFA' } },
    leave: { input: (it) => cmd(ref(it)), on: STAND_THERE },
    people: { input: ref, on: RUN },
    'showOut (out)': { input: (it) => cmd({ ...ref(it), memberId: it.memberId, on: true }), on: RUN },
    'showOut (in again)': { input: (it) => cmd({ ...ref(it), memberId: it.memberId, on: false }), on: RUN },
  },
})
