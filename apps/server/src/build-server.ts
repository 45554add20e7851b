import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { ACTOR_HEADER, type AcademyError, CONTRACT_HEADER, ERROR_KINDS, LIMITS, type Refusal } from '@academy/contract'
import type { Store } from '@academy/database'
import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify from 'fastify'
import type { Config } from './config.ts'
import { openRooms } from './open-rooms.ts'
import { registerPageRoutes } from './page-routes.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { HTTP_STATUS, isFault } from './platform/errors-to-wire.ts'
import { guardHttp } from './platform/http-guard.ts'
import { startJobs } from './platform/jobs.ts'
import { loggerOptions } from './platform/log.ts'
import { createRate } from './platform/rate.ts'
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
}

export type AcademyServer = Awaited<ReturnType<typeof buildServer>>

/** Builds the academy, ready to listen: one port for pages, the API and the socket. */
export async function buildServer({ config, db, mode, clock = systemClock, rates }: ServerOptions) {
  const app = Fastify({
    logger: loggerOptions(config.logLevel),
    // An exact number of hops: a forwarded header from further away is hearsay.
    trustProxy: config.proxies > 0 ? (_address: string, hop: number) => hop < config.proxies : false,
    bodyLimit: LIMITS.body,
    routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true },
    forceCloseConnections: true,
    return503OnClosing: true,
  })
  const onFault = (error: unknown, what: string) => app.log.error({ err: error }, what)
  const rooms = openRooms({ config, db, mode, clock, onFault })
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

  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: rooms.router,
      maxBatchSize: LIMITS.batch,
      async createContext({ req, res, info }): Promise<Context> {
        const identity = await rooms.members.identify(req.headers.cookie)
        const { actor } = identity
        const as = req.headers[ACTOR_HEADER]
        // Calls are counted, not requests: a batch of ten is ten.
        const taken =
          actor.kind === 'stranger'
            ? strangers.take(req.ip, info.calls.length)
            : calls.take(actor.id, info.calls.length)
        return {
          actor,
          loginId: identity.loginId,
          carrier: 'http',
          ip: req.ip,
          cookieHeader: req.headers.cookie,
          userAgent: String(req.headers['user-agent'] ?? ''),
          contract: Number(req.headers[CONTRACT_HEADER]) || 0,
          as: typeof as === 'string' ? as : undefined,
          refusal: await taken.then(
            () => undefined,
            (error: AcademyError) => error,
          ),
          setCookie: (cookie) => void res.header('set-cookie', cookie),
        }
      },
      onError: ({ error, path }) => {
        if (isFault(error)) onFault(error.cause ?? error, `call ${path ?? 'unknown'}`)
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  })

  app.get('/healthz', async (_request, reply) => {
    await rooms.streams.seqOf('healthz')
    return reply.header('cache-control', 'no-store').send({ ok: true })
  })

  await registerPageRoutes(app, { rooms, config, mode })

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
  const jobs = startJobs({ db, clock, onFault, extra: rooms.jobs })

  app.addHook('preClose', async () => {
    await jobs.stop()
    await sockets.close()
  })
  app.addHook('onClose', () => db.close())
  return { app, rooms, sockets }
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

export const statusOf = (refusal: Refusal): number => HTTP_STATUS[ERROR_KINDS[refusal.code]]
export const keysDirectory = (config: Config) => join(config.dataDirectory, 'keys')
