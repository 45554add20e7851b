import { LOCALES, type Locale } from '@academy/contract'
import { localeFrom } from '@academy/language'
import type { FastifyInstance } from 'fastify'
import { appRoutes } from './pages/app-routes.ts'
import { collectionRoutes } from './pages/collection-routes.ts'
import { dataRoutes } from './pages/data-routes.ts'
import { frontRoutes } from './pages/front-routes.ts'
import { invitationRoutes } from './pages/invitation-routes.ts'
import { liveRoutes } from './pages/live-routes.ts'
import { practiceRoutes } from './pages/practice-routes.ts'
import { recordRoutes } from './pages/record-routes.ts'
import { createTakeRates, takeAwayRoutes } from './pages/take-away-routes.ts'
import { openVisits, type PageDeps } from './pages/visit.ts'
import { openPages, registerPages } from './platform/pages.ts'

/** Every address with a page, in the three languages. What a room knows of a page comes from the same router as the API's answers. */
export async function registerPageRoutes(app: FastifyInstance, deps: PageDeps): Promise<void> {
  const pages = await openPages()
  await registerPages(app, { pages, origin: deps.rooms.address })
  const visits = openVisits({ ...deps, pages })
  const rates = createTakeRates()
  app.addHook('onClose', async () => deps.rooms.practices.takeAway.close())

  for (const locale of LOCALES) {
    await app.register(
      async (at) => {
        frontRoutes(at, locale, visits)
        practiceRoutes(at, locale, visits)
        collectionRoutes(at, locale, visits)
        dataRoutes(at, locale, visits)
        takeAwayRoutes(at, locale, visits, rates)
        recordRoutes(at, locale, visits, rates)
        liveRoutes(at, locale, visits)
        invitationRoutes(at, locale, visits)
        appRoutes(at, locale, visits)
      },
      { prefix: `/${locale}` },
    )
  }

  app.setNotFoundHandler((request, reply) => {
    const asksForPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (!asksForPage)
      return reply
        .code(404)
        .send({ error: { code: -32004, message: 'not-found', data: { refusal: { code: 'not-found' } } } })
    const first = request.url.split('/')[1]?.split('?')[0] as Locale
    const locale = LOCALES.includes(first) ? first : localeFrom(request.headers['accept-language'])
    return visits.say(reply, locale, 'not-found')
  })
}
