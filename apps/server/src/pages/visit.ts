import {
  AcademyError,
  ERROR_KINDS,
  type ErrorCode,
  type Locale,
  type PageAt,
  type PublicPage,
  type PublicView,
} from '@academy/contract'
import { TRPCError } from '@trpc/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Rooms } from '../open-rooms.ts'
import { HTTP_STATUS, isFault, toRefusal } from '../platform/errors-to-wire.ts'
import { createKeptAnswers, sendKept } from '../platform/kept-answers.ts'
import { isTooOld, type Pages, SECURITY_HEADERS, type ShellParts, sendPage } from '../platform/pages.ts'
import { type Context, createCaller } from '../platform/trpc.ts'

export interface PageDeps {
  rooms: Rooms
  /** Who asks, with `asked` calls counted against them. */
  contextOf(request: FastifyRequest, reply: FastifyReply, asked: number): Promise<Context>
}

/** One request for a page: who asks, and the academy's router answering as them. */
export interface Visit {
  ctx: Context
  locale: Locale
  /** The address without its language. */
  path: string
  ask: ReturnType<ReturnType<typeof openVisits>['callerFor']>
}

export type Visits = ReturnType<typeof openVisits>

/** What page routes share: asking the router as the visitor, and sending pages. */
export function openVisits({ rooms, contextOf, pages }: PageDeps & { pages: Pages }) {
  const callerFor = createCaller(rooms.router)
  const kept = createKeptAnswers(rooms.sharedChanges)

  async function begin(request: FastifyRequest, reply: FastifyReply, locale: Locale): Promise<Visit> {
    const ctx = await contextOf(request, reply, 1)
    // A page is no browser's script: it speaks the contract it was built with, and as whoever the cookie says.
    const pageCtx: Context = { ...ctx, contract: Number.POSITIVE_INFINITY, as: undefined }
    return { ctx: pageCtx, locale, path: pathOf(request, locale), ask: callerFor(pageCtx) }
  }

  const pathOf = (request: FastifyRequest, locale: Locale) => {
    const path = request.url.split('?')[0] ?? ''
    return path.slice(locale.length + 1).replace(/\/$/, '')
  }

  const at = (path: string): PageAt => ({ origin: rooms.address(), path })

  type Shown<P extends PublicPage> = Omit<PublicView<P>, 'at' | 'signedIn'> & { search?: string }

  function draw<P extends PublicPage>({ ctx, locale, path }: Visit, page: P, { search, ...rest }: Shown<P>) {
    const common = { at: { ...at(path), ...(search ? { search } : {}) }, signedIn: ctx.actor.kind === 'member' }
    return pages.publicPage(page, { ...rest, ...common } as unknown as PublicView<P>, locale)
  }

  function show<P extends PublicPage>(reply: FastifyReply, visit: Visit, page: P, view: Shown<P>, status = 200) {
    const kept = status === 200 && visit.ctx.actor.kind === 'stranger'
    return sendPage(reply, draw(visit, page, view), { status, kept })
  }

  /** A page that is the same for every stranger: drawn once, until anything it shows changes. Nobody else's is ever kept. */
  async function showKept<P extends PublicPage>(
    reply: FastifyReply,
    visit: Visit,
    page: P,
    viewOf: () => Promise<Shown<P>>,
    /** Which of the pages at this address. */
    variant = '',
  ) {
    const { ctx, locale, path } = visit
    if (ctx.actor.kind !== 'stranger') return show(reply, visit, page, await viewOf())
    if (ctx.refusal) throw ctx.refusal
    const answer = await kept(`${page} /${locale}${path} ${variant}`, async () => {
      const { html, csp } = draw(visit, page, await viewOf())
      const headers = { ...SECURITY_HEADERS, 'content-security-policy': csp, 'x-academy-page': 'public' }
      return { body: html, type: 'text/html; charset=utf-8', headers }
    })
    return sendKept(reply.request, reply, answer)
  }

  function shell(reply: FastifyReply, { locale, path }: Visit, entry: 'app' | 'live', parts: Omit<ShellParts, 'at'>) {
    return sendPage(reply, pages.appShell(entry, locale, { at: at(path), ...parts }))
  }

  /** A page that only says what happened; its ways are those of whoever sits here. */
  async function say(
    reply: FastifyReply,
    locale: Locale,
    page: 'not-found' | 'gone' | 'fault' | 'too-old',
    code?: ErrorCode,
  ) {
    const usual = { 'not-found': 404, gone: 410, fault: 500, 'too-old': 200 }[page]
    const status = page === 'fault' && code ? statusOf(code) : usual
    const signedIn = await rooms.members.identify(reply.request.headers.cookie).then(
      ({ actor }) => actor.kind === 'member' && page !== 'too-old',
      () => false,
    )
    const { method } = reply.request
    // "Try again" means this page, where there is one to open.
    const path = page === 'fault' && method === 'GET' ? pathOf(reply.request, locale) : ''
    const view = { at: at(path), signedIn, code: code ?? null } as PublicView<typeof page>
    return sendPage(reply, pages.publicPage(page, view, locale), { status })
  }

  /** A refusal as the page it deserves. Strangers who may see it after signing in are led there, and back. */
  function refuse(reply: FastifyReply, visit: Visit, error: unknown) {
    const { code, retryAfter } = toRefusal(error)
    if (isFault(error)) {
      reply.log.error({ err: error }, 'page')
      return say(reply, visit.locale, 'fault')
    }
    if (code === 'signed-out') return toSignIn(reply, visit)
    const kind = ERROR_KINDS[code]
    // Not "no such page": it is there again in a moment.
    if (kind === 'too-many') return say(reply.header('retry-after', retryAfter ?? 10), visit.locale, 'fault', code)
    return say(reply, visit.locale, kind === 'gone' ? 'gone' : 'not-found', code)
  }

  /**
   * Title and first data of an app's page: who sits here, and the answers it would ask for first, under the name the browser looks for
   * (`firstKey` of the web). `known` are answers already had.
   */
  async function withFirst(
    visit: Visit,
    queries: readonly (readonly [path: string, input?: unknown])[],
    known: Record<string, readonly [input: unknown, answer: unknown]> = {},
  ): Promise<{ title: string; firstData: Record<string, unknown> }> {
    const firstData: Record<string, unknown> = {}
    const keep = (path: string, input: unknown, answer: unknown) => {
      firstData[input === undefined ? path : `${path} ${JSON.stringify(input)}`] = answer
    }
    for (const [path, [input, answer]] of Object.entries(known)) keep(path, input, answer)
    await Promise.all([
      visit.ask.members.who().then((who) => keep('members.who', undefined, who)),
      ...queries.map(async ([path, input]) => {
        const [room = '', procedure = ''] = path.split('.')
        const ask = (visit.ask as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[
          room
        ]?.[procedure]
        keep(path, input, await ask?.(input))
      }),
    ])
    return { title: pages.academyName(visit.locale), firstData }
  }

  const toSignIn = (reply: FastifyReply, { locale, path }: Visit) =>
    reply.redirect(`/${locale}/sign-in?to=${encodeURIComponent(`/${locale}${path}`)}`, 303)

  return {
    rooms,
    callerFor,
    begin,
    show,
    showKept,
    kept,
    at,
    academyName: pages.academyName,
    practicesTitle: pages.practicesTitle,
    shell,
    say,
    refuse,
    toSignIn,
    withFirst,
    isTooOld,
  }
}

/** Runs a form's deed; answers its refusal's code, and which fields it names, instead of throwing it. Faults are thrown. */
export async function tried<T>(
  deed: Promise<T>,
): Promise<{ done: T; error: null } | { done: null; error: ErrorCode; fields: readonly string[] }> {
  try {
    return { done: await deed, error: null }
  } catch (error) {
    if (!(error instanceof TRPCError || error instanceof AcademyError) || isFault(error)) throw error
    const { code, fields = [] } = toRefusal(error)
    return { done: null, error: code, fields }
  }
}

export const statusOf = (code: ErrorCode): number => HTTP_STATUS[ERROR_KINDS[code]]

/** One text field of a form; anything else a browser might send is empty. */
export const field = (body: unknown, name: string): string => {
  const value = (body as Record<string, unknown> | null | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}

/** Who asks for the page without script, or has a browser that needs it. */
export const isSimple = (visits: Visits, request: FastifyRequest) =>
  field(request.query, 'simple') === '1' || visits.isTooOld(String(request.headers['user-agent'] ?? ''))
