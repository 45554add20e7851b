import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ACTOR_HEADER, type AcademyError, CONTRACT_HEADER, LIMITS, type Refusal } from '@academy/contract'
import type { Store } from '@academy/database'
import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import { openRooms, type RoomsOptions } from './open-rooms.ts'
import { registerPageRoutes } from './page-routes.ts'
import { registerPackRoutes } from './pages/pack-routes.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { watchRequests } from './platform/drain.ts'
import { isFault } from './platform/errors-to-wire.ts'
import { registerFileRoutes } from './platform/files/routes.ts'
import { guardHttp } from './platform/http-guard.ts'
import { startJobs } from './platform/jobs.ts'
import { loggerOptions } from './platform/log.ts'
import { createRate } from './platform/rate.ts'
import { listRoutes, nameAll } from './platform/route-list.ts'
import { attachSockets } from './platform/sockets.ts'
import type { Context } from './platform/trpc.ts'
import type { AppRouter } from './router.ts'

export interface ServerOptions {
  config: Config
  db: Store
  mode: 'demo' | 'production'
  clock?: Clock
  /** Calls one person (or one stranger's address) may make in ten seconds; tests that storm raise it. */
  rates?: { calls: number; strangers: number }
  /** Pages need the web's build; a test without them may leave it out. */
  pages?: boolean
  rooms?: Pick<RoomsOptions, 'members' | 'rooms' | 'live' | 'files' | 'practices'>
}

/** What still runs so long after the order to stop is cut: it either committed or was never acknowledged. */
const DRAIN = 8000

export type AcademyServer = Awaited<ReturnType<typeof buildServer>>

/** Builds the academy, ready to listen: one port for pages, the API and the socket. */
export async function buildServer(options: ServerOptions) {
  const { config, db, mode, clock = systemClock, rates } = options
  const app = Fastify({
    logger: loggerOptions(config.logLevel),
    // An exact number of hops: a forwarded header from further away is hearsay.
    trustProxy: config.proxies > 0 ? (_address: string, hop: number) => hop < config.proxies : false,
    bodyLimit: LIMITS.body,
    routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true },
    forceCloseConnections: true,
    return503OnClosing: true,
    // A small machine that is busy with something else starts slowly; it still starts.
    pluginTimeout: 60_000,
  })
  const routes = listRoutes(app)
  const onFault = (error: unknown, what: string) => app.log.error({ err: error }, what)
  const rooms = openRooms({ config, db, mode, clock, onFault, ...options.rooms })
  await rooms.live.sealArchived()
  const calls = createRate(rates?.calls ?? 200, 10)
  const strangers = createRate(rates?.strangers ?? 1500, 10)

  guardHttp(app, config.origin)
  await app.register(compress, { threshold: 800, encodings: ['br', 'gzip'] })
  await app.register(formbody, { bodyLimit: LIMITS.body })

  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) onFault(error, 'request')
    const refusal: Refusal = {
      code: status === 413 ? 'too-large' : status === 429 ? 'too-many' : status === 500 ? 'fault' : 'bad-input',
    }
    return reply
      .code(status)
      .send({ error: { code: -32603, message: refusal.code, data: { refusal, httpStatus: status } } })
  })

  /** Who asks, read from the request's cookies, and whether they may ask so much. Calls are counted, not requests. */
  async function contextOf(request: FastifyRequest, reply: FastifyReply, asked: number): Promise<Context> {
    const { actor, loginId } = await rooms.members.identify(request.headers.cookie)
    const as = request.headers[ACTOR_HEADER]
    const taken = actor.kind === 'stranger' ? strangers.take(request.ip, asked) : calls.take(actor.id, asked)
    return {
      actor,
      loginId,
      carrier: 'http',
      ip: request.ip,
      cookieHeader: request.headers.cookie,
      userAgent: String(request.headers['user-agent'] ?? ''),
      contract: Number(request.headers[CONTRACT_HEADER]) || 0,
      as: typeof as === 'string' ? as : undefined,
      refusal: await taken.then(
        () => undefined,
        (error: AcademyError) => error,
      ),
      setCookie: (cookie) => void reply.header('set-cookie', cookie),
    }
  }

  await app.register(async (api) => {
    nameAll(api, 'the policy of the called procedure')
    await api.register(fastifyTRPCPlugin, {
      prefix: '/trpc',
      trpcOptions: {
        router: rooms.router,
        maxBatchSize: LIMITS.batch,
        createContext: ({ req, res, info }) => contextOf(req, res, info.calls.length),
        // Whose it is stands in the cookie: no cache between, and none on a shared phone, has a use for it.
        responseMeta: () => ({ headers: { 'cache-control': 'private, no-store' } }),
        onError: ({ error, path }) => {
          if (isFault(error)) onFault(error.cause ?? error, `call ${path ?? 'unknown'}`)
        },
      } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
    })
  })

  app.get('/healthz', { config: { policy: 'anybody' } }, async (_request, reply) => {
    await rooms.streams.seqOf('healthz')
    return reply.header('cache-control', 'no-store').send({ ok: true })
  })

  await registerFileRoutes(app, { files: rooms.files, contextOf })
  await registerPackRoutes(app, { rooms, contextOf })
  if (options.pages !== false) await registerPageRoutes(app, { rooms, contextOf })

  const sockets = attachSockets(app.server, {
    streams: rooms.streams,
    router: rooms.router,
    identify: rooms.members.identify,
    origin: config.origin,
    ipOf: (request) => addressOf(request, config.proxies),
    onFault,
    onMoment: rooms.onMoment,
    ...(rates ? { rates: { calls: rates.calls, follows: rates.calls } } : {}),
  })
  rooms.connect(sockets)
  app.addHook('onListen', async () => {
    const at = app.addresses()[0]
    if (typeof at !== 'object') return
    rooms.listensAt(`http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`)
  })
  const jobs = startJobs({ db, clock, onFault, extra: rooms.jobs })

  const answered = watchRequests(app)
  app.addHook('preClose', async () => {
    await jobs.stop()
    await Promise.race([Promise.all([sockets.close(), answered()]), wait(DRAIN, undefined, { ref: false })])
  })
  app.addHook('onClose', () => db.close())
  return { app, rooms, sockets, routes }
}

/** The caller's address behind an exact number of own proxies: whatever is forwarded beyond them is hearsay. */
function addressOf(request: IncomingMessage, proxies: number): string {
  const remote = request.socket.remoteAddress ?? ''
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
  const chain = [remote, ...forwarded.reverse().filter(Boolean)]
  return chain[Math.min(proxies, chain.length - 1)] ?? remote
}
