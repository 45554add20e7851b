// @vitest-environment node
import type { Refusal } from '@academy/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FakeAcademy, newPhone, type Sent, tick, until } from './_phone.ts'
import { makeDrafts } from './drafts.ts'
import { makeOutbox, type Outbox } from './outbox.ts'
import { makeShelf } from './shelf.ts'

/** Real waits are half a second and more; what is tested here is that they end. */
vi.mock('./backoff.ts', async (original) => ({ ...(await original<object>()), backoff: () => 5 }))

const open: Outbox[] = []
let academy: FakeAcademy
let online = true

beforeEach(() => {
  newPhone()
  academy = new FakeAcademy()
  online = true
  vi.stubGlobal('navigator', {
    locks: navigator.locks,
    get onLine() {
      return online
    },
  })
})
afterEach(() => {
  for (const outbox of open.splice(0)) outbox.close()
  vi.unstubAllGlobals()
})

function tab(member = 'amina', mine: () => boolean = () => true, onHalt: (why: string) => void = () => {}): Outbox {
  const outbox = makeOutbox({ shelf: makeShelf(member, mine), send: academy.send, onHalt })
  open.push(outbox)
  return outbox
}
/** Whatever the page's types would say: the academy here carries out any path. */
const say = (outbox: Outbox, body: string, lane = 'topic:1', draft?: string): Promise<string> =>
  outbox.put('live.ask', { body } as never, draft === undefined ? { lane } : { lane, draft })
const states = (outbox: Outbox) => outbox.items().map((item) => [item.input.body, item.state])
const bodyOf = (sent: Sent) => sent.input.body as string

/** Refuses what is said in these words. */
function refuse(refusals: Record<string, Refusal>) {
  academy.fail = (sent, when) => (when === 'request' ? refusals[bodyOf(sent)] : undefined)
}
const goOffline = () => {
  online = false
}
const goOnline = (...tabs: Outbox[]) => {
  online = true
  for (const outbox of tabs) void outbox.nudge()
}

test('what is written is on the phone before it is sent, and sent with the id and time it was written with', async () => {
  goOffline()
  const before = Date.now()
  const outbox = tab()
  const id = await say(outbox, 'Сәлем')
  const [kept] = await makeShelf('amina').use((db) => db.getAll('outbox'))
  expect(kept).toMatchObject({ id, state: 'waiting', input: { id, body: 'Сәлем' } })
  expect(kept?.composedAt).toBeGreaterThanOrEqual(before)
  expect(academy.asked).toBe(0)
  goOnline(outbox)
  await until(() => academy.log.length === 1)
  expect(academy.log[0]).toEqual({ path: 'live.ask', input: { id, body: 'Сәлем', composedAt: kept?.composedAt } })
})

test('a message written offline, tab killed, is sent once in order when the line returns', async () => {
  goOffline()
  const killed = tab()
  for (const body of ['бір', 'екі', 'үш']) await say(killed, body)
  killed.close()
  const opened = tab()
  await until(() => opened.items().length === 3)
  goOnline(opened)
  await until(() => academy.log.length === 3)
  await tick(30)
  expect(academy.said).toEqual(['бір', 'екі', 'үш'])
  expect(academy.asked).toBe(3)
})

test('a tab killed while it was sending leaves a thing that is sent again with the same id, and stands there once', async () => {
  const outbox = tab()
  let lose = true
  academy.fail = (_, when) => (when === 'answer' && lose ? { code: 'client/offline' } : undefined)
  await say(outbox, 'бір')
  await until(() => academy.asked > 0)
  outbox.close()
  // As if the tab had died in the middle of it.
  await makeShelf('amina').use(async (db) => {
    const [item] = await db.getAll('outbox')
    if (item) await db.put('outbox', { ...item, state: 'sending' })
  })
  lose = false
  const opened = tab()
  await until(async () => (await makeShelf('amina').use((db) => db.count('outbox'))) === 0)
  expect(academy.said).toEqual(['бір'])
  expect(academy.asked).toBeGreaterThan(1)
  opened.close()
})

test('what a killed tab was sending waits again while there is no line', async () => {
  goOffline()
  await say(tab(), 'бір')
  await makeShelf('amina').use(async (db) => {
    const [item] = await db.getAll('outbox')
    if (item) await db.put('outbox', { ...item, state: 'sending' })
  })
  const opened = tab()
  await until(() => states(opened).length > 0 && states(opened)[0]?.[1] === 'waiting')
  expect(academy.asked).toBe(0)
})

test('each thing shows how it stands: waiting, sending, sent, and gone once its news is in the view', async () => {
  goOffline()
  const outbox = tab()
  const shown: unknown[] = []
  outbox.subscribe(() => shown.push(states(outbox)[0]?.[1]))
  const done: unknown[] = []
  outbox.onDone((id, answer) => done.push([id, answer.seq]))
  const id = await say(outbox, 'бір')
  goOnline(outbox)
  await until(() => states(outbox)[0]?.[1] === 'sent')
  expect(shown.filter((state, n) => state !== shown[n - 1] && state)).toEqual(['waiting', 'sending', 'sent'])
  expect(done).toEqual([[id, 1]])
  outbox.caughtUp('topic:1', 1, id)
  expect(outbox.items()).toEqual([])
})

