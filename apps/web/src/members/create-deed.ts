import { type Done, type Id, newId, type Refusal } from '@academy/contract'
import { createSignal } from 'solid-js'
import { refusalOf } from '../sync/index.ts'

/**
 * Something done at once or not at all, such as ending a role: it does not wait in the outbox, for whoever presses must know what
 * became of it. Pressed again after the line was cut it has the same id, so it is done once.
 */
export function createDeed<I extends object, A = Done>(
  run: (input: I & { id: Id }) => Promise<A>,
  onDone: (answer: A, input: I) => void,
) {
  const [busy, setBusy] = createSignal(false)
  const [why, setWhy] = createSignal<Refusal>()
  let last: { body: string; id: Id } | undefined

  async function press(input: I): Promise<void> {
    if (busy()) return
    const body = JSON.stringify(input)
    if (last?.body !== body) last = { body, id: newId() }
    const { id } = last
    setBusy(true)
    try {
      const answer = await run({ ...input, id })
      last = undefined
      setWhy()
      onDone(answer, input)
    } catch (error) {
      const refusal = refusalOf(error)
      // Where it is unknown whether it was done, the next press asks for the same thing.
      if (refusal.code !== 'client/offline' && refusal.code !== 'fault') last = undefined
      setWhy(refusal)
    } finally {
      setBusy(false)
    }
  }
  return { press, busy, why, forget: () => setWhy() }
}
