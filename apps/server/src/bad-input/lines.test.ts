import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { CONTRACT_HEADER, isErrorCode, LIMITS, newId } from '@academy/contract'
import { connect } from '@academy/testkit'
import { everythingIn } from '@academy/testkit/everything'
import { describe, expect, test } from 'vitest'
import { type LivedIn, openLivedIn } from './test-world.ts'

const STACK = /node_modules|\.ts:\d|SQLITE_|at async |invalid byte sequence/

/** Bytes as they are, on a connection of their own; what comes back until it is closed or one has waited enough. */
async function raw(url: string, bytes: string | Buffer, enough: number): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = dial(Number(port), hostname)
  let got = ''
  socket.setEncoding('latin1').on('data', (chunk) => {
    got += chunk
  })
  socket.on('error', () => {})
  const closed = new Promise((over) => socket.once('close', over))
  socket.write(bytes)
  await Promise.race([closed, wait(enough, undefined, { ref: false })])
  socket.destroy()
  return got
}

/** The academy still answers, quickly and whole, and nobody wrote anything. */
async function stands({ academy, people }: LivedIn, before: string): Promise<void> {
  expect((await people.stranger?.get('/healthz'))?.status).toBe(200)
  const me = await people.parent?.rpc.members.who.query()
  expect(me?.kind).toBe('member')
  expect((await everythingIn(academy.db)) === before).toBe(true)
}

describe('a body', () => {
  const JSON_TYPES = [
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/json\t;x=1',
  ]
  const OTHER_TYPES = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'x',
    '',
  ]
  const BODIES: (string | Buffer)[] = [
    '',
    '{',
    '{"id":',
    '[]',
    'null',
    '"x"',
    '1e999',
    '{"a":1}{"b":2}',
    '\uFEFF{}',
    Buffer.from([0xff, 0xfe, 0x00]),
    `${'['.repeat(100_000)}`,
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    `{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    `{"id":"${'x'.repeat(LIMITS.body)}"}`,
    'x'.repeat(LIMITS.body * 4),
  ]

  test('that is broken, too deep, too big or of another kind is answered with a code and writes nothing', async () => {
    const world = await openLivedIn()
    await using academy = world.academy
    const before = await everythingIn(academy.db)
    const { parent } = world.people
    const paths = ['rooms.post', 'members.signIn', 'live.ask,live.ask?batch=1', 'members.who', 'rooms.list']
    for (const path of paths)
      for (const type of [...JSON_TYPES, ...OTHER_TYPES])
        for (const body of BODIES) {
          const response = await fetch(`${academy.url}/trpc/${path}`, {
            method: 'POST',
            headers: { ...parent?.headers, 'content-type': type },
            body,
          }).catch((error: Error) => error)
          const what = `${path} ${type} ${String(body).slice(0, 40)}`
          if (response instanceof Error) {
            // Whoever sends too much may find the door shut before the answer is read.
            expect(body.length, what).toBeGreaterThan(LIMITS.body)
            continue
          }
          const text = await response.text()
          expect(response.status, `${what}: ${text}`).toBeGreaterThanOrEqual(400)
          expect(response.status, `${what}: ${text}`).toBeLessThan(500)
          expect(text).not.toMatch(STACK)
          const [answer] = [JSON.parse(text)].flat()
          expect(isErrorCode(answer?.error?.data?.refusal?.code), `${what}: ${text}`).toBe(true)
        }
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    await stands(world, before)
  })
})

describe('an address', () => {
  const PATHS = [
    '/trpc/',
    '/trpc/,,,,,?batch=1',
    '/trpc/__proto__',
    '/trpc/constructor.prototype',
    '/trpc/rooms',
    '/trpc/rooms.',
    '/trpc/rooms.__proto__',
    '/trpc/rooms.list.list',
    '/trpc/rooms.list?input=%',
    '/trpc/rooms.list?input=%7B',
    '/trpc/rooms.list?input=%00',
    '/trpc/rooms.list?input=null&input=null',
    '/trpc/rooms.list?batch=1&input=7',
    '/trpc/rooms.list?batch=1&input=%7B%220%22%3A7%7D',
    '/trpc/rooms.list?batch=2',
    `/trpc/${'members.who,'.repeat(10)}members.who?batch=1`,
    `/trpc/${'a'.repeat(5000)}`,
    '/trpc/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/trpc/members.who%00',
    '/kk/practices/%00',
    '/kk/practices/%ff',
    '/kk/practices/..%2f..%2fpackage.json',
    '/kk/practices?search=%00&grades=x&cursor=%00',
    '/kk/practices?search=%F0%9F',
    `/kk/practices?search=${'x'.repeat(8000)}`,
    '/kk/practices?search[]=a&search[]=b&subjects=__proto__',
    '/kk/practices?cursor=e30',
    '/kk/live/x?k=%00',
    `/kk/live/${newId()}?k=${'x'.repeat(3000)}`,
    '/kk/live/__proto__',
    '/kk/join?code=%00',
    '/kk/invite/%00',
    `/kk/invite/${'A'.repeat(1900)}`,
    '/kk/rooms/x/y/z',
    '/kk/me/../../../etc/passwd',
    '/kk//',
    '//kk',
    '/KK',
    '/%6bk',
    '/kk/%',
    '/%',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00',
    '/files/../server/package.json',
    '/healthz/x',
    '/socket.io/?EIO=4&transport=nothing',
    '/socket.io/?EIO=4&transport=polling&sid=__proto__',
    '/socket.io/?EIO=3&transport=polling',
    '/socket.io/?transport=websocket&sid=constructor',
  ]

  test('that leads nowhere says so, to everybody, and shows nothing of the house', async () => {
    const world = await openLivedIn({ pages: true })
    await using academy = world.academy
    const before = await everythingIn(academy.db)
    const { host } = new URL(academy.url)
    const ways = [
      ...['stranger', 'guest', 'parent'].flatMap((who) => [
        { who, method: 'GET', accept: 'text/html' },
        { who, method: 'GET', accept: 'application/json' },
      ]),
      ...['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'].map((method) => ({
        who: 'parent',
        method,
        accept: '*/*',
      })),
    ]
    for (const { who, method, accept } of ways)
      for (const path of PATHS) {
        const headers = { ...world.people[who]?.headers, host, accept, connection: 'close' }
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
        const got = await raw(academy.url, `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 10_000)
        const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(got)?.[1] ?? Number.NaN)
        const what = `${who} ${method} ${path.slice(0, 60)}: ${got.slice(0, 400)}`
        expect(status, what).toBeGreaterThanOrEqual(200)
        expect(status, what).toBeLessThan(500)
        expect(got, what).not.toMatch(STACK)
        expect(got, what).not.toMatch(/"name": "@academy|root:x:/)
      }
    await stands(world, before)
  }, 120_000)
})

