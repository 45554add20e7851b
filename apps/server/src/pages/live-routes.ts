import { AcademyError, AskQuestion, Id, JoinLive, type Locale, newId, SupportQuestion } from '@academy/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { field, statusOf, tried, type Visit, type Visits } from './visit.ts'

type At = { Params: { id: string } }

/**
 * The ways into a session and its page. Nobody is joined by opening a link: WhatsApp opens every link it sees, to make its preview.
 * Who cannot run the script reads, asks and supports by forms (`?simple=1`).
 */
export function liveRoutes(app: FastifyInstance, locale: Locale, visits: Visits): void {
  app.get('/join', { config: { policy: 'anybody' } }, async (request, reply) =>
    visits.show(reply, await visits.begin(request, reply, locale), 'join', {
      code: field(request.query, 'code').slice(0, 12),
      error: null,
      sessions: [],
      door: null,
    }),
  )

  app.post('/join', { config: { policy: 'anybody' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const code = field(request.body, 'code').replace(/[\s-]/g, '').slice(0, 12)
    const read = v.safeParse(JoinLive, { code })
    const { done, error } = read.success
      ? await tried(visit.ask.live.join(read.output))
      : { done: null, error: 'live/wrong-code' as const }
    if (done) return reply.redirect(`/${locale}/live/${done.sessionId}`, 303)
    return visits.show(reply, visit, 'join', { code, error, sessions: [], door: null }, statusOf(error))
  })

  app.post<At>('/live/:id/join', { config: { policy: 'whoever holds the link' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const read = v.safeParse(JoinLive, { sessionId: request.params.id, key: field(request.body, 'k') })
    if (!read.success) return visits.say(reply, locale, 'not-found')
    try {
      const { sessionId } = await visit.ask.live.join(read.output)
      return reply.redirect(`/${locale}/live/${sessionId}`, 303)
    } catch (error) {
      return visits.refuse(reply, visit, error)
    }
  })

  app.get<At>('/live/:id', { config: { policy: 'mayEnterLive' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const sessionId = request.params.id
    if (!v.is(Id, sessionId)) return visits.say(reply, locale, 'not-found')
    const opened = await visit.ask.live.open({ sessionId }).catch((error: unknown) => error)
    if (opened instanceof Error) return atTheDoor(request, reply, visit, opened)
    const { session } = opened as Awaited<ReturnType<Visit['ask']['live']['open']>>
    if (isSimple(request)) return showSimple(reply, visit, sessionId, { asked: field(request.query, 'asked') === '1' })
    const title = session.title[locale] || session.title.kk || session.title.ru || session.title.en
    return visits.shell(reply, visit, 'live', {
      ...(await visits.withFirst(visit, [], { 'live.open': [{ sessionId }, opened] })),
      title,
    })
  })

  const isSimple = (request: FastifyRequest) =>
    field(request.query, 'simple') === '1' || visits.isTooOld(String(request.headers['user-agent'] ?? ''))

  /** Somebody with the right link sees what they are about to join; others learn nothing. */
  async function atTheDoor(request: FastifyRequest, reply: FastifyReply, visit: Visit, error: Error) {
    const read = v.safeParse(JoinLive, {
      sessionId: (request.params as At['Params']).id,
      key: field(request.query, 'k'),
    })
    if (!read.success || !('key' in read.output)) {
      // A stranger may be a member who is not signed in here; whether the session exists is not said.
      return visit.ctx.actor.kind === 'stranger' ? visits.toSignIn(reply, visit) : visits.refuse(reply, visit, error)
    }
    const { sessionId, key } = read.output
    try {
      const session = await visits.rooms.live.atTheDoor(sessionId, key)
      if (!session) throw new AcademyError('not-found')
      return visits.show(reply, visit, 'join', { code: '', error: null, sessions: [], door: { session, key } })
    } catch (wrong) {
      return visits.refuse(reply, visit, wrong)
    }
  }

  async function showSimple(
    reply: FastifyReply,
    visit: Visit,
    sessionId: string,
    said: {
      asked?: boolean
      error?: Parameters<typeof statusOf>[0]
      typed?: { body: string; guestName: string; anonymous: boolean }
    },
  ) {
    const [opened, answered] = await Promise.all([
      visit.ask.live.open({ sessionId }),
      visit.ask.live.questions({ sessionId, list: 'answered' }),
    ])
    return visits.show(
      reply,
      visit,
      'live',
      {
        opened,
        answered: answered.items,
        newId,
        asked: said.asked ?? false,
        error: said.error ?? null,
        typed: said.typed ?? { body: '', guestName: '', anonymous: false },
      },
      said.error ? statusOf(said.error) : 200,
    )
  }

  app.post<At>('/live/:id/ask', { config: { policy: 'mayAsk' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const sessionId = request.params.id
    const typed = {
      body: field(request.body, 'body'),
      guestName: field(request.body, 'guestName'),
      anonymous: field(request.body, 'anonymous') === 'on',
    }
    const read = v.safeParse(AskQuestion, {
      id: field(request.body, 'id'),
      sessionId,
      body: typed.body,
      anonymous: typed.anonymous,
      ...(typed.guestName.trim() ? { guestName: typed.guestName } : {}),
    })
    try {
      const { error } = read.success ? await tried(visit.ask.live.ask(read.output)) : { error: 'bad-input' as const }
      if (!error) return reply.redirect(`/${locale}/live/${sessionId}?simple=1&asked=1`, 303)
      return await showSimple(reply, visit, sessionId, { error, typed })
    } catch (error) {
      return visits.refuse(reply, visit, error)
    }
  })

  app.post<At>('/live/:id/support', { config: { policy: 'maySupport' } }, async (request, reply) => {
    const visit = await visits.begin(request, reply, locale)
    const sessionId = request.params.id
    const read = v.safeParse(SupportQuestion, {
      id: field(request.body, 'id'),
      sessionId,
      questionId: field(request.body, 'questionId'),
      on: field(request.body, 'on') === '1',
    })
    try {
      const { error } = read.success
        ? await tried(visit.ask.live.support(read.output))
        : { error: 'bad-input' as const }
      if (error) return await showSimple(reply, visit, sessionId, { error })
      return reply.redirect(`/${locale}/live/${sessionId}?simple=1#${field(request.body, 'questionId')}`, 303)
    } catch (error) {
      return visits.refuse(reply, visit, error)
    }
  })
}
