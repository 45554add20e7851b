import type { FastifyInstance } from 'fastify'

/**
 * Knows which requests are being answered; gives a function that resolves once none is. Waiting for the server's connections
 * instead would never end: browsers open some ahead and say nothing on them.
 */
export function watchRequests(app: FastifyInstance): () => Promise<void> {
  let underWay = 0
  let onNone = () => {}
  app.addHook('onRequest', async (_request, reply) => {
    underWay++
    // Once, whether it was sent or the other end went away.
    reply.raw.once('close', () => {
      underWay--
      if (underWay === 0) onNone()
    })
  })
  return async () => {
    if (underWay > 0) await new Promise<void>((none) => (onNone = none))
  }
}
