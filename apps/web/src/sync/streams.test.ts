// @vitest-environment node
import type { News } from '@academy/contract'
import { AcademyError } from '@academy/contract'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { FakeLine, StreamThere } from './_line.ts'
import { newPhone, tick, until } from './_phone.ts'
import { type Cache, makeCache } from './cache.ts'
import { makeShelf } from './shelf.ts'
import { type Follower, makeStreams } from './streams.ts'

vi.mock('./backoff.ts', async (original) => ({ ...(await original<object>()), backoff: () => 2 }))

interface View {
  seq: number
  things: Record<string, string>
}

let line: FakeLine
let there: StreamThere
let cache: Cache

beforeEach(() => {
  newPhone()
  there = new StreamThere()
  line = new FakeLine(there)
  cache = makeCache(makeShelf('amina'))
})

/** A page that shows the things of one stream. */
function page(more: Partial<Follower<View, string>> = {}) {
  const shown = {
    things: {} as Record<string, string>,
    order: [] as number[],
    resets: 0,
    ended: 0,
    loads: 0,
    gauges: [] as unknown[],
  }
  const stop = makeStreams(line as never, cache)<View, string>('topic:1', {
    async load() {
      shown.loads++
      await tick()
      return there.view()
    },
    reset(view) {
      shown.things = { ...view.things }
      shown.resets++
    },
    apply(news: News<string>) {
      shown.order.push(news.seq)
      if (news.view === null) delete shown.things[news.subjectId]
      else shown.things[news.subjectId] = news.view
    },
    gauge: (name, value) => shown.gauges.push([name, value]),
    ended: () => {
      shown.ended++
    },
    view: () => ({ things: shown.things }),
    ...more,
  })
  return { shown, stop }
}

test('the view is loaded once, and what happens afterwards is put in as it comes', async () => {
  there.happen('a', 'Сәлем')
  line.connect()
  const { shown } = page()
  await until(() => line.asked('follow') === 1 && shown.resets === 1)
  line.deliver(there.happen('b', 'Қалай?'))
  line.deliver(there.happen('a', null))
  expect(shown.things).toEqual({ b: 'Қалай?' })
  expect(shown).toMatchObject({ loads: 1, resets: 1, order: [2, 3] })
})

test('news that comes twice is put in once', async () => {
  line.connect()
  const { shown } = page()
  await until(() => line.asked('follow') === 1)
  const news = there.happen('a', 'Сәлем')
  for (let n = 0; n < 3; n++) line.deliver(news)
  expect(shown.order).toEqual([1])
})

test('what was missed is asked for, and nothing is shown out of order', async () => {
  line.connect()
  const { shown } = page()
  await until(() => line.asked('follow') === 1)
  line.deliver(there.happen('a', '1'))
  there.happen('b', '2')
  line.deliver(there.happen('c', '3'))
  await until(() => shown.order.length === 3)
  expect(shown.order).toEqual([1, 2, 3])
  expect(line.lastFollow).toEqual({ stream: 'topic:1', after: 1 })
  expect(shown.loads).toBe(1)
})

test('after the line was cut only what came meanwhile is fetched', async () => {
  line.connect()
  const { shown } = page()
  await until(() => line.asked('follow') === 1)
  line.deliver(there.happen('a', '1'))
  line.cut()
  there.happen('b', '2')
  there.happen('c', '3')
  line.connect()
  await until(() => shown.order.length === 3)
  expect(shown).toMatchObject({ order: [1, 2, 3], loads: 1 })
})

test('somebody who was away too long gets the whole view anew', async () => {
  line.connect()
  const { shown } = page()
  await until(() => line.asked('follow') === 1)
  line.cut()
  for (let n = 0; n < there.most + 5; n++) there.happen(`${n}`, 'x')
  line.connect()
  await until(() => Object.keys(shown.things).length === there.most + 5)
  expect(shown).toMatchObject({ loads: 2, resets: 2, order: [] })
})

test('a server restored from its backup is believed', async () => {
  for (let n = 0; n < 9; n++) there.happen(`${n}`, 'кейін жоғалады')
  line.connect()
  const { shown } = page()
  await until(() => line.asked('follow') === 1 && shown.resets === 1)
  line.cut()
  there.restore()
  there.happen('a', 'Сәлем')
  line.connect()
  await until(() => shown.things.a === 'Сәлем')
  expect(shown.things).toEqual({ a: 'Сәлем' })
  line.deliver(there.happen('b', 'Қалай?'))
  expect(shown.things).toEqual({ a: 'Сәлем', b: 'Қалай?' })
})

