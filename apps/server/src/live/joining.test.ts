import { liveStream, newId } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { keyOf, openHall, press, question } from './test-hall.ts'

const show = { on: true }

test('a guest joins by the digits on the wall, asks and supports, and stays the same guest', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  await host.rpc.live.showCode.mutate({ id: newId(), sessionId, ...show })
  const { code } = await host.rpc.live.wall.query({ sessionId })
  expect(code?.digits).toMatch(/^\d{6}$/)

  const guest = academy.stranger()
  expect(await guest.rpc.live.join.mutate({ code: code?.digits ?? '' })).toEqual({ sessionId })
  const asked = { ...question(sessionId, 'Қонақтың сұрағы'), guestName: 'Ерлан' }
  await guest.rpc.live.ask.mutate(asked)
  await guest.rpc.live.support.mutate(press(sessionId, asked.id))

  const opened = await guest.rpc.live.open.query({ sessionId })
  expect(opened.mine.map((q) => q.id)).toEqual([asked.id])
  expect(opened.supported).toEqual([asked.id])
  expect(opened.queue.items[0]).toMatchObject({ votes: 1, author: { name: 'Ерлан', role: 'guest' } })
  await expect(guest.listen(liveStream(sessionId))).resolves.toBeDefined()
})

test('the link works without digits; a changed key opens nothing', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  const { link } = await host.rpc.live.desk.query({ sessionId })
  const key = keyOf(link)
  expect(key).toHaveLength(22)
  const guest = academy.stranger()
  const wrong = `${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`
  expect(await refusalOf(guest.rpc.live.join.mutate({ sessionId, key: wrong }))).toEqual({ code: 'not-found' })
  expect(await refusalOf(guest.rpc.live.join.mutate({ sessionId: newId(), key }))).toEqual({ code: 'not-found' })
  expect(guest.cookie).toBeUndefined()
  expect(await guest.rpc.live.join.mutate({ sessionId, key })).toEqual({ sessionId })
})

test('digits are good only while they are shown', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  await host.rpc.live.showCode.mutate({ id: newId(), sessionId, on: true })
  const digits = (await host.rpc.live.desk.query({ sessionId })).code?.digits ?? ''
  await host.rpc.live.showCode.mutate({ id: newId(), sessionId, on: true })
  expect((await host.rpc.live.desk.query({ sessionId })).code?.digits).toBe(digits)
  await host.rpc.live.showCode.mutate({ id: newId(), sessionId, on: false })
  expect(await refusalOf(academy.stranger().rpc.live.join.mutate({ code: digits }))).toEqual({
    code: 'live/wrong-code',
  })
})

test('a hall of three hundred behind one address gets in, while whoever guesses is stopped', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  await host.rpc.live.showCode.mutate({ id: newId(), sessionId, ...show })
  const digits = (await host.rpc.live.desk.query({ sessionId })).code?.digits ?? ''

  const joined = await Promise.all(
    Array.from({ length: 300 }, () => academy.stranger().rpc.live.join.mutate({ code: digits })),
  )
  expect(joined).toHaveLength(300)

  const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0')
  const codes = []
  for (let n = 0; n < 40; n++)
    codes.push((await refusalOf(academy.stranger().rpc.live.join.mutate({ code: wrong }))).code)
  expect(codes.filter((c) => c === 'live/wrong-code').length).toBeLessThanOrEqual(30)
  expect(codes.at(-1)).toBe('too-many')
})

test('guessing from a thousand addresses is bounded for the whole academy', async () => {
  const { academy } = await openHall({ proxies: 1, rooms: { live: { wrongCodesPerHour: 20 } } })
  await using _ = academy
  const tries = []
  for (let n = 0; n < 30; n++) {
    const response = await fetch(`${academy.url}/trpc/live.join`, {
      method: 'POST',
      headers: {
        ...academy.stranger().headers,
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.${n % 250}.${n}`,
      },
      body: JSON.stringify({ code: String(n).padStart(6, '0') }),
    })
    tries.push(response.status)
  }
  expect(tries.filter((status) => status === 403)).toHaveLength(20)
  expect(tries.filter((status) => status === 429)).toHaveLength(10)
})

test('a member who opens the link joins as themselves', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  const far = await academy.person('parent', { name: 'Алыс Ата-ана', placeId: academy.places.otherSchool })
  const { link } = await host.rpc.live.desk.query({ sessionId })
  const before = far.cookie
  await far.rpc.live.join.mutate({ sessionId, key: keyOf(link) })
  expect(far.cookie).toBe(before)
  await far.rpc.live.ask.mutate(question(sessionId, 'Алыстан'))
  expect((await far.rpc.live.open.query({ sessionId })).queue.items[0]?.author?.name).toBe('Алыс Ата-ана')
  expect((await far.rpc.live.sessions.query({})).items.map((s) => s.id)).toEqual([sessionId])
})
