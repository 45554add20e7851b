// @vitest-environment node
import { type LiveOpened, liveStream, newId, type QuestionView, type Refusal } from '@academy/contract'
import { type Academy, openAcademy, type Person } from '@academy/testkit'
import { layWire } from '@academy/testkit/wire'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newPhone, tick, until } from './_phone.ts'
import { type AcademySocket, socketOptions } from './connection.ts'
import { refusalOf, type Sync, startSync } from './index.ts'

/** The browser's events, without a browser: what the device says of its line and whether somebody looks. */
let device: EventTarget
let online = true
const opened: Sync[] = []

beforeEach(() => {
  newPhone()
  device = new EventTarget()
  online = true
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (k: string) => kept.get(k) ?? null,
    setItem: (k: string, v: string) => kept.set(k, v),
  })
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('addEventListener', device.addEventListener.bind(device))
  vi.stubGlobal('removeEventListener', device.removeEventListener.bind(device))
  vi.stubGlobal('navigator', {
    locks: navigator.locks,
    get onLine() {
      return online
    },
  })
})
afterEach(() => {
  for (const sync of opened.splice(0)) sync.close()
  // A spy that is put back later would put back the stub it stands on, for all files after this one.
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function setOnline(now: boolean) {
  online = now
  device.dispatchEvent(new Event(now ? 'online' : 'offline'))
}

/** This person's page, reaching the academy over the given address with their cookies, as a browser would. */
function page(person: Person, url: string, transports?: string[]): Sync {
  const own = fetchOf
  vi.stubGlobal('fetch', (path: string, options: RequestInit = {}) => {
    // Other people of the test have browsers of their own.
    if (!path.startsWith('/')) return own(path, options)
    return own(`${url}${path}`, {
      ...options,
      headers: {
        ...(options.headers as object),
        origin: url,
        connection: 'close',
        ...(person.cookie ? { cookie: person.cookie } : {}),
      },
    })
  })
  const sync = startSync({
    here: person.id ? { kind: 'member', id: person.id } : { kind: 'stranger', id: null },
    renew: () => {},
    makeSocket: async () =>
      io(url, {
        ...socketOptions(),
        ...(transports ? { transports } : {}),
        forceNew: true,
        extraHeaders: { origin: url, ...(person.cookie ? { cookie: person.cookie } : {}) },
      }) as AcademySocket,
  })
  sync.line.open()
  opened.push(sync)
  return sync
}
const fetchOf = globalThis.fetch

async function openSession(academy: Academy, host: Person): Promise<string> {
  const id = newId()
  const now = Date.now()
  await host.rpc.live.create.mutate({
    id,
    placeId: academy.places.school,
    title: { kk: 'Мектеп пен үй', ru: '', en: '' },
    opensAt: now - 1000,
    startsAt: now,
    closesAt: now + 3600_000,
    naming: 'asker-chooses',
    review: false,
  })
  return id
}

/** What a participant sees of a session. */
function follow(sync: Sync, sessionId: string) {
  const shown = {
    questions: new Map<string, QuestionView>(),
    order: [] as number[],
    ended: undefined as Refusal | undefined | null,
  }
  shown.ended = null
  sync.follow<LiveOpened, QuestionView>(liveStream(sessionId), {
    load: () => sync.rpc.live.open.query({ sessionId }),
    reset(view) {
      shown.questions = new Map(view.queue.items.map((question) => [question.id, question]))
    },
    apply(news) {
      shown.order.push(news.seq)
      if (news.view) shown.questions.set(news.subjectId, news.view)
    },
    ended: (why) => {
      shown.ended = why
    },
  })
  return shown
}
const ask = (sync: Sync, sessionId: string, body: string) =>
  sync.outbox.put('live.ask', { sessionId, body, anonymous: false }, { lane: liveStream(sessionId) })
const bodies = async (person: Person, sessionId: string) =>
  (await person.rpc.live.open.query({ sessionId })).queue.items.map((question) => question.body).sort()

test('while the socket stands calls go by it; when it falls they go by HTTP; both give one kind of refusal', async () => {
  await using academy = await openAcademy()
  const [host, aigul] = await Promise.all([academy.person('school-leader'), academy.person('parent')])
  const sessionId = await openSession(academy, host)
  const sync = page(aigul, academy.url)
  const byHttp = vi.spyOn(globalThis, 'fetch')

  await until(() => sync.line.state() === 'connected')
  expect((await sync.rpc.live.open.query({ sessionId })).session.id).toBe(sessionId)
  const over = await sync.rpc.live.open.query({ sessionId: newId() }).catch(refusalOf)
  expect(byHttp).toHaveBeenCalledTimes(0)
  // Whose cookie it is, is asked by HTTP even so.
  expect((await sync.rpc.members.who.query()).id).toBe(aigul.id)
  expect(byHttp).toHaveBeenCalledTimes(1)

  sync.line.close()
  expect((await sync.rpc.live.open.query({ sessionId })).session.id).toBe(sessionId)
  expect(byHttp).toHaveBeenCalledTimes(2)
  expect(over).toEqual({ code: 'not-found' })
  expect(await sync.rpc.live.open.query({ sessionId: newId() }).catch(refusalOf)).toEqual({ code: 'not-found' })
  expect(await sync.rpc.live.ask.mutate({ id: 'x', sessionId, body: '', anonymous: false }).catch(refusalOf)).toEqual({
    code: 'bad-input',
    fields: ['id', 'body'],
  })
})

test('a page from the internet that is not the academy is no line, and not an answer', async () => {
  await using academy = await openAcademy()
  const sync = page(await academy.person('parent'), academy.url)
  sync.line.close()
  vi.stubGlobal('fetch', async () => new Response('<h1>Кіру үшін төлеңіз</h1>', { status: 200 }))
  expect(await sync.rpc.members.who.query().catch(refusalOf)).toEqual({ code: 'client/offline' })
  vi.stubGlobal('fetch', async () => new Response('Bad gateway', { status: 502 }))
  expect(await sync.rpc.members.who.query().catch(refusalOf)).toEqual({ code: 'client/offline' })
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await sync.rpc.members.who.query().catch(refusalOf)).toEqual({ code: 'client/offline' })
})

test('what one asks while the line is cut stands in the hall once, in order, when it returns', async () => {
  await using academy = await openAcademy()
  const [host, aigul] = await Promise.all([academy.person('school-leader'), academy.person('parent')])
  const sessionId = await openSession(academy, host)
  await using wire = await layWire(academy.url)
  const sync = page(aigul, wire.url)
  const shown = follow(sync, sessionId)
  await until(() => sync.line.state() === 'connected')

  wire.cut()
  await until(() => sync.line.state() !== 'connected')
  const asked = ['бірінші', 'екінші', 'үшінші']
  for (const body of asked) await ask(sync, sessionId, body)
  await tick(100)
  expect(await bodies(host, sessionId)).toEqual([])
  wire.mend()
  setOnline(true)

  await until(() => shown.questions.size === 3)
  expect([...shown.questions.values()].map((question) => question.body)).toEqual(asked)
  await until(() => sync.outbox.items().length === 0)
  expect(await bodies(host, sessionId)).toEqual([...asked].sort())
})

test('a device without a line says so at once, and is back within two seconds of having one', async () => {
  await using academy = await openAcademy()
  const [host, aigul] = await Promise.all([academy.person('school-leader'), academy.person('parent')])
  const sessionId = await openSession(academy, host)
  const sync = page(aigul, academy.url)
  const shown = follow(sync, sessionId)
  const states: string[] = []
  sync.line.subscribe(() => states.push(sync.line.state()))
  await until(() => sync.line.state() === 'connected')

  setOnline(false)
  expect(sync.line.state()).toBe('offline')
  await host.rpc.live.ask.mutate({ id: newId(), sessionId, body: 'Сіз жоқта', anonymous: false })
  const before = performance.now()
  setOnline(true)
  await until(() => shown.questions.size === 1)
  await until(() => sync.line.state() === 'connected')
  expect(performance.now() - before).toBeLessThan(2000)
  expect(states).toEqual(['connected', 'offline', 'connecting', 'connected'])
})

test('a line that died without a word is noticed when somebody looks, and what was missed is there', async () => {
  await using academy = await openAcademy()
  const [host, aigul] = await Promise.all([academy.person('school-leader'), academy.person('parent')])
  const sessionId = await openSession(academy, host)
  await using wire = await layWire(academy.url)
  const sync = page(aigul, wire.url)
  const shown = follow(sync, sessionId)
  await until(() => sync.line.state() === 'connected' && shown.ended === null)

  wire.die()
  await host.rpc.live.ask.mutate({ id: newId(), sessionId, body: 'Естілмеген', anonymous: false })
  await academy.settle()
  await tick(50)
  wire.mend()
  expect(shown.questions.size).toBe(0)
  document.dispatchEvent(new Event('visibilitychange'))
  await until(() => shown.questions.size === 1)
  expect(sync.line.state()).toBe('connected')
})

test('where a school lets no WebSocket through, the news comes all the same', async () => {
  await using academy = await openAcademy()
  const [host, aigul] = await Promise.all([academy.person('school-leader'), academy.person('parent')])
  const sessionId = await openSession(academy, host)
  const sync = page(aigul, academy.url, ['polling'])
  const shown = follow(sync, sessionId)
  await until(() => sync.line.state() === 'connected')
  await host.rpc.live.ask.mutate({ id: newId(), sessionId, body: 'Прокси арқылы', anonymous: false })
  await until(() => shown.questions.size === 1)
  expect([...shown.questions.values()][0]?.body).toBe('Прокси арқылы')
})

describe('the next person on the same phone', () => {
  test('does not send what the last one wrote, though the cookie is theirs by now', async () => {
    await using academy = await openAcademy()
    const [host, aigul, bolat] = await Promise.all([
      academy.person('school-leader'),
      academy.person('parent', { name: 'Айгүл Үлгі' }),
      academy.person('parent', { name: 'Болат Үлгі' }),
    ])
    const sessionId = await openSession(academy, host)
    const hers = aigul.cookie
    const sync = page(aigul, academy.url)
    sync.line.close()
    // Bolat signed in on a page without script: nothing on this page has heard of it.
    aigul.cookie = bolat.cookie
    await ask(sync, sessionId, 'Менің сұрағым')
    await until(() => sync.outbox.halted() === 'signed-out')
    await tick(100)
    expect(await bodies(host, sessionId)).toEqual([])
    // This page hides it: it belongs to somebody who is not here.
    await until(() => sync.outbox.items().length === 0)

    aigul.cookie = hers
    localStorage.setItem('academy', JSON.stringify({ key: bolat.id, kind: 'member', left: {}, before: [] }))
    const back = page(aigul, academy.url)
    await until(async () => (await bodies(host, sessionId)).length === 1)
    expect((await host.rpc.live.open.query({ sessionId })).queue.items[0]?.author?.name).toBe('Айгүл Үлгі')
    expect(back.key).toBe(aigul.id)
  })
})

test('an ended login ends the page: nothing more is sent, and what was written waits under its own name', async () => {
  await using academy = await openAcademy()
  const [host, aigul] = await Promise.all([academy.person('school-leader'), academy.person('parent')])
  const sessionId = await openSession(academy, host)
  const sync = page(aigul, academy.url)
  await until(() => sync.line.state() === 'connected')
  await aigul.rpc.members.signOut.mutate()
  await until(() => !(JSON.parse(localStorage.getItem('academy') ?? '{}').key === aigul.id))
  await expect(ask(sync, sessionId, 'Кеш')).rejects.toMatchObject({ code: 'signed-out' })
  expect(await bodies(host, sessionId)).toEqual([])
})

/** G3: a line that flaps in every way, three lanes, and a reader beside it. */
test('thirty questions over a flapping line stand there once, in order, and both pages show the same', async () => {
  await using academy = await openAcademy()
  const [host, aigul] = await Promise.all([academy.person('school-leader'), academy.person('parent')])
  const sessions = await Promise.all([1, 2, 3].map(() => openSession(academy, host)))
  await using wire = await layWire(academy.url)
  const sync = page(aigul, wire.url)
  const views = sessions.map((id) => follow(sync, id))

  const flaps = process.env.ACADEMY_LONG ? 500 : 24
  const writing = (async () => {
    for (let n = 0; n < 10; n++)
      for (const id of sessions) {
        await ask(sync, id, `сұрақ ${n}`)
        await tick(20)
      }
  })()
  for (let n = 0; n < flaps; n++) {
    await tick(Math.random() * 120)
    if (n % 3 === 0) wire.die()
    else wire.cut()
    await tick(Math.random() * 120)
    wire.mend()
    if (n % 2 === 0) setOnline(true)
    else document.dispatchEvent(new Event('visibilitychange'))
  }
  await writing
  wire.mend()
  setOnline(true)
  await until(() => views.every((view) => view.questions.size === 10))

  for (const [n, id] of sessions.entries()) {
    const there = (await host.rpc.live.open.query({ sessionId: id })).queue.items
    const byTime = [...there].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id))
    expect(there).toHaveLength(10)
    expect(byTime.map((question) => question.at)).toEqual(
      [...byTime.map((question) => question.at)].sort((a, b) => a - b),
    )
    const written = Array.from({ length: 10 }, (_, k) => `сұрақ ${k}`)
    expect(byTime.map((question) => question.body)).toEqual(written)
    expect([...(views[n]?.questions.values() ?? [])].map((question) => question.body).sort()).toEqual(written)
  }
}, 300_000)
