import type { ErrorCode, Locale } from '@academy/contract'
import { type Accessor, batch, createSignal } from 'solid-js'
import type { Group, LaterGroup, LocaleWords, Words } from './words.ts'

const LOADERS: Record<Locale, () => Promise<LocaleWords>> = {
  kk: () => import('./kk/index.ts').then((module) => module.words),
  ru: () => import('./ru/index.ts').then((module) => module.words),
  en: () => import('./en/index.ts').then((module) => module.words),
}

export const TONGUES = Object.keys(LOADERS) as Locale[]

export const isLocale = (text: string | undefined): text is Locale => text !== undefined && Object.hasOwn(LOADERS, text)

const [locale, setLocale] = createSignal<Locale>('kk')
const [words, setWords] = createSignal<Partial<Words>>({})
/** Groups some page has asked for: a switch of language brings all of them before anything changes on the screen. */
const wanted = new Set<LaterGroup>()

export { locale }

const links = (what = '') => [...document.querySelectorAll<HTMLLinkElement>(`link[data-words${what}]`)]

/** Groups of the page this document was made for. */
export const namedWords = () => links().map((link) => link.dataset.words as LaterGroup)

const load = async (to: Locale): Promise<Partial<Words>> => {
  const { base, later } = await LOADERS[to]()
  const loaded = await Promise.all(
    [...wanted].map(async (group) => {
      // A participant's page has the words it needs in the base.
      const [named] = import.meta.env.MODE === 'live' ? [] : links(`=${group}][href^="/assets/${to}-"`)
      return named ? import(/* @vite-ignore */ named.href) : (await later())[group]?.()
    }),
  )
  return Object.assign({}, ...loaded, base)
}

/** The language that is shown, or is about to be. */
let target: Locale = 'kk'
let switching: Promise<void> = Promise.resolve()
let turn = 0

/** Brings the words of a route, in the language of the page. */
export async function needWords(...groups: LaterGroup[]): Promise<void> {
  for (const group of groups) wanted.add(group)
  if (target === locale() && groups.every((group) => words()[group])) return
  const asked = target
  const loaded = await load(asked)
  // What is about to be shown brings these groups too.
  await switching.catch(() => {})
  if (asked === locale()) setWords((held) => ({ ...held, ...loaded }))
}

/** Changes the language in place: nothing is built anew, so what one has typed and where one was stay. */
export function switchWords(to: Locale): Promise<void> {
  const mine = ++turn
  target = to
  switching = (async () => {
    try {
      let loaded = await load(to)
      // A page that came up while these were on the way may have asked for more.
      while ([...wanted].some((group) => !loaded[group])) loaded = await load(to)
      if (mine !== turn) return
      batch(() => {
        setLocale(to)
        setWords(loaded)
      })
      document.documentElement.lang = to
    } catch (fault) {
      if (mine === turn) target = locale()
      throw fault
    }
  })()
  return switching
}

/** The words of a group, as a function to call where they are shown: `const words = useWords('live')`, `{words().ask}`. */
export function useWords<G extends Group>(group: G): Accessor<Words[G]> {
  return () => {
    const found = words()[group]
    // A fault of ours: the route did not name the group.
    if (!found) throw new Error(`words of "${group}" were not brought`)
    return found as Words[G]
  }
}

/** What to say of a refusal. The sentences are fetched with the first one where the page did not bring them; until then it is empty. */
export const errorWord = (code: ErrorCode): string => {
  // A participant's page has neither practices nor files, and does not carry the question.
  const away = import.meta.env.MODE !== 'live' && /^(file|practice|review)s/.exec(code)
  const group = away ? (away[1] === 'review' ? 'reviewErrors' : 'practiceErrors') : 'errors'
  const found = words()[group] as Record<string, string> | undefined
  if (!found) void needWords(group).catch(() => {})
  return found?.[code] ?? ''
}

/** An address in the language of the page: `href={to('/rooms')}`. */
export const to = (path: string): string => `/${locale()}${path}`

/** The same place in another language: path under the other prefix, search and hash kept. */
export const samePlace = (other: Locale, { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>) =>
  `${pathname.replace(/^\/(kk|ru|en)(?=\/|$)/, `/${other}`)}${search}${hash}`