test('news that comes before the acknowledgement does not leave the thing standing twice', async () => {
  const outbox = tab()
  academy.fail = (sent, when) => {
    if (when === 'answer') outbox.caughtUp('topic:9', 1, sent.input.id)
    return undefined
  }
  await say(outbox, 'бір')
  await until(() => academy.log.length === 1 && outbox.items().length === 0)
  await tick(20)
  expect(outbox.items()).toEqual([])
})

test('what stands in a view that was loaded is not shown beside it, whichever comes first', async () => {
  const outbox = tab()
  await say(outbox, 'бір')
  await until(() => states(outbox)[0]?.[1] === 'sent')
  outbox.caughtUp('topic:2', 9)
  expect(states(outbox)).toEqual([['бір', 'sent']])
  outbox.caughtUp('topic:1', 1)
  expect(outbox.items()).toEqual([])
  outbox.caughtUp('topic:1', 2)
  await say(outbox, 'екі')
  await until(() => academy.log.length === 2)
  await tick(20)
  expect(outbox.items()).toEqual([])
})

describe('a refusal', () => {
  test('is kept with its reason and does not hold up what was written after it', async () => {
    refuse({ екі: { code: 'rooms/archived' } })
    const outbox = tab()
    for (const body of ['бір', 'екі', 'үш']) await say(outbox, body)
    await until(() => academy.log.length === 2)
    await until(() => states(outbox).some(([, state]) => state === 'refused'))
    expect(academy.said).toEqual(['бір', 'үш'])
    expect(outbox.items().find((item) => item.state === 'refused')).toMatchObject({
      input: { body: 'екі' },
      refusal: { code: 'rooms/archived' },
    })
    // Also after the page was closed, and it is not tried again by itself.
    outbox.close()
    const opened = tab()
    await until(() => opened.items().length === 1)
    await opened.nudge()
    expect(states(opened)).toEqual([['екі', 'refused']])
  })

  test('is mended: other words are another command, at the end of the line', async () => {
    refuse({ екі: { code: 'bad-input', fields: ['body'] } })
    const outbox = tab()
    const id = await say(outbox, 'екі')
    await until(() => states(outbox)[0]?.[1] === 'refused')
    const mended = await outbox.resend(id, { body: 'екінші' })
    await until(() => academy.log.length === 1)
    expect(mended).not.toBe(id)
    expect(academy.log[0]?.input).toMatchObject({ id: mended, body: 'екінші' })
    await until(async () => (await makeShelf('amina').use((db) => db.count('outbox'))) === 0)
  })

  test('is tried again as it is when its writer says so, under the same id', async () => {
    refuse({ екі: { code: 'live/not-open' } })
    const outbox = tab()
    const id = await say(outbox, 'екі')
    await until(() => states(outbox)[0]?.[1] === 'refused')
    refuse({})
    await outbox.retry(id)
    await until(() => academy.log.length === 1)
    expect(academy.log[0]?.input.id).toBe(id)
  })

  test('is gone only by a deliberate discard', async () => {
    refuse({ екі: { code: 'refused' } })
    const outbox = tab()
    const id = await say(outbox, 'екі')
    await until(() => states(outbox)[0]?.[1] === 'refused')
    await outbox.discard(id)
    expect(outbox.items()).toEqual([])
    expect(await makeShelf('amina').use((db) => db.count('outbox'))).toBe(0)
  })
})

test('what was discarded while it was on its way is not put back by a failure', async () => {
  const outbox = tab()
  academy.fail = (sent, when) => {
    if (when === 'request') void outbox.discard(sent.input.id)
    return { code: 'client/offline' }
  }
  await say(outbox, 'бір')
  await until(() => academy.asked === 1)
  await tick(60)
  expect(outbox.items()).toEqual([])
  expect(academy.asked).toBe(1)
})

test('a lane that is told to wait does not hold up another', async () => {
  refuse({ a1: { code: 'too-many', retryAfter: 3600 } })
  const outbox = tab()
  await say(outbox, 'a1', 'topic:a')
  await say(outbox, 'a2', 'topic:a')
  await say(outbox, 'b1', 'topic:b')
  await say(outbox, 'b2', 'topic:b')
  await until(() => academy.log.length === 2)
  await tick(40)
  expect(academy.said).toEqual(['b1', 'b2'])
  expect(states(outbox).filter(([, state]) => state === 'waiting')).toEqual([
    ['a1', 'waiting'],
    ['a2', 'waiting'],
  ])
  refuse({})
  await outbox.nudge()
  expect(academy.said).toEqual(['b1', 'b2', 'a1', 'a2'])
})

