import { LIMITS } from '@academy/contract'
import type { Store } from '@academy/database'
import type { Clock } from './clock.ts'
import { forgetOld } from './store.ts'

export interface Job {
  name: string
  /** Milliseconds between runs. */
  every: number
  run(): Promise<void>
}

/** What happens by the clock and not by a person: forgetting what is past its age. */
export function startJobs(deps: {
  db: Store
  clock: Clock
  onFault: (error: unknown, what: string) => void
  extra: readonly Job[]
}) {
  const forget: Job = {
    name: 'forget old news and commands',
    every: 3600_000,
    async run() {
      const now = deps.clock.now().getTime()
      await deps.db.write((tx) =>
        forgetOld(tx, { news: new Date(now - LIMITS.newsAge), commands: new Date(now - LIMITS.commandAge) }),
      )
    },
  }
  const running = new Set<Promise<void>>()
  const timers = [forget, ...deps.extra].map((job) =>
    setInterval(() => {
      const run = job
        .run()
        .catch((error) => deps.onFault(error, `job: ${job.name}`))
        .finally(() => running.delete(run))
      running.add(run)
    }, job.every).unref(),
  )
  return {
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running)
    },
  }
}
