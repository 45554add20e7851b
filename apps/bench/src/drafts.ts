import { fork } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { dialect } from '@academy/database'
import { openAcademy } from '@academy/testkit'
import { BODY } from './ground.ts'
import { onPostgres } from './on-postgres.ts'
import { quantile, report } from './row.ts'

const WARM = 300
const SAVES = 2000
/** A long practice, written to the end: what a page sends with each save. */
const STEPS = 20

const FORM = {
  title: BODY.slice(0, 100),
  language: 'kk',
  purpose: BODY,
  steps: Array.from({ length: STEPS }, () => ({ text: BODY, minutes: '5', pupils: BODY })),
}

/** Milliseconds of each answer of this process, from the head of its request to the last byte handed to the socket. */
function timesOfAnswers(): number[] {
  const began = new WeakMap<IncomingMessage, number>()
  const times: number[] = []
  subscribe('http.server.request.start', (message) => {
    began.set((message as { request: IncomingMessage }).request, performance.now())
  })
  subscribe('http.server.response.finish', (message) => {
    const at = began.get((message as { request: IncomingMessage }).request)
    if (at !== undefined) times.push(performance.now() - at)
  })
  return times
}

/**
 * What the server takes for a save: the body read and checked, who it is looked up, identification numbers masked, written once for its id,
 * on disk, answered. The one who writes is a process of their own. Beginning from the third hundred: a server just started is slower.
 */
export async function benchDrafts(): Promise<void> {
  await using academy = await openAcademy({ rates: { calls: 1e9, strangers: 1e9 } })
  const person = await academy.person('teacher')
  const times = timesOfAnswers()
  const saver = fork(join(import.meta.dirname, 'saver.ts'), [
    academy.url,
    JSON.stringify({ headers: person.headers, form: FORM, saves: WARM + SAVES }),
  ])
  const [code] = await once(saver, 'exit')
  if (code !== 0) throw new Error('The one who writes did not come to the end.')
  const took = times.slice(-SAVES)
  report({ name: 'practices.draft.p50', ours: quantile(took, 0.5), unit: 'ms' })
  report({ name: 'practices.draft.p99', ours: quantile(took, 0.99), goal: 10, unit: 'ms' })
  if (dialect === 'sqlite') await onPostgres('drafts')
}
