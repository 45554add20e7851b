import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LiveOpened, liveStream, newId, type Tallies } from '@academy/contract'
import { openStore } from '@academy/database'
import { type Person, refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { buildServer } from '../build-server.ts'
import { readConfig } from '../config.ts'
import { commands } from '../platform/tables.ts'
import { liveSupports } from './tables.ts'
import { openHall, openSession, press, question } from './test-hall.ts'

const votesOf = async (person: Person, sessionId: string, questionId: string) =>
  (await person.rpc.live.open.query({ sessionId })).queue.items.find((q) => q.id === questionId)?.votes

test('a hundred identical presses are one vote; taking it back leaves none, and never less', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const [aigul, berik] = await Promise.all([academy.person('parent'), academy.person('parent')])
  const asked = question(sessionId, 'Сұрақ')
  await aigul.rpc.live.ask.mutate(asked)

  const same = press(sessionId, asked.id)
  await Promise.all(Array.from({ length: 50 }, () => berik.rpc.live.support.mutate(same)))
  await Promise.all(Array.from({ length: 50 }, () => berik.rpc.live.support.mutate(press(sessionId, asked.id))))
  expect(await votesOf(aigul, sessionId, asked.id)).toBe(1)
  expect((await berik.rpc.live.open.query({ sessionId })).supported).toEqual([asked.id])

  await Promise.all(Array.from({ length: 10 }, () => berik.rpc.live.support.mutate(press(sessionId, asked.id, false))))
  expect(await votesOf(aigul, sessionId, asked.id)).toBe(0)
  expect((await berik.rpc.live.open.query({ sessionId })).supported).toEqual([])
})

test('forty people at once are forty votes, and the hall hears the latest tally in a few frames', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const aigul = await academy.person('parent')
  const asked = question(sessionId, 'Сұрақ')
  await aigul.rpc.live.ask.mutate(asked)
  const heard = await aigul.listen(liveStream(sessionId))
  const people = await Promise.all(Array.from({ length: 40 }, () => academy.person('parent')))

  await Promise.all(people.map((person) => person.rpc.live.support.mutate(press(sessionId, asked.id))))

  expect(await votesOf(aigul, sessionId, asked.id)).toBe(40)
  const tallies = () => heard.gauges.filter((g) => g.name === 'tallies').map((g) => (g.value as Tallies)[asked.id])
  await expect.poll(() => tallies().at(-1)).toBe(40)
  expect(tallies().length).toBeLessThan(30)
})

test('a copy of the database links no vote to a person, and after the archive nothing ever will', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  const berik = await academy.person('parent')
  const asked = question(sessionId, 'Сұрақ')
  await host.rpc.live.ask.mutate(asked)
  const vote = press(sessionId, asked.id)
  await berik.rpc.live.support.mutate(vote)

  const ballots = await academy.db.read.select().from(liveSupports)
  const log = await academy.db.read.select().from(commands)
  expect(ballots).toHaveLength(1)
  expect(JSON.stringify(ballots)).not.toContain(berik.id)
  const byVote = log.filter((row) => row.id === vote.id)
  expect(byVote).toHaveLength(1)
  expect(byVote[0]?.actor).toBe(ballots[0]?.ballot)

  const key = join(academy.dataDirectory, 'keys', `ballots-${sessionId}.key`)
  expect(existsSync(key)).toBe(true)
  await host.rpc.live.archive.mutate({ id: newId(), sessionId })
  expect(existsSync(key)).toBe(false)
  expect(await refusalOf(berik.rpc.live.support.mutate(press(sessionId, asked.id)))).toEqual({ code: 'live/closed' })
})

test('a power cut just after an archive leaves its votes linkable only until the next start; other sessions keep theirs', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  const { sessionId: goesOn } = await openSession(academy, host)
  const keyOf = (id: string) => join(academy.dataDirectory, 'keys', `ballots-${id}.key`)
  const key = readFileSync(keyOf(sessionId))
  await host.rpc.live.archive.mutate({ id: newId(), sessionId })
  writeFileSync(keyOf(sessionId), key)

  const environment = { ACADEMY_DATA: academy.dataDirectory, DATABASE_URL: academy.databaseUrl, LOG_LEVEL: 'silent' }
  const config = readConfig(environment)
  const db = await openStore({ url: academy.databaseUrl })
  const next = await buildServer({ config, db, mode: 'demo', pages: false })
  await next.app.close()
  expect([existsSync(keyOf(sessionId)), existsSync(keyOf(goesOn))]).toEqual([false, true])
})

test('support of a question that was just merged counts for the one it went into, once for each person', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  const [aigul, berik, gulnar] = await Promise.all([0, 1, 2].map(() => academy.person('parent')))
  if (!aigul || !berik || !gulnar) throw new Error('three parents')
  const [one, other] = [question(sessionId, 'Автобус қашан?'), question(sessionId, 'Көлік бола ма?')]
  await aigul.rpc.live.ask.mutate(one)
  await aigul.rpc.live.ask.mutate(other)
  await berik.rpc.live.support.mutate(press(sessionId, one.id))
  await berik.rpc.live.support.mutate(press(sessionId, other.id))
  await host.rpc.live.merge.mutate({ id: newId(), sessionId, questionId: other.id, intoId: one.id })
  expect(await votesOf(aigul, sessionId, one.id)).toBe(1)

  await gulnar.rpc.live.support.mutate(press(sessionId, other.id))
  expect(await votesOf(aigul, sessionId, one.id)).toBe(2)
  const mine = (await aigul.rpc.live.open.query({ sessionId })).mine.find((q) => q.id === other.id)
  expect(mine).toMatchObject({ state: 'merged', mergedInto: { id: one.id, body: one.body } })
})

test('the queue stands by support, then by age, and its pages neither repeat nor skip', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const people = await Promise.all(Array.from({ length: 4 }, () => academy.person('parent')))
  const asked = []
  for (let n = 0; n < 12; n++) {
    const one = question(sessionId, `Сұрақ ${n}`)
    await people[n % 4]?.rpc.live.ask.mutate(one)
    asked.push(one)
  }
  for (const person of people.slice(0, 3)) await person.rpc.live.support.mutate(press(sessionId, asked[7]?.id ?? ''))
  await people[0]?.rpc.live.support.mutate(press(sessionId, asked[3]?.id ?? ''))

  const seen: LiveOpened['queue']['items'] = []
  let cursor: string | null = null
  do {
    const page: LiveOpened['queue'] | undefined = await people[0]?.rpc.live.questions.query({
      sessionId,
      list: 'queue',
      limit: 5,
      cursor,
    })
    seen.push(...(page?.items ?? []))
    cursor = page?.next ?? null
  } while (cursor)

  const rest = asked.filter((_, n) => n !== 7 && n !== 3).map((q) => q.body)
  expect(seen.map((q) => q.body)).toEqual(['Сұрақ 7', 'Сұрақ 3', ...rest])
  expect(
    await refusalOf(people[0]?.rpc.live.questions.query({ sessionId, list: 'queue', cursor: 'e30' }) as never),
  ).toEqual({
    code: 'bad-input',
    fields: ['cursor'],
  })
})
