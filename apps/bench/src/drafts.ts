import { newId } from '@academy/contract'
import { openAcademy } from '@academy/testkit'
import { BODY } from './ground.ts'
import { quantile, report, seconds } from './row.ts'

const SAVES = 2000
/** A long practice, written to the end: what a page sends with each save. */
const STEPS = 20

/** Milliseconds from a page's call to the answer, the save durable, of the slowest hundredth. */
export async function benchDrafts(): Promise<void> {
  await using academy = await openAcademy({ rates: { calls: 1e9, strangers: 1e9 } })
  const person = await academy.person('teacher')
  const practiceId = newId()
  const steps = Array.from({ length: STEPS }, () => ({ text: BODY, minutes: '5', pupils: BODY }))
  const took: number[] = []
  for (let base = 0; base < SAVES; base++) {
    const form = JSON.stringify({ title: BODY.slice(0, 100), language: 'kk', purpose: BODY, steps, n: base })
    const save = () => person.rpc.practices.saveDraft.mutate({ id: newId(), practiceId, base, form })
    took.push(1000 * (await seconds(save)))
  }
  report({ name: 'practices.draft.p99', ours: quantile(took, 0.99), goal: 10, unit: 'ms' })
}
