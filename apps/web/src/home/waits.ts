import { type LiveSessionView, type LiveState, liveState, type Role, type RoomItem } from '@academy/contract'

export interface SessionNow {
  session: LiveSessionView
  state: LiveState
}

/** Sessions worth a look today: those that take questions, then those to come, the next one first. */
export function sessionsNow(all: readonly LiveSessionView[], now: number): SessionNow[] {
  return all
    .map((session) => ({ session, state: liveState(session, now) }))
    .filter(({ state }) => state === 'open' || state === 'before')
    .sort(
      (a, b) => Number(a.state === 'before') - Number(b.state === 'before') || a.session.startsAt - b.session.startsAt,
    )
}

/** Rooms where something new was said, the most of it first. */
export const unreadRooms = (all: readonly RoomItem[]): RoomItem[] =>
  all.filter(({ unread }) => unread > 0).sort((a, b) => b.unread - a.unread || b.lastAt - a.lastAt)

/** Somebody who is here as a parent only: what the school says comes before how lessons are taught. */
export const isParentOnly = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role === 'parent')
