import { AcademyError, type Actor, type Id } from '@academy/contract'
import { commandActor } from '../platform/commands.ts'
import { type Keys, sign } from '../platform/keys.ts'

/**
 * Who votes, without saying who: an HMAC of the actor with the session's own key. The key is a file beside the database and is
 * destroyed when the session is archived; from then on nobody, with any copy of the data, can link a ballot to a person.
 */
export function createBallots(keys: Keys) {
  const PREFIX = 'ballots-'
  const nameOf = (sessionId: Id) => PREFIX + sessionId
  return {
    begin: (sessionId: Id) => void keys.take(nameOf(sessionId)),
    of(sessionId: Id, actor: Actor): string {
      const key = keys.find(nameOf(sessionId))
      if (!key) throw new AcademyError('live/votes-sealed')
      return sign(key, commandActor(actor))
    },
    isSealed: (sessionId: Id) => keys.find(nameOf(sessionId)) === undefined,
    /** Sessions whose votes can still be told apart. */
    unsealed: (): Id[] => keys.startingWith(PREFIX).map((name) => name.slice(PREFIX.length)),
    seal: (sessionId: Id) => keys.destroy(nameOf(sessionId)),
  }
}

export type Ballots = ReturnType<typeof createBallots>
