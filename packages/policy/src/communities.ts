import type { Actor, CommunityFacts, Id, Member, PlacePath, Role } from '@academy/contract'
import { holds, holdsAnywhere, isMember } from './roles.ts'

/** Who answers for a community or a room at their place and below. */
export const KEEPERS: readonly Role[] = ['school-leader', 'room-moderator', 'district-officer', 'administrator']
const FOUNDERS: readonly Role[] = [...KEEPERS, 'teacher', 'trainer']

/** Does the person hold a role at the place, above it or below it? A parent of a village school stands in the district. */
export const standsIn = (actor: Actor, path: PlacePath, heldPaths: readonly PlacePath[]): actor is Member => {
  const place = path.at(-1)
  return (
    isMember(actor) &&
    place !== undefined &&
    (actor.roles.some((held) => path.includes(held.placeId)) || heldPaths.some((held) => held.includes(place)))
  )
}

/** At a place: whoever works with teachers and parents there. For everybody everywhere: administrators. */
export const mayFoundCommunity = (actor: Actor, place: { id: Id; path: PlacePath } | null): boolean =>
  place ? holds(actor, FOUNDERS, place.path) : holdsAnywhere(actor, ['administrator'])

const isFor = (actor: Actor, community: CommunityFacts): boolean =>
  isMember(actor) && (community.placePath.length === 0 || standsIn(actor, community.placePath, community.heldPaths))

/** Lets people in again, shows people out, sees who is in. */
export const mayRunCommunity = (actor: Actor, community: CommunityFacts): boolean =>
  community.placePath.length === 0
    ? holdsAnywhere(actor, ['administrator'])
    : holds(actor, KEEPERS, community.placePath)

/** Communities are seen by those they are for. */
export const maySeeCommunity = (actor: Actor, community: CommunityFacts): boolean =>
  isFor(actor, community) || mayRunCommunity(actor, community)

export const mayJoinCommunity = (actor: Actor, community: CommunityFacts): boolean =>
  isFor(actor, community) && !community.shownOut

/** Who left the place is no longer in the place's community, whatever they joined before. */
export const isInCommunity = (actor: Actor, community: CommunityFacts): boolean =>
  mayJoinCommunity(actor, community) && community.joined

export const mayLeaveCommunity = (actor: Actor, community: CommunityFacts): boolean =>
  isMember(actor) && community.joined
