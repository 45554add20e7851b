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
  named?: boolean
}
export type Carrier = (
  type: 'query' | 'mutation',
  path: string,
  input?: unknown,
  options?: CallOptions,
) => Promise<unknown>

/** A line that died quietly never answers: give up, so that whoever asked may try again. */
const ANSWER_WITHIN = 20_000

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
    fetch: (url, options) =>
      fetch(url as string, { ...(options as RequestInit), signal: AbortSignal.timeout(ANSWER_WITHIN) }),
  })({})
  let calls = 0

  return async (type, path, input, { named } = {}) => {
    if (!goesByHttp(path)) {
      const ack = await line.ask('call', { type, path, input, contract: CONTRACT_VERSION, as })?.catch(() => undefined)
      if (ack?.ok) return ack.data
      if (ack) throw new AcademyError(ack.error.code, ack.error)
    }
    const op = { id: ++calls, type, path, input, context: { named }, signal: undefined }
    return new Promise((answer, refuse) =>
      http({ op, next: undefined as never }).subscribe({
        next: ({ result }) => answer((result as { data?: unknown }).data),
        error({ data }) {
          // Only the academy speaks in refusals. A proxy's page, a captive portal or silence mean that there is no line.
          const refusal = (data as { refusal?: Refusal } | undefined)?.refusal ?? { code: 'client/offline' }
          refuse(new AcademyError(refusal.code, refusal))
        },
      }),
    )
  }
}
