import { CONTRACT_HEADER, type ErrorCode, PACKS, UPLOADS } from '@academy/contract'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isOwnOrigin } from './origin.ts'

/**
 * What changes something comes from our own pages: an exact Origin, and for the API also a header that no form can send.
 * Cookies alone prove nothing: the browser sends them with any site's form.
 */
export function guardHttp(app: FastifyInstance, origin: string | undefined): void {
  const refuse = (reply: FastifyReply, status: number, code: ErrorCode) =>
    reply.code(status).send({ error: { code: -32603, message: code, data: { refusal: { code }, httpStatus: status } } })

  app.addHook('onRequest', async (request, reply) => {
    // Nothing here answers it, and a Request of the fetch API, as tRPC makes one, cannot even be it.
    if (request.method === 'TRACE') return refuse(reply, 405, 'not-found')
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    const own = isOwnOrigin(request.headers, origin)
    const api = ['/trpc', UPLOADS, PACKS].some((start) => request.url.startsWith(start))
    if (own && (!api || request.headers[CONTRACT_HEADER] !== undefined)) return
    return refuse(reply, 403, 'bad-origin')
  })
}
