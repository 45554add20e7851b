import 'fake-indexeddb/auto'
import type { Done, Refusal } from '@academy/contract'
import { AcademyError } from '@academy/contract'
import { IDBFactory } from 'fake-indexeddb'

/** A phone with nothing on it. */
export function newPhone(): void {
  globalThis.indexedDB = new IDBFactory()
}

export const tick = (ms = 0): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Lets everything that is ready go one step further. */
export const turn = (): Promise<void> => new Promise((done) => setImmediate(done))

/** Waits until it is so; the test's own time limit says when it never will be. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await tick(2)
}

export interface Sent {
  path: string
  input: { id: string; [field: string]: unknown }
}

/**
 * The academy as far as commands go: within one actor an id is carried out once, and the same id with another body is a conflict.
 * `fail` is asked before (`request` is lost, or refused) and after (`answer` is lost).
 */
export class FakeAcademy {
  readonly log: Sent[] = []
  asked = 0
  fail: (sent: Sent, when: 'request' | 'answer') => Refusal | undefined = () => undefined
  readonly #answers = new Map<string, { body: string; done: Done }>()

  readonly send = async (path: string, input: unknown): Promise<Done> => {
    const sent = { path, input: input as Sent['input'] }
    this.asked++
    const lost = this.fail(sent, 'request')
    if (lost) throw new AcademyError(lost.code, lost)
    const done = this.carryOut(sent)
    const unheard = this.fail(sent, 'answer')
    if (unheard) throw new AcademyError(unheard.code, unheard)
    return done
  }

  carryOut(sent: Sent): Done {
    const body = JSON.stringify(sent)
    const first = this.#answers.get(sent.input.id)
    if (first) {
      if (first.body !== body) throw new AcademyError('command/conflict')
      return first.done
    }
    this.log.push(sent)
    const done = { id: sent.input.id, at: 1, seq: this.log.length }
    this.#answers.set(sent.input.id, { body, done })
    return done
  }

  /** The bodies as they arrived. */
  get said(): unknown[] {
    return this.log.map((sent) => sent.input.body)
  }
}
