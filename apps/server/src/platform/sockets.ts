import type { Server as HttpServer, IncomingMessage } from 'node:http'
import {
  AcademyError,
  type Ack,
  type Actor,
  Call,
  type CaughtUp,
  type ClientEvents,
  Follow,
  type Id,
  LIMITS,
  Moment,
  Unfollow,
} from '@academy/contract'
import { type AnyTRPCRouter, callTRPCProcedure } from '@trpc/server'
import { Server } from 'socket.io'
import * as v from 'valibot'
import { createAudience } from './audience.ts'
import { isFault, toRefusal } from './errors-to-wire.ts'
import { isOwnHandshake } from './origin.ts'
import type { PolicyName } from './policies.ts'
import { createRate } from './rate.ts'
import type { AcademyServer, AcademySocket, Identity, SocketData } from './socket-types.ts'
import type { Streams } from './streams.ts'
import type { Context } from './trpc.ts'

/** What a room does with a moment (typing, here, away) on a stream the actor follows. */
export type MomentHandler = (actor: Actor, moment: Moment) => void

export interface SocketsDeps {
  streams: Streams
  router: AnyTRPCRouter
  identify(cookieHeader: string | undefined): Promise<Identity>
  origin: string | undefined
  ipOf(request: IncomingMessage): string
  onFault(error: unknown, what: string): void
  onMoment: MomentHandler
  rates?: { calls: number; follows: number }
}

export type Sockets = ReturnType<typeof attachSockets>

/** Everything a browser may send over the socket; a test holds each entry to a policy. */
export const SOCKET_EVENTS = {
  call: 'the policy of the called procedure',
  follow: 'the policy of the stream',
  unfollow: 'oneself',
  moment: 'streams already followed',
} as const satisfies Record<keyof ClientEvents, PolicyName>

