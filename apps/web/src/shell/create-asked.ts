import type { Page, Refusal } from '@academy/contract'
import { type Accessor, createComputed, createSignal, on, onCleanup } from 'solid-js'
import { refusalOf } from '../sync/index.ts'
import { takeFirst } from './first-data.ts'
import { useSync } from './use-sync.ts'

/** What a page shows may be this old before it is asked for again when somebody comes back to it. */
const OLD = 60_000

export interface AskedOptions {
  /** Others' names and the like: shown, and not kept on the phone. */
  keep?: boolean
}

export type Asked<T> = ReturnType<typeof createAsked<T>>

/**
 * An answer of the router: what came with the page, or what the phone remembers, until the server has said it anew.
 * `key` names it (`firstKey`); a change of it asks for the other answer.
 */
export function createAsked<T>(key: Accessor<string>, ask: () => Promise<T>, { keep = true }: AskedOptions = {}) {
  const sync = useSync()
  const [value, setValue] = createSignal<T>()
  const [fault, setFault] = createSignal<Refusal>()
  let turn = 0
  let at = 0

  function show(answer: T) {
    at = Date.now()
    setValue(() => answer)
    setFault()
    if (keep) void sync.cache.remember(key(), answer)
  }
  /** Of several questions the newest counts. */
  async function again(): Promise<void> {
    const mine = ++turn
    try {
      const answer = await ask()
      if (mine === turn) show(answer)
    } catch (error) {
      if (mine === turn) setFault(refusalOf(error))
    }
  }

  createComputed(
    on(key, (name, before) => {
      const mine = ++turn
      const came = takeFirst<T>(name)
      if (came !== undefined) return show(came)
      if (before !== undefined) setValue()
      if (keep)
        void sync.cache.recall<T>(name).then((kept) => {
          if (kept !== undefined && value() === undefined && turn === mine + 1) setValue(() => kept)
        })
      void again()
    }),
  )
  const visible = () => document.visibilityState === 'visible' && Date.now() - at > OLD && void again()
  document.addEventListener('visibilitychange', visible)
  onCleanup(() => document.removeEventListener('visibilitychange', visible))
  onCleanup(sync.line.subscribe(() => sync.line.state() === 'connected' && fault() && void again()))

  return {
    value,
    /** Why the newest question was not answered; what was known before is still shown. */
    fault,
    again,
    change: (to: (now: T) => T) => setValue((now) => (now === undefined ? now : to(now))),
  }
}

/** A list that goes on: what stands there and `more` of it. */
export function createAskedPages<T>(
  key: Accessor<string>,
  ask: (cursor: string | null) => Promise<Page<T>>,
  options?: AskedOptions,
) {
  const asked = createAsked<Page<T>>(key, () => ask(null), options)
  const [busy, setBusy] = createSignal(false)
  const [stuck, setStuck] = createSignal<Refusal>()
  async function more() {
    const held = asked.value()
    if (!held?.next || busy()) return
    setBusy(true)
    try {
      const page = await ask(held.next)
      asked.change((now) => (now === held ? { items: [...now.items, ...page.items], next: page.next } : now))
      setStuck()
    } catch (error) {
      setStuck(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { ...asked, more, busy, stuck }
}
