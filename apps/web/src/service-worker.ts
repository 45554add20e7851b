declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

/** Every script and style of this build; a name holds the hash of what is in it. */
const PARTS = self.__WB_MANIFEST.map((part) => `/${part.url}`)

const hash = [...PARTS.join()].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) >>> 0, 5381).toString(36)
/** The program itself, one cache per version, without anybody's data. */
const PROGRAM = `program-${hash}`
/** Public pages one has seen, the same for everybody. */
const PAGES = 'pages'
const PAGES_KEPT = 30
/** On a line that hangs, what is kept is shown after so long; without anything kept the line is waited for. */
const PATIENCE = 6_000

const TONGUES = ['kk', 'ru', 'en'] as const
type Tongue = (typeof TONGUES)[number]
const tongueOf = (url: string): Tongue | undefined =>
  /^\/(kk|ru|en)(\/|$)/.exec(new URL(url).pathname)?.[1] as Tongue | undefined
const belongsTo = (part: string): string | undefined => /^\/assets\/(kk|ru|en)-/.exec(part)?.[1]

const shellsOf = (tongue: Tongue) => ['shell/app', 'shell/live', 'offline'].map((page) => `/${tongue}/${page}`)

/** One after the other: whoever is reading has the line first. What an older version has already is not fetched again. */
async function keep(urls: readonly string[]) {
  const program = await caches.open(PROGRAM)
  for (const url of urls) {
    if (await program.match(url)) continue
    const had = url.startsWith('/assets/') ? await caches.match(url) : undefined
    if (had) await program.put(url, had)
    else await program.add(new Request(url, url.startsWith('/assets/') ? {} : { cache: 'no-cache' }))
  }
}

/** All that is needed to open any page in a language without a line. */
const keepTongue = (tongue: Tongue) =>
  keep([...shellsOf(tongue), ...PARTS.filter((part) => (belongsTo(part) ?? tongue) === tongue)])

async function tonguesInUse(): Promise<Tongue[]> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  // A new version also brings the languages the last one had.
  const kept = await Promise.all(
    TONGUES.map(async (tongue) => ((await caches.match(`/${tongue}/shell/app`)) ? tongue : [])),
  )
  return [...new Set([...open.map((client) => tongueOf(client.url) ?? 'kk'), ...kept.flat()])]
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      for (const tongue of await tonguesInUse()) await keepTongue(tongue)
    })(),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('program-') && name !== PROGRAM) await caches.delete(name)
      }
      await self.registration.navigationPreload?.enable()
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') void self.skipWaiting()
  // Switched in place: no page was asked for in the other language, and yet it must open without a line.
  const tongue = event.data?.tongue
  if (tongue === 'kk' || tongue === 'ru' || tongue === 'en') event.waitUntil(keepTongue(tongue).catch(() => {}))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(part(event))
  else if (request.mode === 'navigate') event.respondWith(page(event))
  // Calls, the socket and files are none of ours: an answer from yesterday is worse than none.
})

async function part({ request }: FetchEvent): Promise<Response> {
  // A part that could not come once is asked for with something behind its name.
  const kept = await caches.match(request, { ignoreSearch: true })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await (await caches.open(PROGRAM)).put(request, response.clone()).catch(() => {})
  return response
}

async function page(event: FetchEvent): Promise<Response> {
  const line = fromLine(event)
  // Whatever becomes of it is looked at below; here it only must not count as unhandled while what is kept is looked up.
  line.catch(() => {})
  const spare = await fromPhone(event.request.url)
  if (!spare) return line
  const late = new Promise<Response>((show) => setTimeout(() => show(spare), PATIENCE))
  return Promise.race([line.catch(() => spare), late])
}

async function fromLine(event: FetchEvent): Promise<Response> {
  const response = ((await event.preloadResponse) as Response | undefined) ?? (await fetch(event.request))
  // A proxy speaks for a server that is not there.
  if (response.status >= 502 && response.status <= 504) throw new TypeError('no server')
  if (response.ok && response.headers.get('x-academy-page') === 'public') {
    event.waitUntil(keepPage(event.request.url, response.clone()).catch(() => {}))
  }
  return response
}

async function keepPage(url: string, response: Response) {
  const pages = await caches.open(PAGES)
  await pages.delete(url)
  await pages.put(url, response)
  const keys = await pages.keys()
  for (const old of keys.slice(0, -PAGES_KEPT)) await pages.delete(old)
}

/** What can be shown without a line: the page as it was last seen, or the app, which knows what was seen in it; else that there is none. */
async function fromPhone(address: string): Promise<Response | undefined> {
  const seen = await (await caches.open(PAGES)).match(address)
  if (seen) return seen
  const program = await caches.open(PROGRAM)
  const { pathname, search } = new URL(address)
  const tongue = tongueOf(address)
  if (!tongue) {
    for (const any of TONGUES) {
      if (pathname === '/' && (await program.match(`/${any}/shell/app`))) return Response.redirect(`/${any}/home`)
    }
    return undefined
  }
  const path = pathname.slice(3)
  // Pages that only the server can answer.
  const served = /^(\/join|\/invite\/.*|\/shell\/.*|\/?)$/.test(path)
  const shell = served ? 'offline' : /^\/live\/[^/]+$/.test(path) ? 'shell/live' : 'shell/app'
  const own = await program.match(`/${tongue}/${shell}`)
  if (own) return own
  // Never opened in this language: better the same page in one that is here than the browser's own "no connection".
  for (const any of TONGUES) {
    if (await program.match(`/${any}/${shell}`)) return Response.redirect(`/${any}${path}${search}`)
  }
  return undefined
}

export {}
