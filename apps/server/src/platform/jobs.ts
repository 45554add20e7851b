import { LIMITS } from '@academy/contract'
import type { Store } from '@academy/database'
import type { Clock } from './clock.ts'
import { forgetOld } from './store.ts'

export interface Job {
  name: string
  /** Milliseconds between runs. */
  every: number
  /** Also when the server begins. */
  atStart?: boolean
  /** A long one asks now and then whether the server stops meanwhile. */
  run(stopping: () => boolean): Promise<void>
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
  const running = new Map<Job, Promise<void>>()
  let stopping = false
  const start = (job: Job) => {
    // One that takes longer than its time is not begun again beside itself.
    if (running.has(job)) return
    const run = job
      .run(() => stopping)
      .catch((error) => deps.onFault(error, `job: ${job.name}`))
      .finally(() => running.delete(job))
    running.set(job, run)
  }
  const jobs = [forget, ...deps.extra]
  const timers = jobs.map((job) => setInterval(() => start(job), job.every).unref())
  for (const job of jobs) if (job.atStart) start(job)
  return {
    async stop(): Promise<void> {
      stopping = true
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}
