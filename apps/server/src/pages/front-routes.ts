import { type Locale, Role } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { type Desk, field } from './visit.ts'

/** `/kk`: what the academy is, for whoever comes first; and the demo's one-press doors. */
export function frontRoutes(app: FastifyInstance, locale: Locale, desk: Desk): void {
  app.get('/', { config: { policy: 'anybody' } }, async (request, reply) => {
    const visit = await desk.visit(request, reply, locale)
    const [demo, { items }] = await Promise.all([
      desk.rooms.members.doors(),
      visit.ask.practices.list({ locale, limit: 4 }),
    ])
    return desk.show(reply, visit, 'front', { demo, sessions: [], practices: items })
  })

  app.post('/demo', { config: { policy: 'mayEnterDemo' } }, async (request, reply) => {
    const visit = await desk.visit(request, reply, locale)
    const role = v.safeParse(Role, field(request.body, 'role'))
    if (!role.success) return desk.say(reply, locale, 'not-found')
    try {
      await visit.ask.members.enterDemo({ role: role.output })
    } catch (error) {
      return desk.refuse(reply, visit, error)
    }
    return reply.redirect(`/${locale}/home`, 303)
  })
}
