import { Id, LIMITS, type Locale } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { PolicyName } from '../platform/policies.ts'
import type { Visits } from './visit.ts'

type Query = [path: string, input?: unknown]

interface AppPage {
  path: string
  policy: PolicyName
  /** What the page asks first; it comes along with the page. A refusal is answered as a page. */
  first?: (params: Record<string, string>, locale: Locale) => Query[]
  open?: true
}

/** Pages of the app. Those with a first query answer 404 by themselves when it is not theirs to see. */
const PAGES: AppPage[] = [
  { path: '/sign-in', policy: 'anybody', open: true, first: () => [['members.entry']] },
  { path: '/recover/:token', policy: 'whoever holds the link', open: true },
  {
    path: '/home',
    policy: 'oneself',
    first: (_, locale) => [
      ['live.sessions', { limit: LIMITS.page.usual, cursor: null }],
      ['practices.list', { locale, limit: 3, mySubjects: true }],
      ['rooms.list', {}],
    ],
  },
  { path: '/practices/new', policy: 'oneself' },
  {
    path: '/practices/:id/edit',
    policy: 'maySeePractice',
    first: ({ id }, locale) => [['practices.open', { practiceId: id, locale }]],
  },
  {
    path: '/practices/:id/try',
    policy: 'maySeePractice',
    first: ({ id }, locale) => [['practices.open', { practiceId: id, locale }]],
  },
  {
    path: '/practices/:id/translate/:to',
    policy: 'maySeeTranslations',
    first: ({ id, to }) => [['practices.translation', { practiceId: id, language: to }]],
  },
  {
    path: '/practices/:id/spread',
    policy: 'maySeePractice',
    first: ({ id }, locale) => [['practices.spread', { practiceId: id, locale }]],
  },
  {
    path: '/collections',
    policy: 'oneself',
    first: () => [['practices.collections', { limit: LIMITS.collections }]],
  },
  {
    path: '/reviews',
    policy: 'oneself',
    first: (_, locale) => [
      ['practices.reviewExercise', { locale }],
      ['practices.myReviews', { locale }],
      ['practices.reviewQueue', { locale }],
    ],
  },
  { path: '/rooms', policy: 'mayEnterRoom' },
  { path: '/rooms/new', policy: 'mayEnterRoom' },
  { path: '/rooms/:id', policy: 'mayEnterRoom', first: ({ id }) => [['rooms.open', { roomId: id }]] },
  { path: '/rooms/:id/:topic', policy: 'mayEnterRoom', first: ({ topic }) => [['rooms.topic', { topicId: topic }]] },
  {
    path: '/live',
    policy: 'mayEnterLive',
    first: () => [['live.sessions', { limit: LIMITS.page.usual, cursor: null }]],
  },
  { path: '/live/:id/desk', policy: 'mayRunDesk', first: ({ id }) => [['live.desk', { sessionId: id }]] },
  { path: '/live/:id/wall', policy: 'mayRunDesk', first: ({ id }) => [['live.wall', { sessionId: id }]] },
  { path: '/me', policy: 'oneself', first: () => [['members.logins'], ['members.invitations', {}]] },
  { path: '/admin', policy: 'oneself' },
]

export function appRoutes(app: FastifyInstance, locale: Locale, visits: Visits): void {
  for (const page of PAGES) {
    app.get<{ Params: Record<string, string> }>(
      page.path,
      { config: { policy: page.policy } },
      async (request, reply) => {
        const visit = await visits.begin(request, reply, locale)
        const { params } = request
        for (const name of ['id', 'topic'])
          if (params[name] !== undefined && !v.is(Id, params[name])) return visits.say(reply, locale, 'not-found')
        if (!page.open && visit.ctx.actor.kind !== 'member') return visits.toSignIn(reply, visit)
        if (visits.isTooOld(visit.ctx.userAgent)) return visits.say(reply, locale, 'too-old')
        try {
          return visits.shell(reply, visit, 'app', await visits.withFirst(visit, page.first?.(params, locale) ?? []))
        } catch (error) {
          return visits.refuse(reply, visit, error)
        }
      },
    )
  }
}
