import { Accept, CONSENT_TEXT, InvitationRef, type Locale, newId } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { field, statusOf, tried, type Visits } from './visit.ts'

type At = { Params: { token: string } }

/** An invitation's page and its form. It works without script, since it is often the first page a person ever opens here. */
export function invitationRoutes(app: FastifyInstance, locale: Locale, visits: Visits): void {
  app.get<At>('/invite/:token', { config: { policy: 'whoever holds the link' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const { token } = request.params
    if (!v.is(InvitationRef, { token })) return visits.say(reply, locale, 'not-found')
    try {
      const card = await visit.ask.members.invitation({ token })
      const typed = { name: '', loginName: '', sharedPhone: false, consent: false }
      return visits.show(reply, visit, 'invite', { token, card, newId, error: null, wrong: [], typed })
    } catch (error) {
      return visits.refuse(reply, visit, error)
    }
  })

  app.post<At>('/invite/:token', { config: { policy: 'whoever holds the link' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const { token } = request.params
    const { body } = request
    const typed = {
      name: field(body, 'name'),
      loginName: field(body, 'loginName'),
      sharedPhone: field(body, 'sharedPhone') === 'on',
      consent: field(body, 'consent') === 'on',
    }
    try {
      if (visit.ctx.actor.kind === 'member') {
        await visit.ask.members.acceptAsMember({ id: field(body, 'id'), token })
        return reply.redirect(`/${locale}/home`, 303)
      }
      const named = typed.loginName.includes('@') ? { email: typed.loginName } : { loginName: typed.loginName }
      const read = v.safeParse(Accept, {
        id: field(body, 'id'),
        token,
        name: typed.name,
        ...named,
        password: field(body, 'password'),
        consent: { textVersion: typed.consent ? CONSENT_TEXT : '' },
        locale,
        sharedPhone: typed.sharedPhone,
      })
      const tries = read.success ? await tried(visit.ask.members.accept(read.output)) : whyNot(read.issues)
      if (!tries.error) return reply.redirect(`/${locale}/home`, 303)
      const { error } = tries
      const wrong = tries.fields.map((name) => (name === 'email' ? 'loginName' : (name.split('.')[0] ?? name)))
      const card = await visit.ask.members.invitation({ token })
      return await visits.show(reply, visit, 'invite', { token, card, newId, error, wrong, typed }, statusOf(error))
    } catch (error) {
      return visits.refuse(reply, visit, error)
    }
  })
}

/** The kindest word for what was wrong with the form. */
function whyNot(issues: readonly v.BaseIssue<unknown>[]) {
  const fields = issues.flatMap((issue) => v.getDotPath(issue) ?? [])
  const only = (name: string) => fields.every((one) => one.startsWith(name))
  const error = only('password')
    ? ('members/weak-password' as const)
    : only('consent')
      ? ('members/consent-needed' as const)
      : ('bad-input' as const)
  return { error, fields }
}
