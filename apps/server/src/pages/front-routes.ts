import { type Locale, Role } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { field, type Visits } from './visit.ts'

/** `/kk`: what the academy is, for whoever comes first; and the demo's one-press doors. */
export function frontRoutes(app: FastifyInstance, locale: Locale, visits: Visits): void {
  app.get('/', { config: { policy: 'anybody' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const [demo, { items }] = await Promise.all([
      visits.rooms.members.doors(),
      visit.ask.practices.list({ locale, limit: 4 }),
    ])
    return visits.show(reply, visit, 'front', { demo, sessions: [], practices: items })
  })

  app.post('/demo', { config: { policy: 'mayEnterDemo' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const role = v.safeParse(Role, field(request.body, 'role'))
    if (!role.success) return visits.say(reply, locale, 'not-found')
    try {
      await visit.ask.members.enterDemo({ role: role.output })
    } catch (error) {
      return visits.refuse(reply, visit, error)
    }
    return reply.redirect(`/${locale}/home`, 303)
  })
}
