import { type Accessor, batch, type Component, createContext, createSignal, useContext } from 'solid-js'
import { namedWords, needWords } from '../locale/locale.ts'
import type { RouteEntry } from './route-table.ts'
import { keepScroll, restoreScroll } from './scroll.ts'

/** The page that is shown. It stays while only its parameters change, and while the next one's part is still on its way. */
export interface Page {
  entry: RouteEntry | undefined
  component: Component
  params: Accessor<Params>
  setParams: (params: Params) => void
}
export type Params = Readonly<Record<string, string>>
type Place = Pick<Location, 'pathname' | 'search' | 'hash'>

export interface NavigateOptions {
  /** Takes the place of the present entry of the history: Back does not come here again. */
  replace?: boolean
  /** False: the reader stays where they are on the page. */
  scroll?: boolean
}

type PageMap = typeof import('./page-map.ts')
let map: PageMap | undefined
/** All pages there are. The first one does without: the server names it, and the map comes after it. */
const bringMap = async (): Promise<PageMap> => {
  map = await import('./page-map.ts')
  return map
}

/** The page this document was made for, and where its part is. Not in what stands on the phone for any address. */
function namedByServer(): { entry: RouteEntry; file: string } | undefined {
  const link = document.querySelector<HTMLLinkElement>('link[data-page]')
  const [path = '', part = ''] = link?.dataset.page?.split(' ') ?? []
  return link ? { entry: { path, part, words: namedWords() }, file: link.href } : undefined
}

const read = (): Place => ({ pathname: location.pathname, search: location.search, hash: location.hash })
const same = (a: Place, b: Place) => a.pathname === b.pathname && a.search === b.search && a.hash === b.hash
const withoutLocale = (pathname: string) => pathname.replace(/^\/(kk|ru|en)(?=\/|$)/, '').replace(/(?<=.)\/$/, '')

const [place, setPlace] = createSignal<Place>(read(), { equals: same })
const [page, setPage] = createSignal<Page>()

/** The page to show; undefined until the first one's part has come. */
export { page }

/** Parameters of a path by its pattern. */
const paramsOf = ({ path }: RouteEntry, given: string): Params => {
  const values = given.split('/')
  return Object.fromEntries(
    path.split('/').flatMap((part, at) => (part[0] === ':' ? [[part.slice(1), decode(values[at] ?? '')]] : [])),
  )
}
const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What says that there is nothing here, or no line to where it is. */
const said = async (name: 'NotFoundPage' | 'OfflinePage'): Promise<Component> => {
  const [module] = await Promise.all([import('./FaultPage.tsx'), needWords('faults')])
  return module[name]
}

/** Pages that only the server has. The app stands at their address only when the phone has put it there, without a line. */
const isServed = (path: string) => /^(|\/join|\/invite\/.*|\/live\/[^/]+)$/.test(path)

async function partOf(entry: RouteEntry | undefined, path: string, file?: string): Promise<Component> {
  if (!entry) return said(isServed(path) ? 'OfflinePage' : 'NotFoundPage')
  const part = file ? import(/* @vite-ignore */ file) : map?.parts[`../${entry.part}.tsx`]?.()
  const [module] = await Promise.all([part, needWords(...entry.words)])
  return module?.[entry.part.slice(entry.part.indexOf('/') + 1)] as Component
}

let turn = 0

/** The page one leaves says at once that the press was felt, however long the next one is on its way. */
const going = (on: boolean) => {
  const main = document.getElementById('main')
  if (main) main.ariaBusy = on ? 'true' : null
}

