import { type Ack, CONTRACT_VERSION, goesByHttp, type Id, newId } from '@academy/contract'
import { connect } from '@academy/testkit'
import { everythingIn } from '@academy/testkit/everything'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { listRoutes } from './platform/route-list.ts'
import { SOCKET_EVENTS } from './platform/sockets.ts'
import { openProcedure, router } from './platform/trpc.ts'
import { EVERYBODY, type Letter, openWorld, type Who, type World } from './policy-walk/test-cast.ts'
import { communities } from './policy-walk/test-communities.ts'
import { CROSSED, type Crossed } from './policy-walk/test-crossed.ts'
import { expectationsOf, type Line, outcomesOf } from './policy-walk/test-lines.ts'
import { live } from './policy-walk/test-live.ts'
import { members } from './policy-walk/test-members.ts'
import { nameless, namesOfProcedures, namesOfRoutes } from './policy-walk/test-names.ts'
import { PAGES } from './policy-walk/test-pages.ts'
import { places } from './policy-walk/test-places.ts'
import { practices } from './policy-walk/test-practices.ts'
import { rooms } from './policy-walk/test-rooms.ts'
import { STREAMS } from './policy-walk/test-streams.ts'
import {
  type Answer,
  type AnyTable,
  call,
  proceduresOf,
  type Shelf,
  type Try,
  thingOf,
  triesOf,
  visit,
} from './policy-walk/test-tries.ts'

/** Each test is some thousand tries: on a machine busy with other tests they take their time. */
const MANY = { timeout: 60_000 }

/** Who reads and brings files is told in platform/files: what a file belongs to decides. Who opens packs, in pages/packs.test.ts. */
const FILES = ['/files/up', '/files/up/:upload', '/files/:id', '/files/:id/small', '/packs']

const TABLES = [members, places, communities, practices, rooms, live] as unknown as AnyTable[]

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.academy[Symbol.asyncDispose]())

describe('every way in names its policy', () => {
  test('procedures, events, streams and routes', () => {
    const { rooms, routes } = world.academy
    const kinds = rooms.streams.kinds().map(({ kind, policy }) => [kind, policy])
    expect(nameless(namesOfProcedures(proceduresOf(world)))).toEqual([])
    expect(nameless(SOCKET_EVENTS)).toEqual([])
    expect(nameless(Object.fromEntries(kinds))).toEqual([])
    expect(routes.length).toBeGreaterThan(100)
    expect(nameless(namesOfRoutes(routes))).toEqual([])
  })

  test('who names none, or one that nobody wrote, is found', async () => {
    const made = router({
      good: openProcedure('mayEnterRoom').query(() => 1),
      none: openProcedure(undefined as never).query(() => 1),
      inner: router({ unwritten: openProcedure('mayFly' as never).query(() => 1) }),
    })
    expect(nameless(namesOfProcedures(made._def.procedures as never))).toEqual(['none', 'inner.unwritten'])

    const app = Fastify()
    const routes = listRoutes(app)
    app.get('/good', { config: { policy: 'anybody' } }, () => 1)
    app.get('/none', () => 1)
    app.post('/unwritten', { config: { policy: 'KEEPERS' as never } }, () => 1)
    await app.ready()
    expect(nameless(namesOfRoutes(routes))).toEqual(['GET /none', 'HEAD /none', 'POST /unwritten'])
  })

  test('and stands in the tables', () => {
    const { rooms, routes } = world.academy
    const lines = TABLES.flatMap(({ room, lines }) => Object.keys(lines).map((name) => `${room}.${plain(name)}`))
    expect(sorted(lines)).toEqual(sorted(Object.keys(proceduresOf(world))))
    expect(sorted(Object.keys(STREAMS))).toEqual(sorted(rooms.streams.kinds().map(({ kind }) => kind)))

    const named = Object.keys(namesOfRoutes(routes)).filter((name) => !name.startsWith('HEAD '))
    const files = routes.flatMap(({ config, url }) => ('file' in (config ?? {}) ? [`GET ${url}`] : []))
    const others = named.filter((name) => !/ \/(kk|ru|en)(\/|$)/.test(name) && !files.includes(name))
    expect(sorted(others)).toEqual(sorted(['GET /', 'GET /healthz', ...['/trpc/:path', ...FILES].flatMap(ways)]))
    for (const locale of ['kk', 'ru', 'en']) {
      const pages = named.flatMap((name) => {
        const [method, url = ''] = name.split(' ')
        return url === `/${locale}` || url.startsWith(`/${locale}/`) ? [`${method} ${url.slice(3)}`] : []
      })
      expect(sorted(pages)).toEqual(sorted(Object.keys(PAGES).map(plain)))
    }
  })

  const ways = (url: string) =>
    named(world.academy.routes.filter((route) => route.url === url)).filter((name) => !name.startsWith('HEAD '))
  const named = (routes: World['academy']['routes']) => Object.keys(namesOfRoutes(routes))
})

