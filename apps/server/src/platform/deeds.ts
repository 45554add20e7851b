import { AcademyError, type Actor, type Done } from '@academy/contract'
import { type Db, isUniqueViolation, type Store } from '@academy/database'
import { type CommandBody, type Commands, commandActor } from './commands.ts'
import { addNews } from './store.ts'
import type { Streams } from './streams.ts'

/** News a deed makes: which stream hears it, and of what. The first one's number is the command's `seq`. */
export interface ToTell {
  stream: string
  kind: string
  subjectId: string
}

export interface Deed {
  actor: Actor
  path: string
  input: CommandBody
  at: Date
}

export type DoDeed = ReturnType<typeof createDeeds>

/**
 * The one way a room writes: once per command, its news in the same write, announced after the commit.
 * A replay writes and announces nothing and gives the first answer.
 */
export function createDeeds(deps: { db: Store; commands: Commands; streams: Streams }) {
  return async function doDeed(
    deed: Deed,
    write: (tx: Db) => Promise<ToTell[]>,
  ): Promise<{ done: Done; fresh: boolean }> {
    const { input, path, at } = deed
    const actor = commandActor(deed.actor)
    const { once, told } = await deps.db.write(async (tx) => {
      const told: { stream: string; item: Awaited<ReturnType<typeof addNews>> }[] = []
      const once = await deps.commands.once(tx, { actor, path, input, at }, async () => {
        for (const { stream, kind, subjectId } of await write(tx))
          told.push({ stream, item: await addNews(tx, stream, { kind, subjectId, at }) })
        const seq = told[0]?.item.seq
        return { id: input.id, at: at.getTime(), ...(seq === undefined ? {} : { seq }) }
      })
      return { once, told }
    })
    // After the commit: nobody may hear of what was rolled back.
    for (const { stream, item } of told) deps.streams.announce(stream, item)
    return once
  }
}

/**
 * Around a whole command, policy and all. Where it is refused now but was carried out before, the first answer stands:
 * a post whose answer was lost on the way is not "refused" because its topic was closed meanwhile.
 * An id that is some other row's is a conflict, not a fault.
 */
export function createOrBefore(deps: { db: Store; commands: Commands }) {
  return async function orBefore(
    /** `actor` is a text where the command is kept under another name than the actor's: a ballot's. */
    deed: Omit<Deed, 'at' | 'actor'> & { actor: Actor | string },
    carryOut: () => Promise<Done>,
  ): Promise<Done> {
    try {
      return await carryOut()
    } catch (error) {
      const { path, input } = deed
      const actor = typeof deed.actor === 'string' ? deed.actor : commandActor(deed.actor)
      const before = await deps.commands.before(deps.db.read, { actor, path, input })
      if (before) return before
      throw isUniqueViolation(error) ? new AcademyError('command/conflict') : error
    }
  }
}

/** The same for a service's function: `post: repeatable('rooms.post', post)`. */
export function createRepeatable(deps: { db: Store; commands: Commands }) {
  const orBefore = createOrBefore(deps)
  return <A extends Actor, I extends CommandBody>(path: string, carryOut: (actor: A, input: I) => Promise<Done>) =>
    (actor: A, input: I): Promise<Done> =>
      orBefore({ actor, path, input }, () => carryOut(actor, input))
}
