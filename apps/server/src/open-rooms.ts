import { join } from 'node:path'
import { LIMITS } from '@academy/contract'
import type { Store } from '@academy/database'
import type { Config } from './config.ts'
import { createLive } from './live/index.ts'
import { createMembers } from './members/index.ts'
import { createPlaces } from './places/index.ts'
import type { Clock } from './platform/clock.ts'
import { createCommands } from './platform/commands.ts'
import { createDeeds } from './platform/deeds.ts'
import { openKeys } from './platform/keys.ts'
import { createPersonal } from './platform/personal.ts'
import type { MomentHandler, Sockets } from './platform/sockets.ts'
import { createStreams } from './platform/streams.ts'
import { academyRouter } from './router.ts'

export interface RoomsOptions {
  config: Config
  db: Store
  mode: 'demo' | 'production'
  clock: Clock
  onFault(error: unknown, what: string): void
}

export type Rooms = ReturnType<typeof openRooms>

/**
 * Opens the rooms in their order. A room is given earlier rooms; where an earlier one must tell a later one
 * (somebody was erased, a membership ended), it is by the hooks below.
 */
export function openRooms({ config, db, mode, clock, onFault }: RoomsOptions) {
  const keys = openKeys(join(config.dataDirectory, 'keys'))
  const streams = createStreams({ read: db.read, now: clock.now, onFault })
  const commands = createCommands(keys.take('commands'))
  const doDeed = createDeeds({ db, commands, streams })
  const personal = createPersonal()
  streams.register(personal.streamKind)

  let sockets: Sockets | undefined
  const following = (stream: string) => sockets?.following(stream) ?? 0
  const base = { db, clock, keys, commands, doDeed, streams, personal, following, onFault }
  const address = () => config.origin ?? `http://localhost:${config.port}`

  const places = createPlaces(base)
  const members = createMembers({ ...base, config, mode, places, address })
  const live = createLive({ ...base, places, members, newGuest: members.newGuest, address })

  members.hooks.onLoginEnded.push((loginIds) => sockets?.endLogins(loginIds))
  members.hooks.onMembershipEnded.push(
    (memberId) => void sockets?.recheckActor(memberId).catch((e) => onFault(e, 'recheck')),
  )
  members.hooks.onMemberErased.push(live.onMemberErased)
  members.hooks.contributeToExport.push(['live', live.contributeToExport])

  const onMoment: MomentHandler = () => {}

  return {
    places,
    members,
    live,
    streams,
    keys,
    onMoment,
    router: academyRouter({ live, members, places }),
    jobs: [
      {
        name: 'forget guests of long archived sessions',
        every: 6 * 3600_000,
        run: async () => {
          const before = new Date(clock.now().getTime() - LIMITS.guestAfterArchive)
          await members.forgetGuests(await live.guestsOfLongArchived(before))
        },
      },
    ],
    connect: (to: Sockets) => {
      sockets = to
    },
  }
}
