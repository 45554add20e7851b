import { ACTOR_HEADER, CONTRACT_HEADER, CONTRACT_VERSION, goesByHttp, LIMITS } from '@academy/contract'
// @NOTE By its own path: the door of @trpc/client brings 2 KB of carriers and subscriptions that are not used here.
import { httpBatchLink } from '@trpc/client/links/httpBatchLink'
import type { AppRouter } from './rpc.ts'

/** tRPC's own carrier by HTTP; calls made in one turn travel together. */
export const makeHttp = (as: string) =>
  httpBatchLink<AppRouter>({
    url: '/trpc',
    maxItems: LIMITS.batch,
    headers: ({ opList }) => ({
      [CONTRACT_HEADER]: `${CONTRACT_VERSION}`,
      // What changes who one is cannot say who one is, unless the outbox sends it.
      ...(opList.some((op) => op.context.named || !goesByHttp(op.path)) && { [ACTOR_HEADER]: as }),
    }),
  })({})
