import { ListPractices, type Locale, PracticeRef } from '@academy/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { field, isSimple, type Visits } from './visit.ts'

/** What a list's address says: `?q= &subject= &grade= &ungraded=on &cursor=`. What cannot be read is left out, not refused. */
export function askedOf(request: FastifyRequest, locale: Locale) {
  const one = (name: string) => field(request.query, name)
  const grade = Number(one('grade') || Number.NaN)
  const wish = {
    locale,
    search: one('q'),
    subjects: one('subject') ? [one('subject')] : [],
    grades: Number.isNaN(grade) ? [] : [grade],
    ungraded: one('ungraded') === 'on',
    cursor: one('cursor') || null,
    limit: 20,
  }
  const read = v.safeParse(ListPractices, wish)
  return read.success ? read.output : v.parse(ListPractices, { locale })
}

/** `/kk/practices` and a practice's own page: the app for members, HTML that reads without script for everybody else. */
export function practiceRoutes(app: FastifyInstance, locale: Locale, visits: Visits): void {
  app.get('/practices', { config: { policy: 'maySeePractice' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const asked = askedOf(request, locale)
    try {
      if (visit.ctx.actor.kind === 'member' && !isSimple(visits, request))
        return visits.shell(
          reply,
          visit,
          'app',
          await visits.withFirst(visit, [['practices.list', { locale, limit: 20 }]]),
        )
      const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
      const viewOf = async () => {
        const { subjects } = await visit.ask.practices.words({ locale })
        return { asked, subjects, found: await visit.ask.practices.list(asked), search: query.slice(0, 500) }
      }
      // What somebody sifts is theirs; the whole list is everybody's.
      return query === ''
        ? await visits.showKept(reply, visit, 'practices', viewOf)
        : visits.show(reply, visit, 'practices', await viewOf())
    } catch (error) {
      return visits.refuse(reply, visit, error)
    }
  })

  app.get<{ Params: { id: string } }>(
    '/practices/:id',
    { config: { policy: 'maySeePractice' } },
    async (request, reply) => {
      const visit = await visits.begin(request, reply, locale)
      const ref = v.safeParse(PracticeRef, { practiceId: request.params.id, locale })
      if (!ref.success) return visits.say(reply, locale, 'not-found')
      try {
        if (visit.ctx.actor.kind === 'member' && !isSimple(visits, request)) {
          const opened = await visit.ask.practices.open(ref.output)
          return visits.shell(reply, visit, 'app', {
            ...(await visits.withFirst(visit, [], { 'practices.open': [ref.output, opened] })),
            title: (opened.translation?.content ?? opened.practice).title,
          })
        }
        const original = field(request.query, 'original') === '1'
        const viewOf = async () => {
          const { practice, translation } = await visit.ask.practices.open(ref.output)
          const { counts } = await visit.ask.practices.trials({ practiceId: practice.id, limit: 1 })
          return { practice, translation, original, tried: { tries: counts.tries, schools: counts.schools } }
        }
        return await visits.showKept(reply, visit, 'practice', viewOf, original ? 'original' : '')
      } catch (error) {
        return visits.refuse(reply, visit, error)
      }
    },
  )
}