/** The realtime side: one handshake check, calls answered by the same router as HTTP, streams followed by cursor. */
export function attachSockets(http: HttpServer, deps: SocketsDeps) {
  const io: AcademyServer = new Server(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: LIMITS.body,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    // @NOTE Socket.IO's `cors` does not protect WebSockets; this does, for both transports, before the app sees anything.
    allowRequest: (request, answer) => {
      const own = isOwnHandshake(request.headers, deps.origin)
      answer(closing ? 'restarting' : own ? null : 'bad-origin', own && !closing)
    },
  })
  let closing = false
  /** Events that are being answered. */
  const underWay = new Set<Promise<void>>()
  const calls = createRate(deps.rates?.calls ?? 100, 10)
  const follows = createRate(deps.rates?.follows ?? 100, 10)
  const audience = createAudience(io)
  deps.streams.connect(audience)

  io.use((socket, next) => {
    deps
      .identify(socket.handshake.headers.cookie)
      .then((identity) => {
        socket.data.identity = identity
        socket.data.ip = deps.ipOf(socket.request)
        const contract = Number((socket.handshake.auth as { contract?: unknown } | undefined)?.contract)
        socket.data.contract = Number.isFinite(contract) ? contract : 0
        socket.data.followed = new Set()
        next()
      })
      .catch((error) => {
        deps.onFault(error, 'socket handshake')
        next(new Error('fault'))
      })
  })

  /** Answers every event with a code, whatever was sent; a handler that throws never reaches the process. */
  function answer<T>(ack: unknown, work: () => Promise<T>, what: string): void {
    const reply: (answer: Ack<T>) => void = typeof ack === 'function' ? (ack as never) : () => {}
    const answering = answerWith(reply, work, what).finally(() => underWay.delete(answering))
    underWay.add(answering)
  }

  async function answerWith<T>(reply: (answer: Ack<T>) => void, work: () => Promise<T>, what: string): Promise<void> {
    try {
      reply({ ok: true, data: await work() })
    } catch (error) {
      if (isFault(error)) deps.onFault(error, what)
      reply({ ok: false, error: toRefusal(error) })
    }
  }

  const read = <S extends v.GenericSchema>(schema: S, raw: unknown): v.InferOutput<S> => {
    const result = v.safeParse(schema, raw)
    if (!result.success) throw new AcademyError('bad-input')
    return result.output
  }

  const rateKey = ({ identity, ip }: SocketData) => (identity.actor.kind === 'stranger' ? ip : identity.actor.id)

  async function call(socket: AcademySocket, raw: unknown): Promise<unknown> {
    await calls.take(rateKey(socket.data))
    const { path, type, input, contract, as } = read(Call, raw)
    const ctx: Context = {
      actor: socket.data.identity.actor,
      loginId: socket.data.identity.loginId,
      carrier: 'socket',
      ip: socket.data.ip,
      cookieHeader: socket.handshake.headers.cookie,
      userAgent: String(socket.handshake.headers['user-agent'] ?? ''),
      contract,
      as,
      setCookie: () => {
        throw new AcademyError('bad-input')
      },
    }
    return callTRPCProcedure({
      router: deps.router,
      path,
      getRawInput: async () => input,
      ctx,
      type,
      signal: undefined,
      batchIndex: 0,
    })
  }

  async function follow(socket: AcademySocket, raw: unknown): Promise<CaughtUp> {
    await follows.take(rateKey(socket.data))
    const { stream, after } = read(Follow, raw)
    if (!(await deps.streams.mayFollow(socket.data.identity.actor, stream))) throw new AcademyError('not-found')
    // Joined before the look at history: what is announced in between comes twice, and the cursor drops it.
    await socket.join(stream)
    socket.data.followed.add(stream)
    deps.streams.touch(stream, 'here')
    const caughtUp = await deps.streams.after(stream, after)
    for (const gauge of await deps.streams.gaugesOf(stream)) socket.emit('gauge', gauge)
    return caughtUp
  }

  async function unfollow(socket: AcademySocket, stream: string): Promise<null> {
    await socket.leave(stream)
    if (socket.data.followed.delete(stream)) deps.streams.touch(stream, 'here')
    return null
  }

  /** The same questions the handshake and `follow` asked, asked again now that something was taken away. */
  async function recheck(socket: AcademySocket): Promise<void> {
    const identity = await deps.identify(socket.handshake.headers.cookie)
    if (actorId(identity.actor) !== actorId(socket.data.identity.actor)) return goodbye(socket, 'signed-out')
    socket.data.identity = identity
    for (const stream of socket.data.followed) {
      if (await deps.streams.mayFollow(identity.actor, stream)) continue
      await unfollow(socket, stream)
      socket.emit('ended', { stream })
    }
  }

  const actorId = (actor: Actor) => (actor.kind === 'stranger' ? '' : actor.id)

  function goodbye(socket: AcademySocket, why: 'signed-out' | 'slow'): void {
    socket.emit('farewell', why)
    socket.disconnect(true)
  }

  const socketsIn = (name: string): AcademySocket[] =>
    [...(io.sockets.adapter.rooms.get(name) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? [])

  io.on('connection', (socket) => {
    const { identity } = socket.data
    if (identity.actor.kind !== 'stranger') void socket.join(`actor ${identity.actor.id}`)
    if (identity.loginId) void socket.join(`login ${identity.loginId}`)
    if (identity.endsAt !== undefined) {
      // Node's timers hold at most 24.8 days; a longer login is looked at again by then.
      const wait = Math.min(Math.max(0, identity.endsAt - Date.now()) + 50, 2 ** 31 - 1)
      const timer = setTimeout(() => void recheck(socket).catch((e) => deps.onFault(e, 'recheck')), wait)
      timer.unref()
      socket.on('disconnect', () => clearTimeout(timer))
    }
    socket.on('call', (raw, ack) => answer(ack, () => call(socket, raw), 'call'))
    socket.on('follow', (raw, ack) => answer(ack, () => follow(socket, raw), 'follow'))
    socket.on('unfollow', (raw, ack) =>
      answer(ack, async () => unfollow(socket, read(Unfollow, raw).stream), 'unfollow'),
    )
    socket.on('moment', (raw) => {
      const moment = v.safeParse(Moment, raw)
      if (moment.success && socket.data.followed.has(moment.output.stream))
        deps.onMoment(socket.data.identity.actor, moment.output)
    })
    socket.on('disconnect', () => {
      for (const stream of socket.data.followed) deps.streams.touch(stream, 'here')
    })
    // A parse error or a listener's throw must not reach the process.
    socket.on('error', () => socket.disconnect(true))
  })

  const sweep = setInterval(() => {
    for (const socket of audience.slow()) goodbye(socket, 'slow')
  }, 1000)
  sweep.unref()

  return {
    io,
    /** Ends delivery to sockets of these logins, at once. */
    endLogins(loginIds: readonly Id[]): void {
      for (const id of loginIds) for (const socket of socketsIn(`login ${id}`)) goodbye(socket, 'signed-out')
    },
    /** A role or membership of this actor changed: asks again for each of their sockets. */
    async recheckActor(id: Id): Promise<void> {
      await Promise.all(socketsIn(`actor ${id}`).map(recheck))
    },
    /** Distinct people and guests who follow a stream now. */
    following(stream: string): number {
      const here = new Set(socketsIn(stream).map((s) => actorId(s.data.identity.actor) || s.id))
      return here.size
    },
    /** Says goodbye once what was asked for is answered. The HTTP server is its owner's to close. */
    async close(): Promise<void> {
      closing = true
      clearInterval(sweep)
      await Promise.all(underWay)
      io.emit('farewell', 'restarting')
      io.disconnectSockets(true)
      io.engine.close()
    },
  }
}
