import type { Locale, MyRecord } from '@academy/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { attachmentNamed } from '../platform/disposition.ts'
import { fileName, type TakeRates } from './take-away-routes.ts'
import type { Visits } from './visit.ts'

/** One's own record to take along: as a PDF, and as a table. Nobody else has an address for it. */
export function recordRoutes(app: FastifyInstance, locale: Locale, visits: Visits, rates: TakeRates): void {
  const { record } = visits.rooms.practices
  const config = { policy: 'oneself' } as const

  const taking =
    (ending: 'pdf' | 'csv', type: string, made: (record: MyRecord) => Promise<string | Uint8Array>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const visit = await visits.begin(request, reply, locale)
      try {
        const mine = await visit.ask.practices.myRecord({ locale })
        const { actor } = visit.ctx
        if (actor.kind === 'member') await rates.person.take(actor.id)
        const body = await made(mine)
        return reply
          .headers({
            'content-type': type,
            'content-disposition': attachmentNamed(fileName(record.title(locale), ending)),
            'cache-control': 'private, no-store',
            'x-content-type-options': 'nosniff',
          })
          .send(Buffer.from(body))
      } catch (error) {
        return visits.refuse(reply, visit, error)
      }
    }

  const from = () => ({ locale, academy: visits.academyName(locale) })
  app.get(
    '/me/record.pdf',
    { config },
    taking('pdf', 'application/pdf', (mine) => record.pdf(mine, from())),
  )
  app.get(
    '/me/record.csv',
    { config },
    taking('csv', 'text/csv; charset=utf-8', async (mine) => record.csv(mine, locale)),
  )
}
