import type { Actor, CollectionFacts } from '@academy/contract'
import { isMember } from './roles.ts'

/** What somebody put together is theirs alone; only they change, share and delete it. */
export const mayKeepCollection = (actor: Actor, collection: Pick<CollectionFacts, 'ownerId'>): boolean =>
  isMember(actor) && actor.id === collection.ownerId

/** Shared, it is for whoever holds its link, without an account, too. What of it they are shown, each practice says itself. */
export const maySeeCollection = (actor: Actor, collection: CollectionFacts): boolean =>
  collection.shared || mayKeepCollection(actor, collection)
