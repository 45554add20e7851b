import {
  type Id,
  type LiveOpened,
  type LiveSessionView,
  liveState,
  liveStream,
  type MyQuestionView,
  type QuestionView,
  type Tallies,
} from '@academy/contract'
import { createMemo, createSignal, onCleanup } from 'solid-js'
import { firstKey, takeFirst } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox, type Item } from '../sync/index.ts'

export type OwnItem = Item & { input: { body?: string; questionId?: Id; on?: boolean; anonymous?: boolean } }

interface Questions {
  items: QuestionView[]
  next: string | null
}

const byVotes = (a: QuestionView, b: QuestionView) => b.votes - a.votes || a.at - b.at || (a.id < b.id ? -1 : 1)

/** A participant's session: what the server last said of it, with what this phone has on its way laid over. */
export function createLive(sessionId: Id) {
  const sync = useSync()
  const [opened, setOpened] = createSignal<LiveOpened | null>(null)
  const [answered, setAnswered] = createSignal<Questions | null>(null)
  const [ended, setEnded] = createSignal(false)
  const change = (to: (now: LiveOpened) => LiveOpened) => setOpened((now) => now && to(now))
  const [now, setNow] = createSignal(Date.now())
  const items = createOutbox(sync, sessionId) as () => readonly OwnItem[]
  /** The phone's clock is off by so much; opening and closing go by the server's. */
  let skew = 0
  const clock = setInterval(() => setNow(Date.now() + skew), 10_000)
  onCleanup(() => clearInterval(clock))

  const came = takeFirst<LiveOpened>(firstKey('live.open', { sessionId }))
  const load = () => sync.rpc.live.open.query({ sessionId })
  const reset = (opened: LiveOpened) => {
    skew = opened.now - Date.now()
    setNow(opened.now)
    setOpened(opened)
    setEnded(false)
  }

  /** The question wherever it stands now; out of where it stood before. */
  function place(id: Id, view: QuestionView | null) {
    change((opened) => {
      const before =
        opened.queue.items.find((q) => q.id === id)?.state ?? (opened.onAir?.id === id ? 'answering' : null)
      const rest = opened.queue.items.filter((q) => q.id !== id)
      const queued = view?.state === 'queued'
      const delta = (state: string) => Number(view?.state === state) - Number(before === state)
      return {
        ...opened,
        onAir: view?.state === 'answering' ? view : opened.onAir?.id === id ? null : opened.onAir,
        queue: { ...opened.queue, items: queued ? [...rest, view].sort(byVotes) : rest },
        counts: {
          ...opened.counts,
          queue: Math.max(0, opened.counts.queue + delta('queued')),
          answered: opened.counts.answered + Number(view?.state === 'answered' && before !== null),
        },
      }
    })
    setAnswered((now) => {
      if (!now) return now
      const rest = now.items.filter((q) => q.id !== id)
      return { ...now, items: view?.state === 'answered' ? [view, ...rest] : rest }
    })
  }

  function tally(votes: Tallies) {
    change((opened) => {
      const count = <Q extends QuestionView | null>(q: Q): Q => (q && q.id in votes ? { ...q, votes: votes[q.id] } : q)
      return {
        ...opened,
        onAir: count(opened.onAir),
        queue: { ...opened.queue, items: opened.queue.items.map(count).sort(byVotes) },
      }
    })
  }

  onCleanup(
    sync.follow<LiveOpened, QuestionView | LiveSessionView>(liveStream(sessionId), {
      load,
      reset,
      ...(came ? { first: came } : {}),
      view: () => opened() as LiveOpened,
      apply(news) {
        if (news.kind === 'session.changed') {
          change((o) => ({ ...o, session: news.view as LiveSessionView }))
          // What one may do follows from the session's times and rules.
          void load().then(reset, () => {})
        } else place(news.subjectId, news.view as QuestionView | null)
      },
      gauge(name, value) {
        if (name === 'tallies') tally(value as Tallies)
        if (name === 'here') change((o) => ({ ...o, counts: { ...o.counts, here: value as number } }))
      },
      ended: () => setEnded(true),
    }),
  )
  const me = sync.key
  if (me !== 'stranger')
    onCleanup(
      sync.follow<{ seq: number; mine: MyQuestionView[] }, MyQuestionView>(`member:${me}`, {
        load: async () => {
          const { mine, mySeq } = await load()
          return { mine, seq: mySeq }
        },
        reset: ({ mine }) => change((o) => ({ ...o, mine })),
        ...(came ? { first: { mine: came.mine, seq: came.mySeq } } : {}),
        apply(news) {
          const mine = news.view
          if (!mine || news.kind !== 'question.told' || mine.sessionId !== sessionId) return
          change((o) => ({
            ...o,
            mine: [mine, ...o.mine.filter((q) => q.id !== mine.id)].sort((a, b) => b.at - a.at),
          }))
        },
      }),
    )

  const state = createMemo(() => {
    const session = opened()?.session
    return session ? liveState(session, now()) : null
  })
  /** Rows are made by id and ask for their question, so that a new count does not make them anew under somebody's finger. */
  const questions = createMemo(
    () => new Map([...(opened()?.queue.items ?? []), ...(answered()?.items ?? [])].map((q) => [q.id, q])),
  )
  const supports = createMemo(() => {
    const on = new Map<Id, boolean>((opened()?.supported ?? []).map((id) => [id, true]))
    return { kept: on, pressed: pressesOf(items()) }
  })

  /** Pressed here, though the server may not know yet. */
  const isSupported = (id: Id) => supports().pressed.get(id) ?? supports().kept.has(id)
  const votesOf = (q: QuestionView) => {
    const pressed = supports().pressed.get(q.id)
    if (pressed === undefined || pressed === supports().kept.has(q.id)) return q.votes
    return Math.max(0, q.votes + (pressed ? 1 : -1))
  }

  onCleanup(
    sync.outbox.onDone((id) => {
      const press = items().find((item) => item.id === id && item.path === 'live.support')
      const { questionId, on } = press?.input ?? {}
      if (!questionId) return
      change((o) => {
        const others = o.supported.filter((one) => one !== questionId)
        return { ...o, supported: on ? [...others, questionId] : others }
      })
    }),
  )

  const more = async (list: 'queue' | 'answered') => {
    const held = list === 'queue' ? opened()?.queue : answered()
    const page = await sync.rpc.live.questions.query({ sessionId, list, cursor: held?.next ?? null })
    const known = new Set((held?.items ?? []).map((q) => q.id))
    const items = [...(held?.items ?? []), ...page.items.filter((q) => !known.has(q.id))]
    if (list === 'queue') change((o) => ({ ...o, queue: { items, next: page.next } }))
    else setAnswered({ items, next: page.next })
  }

  /** Questions of this phone that are on their way or were refused, and presses that were. */
  const asking = createMemo(() => items().filter((item) => item.path === 'live.ask'))
  const refusedPresses = createMemo(() => items().filter((i) => i.path === 'live.support' && i.state === 'refused'))

  return {
    opened,
    answered,
    ended,
    questions,
    state,
    now,
    isSupported,
    votesOf,
    more,
    asking,
    refusedPresses,
    /** Is there anything of one's own to show? */
    hasOwn: () => Boolean(opened()?.mine.length) || asking().length + refusedPresses().length > 0,
    ask: (q: { body: string; anonymous: boolean; guestName?: string }, draft: string) =>
      sync.outbox.put('live.ask', { sessionId, ...q }, { lane: sessionId, draft }),
    support: (questionId: Id, on: boolean) =>
      sync.outbox.put('live.support', { sessionId, questionId, on }, { lane: sessionId }),
  }
}

export type Live = ReturnType<typeof createLive>

/** The last press of each question that is not refused. */
function pressesOf(items: readonly OwnItem[]): Map<Id, boolean> {
  const pressed = new Map<Id, boolean>()
  for (const { path, state, input } of items)
    if (path === 'live.support' && state !== 'refused' && state !== 'sent' && input.questionId)
      pressed.set(input.questionId, input.on ?? true)
  return pressed
}
