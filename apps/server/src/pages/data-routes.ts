import { AcademyError, ListPractices, type Locale, PracticeRef } from '@academy/contract'
import { grades, minutes } from '@academy/language/ranges'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { refusalStatus, toRefusal } from '../platform/errors-to-wire.ts'
import { answerOf, sendKept } from '../platform/kept-answers.ts'
import { askedOf } from './practice-routes.ts'
import type { Visit, Visits } from './visit.ts'

const NOSNIFF = { 'x-content-type-options': 'nosniff' }
const JSON_TYPE = 'application/json; charset=utf-8'
/** What a reader of feeds asks for is what came since; who wants all has the list. */
const FED = 30

/**
 * What is public, as data and as a feed: answered as to a stranger, whoever asks, so that nothing else can ever be among it.
 * `/kk/data/practices?subject=…` is the list as its page sifts it, `/kk/data/practices/:id` one practice, `/kk/practices.atom` the newest.
 */
export function dataRoutes(app: FastifyInstance, locale: Locale, visits: Visits): void {
  async function asStranger(request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
    const visit = await visits.begin(request, reply, locale)
    if (visit.ctx.refusal) throw visit.ctx.refusal
    const ctx = { ...visit.ctx, actor: { kind: 'stranger' as const }, loginId: null }
    return { ...visit, ctx, ask: visits.callerFor(ctx) }
  }

  const refuse = (reply: FastifyReply, error: unknown) => {
    const refusal = toRefusal(error)
    if (refusal.code === 'fault') reply.log.error({ err: error }, 'data')
    return reply
      .code(refusalStatus(refusal.code))
      .headers({
        ...NOSNIFF,
        'cache-control': 'no-store',
        ...(refusal.retryAfter ? { 'retry-after': refusal.retryAfter } : {}),
      })
      .send({ error: { refusal } })
  }

  app.get('/data/practices', { config: { policy: 'maySeePractice' } }, async (request, reply) => {
    try {
      const visit = await asStranger(request, reply)
      const asked = askedOf(request, locale)
      const make = async () => ({
        body: JSON.stringify(await visit.ask.practices.list(asked)),
        type: JSON_TYPE,
        headers: NOSNIFF,
      })
      // What somebody looks for is theirs; what is sifted by subject and grade is asked for again and again.
      const answer =
        asked.search === '' ? await visits.kept(`data ${JSON.stringify(asked)}`, make) : answerOf(await make())
      return sendKept(request, reply, answer)
    } catch (error) {
      return refuse(reply, error)
    }
  })

  app.get<{ Params: { id: string } }>(
    '/data/practices/:id',
    { config: { policy: 'maySeePractice' } },
    async (request, reply) => {
      try {
        const visit = await asStranger(request, reply)
        const ref = v.safeParse(PracticeRef, { practiceId: request.params.id, locale })
        if (!ref.success) throw new AcademyError('not-found')
        const answer = await visits.kept(`data ${locale} ${ref.output.practiceId}`, async () => {
          const { practice, translation } = await visit.ask.practices.open(ref.output)
          return { body: JSON.stringify({ ...practice, translation }), type: JSON_TYPE, headers: NOSNIFF }
        })
        return sendKept(request, reply, answer)
      } catch (error) {
        return refuse(reply, error)
      }
    },
  )

  app.get('/practices.atom', { config: { policy: 'maySeePractice' } }, async (request, reply) => {
    try {
      const visit = await asStranger(request, reply)
      const answer = await visits.kept(`feed ${locale}`, async () => ({
        body: await feedOf(visit, locale, visits),
        type: 'application/atom+xml; charset=utf-8',
        headers: NOSNIFF,
      }))
      return sendKept(request, reply, answer)
    } catch (error) {
      return refuse(reply, error)
    }
  })
}

/** What XML cannot hold at all, in whatever way it is written: a reader of feeds would throw the whole feed away. */
const NO_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** The feed's texts are HTML by their type. */
const asHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The newest public practices written or verified in this language. */
async function feedOf(visit: Visit, locale: Locale, visits: Visits): Promise<string> {
  const { Feed } = await import('feed')
  const { items } = await visit.ask.practices.list(v.parse(ListPractices, { locale, languages: [locale], limit: FED }))
  const { origin } = visits.at('')
  const home = `${origin}/${locale}/practices`
  const newest = items.reduce((at, it) => Math.max(at, it.editedAt ?? it.publishedAt), 0)
  const feed = new Feed({
    id: home,
    link: home,
    title: visits.practicesTitle(locale),
    language: locale,
    // Not the hour it was asked in: the same practices are the same bytes.
    updated: new Date(newest),
    feedLinks: { atom: `${origin}/${locale}/practices.atom` },
    copyright: '',
    generator: visits.academyName(locale),
  })
  for (const it of items) {
    const link = `${origin}/${locale}/practices/${it.id}`
    const range = grades(locale, it.grades[0] ?? 0, it.grades.at(-1) ?? 0)
    const facts = [it.subjects.map(({ name }) => name).join(', '), range, minutes(locale, it.minutes)]
    feed.addItem({
      id: link,
      link,
      title: asHtml(it.brief?.title ?? it.title),
      description: asHtml(facts.join(' · ')),
      date: new Date(it.editedAt ?? it.publishedAt),
      published: new Date(it.publishedAt),
      ...(it.author ? { author: [{ name: it.author }] } : {}),
      category: it.subjects.map(({ slug, name }) => ({ name, term: slug })),
    })
  }
  return feed.atom1().replace(NO_XML, '')
}
