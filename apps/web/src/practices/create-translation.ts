import type { Id, Locale, SaveTranslation, TranslationOpened } from '@academy/contract'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft, createOutbox, type Item } from '../sync/index.ts'
import { asSaved, forward, type WrittenTranslation } from './merge-translation.ts'
import { LANE } from './own-items.ts'

type SaveItem = Omit<Item, 'input'> & { input: SaveTranslation }

/** One practice's translation into a language, as the server has it. */
export function createTranslationOpened(ref: () => { practiceId: Id; language: Locale }) {
  const sync = useSync()
  return createAsked<TranslationOpened>(
    createMemo(() => firstKey('practices.translation', ref())),
    () => sync.rpc.practices.translation.query(ref()),
  )
}

/** What is written into a translation here: kept on the phone, sent by the outbox, put together with what others saved meanwhile. */
export function createTranslation(
  ref: { practiceId: Id; language: Locale },
  opened: () => TranslationOpened,
  { again, onDone }: { again: () => Promise<void>; onDone: (path: string) => void },
) {
  const sync = useSync()
  const key = `translation:${ref.practiceId}:${ref.language}`
  const [draft, setDraft] = createDraft<WrittenTranslation | null>(sync, key, null)
  const all = createOutbox(sync, LANE)
  const mine = () => all().filter(({ input }) => input.practiceId === ref.practiceId && input.language === ref.language)
  const items = (path: string) => mine().filter((item) => item.path === `practices.${path}`)
  const saves = () => items('saveTranslation') as unknown as SaveItem[]
  /** Sent or about to be, and not in what the server said yet: one goes on from there. */
  const onWay = () => saves().filter(({ state, input }) => state !== 'refused' && input.base >= opened().base)
  const refused = () => mine().filter(({ state }) => state === 'refused')
  const ahead = () => Math.max(opened().base, ...onWay().map(({ input }) => input.base + 1))

  function asWritten({ input }: SaveItem): WrittenTranslation {
    const { original, was } = opened()
    const of = input.ofVersion === original.version ? original.texts : (was ?? original.texts)
    return { texts: input.texts, base: input.base, ofVersion: input.ofVersion, of, unsettled: [], theirs: {} }
  }
  const saved = createMemo(() => {
    const last = onWay().at(-1)
    return last ? { ...asWritten(last), base: last.input.base + 1, on: last.id } : asSaved(opened())
  })
  const form = createMemo(() => forward(draft() ?? saved(), opened()))
  const [met, setMet] = createSignal(false)

  // Somebody else saved meanwhile: both are put together as soon as it is known.
  createEffect(
    on([draft, ahead], ([written, base]) => {
      if (!written || written.base >= base || refused().length) return
      void Promise.all([
        sync.rpc.practices.translation.query({ ...ref, since: written.base || null }),
        import('./when-two-wrote.ts'),
      ]).then(
        ([now, { merged }]) => {
          const held = draft()
          if (!held || held.base !== written.base) return
          setDraft(merged(forward(held, now), now))
          setMet(true)
          void again()
        },
        () => {},
      )
    }),
  )

  onCleanup(
    sync.outbox.onDone((id) => {
      const item = mine().find((one) => one.id === id)
      if (!item) return
      onDone(item.path)
      void again()
    }),
  )

  return {
    form,
    draft,
    /** Somebody else's words were put together with these. */
    met,
    onWay: () => mine().filter(({ state }) => state === 'waiting' || state === 'sending'),
    refused,
    change: (part: Partial<WrittenTranslation>) => setDraft({ ...form(), ...part }),
    startAgain(to: WrittenTranslation | null) {
      setDraft(to)
      setMet(false)
    },
    async save() {
      const { texts, base, on, ofVersion, of } = form()
      const known = Object.fromEntries(
        Object.entries(texts).flatMap(([name, text]) => (text && name in of ? [[name, text]] : [])),
      )
      await sync.outbox.put(
        'practices.saveTranslation',
        { ...ref, base, ...(on && { on }), ofVersion, texts: known },
        { lane: LANE, draft: key },
      )
      setDraft(null)
      setMet(false)
    },
    verify: (n: number) => sync.outbox.put('practices.verifyTranslation', { ...ref, n }, { lane: LANE }),
    withdraw: (n: number) => sync.outbox.put('practices.withdrawTranslation', { ...ref, n }, { lane: LANE }),
    /** What was refused comes back into the form: of several saves the last, which has the words of those before it, and of a draft on top of them that. */
    async takeBack(item: Item) {
      const back = saves().filter(({ state }) => state === 'refused')
      const last = back.at(-1)
      if (item.path !== 'practices.saveTranslation' || !last) return sync.outbox.discard(item.id)
      const base = Math.min(...back.map(({ input }) => input.base))
      setDraft({ ...(draft() ?? asWritten(last)), base, on: undefined })
      await sync.outbox.discard(...back.map(({ id }) => id))
      await again()
    },
  }
}
