import type { Actor, PlacePath } from '@academy/contract'
import type { PlaceKind } from '@academy/contract/places'
import { holds, holdsAnywhere } from './roles.ts'

/** Names of places and schools are public. */
export const maySeePlaces = (): true => true

/** Administrators draw the whole map; a district officer adds what lies inside the district. `above` is the path of the parent. */
export const mayAddPlace = (actor: Actor, place: { kind: PlaceKind; above: PlacePath }): boolean =>
  holdsAnywhere(actor, ['administrator']) ||
  (place.kind !== 'region' && place.kind !== 'district' && holds(actor, ['district-officer'], place.above))

/** `path` ends with the place itself: nobody but an administrator renames a district. */
export const mayEditPlace = (actor: Actor, place: { kind: PlaceKind; path: PlacePath }): boolean =>
  mayAddPlace(actor, { kind: place.kind, above: place.path.slice(0, -1) })
