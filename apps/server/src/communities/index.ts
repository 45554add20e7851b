import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { communitiesRouter } from './router.ts'
import { type CommunitiesDeps, createCommunitiesService } from './service.ts'
import * as store from './store.ts'

export { heldPathsOf, pathOfScope, scopeOf } from './scope.ts'
export { type CommunitiesDeps, newCommunity } from './service.ts'

/** The door of communities; everything else in this folder is private. */
export function createCommunities(deps: CommunitiesDeps) {
  const service = createCommunitiesService(deps)
  const { sees, has, joinedBy, briefs } = service
  return {
    router: communitiesRouter(service),
    service,
    sees,
    has,
    joinedBy,
    briefs,
    onMemberErased: (tx: Db, memberId: Id) => store.forgetMember(tx, memberId),
    contributeToExport: async (memberId: Id) => ({
      communities: (await store.joinedBy(deps.db.read, memberId)).map(({ community, joinedAt }) => ({
        id: community.id,
        name: community.name,
        joinedAt: joinedAt.toISOString(),
      })),
    }),
  }
}

export type Communities = ReturnType<typeof createCommunities>

/** Puts communities and who joined them into a database in one go. */
export async function addCommunities(
  tx: Db,
  made: { communities: Parameters<typeof store.addCommunities>[1]; people: Parameters<typeof store.addPeople>[1] },
): Promise<void> {
  await store.addCommunities(tx, made.communities)
  await store.addPeople(tx, made.people)
}