test('a load that fails is tried again, also when the line returns before its time', async () => {
  let broken = true
  line.connect()
  const { shown } = page({
    async load() {
      if (broken) throw new AcademyError('client/offline')
      return there.view()
    },
  })
  await tick(10)
  expect(shown.resets).toBe(0)
  broken = false
  await until(() => shown.resets === 1 && line.asked('follow') === 1)
  expect(shown.ended).toBe(0)
})

test('a follow that gets no answer is asked again', async () => {
  line.connect()
  line.deaf = 2
  const { shown } = page()
  await until(() => line.asked('follow') === 3)
  line.deliver(there.happen('a', 'Сәлем'))
  expect(shown.things).toEqual({ a: 'Сәлем' })
})

describe('a stream that is not mine any more', () => {
  test('is not shown, not asked for again and not kept on the phone', async () => {
    there.happen('a', 'құпия')
    line.connect()
    const { shown } = page()
    await until(() => line.asked('follow') === 1)
    await cache.remember('topic:1', { seq: 1, things: { a: 'құпия' } })
    line.end('topic:1')
    expect(shown.ended).toBe(1)
    line.deliver(there.happen('b', 'кейінгі'))
    line.cut()
    line.connect()
    await tick(20)
    expect(shown.order).toEqual([])
    expect(line.asked('follow')).toBe(1)
    expect(await cache.recall('topic:1')).toBeUndefined()
  })

  test('ends the page also when the server refuses to let it be followed', async () => {
    there.open = false
    line.connect()
    const ended: unknown[] = []
    page({ ended: (why) => ended.push(why) })
    await until(() => ended.length === 1)
    expect(ended).toEqual([{ code: 'not-found' }])
  })
})

test('a gauge is passed on as it comes', async () => {
  line.connect()
  const { shown } = page()
  await until(() => line.asked('follow') === 1)
  line.gauge('topic:1', 'here', 3)
  line.gauge('topic:2', 'here', 9)
  line.gauge('topic:1', 'here', 4)
  expect(shown.gauges).toEqual([
    ['here', 3],
    ['here', 4],
  ])
})

describe('without a line', () => {
  test('the last view is shown, and caught up when the line returns', async () => {
    line.connect()
    const first = page()
    await until(() => line.asked('follow') === 1)
    line.deliver(there.happen('a', 'Сәлем'))
    first.stop()
    await until(async () => (await cache.recall<View>('topic:1'))?.seq === 1)
    line.cut()
    there.happen('b', 'Қалай?')

    const later = page({
      load: async () => {
        throw new AcademyError('client/offline')
      },
    })
    await until(() => later.shown.resets === 1)
    expect(later.shown.things).toEqual({ a: 'Сәлем' })
    line.connect()
    await until(() => later.shown.order.length === 1)
    expect(later.shown.things).toEqual({ a: 'Сәлем', b: 'Қалай?' })
  })

  test('nothing kept and nothing reachable shows nothing, and is not taken for an empty room', async () => {
    const { shown } = page({
      load: async () => {
        throw new AcademyError('client/offline')
      },
    })
    await tick(20)
    expect(shown).toMatchObject({ resets: 0, ended: 0 })
  })
})

test('a page that came with its view asks only for what came after', async () => {
  there.happen('a', '1')
  const first = there.view()
  there.happen('b', '2')
  line.connect()
  const { shown } = page({ first })
  await until(() => shown.order.length === 1)
  expect(shown).toMatchObject({ loads: 0, resets: 1, things: { a: '1', b: '2' } })
})

test('two parts of a page may follow one stream, and the server is told when the last one leaves', async () => {
  line.connect()
  const streams = makeStreams(line as never, cache)
  const heard: string[] = []
  const follow = (name: string) =>
    streams<View, string>('topic:1', {
      load: async () => there.view(),
      reset: () => {},
      apply: (news) => heard.push(`${name} ${news.subjectId}`),
    })
  const [stopOne, stopTwo] = [follow('one'), follow('two')]
  await until(() => line.asked('follow') === 2)
  line.deliver(there.happen('a', '1'))
  stopOne()
  expect(line.asked('unfollow')).toBe(0)
  line.deliver(there.happen('b', '2'))
  stopTwo()
  expect(line.asked('unfollow')).toBe(1)
  expect(heard).toEqual(['one a', 'two a', 'two b'])
})

test('a page that is left hears no more, also of what was on its way', async () => {
  line.connect()
  const { shown, stop } = page()
  stop()
  await tick(20)
  line.deliver(there.happen('a', '1'))
  expect(shown).toMatchObject({ resets: 0, order: [], ended: 0 })
})
