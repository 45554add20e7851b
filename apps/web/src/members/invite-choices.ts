import {
  type Actor,
  canBeHeldAt,
  type PlaceBrief,
  type PlacePath,
  ROLE_PLACES,
  ROLES,
  type Role,
  type RoleView,
} from '@academy/contract'
import { mayInvite } from '@academy/policy'

/** What one may ask somebody into, as far as the browser can know: the server decides. */
export interface InviteChoice {
  role: Role
  /** Where it may be: these places themselves, */
  places: PlaceBrief[]
  /** and any school of these. */
  schoolsOf: PlaceBrief[]
}

/** The roles somebody may invite to, with where. `own` are the inviter's own roles; `districts` those of an administrator's region. */
export function inviteChoices(
  actor: Actor,
  own: readonly RoleView[],
  districts: readonly PlaceBrief[] = [],
): InviteChoice[] {
  const held = [...new Map(own.map(({ place }) => [place.id, place])).values()]
  return ROLES.flatMap((role) => {
    const allowed = held.filter((place) => mayInvite(actor, { role, path: [place.id] }))
    const wide = allowed.filter(({ kind }) => kind !== 'school')
    const below = wide.some(({ kind }) => kind === 'region') ? districts : []
    const places = [...allowed, ...below].filter(({ kind }) => canBeHeldAt(role, kind))
    const schoolsOf = (ROLE_PLACES[role] as readonly string[]).includes('school') ? wide : []
    return places.length + schoolsOf.length > 0 ? [{ role, places, schoolsOf }] : []
  })
}

/** The roles somebody may invite to at this one place. */
export const choicesAt = (actor: Actor, place: PlaceBrief, path: PlacePath): InviteChoice[] =>
  ROLES.filter((role) => canBeHeldAt(role, place.kind) && mayInvite(actor, { role, path })).map((role) => ({
    role,
    places: [place],
    schoolsOf: [],
  }))
