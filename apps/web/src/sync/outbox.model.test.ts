// @vitest-environment node
import type { Done, Refusal } from '@academy/contract'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { FakeAcademy, newPhone, tick, turn } from './_phone.ts'
import { makeOutbox, type Outbox } from './outbox.ts'
import { makeShelf, type Shelf } from './shelf.ts'

vi.mock('./backoff.ts', async (original) => ({ ...(await original<object>()), backoff: () => 1 }))

/**
 * Somebody writes on a phone that dies at any moment, into a line that loses requests and answers and doubles them, in one or two
 * tabs. However it went, when the line is good at last everything that was said to be kept stands at the academy once, and what was
 * written in one lane stands there in the order it was written.
 */
type Step =
  | { do: 'write'; tab: number; lane: string; times: number }
  | { do: 'kill'; tab: number; after: number }
  | { do: 'open'; tab: number }
  | { do: 'line'; faults: Fault[] }
  | { do: 'pass'; turns: number }

type Fault = 'ok' | 'slow' | 'request lost' | 'answer lost' | 'twice' | 'fault' | 'too many' | 'late'

const fault = fc.constantFrom<Fault>('ok', 'slow', 'request lost', 'answer lost', 'twice', 'fault', 'too many', 'late')
const oneOf = fc.integer({ min: 0, max: 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      tab: oneOf,
      times: fc.integer({ min: 1, max: 3 }),
      lane: fc.constantFrom('a', 'a', 'b'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('kill' as const), tab: oneOf, after: fc.integer({ min: 0, max: 12 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), tab: oneOf }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('line' as const), faults: fc.array(fault, { maxLength: 12 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), turns: fc.integer({ min: 1, max: 30 }) }) },
)

/** A process that may die: from then on nothing it waits for ever comes, so nothing of it runs on. */
class Process {
  dead = false
  readonly #death = Promise.withResolvers<boolean>()
  /** Settles, to false, when it dies. */
  readonly death = this.#death.promise
  #left = Number.POSITIVE_INFINITY
  die(): void {
    this.dead = true
    this.#death.resolve(false)
  }
  dieAfter(awaits: number): void {
    this.#left = awaits
  }
  /** Passes one await point, before and after the thing itself. */
  async at<T>(work: () => Promise<T>): Promise<T> {
    await this.#live()
    const [value, error] = await work().then(
      (v) => [v, undefined] as const,
      (e) => [undefined, e] as const,
    )
    await this.#live()
    if (error) throw error
    return value as T
  }
  #live(): Promise<void> {
    if (!this.dead && this.#left-- <= 0) this.die()
    return this.dead ? new Promise(() => {}) : Promise.resolve()
  }
}

/** One holder at a time, in turn; a dead one's hold is taken away. */
function locks() {
  let free: Promise<unknown> = Promise.resolve()
  return (process: Process) =>
    (work: () => Promise<boolean>): Promise<boolean> => {
      const turn = free.then(async () => {
        if (process.dead) return false
        return Promise.race([work(), process.death])
      })
      free = turn.catch(() => {})
      return turn
    }
}
interface Written {
  lane: string
  body: string
  kept: boolean
  /** What surely came before it: kept by then, or written before it in the same tab. */
  after: Written[]
  by: Process
}

class Phone {
  readonly academy = new FakeAcademy()
  faults: Fault[] = []
  readonly written: Written[] = []
  readonly #lock: ((process: Process) => (work: () => Promise<boolean>) => Promise<boolean>) | undefined
  readonly tabs: ({ process: Process; outbox: Outbox } | undefined)[] = [undefined, undefined]
  readonly #late: Promise<void>[] = []

  constructor(withLocks: boolean) {
    this.#lock = withLocks ? locks() : undefined
  }

