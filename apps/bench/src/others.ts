import { readFileSync } from 'node:fs'
import { fillMany, makeSearches } from '@academy/server/practices/index'
import { openAcademy } from '@academy/testkit'
import { startAcademy } from '@academy/testkit/child'
import { measureBudgets } from '../../../scripts/budgets.ts'
import { quantile, report, seconds } from './row.ts'

/** Bytes of a first visit, brotli, the heaviest language. */
export async function benchBytes(): Promise<void> {
  for (const { name, ours, goal } of await measureBudgets()) report({ name, ours, goal, unit: 'bytes' })
}

/** A ranked search with its page of results over 10,000 practices; the goal is what feels like at once. */
export async function benchSearch(): Promise<void> {
  await using academy = await openAcademy()
  const author = await academy.person('teacher')
  await fillMany(academy.db, { n: 10_000, authorId: author.id, placeId: academy.places.school, now: new Date() })
  const stranger = { kind: 'stranger' as const }
  const times: number[] = []
  for (const search of makeSearches(600)) {
    const q = {
      locale: 'kk' as const,
      search,
      subjects: [],
      grades: [],
      methods: [],
      languages: [],
      ungraded: false,
      functionalLiteracy: false,
      offline: false,
      minutes: null,
      limit: 20,
      cursor: null,
    }
    times.push((await seconds(() => academy.rooms.practices.library.list(stranger, q))) * 1000)
  }
  report({ name: 'practices.search.p50', ours: quantile(times.slice(100), 0.5), unit: 'ms' })
  report({ name: 'practices.search.p99', ours: quantile(times.slice(100), 0.99), goal: 50, unit: 'ms' })
}

/** Resident memory of a server with the demo district, a few seconds after it began. */
export async function benchIdle(): Promise<void> {
  const child = await startAcademy()
  await new Promise((resolve) => setTimeout(resolve, 5000))
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid()}/status`, 'utf8'))?.[1] ?? Number.NaN)
  report({ name: 'server.rss.idle', ours: rss / 1024, goal: 300, unit: 'MB' })
  await child.close()
}
