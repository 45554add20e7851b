import { CONTRACT_HEADER } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import { isOwnOrigin } from './origin.ts'

/**
 * What changes something comes from our own pages: an exact Origin, and for the API also a header that no form can send.
 * Cookies alone prove nothing: the browser sends them with any site's form.
 */
export function guardHttp(app: FastifyInstance, origin: string | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    const own = isOwnOrigin(request.headers, origin)
    const api = request.url.startsWith('/trpc')
    if (own && (!api || request.headers[CONTRACT_HEADER] !== undefined)) return
    return reply
      .code(403)
      .send({ error: { code: -32603, message: 'bad-origin', data: { refusal: { code: 'bad-origin' } } } })
  })
}
