import type { Common, HeadParts, Locale, PublicBundle, PublicPage, PublicView } from '@academy/contract'
import type { JSX } from 'solid-js'
import { renderToString } from 'solid-js/web'
import { ROUTES as appRoutes, routeOf } from '../shell/route-table.ts'
import { CollectionPage } from './CollectionPage.tsx'
import { Frame } from './Frame.tsx'
import { FrontPage } from './FrontPage.tsx'
import { headOf } from './head.ts'
import { InvitePage } from './InvitePage.tsx'
import { JoinPage } from './JoinPage.tsx'
import { LivePage } from './LivePage.tsx'
import { learningResource } from './learning-resource.ts'
import { MessagePage } from './MessagePage.tsx'
import { PracticePage } from './PracticePage.tsx'
import { PracticesPage } from './PracticesPage.tsx'
import { practiceMeta, shownOf } from './rows.tsx'
import { shellBody } from './shell-band.tsx'
import { styleOf } from './styles.ts'
import { inLocale, WORDS } from './words.ts'

type Written = Omit<HeadParts, 'at'> & {
  body: () => JSX.Element
  /** The same for machines, in words of Schema.org. */
  data?: object
}

const message = (title: string, why: string, locale: Locale, { signedIn }: Common, again?: string): Written => ({
  title,
  description: why,
  hidden: true,
  body: () => <MessagePage title={title} why={why} locale={locale} again={again} signedIn={signedIn} />,
})

/** What each page is called and what it says, by its name. */
const PAGES: { [P in PublicPage]: (view: PublicView<P>, locale: Locale) => Written } = {
  front: (view, locale) => ({
    title: WORDS[locale].shell.academy,
    description: WORDS[locale].public.frontLead,
    body: () => <FrontPage view={view} locale={locale} />,
  }),
  practices: (view, locale) => ({
    title: WORDS[locale].public.practices,
    description: WORDS[locale].public.practicesLead,
    // One list for search engines; what a person sifted is theirs.
    hidden: Boolean(view.at.search),
    fed: true,
    body: () => <PracticesPage view={view} locale={locale} />,
  }),
  practice: (view, locale) => ({
    title: shownOf(view).title,
    description: `${practiceMeta(view.practice, locale)}. ${shownOf(view).purpose}`,
    kind: 'article',
    fed: true,
    data: learningResource(view, locale),
    body: () => <PracticePage view={view} locale={locale} />,
  }),
  collection: (view, locale) => {
    const { public: words } = WORDS[locale]
    const { collection, total } = view.found
    const by = `${words.collectedBy(collection.by ?? words.someone)} · ${words.collected(total)}`
    return {
      title: collection.title,
      description: collection.note ? `${by}. ${collection.note}` : by,
      // For those its owner gave the link to.
      hidden: true,
      body: () => <CollectionPage view={view} locale={locale} />,
    }
  },
  join: (view, locale) => ({
    title: view.door ? inLocale(view.door.session.title, locale).text : WORDS[locale].public.joinTitle,
    description: view.door ? WORDS[locale].public.howLiveWhy : WORDS[locale].public.joinLead,
    hidden: view.door !== null,
    body: () => <JoinPage view={view} locale={locale} />,
  }),
  live: (view, locale) => ({
    title: inLocale(view.opened.session.title, locale).text,
    description: WORDS[locale].public.howLiveWhy,
    hidden: true,
    body: () => <LivePage view={view} locale={locale} />,
  }),
  invite: (view, locale) => {
    const { public: words, roles } = WORDS[locale]
    return {
      title: words.inviteTitle(inLocale(view.card.place.name, locale).text),
      description: words.inviteLead(view.card.inviter ?? words.inviteBySchool, roles[view.card.role]),
      hidden: true,
      body: () => <InvitePage view={view} locale={locale} />,
    }
  },
  'not-found': (view, locale) => message(WORDS[locale].faults.notFound, WORDS[locale].shell.notFoundWhy, locale, view),
  gone: (view, locale) =>
    message(
      WORDS[locale].faults.gone,
      (view.code && WORDS[locale].errors[view.code]) || WORDS[locale].faults.goneWhy,
      locale,
      view,
    ),
  fault: (view, locale) =>
    message(
      WORDS[locale].shell.fault,
      (view.code && WORDS[locale].errors[view.code]) || WORDS[locale].faults.faultWhy,
      locale,
      view,
      again(view, locale),
    ),
  offline: (view, locale) =>
    message(WORDS[locale].faults.offline, WORDS[locale].faults.offlineWhy, locale, view, again(view, locale)),
  'too-old': (view, locale) => message(WORDS[locale].public.tooOld, WORDS[locale].public.tooOldWhy, locale, view),
}

const again = (view: Common, locale: Locale) => `/${locale}${view.at.path}${view.at.search ?? ''}`

/** A whole page without script, as HTML: no hydration, no keys; its style stands inside and is allowed by `styleOf(page).source`. */
export function renderPublic<P extends PublicPage>(page: P, view: PublicView<P>, locale: Locale): string {
  const { body, data, ...head } = PAGES[page](view, locale)
  const inside = renderToString(() => (
    <Frame view={view} locale={locale}>
      {body()}
    </Frame>
  ))
  // A data block is no script, so the page's policy has nothing to allow; no text in it can end it.
  const told = data
    ? `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`
    : ''
  return `<!doctype html><html lang="${locale}"><head>${headOf(locale, { at: view.at, ...head })}<style>${styleOf(page)}</style>${told}</head><body>${inside}</body></html>`
}

const academyName = (locale: Locale) => WORDS[locale].shell.academy
const practicesTitle = (locale: Locale) => `${WORDS[locale].public.practices} · ${WORDS[locale].shell.academy}`

export { academyName, appRoutes, headOf, practicesTitle, routeOf, shellBody, styleOf }

;({ renderPublic, academyName, appRoutes, headOf, practicesTitle, routeOf, shellBody, styleOf }) satisfies PublicBundle
