import type { AppRouter } from '@academy/server/router'
import type { TRPCClient } from '@trpc/client'
import type { inferRouterInputs } from '@trpc/server'
import type { CallOptions, Carrier } from './carrier.ts'

export type { AppRouter }
export type Rpc = TRPCClient<AppRouter>

/** The typed client of the academy's router, `rpc.live.open.query({ … })`; what it throws is an AcademyError. */
export function makeRpc(carry: Carrier): Rpc {
  const at = (path: readonly string[]): unknown =>
    new Proxy(() => {}, {
      // Not a promise, though it may stand where one is awaited.
      get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : at([...path, name])),
      apply: (_, __, [input, options]: [unknown, CallOptions?]) =>
        carry(path.at(-1) === 'query' ? 'query' : 'mutation', path.slice(0, -1).join('.'), input, options),
    })
  return at([]) as Rpc
}

type Inputs = inferRouterInputs<AppRouter>
/** Every `<room>.<procedure>`. */
export type Path = { [R in keyof Inputs & string]: `${R}.${keyof Inputs[R] & string}` }[keyof Inputs & string]
type InputAt<P extends Path> = P extends `${infer R}.${infer Q}`
  ? R extends keyof Inputs
    ? Q extends keyof Inputs[R]
      ? Inputs[R][Q]
      : never
    : never
  : never
/** A command's input as a form makes it: the outbox adds the id and the time it was written. */
export type Composed<P extends Path> = Omit<InputAt<P>, 'id' | 'composedAt'> & { id?: string }
