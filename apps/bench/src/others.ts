import { readFileSync } from 'node:fs'
import { startAcademy } from '@academy/testkit/child'
import { measureBudgets } from '../../../scripts/budgets.ts'
import { report } from './row.ts'

/** Bytes of a first visit, brotli, the heaviest language. */
export async function benchBytes(): Promise<void> {
  for (const { name, ours, goal } of await measureBudgets()) report({ name, ours, goal, unit: 'bytes' })
}

/** Resident memory of a server with the demo district, a few seconds after it began. */
export async function benchIdle(): Promise<void> {
  const child = await startAcademy()
  await new Promise((resolve) => setTimeout(resolve, 5000))
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid()}/status`, 'utf8'))?.[1] ?? Number.NaN)
  report({ name: 'server.rss.idle', ours: rss / 1024, goal: 300, unit: 'MB' })
  await child.close()
}
