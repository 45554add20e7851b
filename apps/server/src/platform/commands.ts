import { AcademyError, type Actor, type Done } from '@academy/contract'
import type { Db } from '@academy/database'
import { sign } from './keys.ts'
import { findCommand, keepAnswer, keepCommand } from './store.ts'

export interface CommandBody {
  id: string
  composedAt?: number | undefined
}

export interface Once {
  done: Done
  /** False when this is a replay: nothing was written, and there is nothing to announce. */
  fresh: boolean
}

/** Who a command is by. Strangers send none. */
export function commandActor(actor: Actor): string {
  if (actor.kind === 'stranger') throw new AcademyError('signed-out')
  return actor.id
}

export type Commands = ReturnType<typeof createCommands>

/**
 * Carries a command out once. Within 90 days the same actor, id and body get the first answer again;
 * the same id with another body (or another path) is `command/conflict`.
 * The hash is keyed, so that a short body cannot be guessed from a copy of the database.
 */
export function createCommands(key: Buffer) {
  return {
    async once(
      tx: Db,
      command: { actor: string; path: string; input: CommandBody; at: Date },
      carryOut: () => Promise<Done>,
    ): Promise<Once> {
      const { actor, path, input, at } = command
      const hash = sign(key, `${path}\n${JSON.stringify(input)}`)
      const first = await keepCommand(tx, { actor, id: input.id, hash, at })
      if (first) {
        if (first.hash !== hash || !first.answer) throw new AcademyError('command/conflict')
        return { done: first.answer as unknown as Done, fresh: false }
      }
      const done = await carryOut()
      await keepAnswer(tx, actor, input.id, { ...done })
      return { done, fresh: true }
    },

    /**
     * The answer this very command got before, for a service that is about to refuse it: what was carried out stays so,
     * also when the room was closed since and only the answer was lost on the way.
     */
    async before(db: Db, command: { actor: string; path: string; input: CommandBody }): Promise<Done | undefined> {
      const first = await findCommand(db, command.actor, command.input.id)
      const same = first?.hash === sign(key, `${command.path}\n${JSON.stringify(command.input)}`)
      return same && first?.answer ? (first.answer as unknown as Done) : undefined
    },
  }
}