/** Shows what stands at the present address. Of several asked for quickly only the last is shown. */
async function show(named?: ReturnType<typeof namedByServer>): Promise<boolean> {
  const mine = ++turn
  const path = withoutLocale(location.pathname)
  let entry = named?.entry
  let component: Component
  going(true)
  try {
    entry ??= (map ?? (await bringMap())).routeOf(path)
    if (mine !== turn) return false
    const held = page()
    if (held && entry && held.entry?.path === entry.path) {
      const params = paramsOf(entry, path)
      batch(() => {
        setPlace(read())
        held.setParams(params)
      })
      going(false)
      return true
    }
    setPlace(read())
    component = await partOf(entry, path, named?.file)
  } catch (fault) {
    // Shown where a page that falls is shown.
    component = () => {
      throw fault
    }
  }
  if (mine !== turn) return false
  going(false)
  const [params, setParams] = createSignal<Params>(entry ? paramsOf(entry, path) : {})
  setPage({ entry, component, params, setParams })
  return true
}

/** Goes to an address of the app, or leaves it for one that is the server's. */
export async function navigate(to: string, { replace = false, scroll = true }: NavigateOptions = {}): Promise<void> {
  const url = new URL(to, location.href)
  going(true)
  const pages = map ?? (await bringMap().catch(() => undefined))
  if (url.origin !== location.origin || !pages?.routeOf(withoutLocale(url.pathname))) {
    if (replace) location.replace(url)
    else location.assign(url)
    return
  }
  keepScroll()
  if (replace) history.replaceState(history.state, '', url)
  else history.pushState(null, '', url)
  if ((await show()) && scroll) {
    const target = url.hash && document.getElementById(decode(url.hash.slice(1)))
    if (target) target.scrollIntoView()
    else scrollTo(0, 0)
  }
}

/** A press on a link of ours, meant for this tab and no other program. */
function linkOf(event: MouseEvent): URL | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey)
    return
  const link = (event.target as Element | null)?.closest?.('a')
  if (!link?.href || link.target || link.hasAttribute('download') || link.relList.contains('external')) return
  const url = new URL(link.href)
  // To a place on this very page: the browser does that by itself.
  const here = url.hash && url.pathname === location.pathname && url.search === location.search
  const ours = url.origin === location.origin && !here
  // Before the map has come every link of ours is taken for a page: what is not one is then left for as it would have been.
  return ours && (!map || map.routeOf(withoutLocale(url.pathname))) ? url : undefined
}

/** Takes over links and the history, and shows the first page. */
export async function startRouter(): Promise<void> {
  history.scrollRestoration = 'manual'
  document.addEventListener('click', (event) => {
    const url = linkOf(event)
    if (!url) return
    event.preventDefault()
    void navigate(url.href, { replace: url.href === location.href })
  })
  addEventListener('popstate', () => {
    // A sheet that was closed by Back: the page under it is the same.
    if (same(place(), read())) return
    void show().then((shown) => shown && restoreScroll())
  })
  addEventListener('pagehide', keepScroll)
  await show(namedByServer())
  restoreScroll()
  setTimeout(() => void bringMap().catch(() => {}))
}

export const PageContext = createContext<Page>()

/** Parameters of the page one is in: `useParams().id`. They change while the page stays, when a link leads to its like. */
export const useParams = <T extends Params = Params>(): T => {
  const here = useContext(PageContext)
  return new Proxy({} as T, { get: (_, name) => here?.params()[name as string] })
}

const here = {
  get pathname() {
    return place().pathname
  },
  get search() {
    return place().search
  },
  get hash() {
    return place().hash
  },
}
export const useLocation = (): Readonly<Place> => here

export const useNavigate = () => navigate

/** What stands behind the question mark, and a way to change some of it: undefined takes a name out. */
export function useSearchParams<T extends Partial<Record<string, string>>>() {
  const params = new Proxy({} as T, {
    get: (_, name) => new URLSearchParams(place().search).get(name as string) ?? undefined,
  })
  const set = (change: Partial<Record<keyof T, string | undefined>>, options?: NavigateOptions) => {
    const next = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined) next.delete(name)
      else next.set(name, String(value))
    }
    const search = next.size ? `?${next}` : ''
    void navigate(`${location.pathname}${search}${location.hash}`, { scroll: false, ...options })
  }
  return [params, set] as const
}
