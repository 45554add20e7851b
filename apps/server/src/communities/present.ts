import type { Actor, CommunityBrief, CommunityFacts, CommunityView, PlaceBrief, PlacePath } from '@academy/contract'
import { isInCommunity, mayJoinCommunity, mayRunCommunity } from '@academy/policy'
import { pathOfScope } from './scope.ts'
import type { CommunityRow, Standing } from './store.ts'

export const factsOf = (standing: Standing, heldPaths: readonly PlacePath[]): CommunityFacts => ({
  placePath: pathOfScope(standing.community.scope),
  heldPaths,
  joined: standing.joined,
  shownOut: standing.shownOut,
})

export const presentBrief = ({ id, name }: CommunityRow): CommunityBrief => ({ id, name })

export function presentCommunity(
  actor: Actor,
  { community }: Standing,
  facts: CommunityFacts,
  around: { place: PlaceBrief | null; people: number },
): CommunityView {
  const joined = isInCommunity(actor, facts)
  return {
    ...presentBrief(community),
    kind: community.kind,
    ...around,
    joined,
    may: { join: !joined && mayJoinCommunity(actor, facts), run: mayRunCommunity(actor, facts) },
  }
}
