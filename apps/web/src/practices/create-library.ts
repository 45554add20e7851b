import { LOCALES, type Locale, type PracticeFacets, type PracticePage } from '@academy/contract'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { grades, minutes } from '@academy/language/ranges'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSearchParams } from '../shell/router.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'
import { ALL_GRADES } from './all-grades.ts'

/** Long enough for a word to be typed on a phone, short enough not to be waited for. */
const PAUSE = 300
export const MINUTES = [15, 30, 45, 90] as const

/** What the address says, in the public list's words where that has them. */
type Params = Partial<Record<'q' | 'as' | Filter, string>>
const FILTERS = [
  'subject',
  'grade',
  'ungraded',
  'literacy',
  'language',
  'offline',
  'devices',
  'tried',
  'mine',
  'minutes',
] as const
export type Filter = (typeof FILTERS)[number]

export type Library = ReturnType<typeof createLibrary>

/** The list of practices and what it is sifted by; the address holds it, so that it can be sent and come back to. */
export function createLibrary() {
  const sync = useSync()
  const words = useWords('practices')
  const [params, setParams] = useSearchParams<Params>()
  // An address may name a thing twice, or a made-up one: what cannot be read is left out.
  const one = (name: keyof Params) => String([params[name] ?? ''].flat()[0] ?? '')
  const slug = () => (/^[a-z][a-z0-9-]{0,39}$/.test(one('subject')) ? one('subject') : '')
  const among = <const N extends number>(name: keyof Params, all: readonly N[]) =>
    all.find((each) => `${each}` === one(name))
  const language = () => LOCALES.find((each) => each === one('language'))

  const wish = () => {
    const grade = among('grade', ALL_GRADES)
    const most = among('minutes', MINUTES)
    const spoken = language()
    return {
      ...(one('q').trim() && { search: one('q').trim() }),
      ...(one('as') && { asTyped: true }),
      ...(slug() && { subjects: [slug()] }),
      ...(grade !== undefined && { grades: [grade] }),
      ...(spoken && { languages: [spoken] as Locale[] }),
      ...(one('ungraded') && { ungraded: true }),
      ...(one('literacy') && { functionalLiteracy: true }),
      ...(one('offline') && { offline: true }),
      ...(one('devices') && { noDevices: true }),
      ...(one('tried') && { triedLikeMine: true }),
      ...(one('mine') && { mySubjects: true }),
      ...(most !== undefined && { minutes: most }),
    }
  }
  // Without filters it is what the page came with.
  const [typing, setTyping] = createSignal(false)
  const input = () => ({ locale: locale(), limit: 20, ...wish(), ...(typing() && one('q').trim() && { typing: true }) })
  const key = createMemo(() => firstKey('practices.list', input()))
  const asked = createAsked<PracticePage>(key, () => sync.rpc.practices.list.query(input()))

  const set = (name: keyof Params, value: string | undefined) =>
    setParams({ [name]: value || undefined }, { replace: true })
  const clear = () => setParams(Object.fromEntries(FILTERS.map((name) => [name, undefined])), { replace: true })

  const [typed, setTyped] = createSignal(one('q'))
  let written = one('q')
  let pause: ReturnType<typeof setTimeout> | undefined
  function write() {
    clearTimeout(pause)
    pause = undefined
    // While the next page is on its way this one still stands, and the address is already not its own.
    if (!location.pathname.endsWith('/practices')) return
    written = typed()
    setParams({ q: typed().trim() ? typed() : undefined, as: undefined }, { replace: true })
  }
  function search(text: string, now = false) {
    setTyped(text)
    setTyping(!now)
    clearTimeout(pause)
    if (now) write()
    else pause = setTimeout(write, PAUSE)
  }
  // Whoever types and presses a row at once finds the search again by Back.
  const leaving = () => pause && write()
  document.addEventListener('click', leaving, true)
  onCleanup(() => {
    clearTimeout(pause)
    document.removeEventListener('click', leaving, true)
  })
  // A link or Back has led elsewhere; one's own typing is not put back by its echo.
  createEffect(
    on(
      () => one('q'),
      (q) => {
        if (q.trim() === written.trim()) return
        written = q
        setTyping(false)
        setTyped(q)
      },
      { defer: true },
    ),
  )

  const [busy, setBusy] = createSignal(false)
  const [stuck, setStuck] = createSignal<ReturnType<typeof refusalOf>>()
  async function more() {
    const held = asked.value()
    if (!held?.next || busy()) return
    setBusy(true)
    try {
      const page = await sync.rpc.practices.list.query({ ...input(), cursor: held.next })
      asked.change((now) => (now === held ? { ...now, items: [...now.items, ...page.items], next: page.next } : now))
      setStuck()
    } catch (error) {
      setStuck(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }

  /** The list stays while the next one is on its way: it does not jump under the finger at every letter. */
  const shown = createMemo<PracticePage | undefined>((before) => asked.value() ?? (asked.fault() ? undefined : before))
  const subjectNames = new Map<string, string>()
  const nameOf = (subject: string) => subjectNames.get(subject)
  const [named, setNamed] = createSignal(0)
  const learn = (facets: PracticeFacets) => {
    for (const { slug: known, name } of facets.subjects) subjectNames.set(known, name)
    setNamed((n) => n + 1)
  }
  const subjectName = () => {
    named()
    const inRows = asked
      .value()
      ?.items.flatMap((row) => row.subjects)
      .find((word) => word.slug === slug())
    return nameOf(slug()) ?? inRows?.name ?? words().subject
  }

  /** What is on, each with the word on its button. */
  const active = createMemo(() => {
    const say = words()
    const grade = among('grade', ALL_GRADES)
    const most = among('minutes', MINUTES)
    const spoken = language()
    const all: [Filter, string | false | undefined][] = [
      ['subject', slug() && subjectName()],
      ['grade', grade !== undefined && grades(locale(), grade)],
      ['ungraded', one('ungraded') && say.ungraded],
      ['literacy', one('literacy') && say.literacy],
      ['language', spoken && LANGUAGE_NAMES[spoken]],
      ['offline', one('offline') && say.offline],
      ['devices', one('devices') && say.noDevices],
      ['tried', one('tried') && say.triedLikeMine],
      ['mine', one('mine') && say.mySubjects],
      ['minutes', most !== undefined && say.upTo(minutes(locale(), most))],
    ]
    return all.flatMap(([name, word]) => (word ? [{ name, word }] : []))
  })

  /** What was typed and nothing else, for whoever meant it. */
  const asTyped = () => set('as', 'typed')

  return { ...asked, asTyped, shown, input, wish, one, set, clear, typed, search, active, more, busy, stuck, learn }
}
