import type { CollectionPage } from './collections.ts'
import type { ErrorCode } from './errors.ts'
import type { Id } from './ids.ts'
import type { LiveOpened, LiveSessionView, QuestionView } from './live.ts'
import type { Locale } from './locale.ts'
import type { DemoDoor, InvitationCard } from './members.ts'
import type { DictionaryWord, PracticeFilters, PracticePage, PracticeRow, PracticeView } from './practices.ts'
import type { TranslationShown } from './translations.ts'
import type { TrialCounts } from './trials.ts'

/** Where a page stands, for its canonical address and its other languages. */
export interface PageAt {
  /** `https://…`, without a slash at the end. */
  origin: string
  /** Without the language, such as `/practices/01J…`; empty for the front page. */
  path: string
  /** A query that belongs to the address, such as `?q=бөлшек`. */
  search?: string
}

/** What every public page is told. */
export interface Common {
  at: PageAt
  /** The way to the app leads home instead of to the sign-in. */
  signedIn?: boolean
}

/**
 * What each public page shows. Forms post to these addresses (`:l` is the language), all of them guarded by the Origin check:
 *   POST /:l/demo                {role}                                  one-press entry
 *   POST /:l/join                {code}
 *   POST /:l/live/:id/ask        {id, body, guestName, anonymous?: on}
 *   POST /:l/live/:id/support    {id, questionId, on: 1 | 0}
 *   POST /:l/invite/:token       {id, name, loginName, password, sharedPhone?: on, consent: on}; {id} of somebody signed in
 *   GET  /:l/practices           ?q= &subject= &grade= &ungraded=on &cursor=
 *   GET  /:l/practices/:id       ?original=1
 *   GET  /:l/collections/:id     ?cursor=
 */
export interface PublicViews {
  front: { demo: readonly DemoDoor[]; sessions: readonly LiveSessionView[]; practices: readonly PracticeRow[] }
  practices: {
    asked: Pick<PracticeFilters, 'search' | 'subjects' | 'grades' | 'ungraded'>
    subjects: readonly DictionaryWord[]
    found: PracticePage
  }
  /** `original`: asked for instead of the translation that is there. */
  practice: {
    practice: PracticeView
    translation: TranslationShown | null
    original: boolean
    tried: Pick<TrialCounts, 'tries' | 'schools'>
  }
  collection: { found: CollectionPage }
  join: {
    code: string
    error: ErrorCode | null
    sessions: readonly LiveSessionView[]
    /** Somebody opened a session's link: what they would join, and the key their form sends to `POST /:l/live/:id/join` as `k`. */
    door: { session: LiveSessionView; key: string } | null
  }
  live: {
    opened: LiveOpened
    answered: readonly QuestionView[]
    /** Makes the ids of the forms, so that a form sent twice is one command. */
    newId: () => Id
    /** After a form was sent. */
    asked: boolean
    error: ErrorCode | null
    /** What was typed and not accepted stays in the form. */
    typed: { body: string; guestName: string; anonymous: boolean }
  }
  invite: {
    token: string
    card: InvitationCard
    newId: () => Id
    error: ErrorCode | null
    /** Where the mistake is: `name`, `loginName`, `password`, `consent`. */
    wrong: readonly string[]
    typed: { name: string; loginName: string; sharedPhone: boolean; consent: boolean }
  }
  'not-found': object
  gone: { code: ErrorCode | null }
  /** Why the page did not open; without a code the fault is ours. */
  fault: { code: ErrorCode | null }
  offline: object
  'too-old': object
}

export type PublicPage = keyof PublicViews
export type PublicView<P extends PublicPage = PublicPage> = PublicViews[P] & Common

/** What stands in a page's head besides its style and scripts. */
export interface HeadParts {
  at: PageAt
  title: string
  /** One or two sentences: what WhatsApp and a search engine show. Empty where neither ever comes, as in the app. */
  description: string
  /** Not for search engines: a page for one person, or one that says an error. */
  hidden?: boolean | undefined
  kind?: 'website' | 'article' | undefined
  /** What comes new can be followed from here, as a feed. */
  fed?: boolean | undefined
}

/** A page of the app: its part of the build, and the groups of words it needs. */
export interface AppRoute {
  path: string
  part: string
  words: readonly string[]
}

/** What `dist/public/public.js` exports; the server's platform/pages.ts is its only importer. */
export interface PublicBundle {
  /** A whole page as HTML that works without script; its style stands inside. */
  renderPublic<P extends PublicPage>(page: P, view: PublicView<P>, locale: Locale): string
  /** The style inside a page, to allow it by its hash. */
  styleOf(page: PublicPage): string
  headOf(locale: Locale, parts: HeadParts): string
  /** What stands in the page of an entry until the script has come. */
  shellBody(entry: 'app' | 'live', locale: Locale, at: PageAt, signedIn: boolean): string
  /** The part and the words of the app's page at a path without its language. */
  routeOf(path: string): AppRoute | undefined
  appRoutes: readonly AppRoute[]
  academyName(locale: Locale): string
  /** What the list of practices is called. */
  practicesTitle(locale: Locale): string
}
