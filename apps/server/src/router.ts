import { router } from './platform/trpc.ts'
import type { Live } from './live/index.ts'

export interface Rooms {
  live: Live
}

/** One router for both carriers; each room brings its own. */
export const academyRouter = (rooms: Rooms) =>
  router({
    live: rooms.live.router,
  })

export type AppRouter = ReturnType<typeof academyRouter>