test('a fault of the academy is tried again, and after ten in a row the rest of the lane goes on', async () => {
  refuse({ бір: { code: 'fault' } })
  const outbox = tab()
  await say(outbox, 'бір')
  await say(outbox, 'екі')
  await until(() => academy.log.length === 1)
  expect(academy.said).toEqual(['екі'])
  expect(academy.asked).toBe(11)
  expect(outbox.items().find((item) => item.input.body === 'бір')).toMatchObject({
    state: 'refused',
    refusal: { code: 'fault' },
  })
})

test('a page of yesterday keeps everything and says so', async () => {
  const halts: string[] = []
  refuse({ бір: { code: 'client/too-old' } })
  const outbox = tab('amina', undefined, (why) => halts.push(why))
  await say(outbox, 'бір')
  await say(outbox, 'екі')
  await until(() => outbox.halted() === 'client/too-old')
  await outbox.nudge()
  expect(halts).toEqual(['client/too-old'])
  expect(academy.asked).toBe(1)
  await until(() => states(outbox).every(([, state]) => state === 'waiting'))
  expect(outbox.items()).toHaveLength(2)
  // The renewed page sends it.
  outbox.close()
  refuse({})
  tab()
  await until(() => academy.log.length === 2)
  expect(academy.said).toEqual(['бір', 'екі'])
})

test('an expired login stops the sending, and the same member sends it all after signing in', async () => {
  refuse({ бір: { code: 'signed-out' } })
  const outbox = tab()
  await say(outbox, 'бір')
  await say(outbox, 'екі')
  await until(() => outbox.halted() === 'signed-out')
  await tick(30)
  expect(academy.asked).toBe(1)
  refuse({})
  await outbox.resume()
  await until(() => academy.log.length === 2)
  expect(academy.said).toEqual(['бір', 'екі'])
})

describe('another member on the same phone', () => {
  test('never sees nor sends it', async () => {
    goOffline()
    let here = 'amina'
    const hers = tab('amina', () => here === 'amina')
    await say(hers, 'құпия')
    here = 'bolat'
    const his = tab('bolat', () => here === 'bolat')
    goOnline(hers, his)
    await say(his, 'менікі')
    await until(() => academy.log.length === 1)
    await tick(50)
    expect(academy.said).toEqual(['менікі'])
    expect(his.items().map((item) => item.input.body)).toEqual(['менікі'])
    // Her old tab shows nothing of it either, and when she is back it is there, unsent until then.
    expect(hers.items()).toEqual([])
    here = 'amina'
    tab('amina', () => here === 'amina')
    await until(() => academy.log.length === 2)
    expect(academy.said).toEqual(['менікі', 'құпия'])
  })
})

describe('two tabs', () => {
  test('show one list and send one thing once', async () => {
    goOffline()
    const [left, right] = [tab(), tab()]
    await say(left, 'бір')
    await say(right, 'екі')
    await until(() => left.items().length === 2 && right.items().length === 2)
    expect(states(left)).toEqual(states(right))
    const done: string[] = []
    left.onDone((id) => done.push(`left ${id}`))
    right.onDone((id) => done.push(`right ${id}`))
    goOnline(left, right)
    await until(() => done.length === 4)
    expect(academy.said).toEqual(['бір', 'екі'])
    expect(academy.asked).toBe(2)
    await until(() => [left, right].every((t) => t.items().every((item) => item.state === 'sent')))
  })

  test('where one is killed right after writing, the other sends', async () => {
    const watching = tab()
    await tick(10)
    const writing = makeOutbox({
      shelf: makeShelf('amina'),
      send: () => new Promise(() => {}),
      turns: () => new Promise(() => {}),
    })
    await say(writing, 'бір')
    writing.close()
    await until(() => academy.log.length === 1)
    await until(() => states(watching)[0]?.[1] === 'sent')
    expect(academy.said).toEqual(['бір'])
  })

  test('without Web Locks both may send, and it still stands there once and in order', async () => {
    vi.stubGlobal('navigator', { onLine: true })
    academy.fail = (_, when) => (when === 'answer' && Math.random() < 0.5 ? { code: 'client/offline' } : undefined)
    const [left, right] = [tab(), tab()]
    for (let n = 1; n <= 6; n++) await say(n % 2 ? left : right, `${n}`)
    await until(async () => (await makeShelf('amina').use((db) => db.count('outbox'))) === 0)
    expect(academy.said).toEqual(['1', '2', '3', '4', '5', '6'])
  })
})

test('the draft goes in the same step as its text is put on the way', async () => {
  goOffline()
  const drafts = makeDrafts(makeShelf('amina'))
  await drafts.draft<string>('topic:1').save('Сәлем')
  await say(tab(), 'Сәлем', 'topic:1', 'topic:1')
  expect(await drafts.count()).toBe(0)
})

test('what cannot be kept is not said to be kept', async () => {
  const outbox = tab('amina', () => false)
  await expect(say(outbox, 'бір')).rejects.toMatchObject({ code: 'signed-out' })
  expect(academy.asked).toBe(0)
})
