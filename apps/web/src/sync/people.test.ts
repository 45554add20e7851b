import { ACTOR_HEADER, type ErrorCode, type WhoView } from '@academy/contract'
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FakeAcademy, newPhone, tick, until } from './_phone.ts'
import { createDraft, createLine, createOutbox, type Sync, startSync } from './index.ts'
import { makeShelf } from './shelf.ts'

/** The academy by HTTP, as far as these scenes go: one cookie in this browser, and whose it is. */
let academy: FakeAcademy
let cookie: Pick<WhoView, 'kind' | 'id'>
let reachable: boolean
let byWhom: string[]
let cached: Map<string, string[]>
const opened: Sync[] = []

const AMINA = { kind: 'member', id: '01AMINA0000000000000000000' } as const
const BOLAT = { kind: 'member', id: '01B0LAT0000000000000000000' } as const
const GUEST = { kind: 'guest', id: '01GVEST0000000000000000000' } as const
const NOBODY = { kind: 'stranger', id: null } as const

beforeEach(() => {
  newPhone()
  localStorage.clear()
  academy = new FakeAcademy()
  cookie = NOBODY
  reachable = true
  byWhom = []
  cached = new Map([
    ['workbox-precache', ['/assets/app.js']],
    ['pages-v1', ['/kk/home']],
  ])
  vi.stubGlobal('fetch', answer)
  vi.stubGlobal('caches', { keys: async () => [...cached.keys()], delete: async (name: string) => cached.delete(name) })
})
afterEach(() => {
  for (const sync of opened.splice(0)) sync.close()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function answer(url: string, init: RequestInit): Promise<Response> {
  if (!reachable) throw new TypeError('Failed to fetch')
  const as = (init.headers as Record<string, string>)[ACTOR_HEADER]
  const inputs = init.body ? JSON.parse(init.body as string) : {}
  const paths = (url.slice('/trpc/'.length).split('?')[0] ?? '').split(',')
  const answers = paths.map((path, n) => {
    const refusal = (code: ErrorCode) => ({ error: { code: -32600, message: code, data: { refusal: { code } } } })
    if (as !== undefined && as !== (cookie.id ?? 'stranger')) return refusal('signed-out')
    if (path === 'members.who') return { result: { data: { ...cookie, me: null } } }
    if (path === 'members.signOut') {
      cookie = NOBODY
      return { result: { data: null } }
    }
    if (cookie.kind === 'stranger') return refusal('signed-out')
    const lost = academy.fail({ path, input: inputs[n] }, 'request')
    if (lost) return refusal(lost.code)
    const before = academy.log.length
    const done = academy.carryOut({ path, input: inputs[n] })
    if (academy.log.length > before) byWhom.push(`${cookie.id?.slice(2, 7)}: ${inputs[n].body}`)
    return { result: { data: done } }
  })
  return new Response(JSON.stringify(answers), { headers: { 'content-type': 'application/json' } })
}

/** The page loads: the server's word on who is here comes with it, unless the page comes from the phone. */
function load(here?: Pick<WhoView, 'kind' | 'id'>) {
  const renew = vi.fn()
  const sync = startSync({ ...(here ? { here } : {}), renew })
  opened.push(sync)
  return Object.assign(sync, { renew })
}
const signIn = async (sync: Sync, who: Pick<WhoView, 'kind' | 'id'>, shared = false) => {
  cookie = who
  await sync.become(who, shared)
}
const ask = (sync: Sync, body: string, draft?: string) =>
  sync.outbox.put('live.ask', { body } as never, draft ? { lane: 'live:1', draft } : { lane: 'live:1' })
const onPhone = (who: { id: string | null }, store: 'outbox' | 'drafts' | 'views') =>
  makeShelf(who.id ?? 'stranger').use((db) => db.count(store))
const loseLine = () => {
  reachable = false
}
const lineReturns = () => {
  reachable = true
  dispatchEvent(new Event('online'))
}

/** Amina has signed in on this phone, long ago. */
async function amina(shared = false) {
  await signIn(load(NOBODY), AMINA, shared)
  return load(AMINA)
}

test('who is here is remembered for opening without a line', async () => {
  await amina()
  loseLine()
  expect(load().key).toBe(AMINA.id)
})

test('after signing in the page starts anew as that member', async () => {
  const front = load(NOBODY)
  expect(front.key).toBe('stranger')
  await signIn(front, AMINA)
  expect(front.renew).toHaveBeenCalledOnce()
  expect(load().key).toBe(AMINA.id)
})

describe('signing out', () => {
  test('asks what to do with what is unsent, and "send" sends it first', async () => {
    const sync = await amina()
    loseLine()
    await ask(sync, 'бір')
    await ask(sync, 'екі')
    expect(await sync.unsent()).toBe(2)
    // It cannot be sent: nothing happens, and nothing is lost.
    expect(await sync.signOut('send')).toBe(false)
    expect(load().key).toBe(AMINA.id)
    expect(await onPhone(AMINA, 'outbox')).toBe(2)

    reachable = true
    expect(await sync.signOut('send')).toBe(true)
    expect(byWhom).toEqual(['AMINA: бір', 'AMINA: екі'])
    expect(cookie).toEqual(NOBODY)
    expect(load().key).toBe('stranger')
  })

  test('"discard" is a deliberate discard', async () => {
    const sync = await amina()
    loseLine()
    await ask(sync, 'бір')
    await until(() => sync.outbox.items()[0]?.tries === 1 && sync.outbox.items()[0]?.state === 'waiting')
    reachable = true
    expect(await sync.signOut('discard')).toBe(true)
    expect(await onPhone(AMINA, 'outbox')).toBe(0)
    expect(academy.log).toEqual([])
  })

  test('a refused thing counts as unsent: its text is nowhere else', async () => {
    const sync = await amina()
    academy.fail = () => ({ code: 'live/closed' })
    await ask(sync, 'бір')
    await until(() => sync.outbox.items()[0]?.state === 'refused')
    expect(await sync.signOut('send')).toBe(false)
    expect(await onPhone(AMINA, 'outbox')).toBe(1)
  })

  test('on one’s own phone drafts wait for the same member; views and kept pages go', async () => {
    const sync = await amina()
    await sync.draft<string>('topic:1').save('жартысы')
    await sync.cache.remember('topic:1', { seq: 1 })
    expect(await sync.unsent()).toBe(0)
    expect(await sync.signOut('send')).toBe(true)
    expect(await onPhone(AMINA, 'drafts')).toBe(1)
    expect(await onPhone(AMINA, 'views')).toBe(0)
    expect([...cached.keys()]).toEqual(['workbox-precache'])
    await signIn(load(NOBODY), BOLAT)
    expect(await load(BOLAT).draft<string>('topic:1').load()).toBeUndefined()
    await signIn(load(BOLAT), AMINA)
    expect(await load(AMINA).draft<string>('topic:1').load()).toBe('жартысы')
  })

  test('on a shared phone nothing of the member stays, and drafts are asked about, too', async () => {
    const sync = await amina(true)
    await sync.draft<string>('topic:1').save('жартысы')
    await sync.cache.remember('topic:1', { seq: 1 })
    expect(await sync.unsent()).toBe(1)
    expect(await sync.signOut('send')).toBe(false)
    expect(await onPhone(AMINA, 'drafts')).toBe(1)

    expect(await sync.signOut('discard')).toBe(true)
    expect((await indexedDB.databases()).map((db) => db.name)).not.toContain(`academy:${AMINA.id}`)
    expect([...cached.keys()]).toEqual([])
    // What the old page still does leaves nothing behind.
    await sync.cache.remember('topic:1', { seq: 2 })
    await sync.draft<string>('topic:1').save('тағы')
    await expect(ask(sync, 'кеш')).rejects.toMatchObject({ code: 'signed-out' })
    expect((await indexedDB.databases()).map((db) => db.name)).not.toContain(`academy:${AMINA.id}`)
  })

  test('on a shared phone it is finished at the next opening when the page was killed in the middle', async () => {
    await amina(true)
    await makeShelf(AMINA.id).use((db) => db.put('drafts', 'жартысы', 'a'))
    // As far as it comes before anything is deleted.
    const known = JSON.parse(localStorage.getItem('academy') ?? '{}')
    localStorage.setItem(
      'academy',
      JSON.stringify({ ...known, key: 'stranger', kind: 'stranger', left: { [AMINA.id]: 0 } }),
    )
    load(NOBODY)
    await until(async () => !(await indexedDB.databases()).some((db) => db.name === `academy:${AMINA.id}`))
    expect(JSON.parse(localStorage.getItem('academy') ?? '{}').left).toEqual({})
  })

  test('without a line it is done here at once, and the server hears of it before anything else', async () => {
    const sync = await amina(true)
    loseLine()
    expect(await sync.signOut('send')).toBe(true)
    expect(cookie).toEqual(AMINA)
    // The cookie still says Amina; the phone knows better, with a line or without.
    const next = load()
    expect(next.key).toBe('stranger')
    lineReturns()
    await until(() => cookie.kind === 'stranger')
    await until(() => next.renew.mock.calls.length === 1)
    expect(load(NOBODY).key).toBe('stranger')
  })

  test('a page that the server drew for the one who left is not taken for theirs', async () => {
    const sync = await amina()
    loseLine()
    await sync.signOut('send')
    reachable = true
    const stale = load(AMINA)
    expect(stale.key).toBe('stranger')
    await until(() => cookie.kind === 'stranger')
  })
})

describe('an expired login', () => {
  test('keeps what was written, shows it to nobody, and sends it when the same member is back', async () => {
    const sync = await amina()
    await sync.draft<string>('topic:1').save('жартысы')
    cookie = NOBODY
    await ask(sync, 'бір')
    await until(() => sync.renew.mock.calls.length === 1)
    expect(sync.outbox.items()).toEqual([])

    const front = load(NOBODY)
    expect(front.outbox.items()).toEqual([])
    expect(await front.adoptable()).toEqual([])
    await signIn(front, BOLAT)
    const his = load(BOLAT)
    await ask(his, 'менікі')
    await until(() => byWhom.length === 1)
    expect(await his.adoptable()).toEqual([])

    await his.signOut('send')
    await signIn(load(NOBODY), AMINA)
    const back = load(AMINA)
    await until(() => byWhom.length === 2)
    expect(byWhom).toEqual(['B0LAT: менікі', 'AMINA: бір'])
    expect(await back.draft<string>('topic:1').load()).toBe('жартысы')
  })

  test('is only doubted while there is no line to ask: nothing is hidden too soon', async () => {
    const sync = await amina()
    loseLine()
    await ask(sync, 'бір')
    await tick(20)
    expect(sync.renew).not.toHaveBeenCalled()
    expect(sync.outbox.items()).toHaveLength(1)
    cookie = NOBODY
    lineReturns()
    await until(() => sync.renew.mock.calls.length === 1)
    expect(await onPhone(AMINA, 'outbox')).toBe(1)
  })

  test('that was no end after all goes on', async () => {
    const sync = await amina()
    let once = true
    academy.fail = () => {
      if (!once) return undefined
      once = false
      return { code: 'signed-out' }
    }
    await ask(sync, 'бір')
    await until(() => byWhom.length === 1)
    expect(sync.renew).not.toHaveBeenCalled()
  })

  test('on a shared phone takes the views and the kept pages with it, and leaves what was written', async () => {
    const sync = await amina(true)
    await sync.cache.remember('topic:1', { seq: 1 })
    await sync.draft<string>('topic:1').save('жартысы')
    cookie = NOBODY
    await ask(sync, 'бір')
    await until(() => sync.renew.mock.calls.length === 1)
    expect([await onPhone(AMINA, 'views'), await onPhone(AMINA, 'drafts'), await onPhone(AMINA, 'outbox')]).toEqual([
      0, 1, 1,
    ])
    expect([...cached.keys()]).toEqual([])
  })

  test('is forgotten with everything after thirty days, and not before', async () => {
    await amina()
    await makeShelf(AMINA.id).use((db) => db.put('drafts', 'жартысы', 'a'))
    load(NOBODY)
    const day = 24 * 3600_000
    vi.useFakeTimers({ now: Date.now() + 29 * day, toFake: ['Date'] })
    load(NOBODY)
    await tick(30)
    expect(await onPhone(AMINA, 'drafts')).toBe(1)
    vi.setSystemTime(Date.now() + 2 * day)
    load(NOBODY)
    await until(async () => !(await indexedDB.databases()).some((db) => db.name === `academy:${AMINA.id}`))
    expect(await onPhone(AMINA, 'drafts')).toBe(0)
  })
})

describe('somebody who wrote before signing in', () => {
  async function asGuest() {
    await signIn(load(NOBODY), GUEST)
    const guest = load(GUEST)
    loseLine()
    await ask(guest, 'қонақ сұрағы')
    reachable = true
    await signIn(guest, AMINA)
    return load(AMINA)
  }

  test('is asked before anything of it is sent under their name', async () => {
    const sync = await asGuest()
    await tick(30)
    expect(byWhom).toEqual([])
    expect(sync.outbox.items()).toEqual([])
    const [offered] = await sync.adoptable()
    expect(offered?.input.body).toBe('қонақ сұрағы')

    await sync.adopt(true)
    await until(() => byWhom.length === 1)
    expect(byWhom).toEqual(['AMINA: қонақ сұрағы'])
    expect(academy.log[0]?.input.id).toBe(offered?.id)
    expect(await sync.adoptable()).toEqual([])
    expect(await onPhone(GUEST, 'outbox')).toBe(0)
  })

  test('may leave it, and is not asked again', async () => {
    const sync = await asGuest()
    await sync.adopt(false)
    expect(await sync.adoptable()).toEqual([])
    await tick(30)
    expect(byWhom).toEqual([])
  })

  test('is not offered what somebody else wrote before them and left', async () => {
    const sync = await asGuest()
    await sync.signOut('send')
    await signIn(load(NOBODY), BOLAT)
    expect(await load(BOLAT).adoptable()).toEqual([])
  })

  test('keeps it when the phone dies between taking it over and clearing the old place', async () => {
    const sync = await asGuest()
    const [item] = await sync.adoptable()
    await makeShelf(AMINA.id).use((db) => db.add('outbox', { ...item, order: 1 } as never))
    await sync.adopt(true)
    await until(() => byWhom.length === 1)
    await tick(30)
    expect(byWhom).toEqual(['AMINA: қонақ сұрағы'])
  })
})

test('a sign-out in one tab is a sign-out in all', async () => {
  const sync = await amina()
  const other = load(AMINA)
  await sync.signOut('send')
  dispatchEvent(new StorageEvent('storage', { key: 'academy' }))
  expect(other.renew).toHaveBeenCalledOnce()
  await expect(ask(other, 'кеш')).rejects.toMatchObject({ code: 'signed-out' })
})

test('a page shows its line, what is on its way in one lane, and a draft that outlives the page', async () => {
  const sync = await amina()
  loseLine()
  await createRoot(async (dispose) => {
    const line = createLine(sync)
    const [items, others] = [createOutbox(sync, 'live:1'), createOutbox(sync, 'live:2')]
    const [text, setText] = createDraft(sync, 'live:1', '')
    expect(line()).toBe('connecting')
    setText('Сәлем')
    expect(text()).toBe('Сәлем')
    const again = createDraft(sync, 'live:1', '')
    await until(() => again[0]() === 'Сәлем')
    await ask(sync, 'Сәлем', 'live:1')
    expect(items().map((item) => item.state)).toEqual(['waiting'])
    expect(others()).toEqual([])
    setText('')
    const fresh = createDraft(sync, 'live:1', '')
    await tick(20)
    expect(fresh[0]()).toBe('')
    dispose()
  })
})

test('a draft that comes late does not overwrite what was typed meanwhile', async () => {
  const sync = await amina()
  await sync.draft<string>('topic:1').save('ескі')
  await createRoot(async (dispose) => {
    const [text, setText] = createDraft(sync, 'topic:1', '')
    setText('жаңа')
    await tick(20)
    expect(text()).toBe('жаңа')
    dispose()
  })
})
