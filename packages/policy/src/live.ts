import type { Actor, LiveFacts, PlacePath, Role } from '@academy/contract'
import { holds, isMember } from './roles.ts'

const HOSTS: readonly Role[] = [
  'teacher',
  'school-leader',
  'trainer',
  'mentor',
  'room-moderator',
  'district-officer',
  'administrator',
]
const DESK: readonly Role[] = ['school-leader', 'room-moderator', 'district-officer', 'administrator']
const ALL: readonly Role[] = [...HOSTS, 'parent', 'programme-partner']

/** Open a session at a place. */
export const mayHostLive = (actor: Actor, path: PlacePath): boolean => holds(actor, HOSTS, path)

/** See the desk and do what it does. */
export const mayRunDesk = (actor: Actor, session: LiveFacts): boolean =>
  isMember(actor) && (actor.id === session.hostId || holds(actor, DESK, session.placePath))

/** Enter: who came by the code or the link, who belongs to the place, and the desk. */
export const mayEnterLive = (actor: Actor, session: LiveFacts): boolean =>
  actor.kind !== 'stranger' &&
  (session.participant || mayRunDesk(actor, session) || holds(actor, ALL, session.placePath))

export const mayAsk = (actor: Actor, session: LiveFacts): boolean =>
  mayEnterLive(actor, session) && session.state === 'open'

export const maySupport = mayAsk

export const mayArchiveLive = mayRunDesk
