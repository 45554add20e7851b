import { join } from 'node:path'
import { type Id, LIMITS } from '@academy/contract'
import type { Store } from '@academy/database'
import { createCommunities } from './communities/index.ts'
import type { Config } from './config.ts'
import { createLive, type LiveRoomDeps } from './live/index.ts'
import { createMembers, type MembersRoomDeps } from './members/index.ts'
import { createPlaces } from './places/index.ts'
import type { Clock } from './platform/clock.ts'
import { createCommands } from './platform/commands.ts'
import { createDeeds } from './platform/deeds.ts'
import { createFiles, type FilesDeps } from './platform/files/index.ts'
import { openKeys } from './platform/keys.ts'
import { createPersonal } from './platform/personal.ts'
import type { MomentHandler, Sockets } from './platform/sockets.ts'
import { sharedChanges } from './platform/store.ts'
import { createStreams } from './platform/streams.ts'
import { createPractices, type PracticesRoomDeps } from './practices/index.ts'
import { createRooms, type RoomsDeps } from './rooms/index.ts'
import { academyRouter } from './router.ts'

export interface RoomsOptions {
  config: Config
  db: Store
  mode: 'demo' | 'production'
  clock: Clock
  onFault(error: unknown, what: string): void
  /** What tests put in the place of a mailbox, or loosen and tighten. */
  members?: Pick<MembersRoomDeps, 'mail' | 'wrongPasswords'>
  live?: Pick<LiveRoomDeps, 'wrongCodesPerHour'>
  rooms?: Pick<RoomsDeps, 'pace'>
  files?: Pick<FilesDeps, 'quota'>
  practices?: Pick<PracticesRoomDeps, 'libreTranslate'>
}

export type Rooms = ReturnType<typeof openRooms>

/**
 * Opens the rooms in their order. A room is given earlier rooms; where an earlier one must tell a later one
 * (somebody was erased, a membership ended), it is by the hooks below.
 */
export function openRooms(options: RoomsOptions) {
  const { config, db, mode, clock, onFault } = options
  const keys = openKeys(join(config.dataDirectory, 'keys'))
  const streams = createStreams({ read: db.read, now: clock.now, onFault })
  const commands = createCommands(keys.take('commands'))
  const doDeed = createDeeds({ db, commands, streams })
  const personal = createPersonal()
  streams.register(personal.streamKind)
  const files = createFiles({ db, clock, dataDirectory: config.dataDirectory, onFault, ...options.files })

  let sockets: Sockets | undefined
  const following = (stream: string) => sockets?.following(stream) ?? 0
  const base = { db, clock, keys, commands, doDeed, streams, personal, following, onFault }
  let listening: string | undefined
  /** The academy's address as people type it. */
  const address = () => config.origin ?? listening ?? `http://localhost:${config.port}`

  const places = createPlaces(base)
  const members = createMembers({ ...base, config, mode, places, address, ...options.members })
  const communities = createCommunities({ ...base, places, members, onMembershipEnded: (id) => recheck(id) })
  const practices = createPractices({
    ...base,
    places,
    members,
    files,
    libreTranslate: config.libreTranslate,
    ...options.practices,
  })
  const rooms = createRooms({ ...base, places, members, communities, ...options.rooms })
  const live = createLive({ ...base, places, members, newGuest: members.newGuest, address, ...options.live })

  const recheck = (memberId: Id) => void sockets?.recheckActor(memberId).catch((e) => onFault(e, 'recheck'))
  members.hooks.onLoginEnded.push((loginIds) => sockets?.endLogins(loginIds))
  members.hooks.onMembershipEnded.push(recheck)
  for (const [name, room] of Object.entries({ communities, practices, rooms, live, files })) {
    members.hooks.onMemberErased.push(room.onMemberErased)
    members.hooks.contributeToExport.push([name, room.contributeToExport])
  }

  const onMoment: MomentHandler = rooms.onMoment

  return {
    places,
    members,
    communities,
    practices,
    rooms,
    live,
    streams,
    keys,
    files,
    address,
    onMoment,
    /** Goes up with every change of what is the same for everybody. */
    sharedChanges: () => sharedChanges(db.read),
    router: academyRouter({ places, members, communities, practices, rooms, live }),
    listensAt: (url: string) => {
      listening = url
    },
    jobs: [
      ...members.jobs,
      ...files.jobs,
      ...practices.jobs,
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
