import type { Id, JoinLive } from '@academy/contract'
import type { Store } from '@academy/database'
import type { Clock } from '../platform/clock.ts'
import type { Streams } from '../platform/streams.ts'
import type { Context } from '../platform/trpc.ts'
import type { Joining } from './joining.ts'
import { addParticipant } from './store.ts'

export interface JoinDeps {
  db: Store
  clock: Clock
  streams: Streams
  joining: Joining
  /** Makes a guest of a stranger: the new guest's id, and the cookie to set. */
  newGuest(): Promise<{ id: Id; cookie: string }>
}

/** Comes in by digits or link. A member joins as themselves, a stranger becomes a guest. */
export function createJoin({ db, clock, joining, newGuest }: JoinDeps) {
  return async function join(ctx: Context, input: JoinLive): Promise<{ sessionId: Id }> {
    const session =
      'code' in input ? await joining.byCode(input.code, ctx.ip) : await joining.byLink(input.sessionId, input.key)
    let actorId: Id
    if (ctx.actor.kind === 'stranger') {
      const guest = await newGuest()
      ctx.setCookie(guest.cookie)
      actorId = guest.id
    } else {
      actorId = ctx.actor.id
    }
    await db.write((tx) => addParticipant(tx, session.id, actorId, clock.now()))
    return { sessionId: session.id }
  }
}

export type LiveJoin = ReturnType<typeof createJoin>