const sorted = (names: readonly string[]) => [...new Set(names)].sort()
/** A line's name without what tells lines of one entry apart. */
const plain = (name: string) => name.replace(/ \(.*/, '')

function toldBy(line: string) {
  const [room, ...rest] = line.split('.')
  const table = TABLES.find((it) => it.room === room)
  const found = table?.lines[rest.join('.')]
  if (!table || !found) throw new TypeError(`there is no line ${line}`)
  return new Map(expectationsOf(found).map(([at, text]) => [at, outcomesOf(found, table.door, text)]))
}

describe.each(TABLES)('$room', MANY, (table) => {
  const lines = Object.entries(table.lines) as unknown as [string, Line<object>][]
  const isRead = (name: string) => proceduresOf(world)[`${table.room}.${plain(name)}`]?._def.type === 'query'
  const tries = (line: Line<object>, isWanted: (expected: string) => boolean, shelf?: Shelf) =>
    triesOf(world, { table, line: line as never, door: table.door }, isWanted, shelf)
  const carryOut = (name: string, { input, finds }: Line<object>, { by, thing }: Try) =>
    call(
      world,
      by,
      `${table.room}.${plain(name)}`,
      input?.(thing, by),
      (answer) => finds?.(answer as never, thing) ?? true,
    )

  test('the table itself: what one may not see is not there for any deed', () => {
    for (const [name, line] of lines) {
      const told = toldBy(`${table.room}.${name}`)
      const sight = line.sight ?? table.sight ?? 'itself'
      const seen = sight === 'itself' ? told : toldBy(sight)
      for (const [at, all] of told)
        for (const [letter, outcome] of all)
          if (seen.get(at)?.get(letter) === 'not-found')
            expect([name, at, letter, outcome]).toEqual([
              name,
              at,
              letter,
              told.get('unknown')?.get(letter) ?? 'not-found',
            ])
    }
  })

  test('each role sees what the table says; who is refused changes nothing', async () => {
    const shelf: Shelf = new Map()
    const all = await Promise.all(lines.map(([name, line]) => tries(line, (o) => o !== 'yes' || isRead(name), shelf)))
    const before = await dump()
    for (const [n, [name, line]] of lines.entries()) {
      const some = all[n] ?? []
      expectAsTold(name, some, await Promise.all(some.map((it) => carryOut(name, line, it))))
    }
    expect(changed(before, await dump())).toEqual([])
  })

  test('each role does what the table says', async () => {
    for (const [name, line] of lines) {
      if (isRead(name)) continue
      const some = await tries(line, (o) => o === 'yes')
      expectAsTold(name, some, await Promise.all(some.map((it) => carryOut(name, line, it))))
    }
  })
})

describe('a thing named where it does not stand', () => {
  test('is answered like one that is not there', async () => {
    const shelf: Shelf = new Map()
    const makeFor = async ({ table, part, by }: Crossed) => {
      const who = world.cast.get(by) as Who
      const which = { by: who, part, shelf }
      const [own, far] = await Promise.all([
        thingOf(world, table, { relation: 'own', ...which }),
        thingOf(world, table, { relation: 'far', ...which }),
      ])
      return { who, own, far }
    }
    const made = await Promise.all(CROSSED.map(makeFor))
    const before = await dump()
    for (const [n, { procedure, names, hidden, input }] of CROSSED.entries()) {
      const { who, own, far } = made[n] as (typeof made)[number]
      const named = (hidden ? own : far)[names] as Id
      const there = await call(world, who, procedure, input(own, named))
      expect({ procedure, names, ...there }).toMatchObject({ procedure, names, outcome: 'not-found' })
      expect(there).toEqual(await call(world, who, procedure, input(own, newId())))
    }
    expect(changed(before, await dump())).toEqual([])
  })

  test('and where the answer is yes to both, nothing of anybody else’s has ended', async () => {
    const [parent, leader] = [world.cast.get('P') as Who, world.cast.get('L') as Who]
    const make = (part: string) => thingOf(world, members as unknown as AnyTable, { relation: 'far', by: parent, part })
    const [{ loginId = '' }, { memberId = '' }] = await Promise.all([make('login'), make('person')])
    const kept = async () => [...(await dump())].filter((row) => row.includes(loginId) || row.includes(memberId))
    const before = await kept()
    for (const one of [loginId, newId()])
      expect(await call(world, parent, 'members.endLogin', { id: newId(), loginId: one })).toMatchObject({
        outcome: 'yes',
      })
    for (const one of [memberId, newId()]) {
      const end = { id: newId(), memberId: one, placeId: world.here.id, role: 'parent' }
      expect(await call(world, leader, 'members.endRole', end)).toMatchObject({ outcome: 'yes' })
    }
    expect(before).toHaveLength(5)
    expect(await kept()).toEqual(before)
  })
})

test('over the socket refusals are the same', MANY, async () => {
  const shelf: Shelf = new Map()
  const letters: Letter[] = ['P', 'F', 'G', 'S']
  const sockets = await socketsOf(letters)
  const all: { name: string; some: Try[]; send(it: Try): Promise<Answer> }[] = []
  for (const table of TABLES)
    for (const [name, line] of Object.entries(table.lines) as unknown as [string, Line<object>][]) {
      const path = `${table.room}.${plain(name)}`
      if (goesByHttp(path)) continue
      const { type } = proceduresOf(world)[path]?._def ?? {}
      const isWanted = (o: string, letter: Letter) => o !== 'yes' && o !== 'unlisted' && letters.includes(letter)
      const some = await triesOf(world, { table, line: line as never, door: table.door }, isWanted, shelf)
      const send = async ({ by, thing }: Try) => {
        const asked = { type, path, input: line.input?.(thing, by), contract: CONTRACT_VERSION }
        return answered(
          await sockets
            .get(by.letter)
            ?.timeout(5000)
            .emitWithAck('call', asked as never),
        )
      }
      all.push({ name, some, send })
    }
  const before = await dump()
  for (const { name, some, send } of all) expectAsTold(name, some, await Promise.all(some.map(send)))
  expect(changed(before, await dump())).toEqual([])
})

test('each role follows what the table says, and hears of nothing else', MANY, async () => {
  const shelf: Shelf = new Map()
  const sockets = await socketsOf(EVERYBODY)
  const follow = async (letter: Letter, stream: string) =>
    answered(await sockets.get(letter)?.timeout(5000).emitWithAck('follow', { stream, after: null }))
  for (const [kind, { table, part, on, of }] of Object.entries(STREAMS)) {
    const line = { on, ...(part ? { part } : {}) }
    const some = await triesOf(world, { table, line, door: 'everybody' }, () => true, shelf)
    expectAsTold(kind, some, await Promise.all(some.map(({ by, thing }) => follow(by.letter, of(thing, by)))))
    const { thing, by } = some[0] as Try
    for (const letter of EVERYBODY)
      for (const stream of [`${of(thing, by).replace(/:desk$/, '')}:other`, `none:${newId()}`])
        expect(await follow(letter, stream)).toMatchObject({ outcome: 'not-found' })
  }
})

test('each role gets the pages the table says', MANY, async () => {
  const shelf: Shelf = new Map()
  for (const [name, page] of Object.entries(PAGES)) {
    const [method, pattern = ''] = plain(name).split(' ')
    const tried = { table: page.table, line: page as never, door: page.door ?? 'everybody' }
    const some = (await triesOf(world, tried, () => true, page.newcomers ? undefined : shelf)).map((it) =>
      it.expected === 'signed-out' ? { ...it, expected: 'sign-in' } : it,
    )
    const answers = some.map(({ by, thing }) => {
      const filled = Object.entries(page.at?.(thing) ?? {})
      const path = filled.reduce((path, [name, value]) => path.replace(`:${name}`, value), `/kk${pattern}`)
      const form = method === 'POST' ? page.form?.(thing, by) : undefined
      return visit(world, by, `${path}${page.query?.(thing) ?? ''}`, form)
    })
    expectAsTold(name, some, await Promise.all(answers))
  }
})

async function socketsOf(letters: readonly Letter[]) {
  const { academy, cast } = world
  const all = letters.map(async (letter) => [letter, await connect(academy.url, cast.get(letter)?.cookie)] as const)
  const sockets = new Map(await Promise.all(all))
  onTestFinished(() => {
    for (const socket of sockets.values()) socket.close()
  })
  return sockets
}

const answered = (ack: Ack<unknown> | undefined): Answer => ({
  outcome: ack?.ok ? 'yes' : (ack?.error.code ?? 'nothing'),
  raw: JSON.stringify(ack),
})

/** Rows that were not there before, or are not any more. */
const changed = (before: Set<string>, after: Set<string>) =>
  [...before, ...after].filter((row) => before.has(row) !== after.has(row)).slice(0, 10)

const dump = async () => new Set((await everythingIn(world.academy.db)).split('\n'))

/** As expected, one by one; and one refusal is one answer, to the byte, whatever it was for. */
function expectAsTold(name: string, tries: readonly Try[], answers: readonly Answer[]): void {
  const table = (outcome: (it: Try, n: number) => string | undefined) =>
    Object.fromEntries(tries.map((it, n) => [`${name} · ${it.relation} · ${it.by.letter}`, outcome(it, n)]))
  expect(table((_, n) => answers[n]?.outcome)).toEqual(table(({ expected }) => expected))
  const refusals = answers.flatMap(({ outcome, raw }, n) => {
    if (outcome === 'yes' || outcome === 'unlisted') return []
    // A form comes back to the one who sent it, as their page.
    if (/^\d/.test(outcome)) return [{ what: `${outcome} ${tries[n]?.by.letter}`, raw }]
    // Round a page that is not there stands the frame of whoever asked: one for people with an account, one for the others.
    const frame =
      raw.includes('<!doctype html>') && 'GS'.includes(tries[n]?.by.letter ?? '') ? ' without an account' : ''
    return [{ what: outcome + frame, raw }]
  })
  for (const [what, same] of Map.groupBy(refusals, (refusal) => refusal.what))
    expect([what, ...new Set(same.map(({ raw }) => raw))]).toHaveLength(2)
}
