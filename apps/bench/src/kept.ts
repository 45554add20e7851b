import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { CONTRACT_HEADER, CONTRACT_VERSION } from '@academy/contract'
import { fillMany } from '@academy/server/practices/index'
import { openAcademy } from '@academy/testkit'
import { median, report } from './row.ts'

const ROUNDS = 3
const SECONDS = 2

/** Requests per second of a process of callers that ask for these addresses in turn, as a browser does. */
async function perSecond(url: string, paths: readonly string[], headers: Record<string, string>): Promise<number> {
  const callers = fork(join(import.meta.dirname, 'callers.ts'), [
    url,
    JSON.stringify({ paths, headers, seconds: SECONDS }),
  ])
  const [{ answered }] = (await once(callers, 'message')) as [{ answered: number }]
  callers.kill()
  return answered / SECONDS
}

/** The list and a practice as data that is kept, beside the same answers by calls, each worked out anew; in turn, in one run. */
export async function benchKept(): Promise<void> {
  await using academy = await openAcademy({ pages: true, rates: { calls: 1e9, strangers: 1e9 } })
  const author = await academy.person('teacher')
  await fillMany(academy.db, { n: 2000, authorId: author.id, placeId: academy.places.school, now: new Date() })
  const { items } = await author.rpc.practices.list.query({ locale: 'kk', limit: 20 })
  const practiceId = items[0]?.id ?? ''
  const call = (path: string, input: object) => `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`
  const kept = ['/kk/data/practices', `/kk/data/practices/${practiceId}`]
  const called = [
    call('practices.list', { locale: 'kk', limit: 20 }),
    call('practices.open', { practiceId, locale: 'kk' }),
  ]
  const ours: number[] = []
  const limits: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    limits.push(await perSecond(academy.url, called, { [CONTRACT_HEADER]: String(CONTRACT_VERSION) }))
    ours.push(await perSecond(academy.url, kept, {}))
  }
  report({ name: 'practices.page.cached', ours: median(ours), limit: median(limits), goal: 5, unit: 'per_s' })
}
