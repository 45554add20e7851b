import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type HeadParts,
  LOCALES,
  type Locale,
  type PublicBundle,
  type PublicPage,
  type PublicView,
  type WhoView,
} from '@academy/contract'
import { localeFrom } from '@academy/language'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { nameAll } from './route-list.ts'

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}
type Manifest = Record<string, Chunk>

const ENTRIES = ['app', 'live'] as const
type Entry = (typeof ENTRIES)[number]

const isBase = (key: string, entry: Entry) =>
  key === `${entry}.html` || (key.startsWith(`_${entry}-base-`) && key.endsWith('.js'))

/** A part of the build with everything it imports at once. */
function withImports(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || found.has(key)) return found
  found.add(key)
  for (const next of chunk.imports ?? []) withImports(manifest, next, found)
  return found
}
const filesOf = (manifest: Manifest, keys: Iterable<string>) => [...keys].flatMap((key) => manifest[key]?.file ?? [])
const cssOf = (manifest: Manifest, keys: Iterable<string>) => [
  ...new Set([...keys].flatMap((key) => manifest[key]?.css ?? [])),
]

/** `practiceErrors` stands in `practice-errors.ts`. */
const wordsFile = (locale: Locale, group: string) =>
  `src/locale/${locale}/${group.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}.ts`

/** Does a member sit here, by what the page brings along? */
const isMember = (firstData: Record<string, unknown> | undefined) =>
  Boolean((firstData?.['members.who'] as WhoView | undefined)?.me)

/** A page ready to send with its policy. */
export interface Page {
  html: string
  csp: string
}

export interface ShellParts extends Pick<HeadParts, 'at' | 'title'> {
  /** Answers the page would ask for first, by `firstKey(path, input)`, and `me`. */
  firstData?: Record<string, unknown>
}

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../../web/dist')
const INLINE_SCRIPT_END = /</g

/** One policy for every page: nothing but our own, and of inline styles only those whose hashes are named. */
const csp = (...styles: string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styles.map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`).join(' ')}`.trim(),
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** What every answer with a page carries besides its policy. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  // Links to a session or an invitation hold a key: it must not travel to other sites.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), browsing-topics=()',
} as const

/** Browsers that cannot run the app's script; they get the pages without script. What cannot be read is taken for new. */
export function isTooOld(userAgent: string): boolean {
  const version = (name: RegExp) => Number(name.exec(userAgent)?.[1] ?? Number.NaN)
  if (/Opera Mini|Trident|MSIE /.test(userAgent)) return true
  const chrome = version(/Chrom(?:e|ium)\/(\d+)/)
  if (!Number.isNaN(chrome)) return chrome < 114
  const firefox = version(/Firefox\/(\d+)/)
  if (!Number.isNaN(firefox)) return firefox < 125
  // On iOS every browser is Safari underneath, and its version is the system's.
  const ios = version(/(?:iPhone|iPad|iPod).*? OS (\d+)_/)
  if (!Number.isNaN(ios)) return ios < 17
  return version(/Version\/(\d+)[\d.]* .*Safari/) < 17
}

export type Pages = Awaited<ReturnType<typeof openPages>>

