import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import type { Keys } from '../platform/keys.ts'
import type { Personal } from '../platform/personal.ts'
import { createBallots } from './ballots.ts'
import { joinStreams } from './channel.ts'
import { createLiveDesk } from './desk.ts'
import { createJoin, type JoinDeps } from './join.ts'
import { createJoining } from './joining.ts'
import { presentSession } from './present.ts'
import { liveRouter } from './router.ts'
import { createLiveService } from './service.ts'
import { createLiveShared, type LiveDeps } from './shared.ts'
import * as store from './store.ts'

export { fillLive } from './demo/fill.ts'

export type LiveRoomDeps = Omit<LiveDeps, 'ballots' | 'joining'> &
  Pick<JoinDeps, 'newGuest'> & {
    keys: Keys
    personal: Personal
    /** The academy's address as people type it, for links and QR. */
    address(): string
    wrongCodesPerHour?: number
  }

/** The door of live Q&A; everything else in this folder is private. */
export function createLive(room: LiveRoomDeps) {
  const ballots = createBallots(room.keys)
  const joining = createJoining(room)
  const deps: LiveDeps = { ...room, ballots, joining }
  const shared = createLiveShared(deps)
  const service = createLiveService(deps, shared)
  const desk = createLiveDesk(deps, shared, service, room.address)
  const join = createJoin({ ...deps, newGuest: room.newGuest })

  async function sessionView(id: Id) {
    const row = await store.findSession(room.db.read, id)
    if (!row) return null
    const hostNames = await room.members.namesOf(row.hostId ? [row.hostId] : [])
    return presentSession(row, await room.places.nameOf(row.placeId), hostNames.get(row.hostId ?? '') ?? null)
  }
  async function deskSessionView(id: Id) {
    const row = await store.findSession(room.db.read, id)
    return row ? { session: await sessionView(id), code: joining.codeOf(row) } : null
  }
  joinStreams({ ...deps, personal: room.personal, shared, desk, sessionView, deskSessionView })

  return {
    router: liveRouter(service, desk, join),
    service,
    desk,
    join,
    /** For the server-rendered join page: what a stranger with the right link may see before joining. */
    async atTheDoor(sessionId: Id, key: string) {
      const row = await joining.byLink(sessionId, key)
      return sessionView(row.id)
    },
    /** At every start: a power cut between an archive's commit and the end of its key must not leave votes linkable. */
    async sealArchived(): Promise<void> {
      for (const id of ballots.unsealed()) if ((await store.findSession(room.db.read, id))?.archivedAt) ballots.seal(id)
    },
    onMemberErased: (tx: Db, memberId: Id) => store.forgetActor(tx, memberId),
    contributeToExport: async (memberId: Id) => ({
      questions: (await store.allQuestionsOf(room.db.read, memberId)).map((q) => ({
        sessionId: q.sessionId,
        askedAt: q.at.toISOString(),
        text: q.original ?? q.body,
        state: q.state,
        anonymous: q.anonymous,
        answer: q.answerText,
      })),
    }),
    guestsOfLongArchived: (before: Date) => store.guestsOfLongArchived(room.db.read, before),
  }
}

export type Live = ReturnType<typeof createLive>
