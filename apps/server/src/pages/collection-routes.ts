import { CollectionRef, LIMITS, type Locale } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { field, isSimple, type Visits } from './visit.ts'

/** A collection's page: the app for members, HTML that reads without script for whoever was sent its link; not there while it is not shared. */
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
        if (visit.ctx.actor.kind === 'member' && !isSimple(visits, request)) {
          const whole = { collectionId: ref.output.collectionId, locale, limit: LIMITS.collectionPractices }
          const opened = await visit.ask.practices.collection(whole)
          return visits.shell(reply, visit, 'app', {
            ...(await visits.withFirst(visit, [], { 'practices.collection': [whole, opened] })),
            title: opened.collection.title,
          })
        }
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