/** Reads what the web build made. Without it there is nothing to show, so the server does not start. */
export async function openPages(folder = dist) {
  const bundle = join(folder, 'public/public.js')
  const manifestOf = (entry: Entry) => join(folder, `client/.vite/${entry}.json`)
  if (![bundle, ...ENTRIES.map(manifestOf)].every((file) => existsSync(file))) {
    throw new Error(`The web pages are not built (${folder} is missing or incomplete). Run: pnpm build`)
  }
  const web = (await import(pathToFileURL(bundle).href)) as PublicBundle

  const entries = Object.fromEntries(
    ENTRIES.map((entry) => {
      const manifest = JSON.parse(readFileSync(manifestOf(entry), 'utf8')) as Manifest
      // What an entry starts with is one file, which the bundler names after the entry or after the group it was told to make.
      const base = Object.keys(manifest).find((key) => isBase(key, entry)) ?? ''
      const keys = withImports(manifest, base)
      const main = manifest[base]?.file
      if (!main) throw new Error(`The web build has no entry "${entry}". Run: pnpm build`)
      const style = cssOf(manifest, keys)
        .map((file) => readFileSync(join(folder, 'client', file), 'utf8'))
        .join('')
      return [entry, { manifest, keys, main, style, csp: csp(style) }]
    }),
  ) as Record<Entry, { manifest: Manifest; keys: Set<string>; main: string; style: string; csp: string }>
  const publicCsp = new Map<string, string>()

  function publicPage<P extends PublicPage>(page: P, view: PublicView<P>, locale: Locale): Page {
    const style = web.styleOf(page)
    const policy = publicCsp.get(style) ?? csp(style)
    publicCsp.set(style, policy)
    return { html: web.renderPublic(page, view, locale), csp: policy }
  }

  /** The page of the app (with its router) or of a session's participant: the script does the rest with the first data. */
  function appShell(entry: Entry, locale: Locale, { firstData, ...head }: ShellParts): Page {
    const { manifest, keys, main, style, csp } = entries[entry]
    const route = entry === 'live' ? undefined : web.routeOf(head.at.path)
    const later = new Set<string>()
    /** What the script finds by its name in the page, before it has the map of all pages and words. */
    const marks = new Map<string | undefined, string>()
    const bring = (key: string, mark = '') => {
      withImports(manifest, key, later)
      marks.set(manifest[key]?.file, mark)
    }
    bring(`src/locale/${locale}/${entry === 'live' ? 'participant' : 'index'}.ts`)
    for (const group of route?.words ?? []) bring(wordsFile(locale, group), ` data-words="${group}"`)
    if (route) bring(`src/${route.part}.tsx`, ` data-page="${route.path} ${route.part}"`)
    const files = [...new Set([...filesOf(manifest, keys), ...filesOf(manifest, later)])].filter(
      (file) => file !== main,
    )
    const sheets = cssOf(
      manifest,
      [...later].filter((key) => !keys.has(key)),
    )
    const simple = `/${locale}${head.at.path}?simple=1`
    const html = [
      `<!doctype html><html lang="${locale}"><head>`,
      web.headOf(locale, { ...head, description: '' }),
      // The academy is put among the phone's apps from the app.
      entry === 'app'
        ? `<link rel="manifest" href="/${locale}/app.webmanifest"><link rel="apple-touch-icon" href="/icon-180.png">`
        : '',
      // Without script a session is read, asked and supported on its plain page.
      entry === 'live' && head.at.path
        ? `<noscript><meta http-equiv="refresh" content="0;url=${simple}"></noscript>`
        : '',
      `<style>${style}</style>`,
      ...sheets.map((file) => `<link rel="stylesheet" href="/${file}">`),
      `<script type="module" src="/${main}"></script>`,
      ...files.map((file) => `<link rel="modulepreload" href="/${file}"${marks.get(file) ?? ''}>`),
      '</head><body>',
      web.shellBody(entry, locale, head.at, isMember(firstData)),
      firstData
        ? `<script type="application/json" id="first-data">${JSON.stringify(firstData).replace(INLINE_SCRIPT_END, '\\u003c')}</script>`
        : '',
      '</body></html>',
    ].join('')
    return { html, csp }
  }

  /** What a phone needs to put the academy among its apps, in the language it was met in. */
  const webManifest = (locale: Locale) => ({
    id: '/',
    name: web.academyName(locale),
    short_name: web.academyName(locale).split(' ').at(-1),
    lang: locale,
    start_url: `/${locale}/home`,
    scope: '/',
    display: 'standalone',
    background_color: '#f3f0e9',
    theme_color: '#2b251f',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'any maskable' },
    ],
  })

  return {
    publicPage,
    appShell,
    webManifest,
    academyName: web.academyName,
    practicesTitle: web.practicesTitle,
    appRoutes: web.appRoutes,
    folder,
  }
}

/** A page made elsewhere, with its one inline style. */
export const pageOf = (html: string, style: string): Page => ({ html, csp: csp(style) })

/**
 * Sends a page. What may hold what only this person sees is not kept at all: on a shared phone "back" would show it to whoever comes
 * next. What is the same for everybody is asked for again each time, for the next build has other files.
 */
export const sendPage = (reply: FastifyReply, page: Page, { status = 200, kept = false } = {}) =>
  reply
    .code(status)
    .headers(SECURITY_HEADERS)
    .header('content-security-policy', page.csp)
    .header('cache-control', kept ? 'no-cache' : 'private, no-store')
    // The service worker keeps only pages that are the same for everybody.
    .header('x-academy-page', kept ? 'public' : 'own')
    .type('text/html; charset=utf-8')
    .send(page.html)

/**
 * The files of the build, the language's door at `/`, the web manifests, and the pages without anybody's data that the service
 * worker keeps for opening without a line.
 */
export async function registerPages(app: FastifyInstance, { pages, origin }: { pages: Pages; origin: () => string }) {
  const anybody = { config: { policy: 'anybody' } } as const
  await app.register(async (files) => {
    nameAll(files, 'anybody')
    await files.register(fastifyStatic, {
      root: join(pages.folder, 'client'),
      wildcard: false,
      index: false,
      globIgnore: ['*.html*', '.vite/**', '**/*.br', '**/*.gz'],
      preCompressed: true,
      cacheControl: false,
      setHeaders(response, path) {
        // A name with a hash never means anything else.
        const forever = path.includes(`${join(pages.folder, 'client', 'assets')}`)
        response.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
        response.setHeader('x-content-type-options', 'nosniff')
      },
    })
  })

  app.get('/', anybody, (request, reply) =>
    reply
      .headers({ vary: 'accept-language', 'cache-control': 'no-cache' })
      .redirect(`/${localeFrom(request.headers['accept-language'])}`, 302),
  )

  for (const locale of LOCALES) {
    app.get(`/${locale}/app.webmanifest`, anybody, (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .type('application/manifest+json')
        .send(JSON.stringify(pages.webManifest(locale))),
    )
    app.get(`/${locale}/offline`, anybody, (_request, reply) =>
      sendPage(reply, pages.publicPage('offline', { at: { origin: origin(), path: '' } }, locale)),
    )
    for (const entry of ENTRIES) {
      app.get(`/${locale}/shell/${entry}`, anybody, (_request, reply) => {
        const title = pages.academyName(locale)
        const at = { origin: origin(), path: '' }
        return sendPage(reply, pages.appShell(entry, locale, { at, title }))
      })
    }
  }
}