  open(n: number): void {
    if (this.tabs[n] && !this.tabs[n]?.process.dead) return
    const process = new Process()
    const shelf = makeShelf('amina')
    const mortal: Shelf = {
      ...shelf,
      use: (work) => process.at(() => shelf.use(work)),
      write: (stores, work) => process.at(() => shelf.write(stores, work)),
    }
    const turns = this.#lock?.(process) ?? ((work: () => Promise<boolean>) => work())
    const outbox = makeOutbox({
      shelf: mortal,
      turns,
      send: (path, input) => process.at(() => this.#send(path, input)),
    })
    this.tabs[n] = { process, outbox }
  }

  async #send(path: string, input: unknown): Promise<Done> {
    const how = this.faults.shift() ?? 'ok'
    for (let n = how === 'slow' ? 8 : 1; n > 0; n--) await turn()
    const lost = (code: Refusal['code']) =>
      Object.assign(this.academy, { fail: () => ({ code }) }) && this.academy.send(path, input)
    try {
      if (how === 'request lost') return await lost('client/offline')
      if (how === 'fault') return await lost('fault')
      if (how === 'too many') return await lost('too-many')
    } finally {
      this.academy.fail = () => undefined
    }
    if (how === 'late') {
      // It is given up here, and arrives there all the same, some time later.
      const request = structuredClone({ path, input }) as never
      this.#late.push(tick(5).then(() => void this.academy.carryOut(request)))
      return lost('client/offline').finally(() => {
        this.academy.fail = () => undefined
      })
    }
    const done = await this.academy.send(path, input)
    if (how === 'twice') await this.academy.send(path, input)
    if (how === 'answer lost')
      return lost('client/offline').finally(() => {
        this.academy.fail = () => undefined
      })
    return done
  }

  write(n: number, lane: string): void {
    const tab = this.tabs[n]
    if (!tab || tab.process.dead) return
    const body = `${this.written.length}`
    const after = this.written.filter((other) => other.lane === lane && (other.kept || other.by === tab.process))
    const entry: Written = { lane, body, kept: false, after, by: tab.process }
    this.written.push(entry)
    void tab.outbox.put('live.ask', { lane, body } as never, { lane }).then(
      () => {
        entry.kept = true
      },
      () => {},
    )
  }

  kill(n: number, after: number): void {
    this.tabs[n]?.process.dieAfter(after)
  }

  /** The line is good, and one tab is opened and stays open until there is nothing left. */
  async goodAtLast(): Promise<void> {
    this.faults = []
    for (const tab of this.tabs) tab?.process.die()
    await Promise.all(this.#late)
    for (const tab of this.tabs) tab?.outbox.close()
    this.open(0)
    const last = this.tabs[0]
    const shelf = makeShelf('amina')
    while ((await shelf.use((db) => db.count('outbox'))) > 0) {
      void last?.outbox.nudge()
      await turn()
    }
    await last?.outbox.nudge()
    last?.outbox.close()
    await shelf.close()
  }
}

const scene = fc.record({ withLocks: fc.boolean(), steps: fc.array(step, { minLength: 1, maxLength: 30 }) })

async function plays({ withLocks, steps }: { withLocks: boolean; steps: Step[] }): Promise<void> {
  newPhone()
  const phone = new Phone(withLocks)
  phone.open(0)
  for (const s of steps) {
    if (s.do === 'open') phone.open(s.tab)
    else if (s.do === 'write') for (let n = 0; n < s.times; n++) phone.write(s.tab, s.lane)
    else if (s.do === 'kill') phone.kill(s.tab, s.after)
    else if (s.do === 'line') phone.faults = [...s.faults]
    else for (let n = 0; n < s.turns; n++) await turn()
  }
  await phone.goodAtLast()

  const there = phone.academy.log.map((sent) => sent.input as unknown as { id: string; lane: string; body: string })
  const bodies = there.map((sent) => sent.body)
  // Once: nothing stands there twice, nothing that was never written, and everything that was said to be kept.
  expect(new Set(bodies).size).toBe(bodies.length)
  const written = new Set(phone.written.map((entry) => entry.body))
  expect(bodies.filter((body) => !written.has(body))).toEqual([])
  expect(phone.written.filter((entry) => entry.kept && !bodies.includes(entry.body))).toEqual([])
  // In order: within a lane, as it was written.
  for (const entry of phone.written.filter(({ body }) => bodies.includes(body))) {
    const before = entry.after.filter(({ body }) => bodies.includes(body))
    expect(before.filter(({ body }) => bodies.indexOf(body) > bodies.indexOf(entry.body))).toEqual([])
  }
}

const runs = process.env.ACADEMY_LONG ? 20_000 : 1_500

test(
  'what was kept is said once and in order, wherever the phone died and whatever the line did',
  async () => {
    await fc.assert(fc.asyncProperty(scene, plays), { numRuns: runs })
    expect.hasAssertions()
  },
  runs * 40,
)
