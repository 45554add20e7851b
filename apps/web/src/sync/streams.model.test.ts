// @vitest-environment node
import type { News } from '@academy/contract'
import { AcademyError } from '@academy/contract'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { FakeLine, StreamThere } from './_line.ts'
import { turn } from './_phone.ts'
import type { Cache } from './cache.ts'
import { makeStreams } from './streams.ts'

vi.mock('./backoff.ts', async (original) => ({ ...(await original<object>()), backoff: () => 0 }))

/**
 * A stream whose frames are lost, doubled and come in any order, over a line that is cut and comes back, with loads and answers that
 * fail or are late, and a server that may be restored from yesterday
 * (its numbers then go on after a leap: the same number must not mean two things). Once the line is good, the page shows what the server has. At no
 * moment does it put in news backwards or twice.
 */
type Step =
  | { do: 'happen'; subject: string; text: string | null; frame: 'now' | 'lost' | 'twice' | 'held' }
  | { do: 'release'; which: number }
  | { do: 'cut' }
  | { do: 'connect' }
  | { do: 'break loads'; times: number }
  | { do: 'go deaf'; times: number }
  | { do: 'restore' }
  | { do: 'pass'; turns: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('happen' as const),
      subject: fc.constantFrom('a', 'b', 'c'),
      text: fc.oneof(
        { weight: 3, arbitrary: fc.string({ maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      frame: fc.constantFrom('now', 'now', 'lost', 'twice', 'held'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('release' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'cut' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'connect' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('break loads' as const), times: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('go deaf' as const), times: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restore' as const }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), turns: fc.integer({ min: 1, max: 6 }) }) },
)

const noPhone = { recall: async () => undefined, remember: async () => {}, forget: async () => {} } as unknown as Cache

async function plays({ steps, reconnects }: { steps: Step[]; reconnects: boolean }): Promise<void> {
  const there = new StreamThere()
  there.most = 5
  const line = new FakeLine(there)
  let held: News[] = []
  let failing = 0
  let shown: Record<string, string> | undefined
  let last = 0
  const wrong: string[] = []

  const stop = makeStreams(line as never, noPhone)<{ seq: number; things: Record<string, string> }, string>('topic:1', {
    async load() {
      if (failing-- > 0) throw new AcademyError('client/offline')
      const view = there.view()
      await turn()
      return view
    },
    reset(view) {
      shown = { ...view.things }
      last = view.seq
    },
    apply(news) {
      if (!shown) return void wrong.push('news before a view')
      if (news.seq <= last) wrong.push(`${news.seq} after ${last}`)
      last = news.seq
      if (news.view === null) delete shown[news.subjectId]
      else shown[news.subjectId] = news.view
    },
    ended: () => wrong.push('ended'),
  })

  for (const s of steps) {
    if (s.do === 'happen') {
      const news = there.happen(s.subject, s.text)
      // Over no connection there are no frames, and none outlives its connection.
      if (line.state() !== 'connected') continue
      if (s.frame === 'now' || s.frame === 'twice') line.deliver(news)
      if (s.frame === 'twice' || s.frame === 'held') held.push(news)
    } else if (s.do === 'release') {
      const [news] = held.splice(s.which % Math.max(1, held.length), 1)
      if (news) line.deliver(news)
    } else if (s.do === 'cut' || s.do === 'restore') {
      if (s.do === 'restore') there.restore(1000)
      held = []
      line.cut()
    } else if (s.do === 'connect') {
      held = []
      line.connect()
    } else if (s.do === 'break loads') failing = s.times
    else if (s.do === 'go deaf') line.deaf = s.times
    else for (let n = 0; n < s.turns; n++) await turn()
  }

  failing = 0
  line.deaf = 0
  held = []
  if (reconnects || line.state() !== 'connected') {
    line.cut()
    line.connect()
  }
  // A lost frame is noticed by the next one.
  line.deliver(there.happen('d', 'соңғы'))
  const same = () =>
    shown !== undefined &&
    JSON.stringify(Object.entries(shown).sort()) === JSON.stringify(Object.entries(there.view().things).sort())
  for (let n = 0; n < 500 && !(same() && last === there.seq); n++) await new Promise((later) => setTimeout(later))
  stop()
  expect(wrong).toEqual([])
  expect(shown).toEqual(there.view().things)
  expect(last).toBe(there.seq)
}

const scene = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 40 }), reconnects: fc.boolean() })
const runs = process.env.ACADEMY_LONG ? 50_000 : 3_000

test(
  'however the frames come, the page ends with what the server has',
  async () => {
    await fc.assert(fc.asyncProperty(scene, plays), { numRuns: runs })
    expect.hasAssertions()
  },
  runs * 20,
)