describe('a socket', () => {
  test('that sends what no browser sends gets coded answers or is closed, and hurts nobody', async () => {
    const world = await openLivedIn()
    await using academy = world.academy
    const before = await everythingIn(academy.db)
    const { parent } = world.people
    const healthy = await parent?.socket()
    const odd: unknown[] = [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { path: 'rooms.list' },
      { path: '__proto__.x', type: 'query', input: {}, contract: 1 },
      { path: 'rooms.list', type: 'subscription', input: {}, contract: 1 },
      { path: 'rooms.list', type: 'mutation', input: {}, contract: 1 },
      { path: 'rooms.post', type: 'query', input: {}, contract: 1 },
      { path: 'rooms.list', type: 'query', input: {}, contract: 'x' },
      { path: 'rooms.list', type: 'query', input: {}, contract: 1, as: {} },
      { stream: 'member:__proto__', after: null },
      { stream: 'constructor:x', after: null },
      { stream: 'live::desk', after: null },
      { stream: `live:${newId()}:desk:desk`, after: 0 },
      { stream: `room:${newId()}`, after: -1 },
      { stream: `room:${newId()}`, after: 2 ** 53 },
      { stream: ['room:x'], after: null },
      Buffer.from('x'),
      { stream: Buffer.from('x'), after: null },
    ]
    const socket = await connect(academy.url, parent?.cookie)
    for (const event of ['call', 'follow', 'unfollow'] as const)
      for (const one of odd) {
        const ack: { ok: boolean; error?: { code: string } } = await socket
          .timeout(5000)
          .emitWithAck(event, one as never)
        expect(ack.ok, `${event} ${JSON.stringify(one)}`).toBe(false)
        expect(isErrorCode(ack.error?.code) && ack.error?.code !== 'fault', JSON.stringify(ack)).toBe(true)
      }
    const loose = socket as unknown as { emit(event: string, ...more: unknown[]): void }
    for (const event of ['call', 'follow', 'unfollow', 'moment', 'news', 'farewell', 'toString', '__proto__', ''])
      for (const one of odd) {
        // With no way to answer, with something else in its place, and with too much.
        loose.emit(event, one)
        loose.emit(event, one, 'not a function')
        loose.emit(event, one, one, one, () => {})
      }
    const still = await socket.timeout(5000).emitWithAck('unfollow', { stream: 'none:none' })
    expect(still).toEqual({ ok: true, data: null })
    socket.close()

    const frames: (string | Buffer)[] = [
      '',
      '4',
      '42',
      '42[]',
      '42[null]',
      '42[["call"],{}]',
      '42[{"toString":1},{}]',
      '42["connect"]',
      '42["disconnect"]',
      '42["error",1]',
      '42{"a":1}',
      '420["call"',
      '429999999999999999999["call",{}]',
      '43[]',
      '431["x"]',
      '44"x"',
      '40/admin,',
      `40/${'x'.repeat(10_000)},`,
      '41',
      '451-["call",{"_placeholder":true,"num":0}]',
      '45100000-["call",{"_placeholder":true,"num":0}]',
      '45-1-["call"]',
      '452-["call",{"_placeholder":true,"num":"x"},{"_placeholder":true,"num":-1}]',
      '46',
      '99',
      '3probe',
      '5',
      `42["call",${'['.repeat(50_000)}${']'.repeat(50_000)}]`,
      `42["call","${'x'.repeat(LIMITS.body + 1)}"]`,
      Buffer.from([1, 2, 3]),
      Buffer.alloc(LIMITS.body + 1),
    ]
    for (const frame of frames) {
      const ws = new WebSocket(`${academy.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
        headers: { origin: academy.url, cookie: parent?.cookie ?? '' },
      } as never)
      await once(ws, 'open')
      ws.send('40{}')
      await once(ws, 'message')
      ws.send(frame)
      ws.send(frame)
      await Promise.race([once(ws, 'close'), wait(50)])
      ws.close()
    }
    expect(healthy?.connected).toBe(true)
    expect(await healthy?.timeout(5000).emitWithAck('unfollow', { stream: 'none:none' })).toEqual({
      ok: true,
      data: null,
    })
    await stands(world, before)
  }, 120_000)
})

describe('a header', () => {
  test('that is forged or odd is answered with a code, and lets nobody through', async () => {
    const world = await openLivedIn()
    await using academy = world.academy
    const before = await everythingIn(academy.db)
    const { parent } = world.people
    const own: Record<string, string> = { ...parent?.headers, 'content-type': 'application/json' }
    const { [CONTRACT_HEADER]: _, ...withoutContract } = own
    const odd: [number, Record<string, string>][] = [
      [403, { ...own, origin: 'null' }],
      [403, { ...own, origin: 'https://evil.example' }],
      [403, { ...own, origin: `${academy.url}.evil.example` }],
      [403, { ...own, origin: academy.url.replace(/\d+$/, '1') }],
      [403, withoutContract],
      [409, { ...own, [CONTRACT_HEADER]: '-5' }],
      [401, { ...own, 'x-academy-as': 'somebody-else' }],
      [401, { ...own, cookie: '__proto__=x; constructor=y' }],
      [401, { ...own, cookie: `${own.cookie?.replace('=', '=x')}` }],
      [401, { ...own, cookie: `${own.cookie?.split('=')[0]}=${'%'.repeat(3000)}` }],
      [401, { ...own, cookie: '=; ;;=;\u00ff=\u00ff' }],
    ]
    const body = JSON.stringify({ id: newId(), name: 'Басқа Адам', locale: 'kk' })
    for (const [status, headers] of odd) {
      const response = await fetch(`${academy.url}/trpc/members.updateMe`, { method: 'POST', headers, body })
      const text = await response.text()
      expect(response.status, `${JSON.stringify(headers)}: ${text}`).toBe(status)
      expect(isErrorCode(JSON.parse(text).error.data.refusal.code), text).toBe(true)
    }
    const lines = [
      `GET /healthz HTTP/1.1\r\nhost: x\r\n__proto__: x\r\nconnection: close\r\n\r\n`,
      `GET /healthz HTTP/1.1\r\nhost: x\r\nhost: y\r\n\r\n`,
      `GET /healthz HTTP/9.9\r\n\r\n`,
      `GET /healthz HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
      `POST /trpc/members.who HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      `POST /trpc/members.who HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n`,
      'nonsense\r\n\r\n',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]),
    ]
    for (const line of lines) {
      const got = await raw(academy.url, line, 300)
      expect(got, String(line).slice(0, 80)).not.toMatch(/^HTTP\/1\.1 5(?!05)/)
      expect(got).not.toMatch(STACK)
    }
    await stands(world, before)
  })
})
