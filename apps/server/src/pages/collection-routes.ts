import { CollectionRef, type Locale } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { field, type Visits } from './visit.ts'

/** A collection's own page, as its link opens it anywhere: without script, and not there while it is not shared. */
export function collectionRoutes(app: FastifyInstance, locale: Locale, visits: Visits): void {
  app.get<{ Params: { id: string } }>(
    '/collections/:id',
    { config: { policy: 'maySeeCollection' } },
    async (request, reply) => {
      const visit = await visits.begin(request, reply, locale)
      const cursor = field(request.query, 'cursor') || null
      const asked = { collectionId: request.params.id, locale, limit: 20, cursor }
      const ref = v.safeParse(CollectionRef, asked)
      if (!ref.success) return visits.say(reply, locale, 'not-found')
      try {
        const viewOf = async () => ({ found: await visit.ask.practices.collection(ref.output) })
        // A further page is asked for by few, at as many addresses as there are made-up cursors: it is not kept.
        return cursor === null
          ? await visits.showKept(reply, visit, 'collection', viewOf)
          : visits.show(reply, visit, 'collection', await viewOf())
      } catch (error) {
        return visits.refuse(reply, visit, error)
      }
    },
  )
}
