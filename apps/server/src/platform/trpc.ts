import {
  AcademyError,
  type Actor,
  actorKey,
  CONTRACT_VERSION,
  type Guest,
  type Id,
  type Member,
} from '@academy/contract'
import { initTRPC } from '@trpc/server'
import { toRefusal, toTrpcError } from './errors-to-wire.ts'
import type { PolicyName } from './policies.ts'

/** What a call knows of who makes it. The same over HTTP and over the socket. */
export interface Context {
  actor: Actor
  /** The login the actor came with; null for guests and strangers. */
  loginId: Id | null
  carrier: 'http' | 'socket'
  ip: string
  cookieHeader: string | undefined
  userAgent: string
  /** The contract version the browser was built with. */
  contract: number
  /** Whom the browser believes it acts as (`actorKey`); undefined where the call does not say. */
  as: string | undefined
  /** Found out while the context was made: every call of this request is answered with it. */
  refusal?: AcademyError | undefined
  /** Adds a Set-Cookie header. Over the socket there is none, so calls that need it come by HTTP (`overHttp`). */
  setCookie(cookie: string): void
}

export interface Meta {
  /** Who decides; a test walks the router and fails on a procedure without one. */
  policy: PolicyName
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      code: shape.code,
      message: toRefusal(error).code,
      data: { refusal: toRefusal(error), httpStatus: shape.data.httpStatus },
    }),
  })

export const router = t.router
/** One room's router out of its parts'. */
export const { mergeRouters } = t

const spoken = t.middleware(async ({ ctx, next }) => {
  if (ctx.refusal) throw toTrpcError(ctx.refusal)
  if (ctx.contract < CONTRACT_VERSION - 1) throw toTrpcError(new AcademyError('client/too-old'))
  // What was written by one person is never taken as the next one's on the same phone.
  if (ctx.as !== undefined && ctx.as !== actorKey(ctx.actor)) throw toTrpcError(new AcademyError('signed-out'))
  const result = await next()
  if (!result.ok) throw toTrpcError(result.error)
  return result
})

/** For everybody, strangers too. `policy` names who decides. */
export const openProcedure = (policy: PolicyName) => t.procedure.meta({ policy }).use(spoken)

/** For people with an account. */
export const memberProcedure = (policy: PolicyName) =>
  openProcedure(policy).use(({ ctx, next }) => {
    if (ctx.actor.kind !== 'member') throw new AcademyError('signed-out')
    return next({ ctx: { ...ctx, actor: ctx.actor as Member } })
  })

/** For people with an account and for guests of live sessions. */
export const participantProcedure = (policy: PolicyName) =>
  openProcedure(policy).use(({ ctx, next }) => {
    if (ctx.actor.kind === 'stranger') throw new AcademyError('signed-out')
    return next({ ctx: { ...ctx, actor: ctx.actor as Member | Guest } })
  })

/** For calls that set cookies: the socket cannot carry them. */
export const overHttp = t.middleware(({ ctx, next }) => {
  if (ctx.carrier !== 'http') throw new AcademyError('bad-input')
  return next()
})

export const createCaller = t.createCallerFactory
