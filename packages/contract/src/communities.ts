import * as v from 'valibot'
import { command, pageShape, trilingual } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import type { Trilingual } from './locale.ts'
import type { PlaceBrief } from './places.ts'

export const CommunityKind = v.picklist(['subject', 'theme', 'school'])
export type CommunityKind = v.InferOutput<typeof CommunityKind>

export const CreateCommunity = command({
  name: trilingual(LIMITS.title),
  kind: CommunityKind,
  /** Null: for everybody, wherever they are. */
  placeId: v.nullable(Id),
})
export type CreateCommunity = v.InferOutput<typeof CreateCommunity>

export const CommunityRef = v.strictObject({ communityId: Id })
export const ListCommunities = v.strictObject({
  /** Only those the person has joined. */
  mine: v.optional(v.boolean(), false),
  ...pageShape,
})
export type ListCommunities = v.InferOutput<typeof ListCommunities>

export const JoinCommunity = command({ communityId: Id })
export type JoinCommunity = v.InferOutput<typeof JoinCommunity>
export const LeaveCommunity = command({ communityId: Id })
export type LeaveCommunity = v.InferOutput<typeof LeaveCommunity>

/** Somebody is shown out, and stays out until let in again. */
export const ShowOut = command({ communityId: Id, memberId: Id, on: v.boolean() })
export type ShowOut = v.InferOutput<typeof ShowOut>

export const CommunityPeople = v.strictObject({ communityId: Id, ...pageShape })
export type CommunityPeople = v.InferOutput<typeof CommunityPeople>

/** Enough to name a community where something else is shown. */
export interface CommunityBrief {
  id: Id
  name: Trilingual
}

export interface CommunityView extends CommunityBrief {
  kind: CommunityKind
  place: PlaceBrief | null
  /** How many have joined. */
  people: number
  joined: boolean
  may: { join: boolean; run: boolean }
}

export interface CommunityPerson {
  id: Id
  /** Null: the account was deleted. */
  name: string | null
  since: number
  shownOut: boolean
}

/** What policy needs to know of a community, for the one who asks. */
export interface CommunityFacts {
  /** Empty: for everybody. */
  placePath: readonly Id[]
  /** The ways to the places where the asking person holds a role. */
  heldPaths: readonly (readonly Id[])[]
  joined: boolean
  shownOut: boolean
}
