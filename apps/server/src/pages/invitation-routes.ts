import { Accept, CONSENT_TEXT, InvitationRef, type Locale, newId } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { type Desk, field, statusOf, tried } from './visit.ts'

type At = { Params: { token: string } }

/** An invitation's page and its form. It works without script, since it is often the first page a person ever opens here. */
export function invitationRoutes(app: FastifyInstance, locale: Locale, desk: Desk): void {
  app.get<At>('/invite/:token', { config: { policy: 'whoever holds the link' } }, async (request, reply) => {
    const visit = await desk.visit(request, reply, locale)
    const { token } = request.params
    if (!v.is(InvitationRef, { token })) return desk.say(reply, locale, 'not-found')
    try {
      const card = await visit.ask.members.invitation({ token })
      return desk.show(reply, visit, 'invite', { token, card, newId, error: null, typed: { name: '', loginName: '' } })
    } catch (error) {
      return desk.refuse(reply, visit, error)
    }
  })

  app.post<At>('/invite/:token', { config: { policy: 'whoever holds the link' } }, async (request, reply) => {
    const visit = await desk.visit(request, reply, locale)
    const { token } = request.params
    const typed = { name: field(request.body, 'name'), loginName: field(request.body, 'loginName') }
    try {
      if (visit.ctx.actor.kind === 'member') {
        await visit.ask.members.acceptAsMember({ id: field(request.body, 'id'), token })
        return reply.redirect(`/${locale}/home`, 303)
      }
      const named = typed.loginName.includes('@') ? { email: typed.loginName } : { loginName: typed.loginName }
      const read = v.safeParse(Accept, {
        id: field(request.body, 'id'),
        token,
        name: typed.name,
        ...named,
        password: field(request.body, 'password'),
        consent: { textVersion: field(request.body, 'consent') === 'on' ? CONSENT_TEXT : '' },
        locale,
        sharedPhone: field(request.body, 'sharedPhone') === 'on',
      })
      const { error } = read.success
        ? await tried(visit.ask.members.accept(read.output))
        : { error: whyNot(read.issues, request.body) }
      if (!error) return reply.redirect(`/${locale}/home`, 303)
      const card = await visit.ask.members.invitation({ token })
      return await desk.show(reply, visit, 'invite', { token, card, newId, error, typed }, statusOf(error))
    } catch (error) {
      return desk.refuse(reply, visit, error)
    }
  })
}

/** The kindest word for what was wrong with the form. */
function whyNot(issues: readonly v.BaseIssue<unknown>[], body: unknown) {
  const fields = issues.map((issue) => v.getDotPath(issue))
  if (fields.includes('password')) return 'members/weak-password' as const
  if (field(body, 'consent') !== 'on') return 'members/consent-needed' as const
  return 'bad-input' as const
}
