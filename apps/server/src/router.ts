import type { Communities } from './communities/index.ts'
import type { Live } from './live/index.ts'
import type { Members } from './members/index.ts'
import type { Places } from './places/index.ts'
import { router } from './platform/trpc.ts'
import type { Practices } from './practices/index.ts'
import type { DiscussionRooms } from './rooms/index.ts'

export interface RoomRouters {
  members: Pick<Members, 'router'>
  places: Pick<Places, 'router'>
  communities: Pick<Communities, 'router'>
  practices: Pick<Practices, 'router'>
  rooms: Pick<DiscussionRooms, 'router'>
  live: Pick<Live, 'router'>
}

/** One router for both carriers; each room brings its own. */
export const academyRouter = (rooms: RoomRouters) =>
  router({
    members: rooms.members.router,
    places: rooms.places.router,
    communities: rooms.communities.router,
    practices: rooms.practices.router,
    rooms: rooms.rooms.router,
    live: rooms.live.router,
  })

export type AppRouter = ReturnType<typeof academyRouter>
