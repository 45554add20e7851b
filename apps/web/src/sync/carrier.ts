import {
  ACTOR_HEADER,
  AcademyError,
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  goesByHttp,
  LIMITS,
  type Refusal,
} from '@academy/contract'
// @NOTE By its own path: the door of @trpc/client brings 2 KB of carriers and subscriptions that are not used here.
import { httpBatchLink } from '@trpc/client/links/httpBatchLink'
import type { Line } from './connection.ts'
import type { AppRouter } from './rpc.ts'

export interface CallOptions {
  /** Name whom we act as also where the call may change who that is. */
  named?: boolean | undefined
  /** Do not start anew on the other carrier. */
  last?: boolean
}
export type Carrier = (
  type: 'query' | 'mutation',
  path: string,
  input?: unknown,
  options?: CallOptions,
) => Promise<unknown>

/** A line that died quietly never answers: give up, so that whoever asked may try again. */
const ANSWER_WITHIN = 20_000
/** Once the socket stands again, what was asked before over HTTP is likely lost: it is not waited for longer than this. */
const AFTER_RETURN = 2_000

/**
 * One router, two carriers: by the socket while it is connected, else by HTTP; also by HTTP when the socket gave no answer, for a
 * command's id makes asking twice harmless. Whatever goes wrong is an AcademyError. `as` is whom this page acts as: the server
 * answers `signed-out` when the cookie is somebody else's by now.
 */
export function makeCarrier(line: Line, as: string): Carrier {
  const http = httpBatchLink<AppRouter>({
    url: '/trpc',
    maxItems: LIMITS.batch,
    headers: ({ opList }) => ({
      [CONTRACT_HEADER]: `${CONTRACT_VERSION}`,
      // What changes who one is cannot say who one is, unless the outbox sends it.
      ...(opList.some((op) => op.context.named || !goesByHttp(op.path)) && { [ACTOR_HEADER]: as }),
    }),
  })({})
  const waiting = new Set<AbortController>()
  line.subscribe(() => {
    if (line.state() !== 'connected') return
    const lost = [...waiting]
    setTimeout(() => {
      for (const stop of lost) stop.abort()
    }, AFTER_RETURN)
  })
  let calls = 0

  return async function carry(type, path, input, { named, last } = {}): Promise<unknown> {
    const anyWay = !goesByHttp(path)
    if (anyWay) {
      const ack = await line.ask('call', { type, path, input, contract: CONTRACT_VERSION, as })?.catch(() => undefined)
      if (ack?.ok) return ack.data
      if (ack) throw new AcademyError(ack.error.code, ack.error)
    }
    const stop = new AbortController()
    const { signal } = stop
    const timer = setTimeout(() => stop.abort(), ANSWER_WITHIN)
    if (anyWay) waiting.add(stop)
    const op = { id: ++calls, type, path, input, context: { named }, signal }
    try {
      return await new Promise((answer, refuse) => {
        signal.onabort = () => refuse(new AcademyError('client/offline'))
        http({ op, next: undefined as never }).subscribe({
          next: ({ result }) => answer((result as { data?: unknown }).data),
          error({ data }) {
            // Only the academy speaks in refusals. A proxy's page, a captive portal or silence mean that there is no line.
            const refusal = (data as { refusal?: Refusal } | undefined)?.refusal ?? { code: 'client/offline' }
            refuse(new AcademyError(refusal.code, refusal))
          },
        })
      })
    } catch (error) {
      if (signal.aborted && anyWay && !last) return carry(type, path, input, { named, last: true })
      throw error
    } finally {
      clearTimeout(timer)
      waiting.delete(stop)
    }
  }
}
