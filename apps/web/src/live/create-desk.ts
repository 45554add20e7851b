import {
  type DeskOpened,
  type DeskQuestionView,
  deskStream,
  type Id,
  type LiveSessionView,
  type Tallies,
} from '@academy/contract'
import { createMemo, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { firstKey, takeFirst } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'

type SessionNews = { session: LiveSessionView; code: DeskOpened['code'] }

const byVotes = (a: DeskQuestionView, b: DeskQuestionView) => b.votes - a.votes || a.at - b.at
const oldest = (a: DeskQuestionView, b: DeskQuestionView) => a.at - b.at

/** The room moderator's view of a session. Deeds go through the outbox, so that a moment without a line loses none. */
export function createDesk(sessionId: Id) {
  const sync = useSync()
  const lane = `desk:${sessionId}`
  const [shown, set] = createStore<{ desk: DeskOpened | null; ended: boolean }>({ desk: null, ended: false })
  const items = createOutbox(sync, lane)
  const came = takeFirst<DeskOpened>(firstKey('live.desk', { sessionId }))

  function place(view: DeskQuestionView) {
    set('desk', (desk) => {
      if (!desk) return desk
      const without = (list: DeskQuestionView[]) => list.filter((q) => q.id !== view.id)
      const into = (list: DeskQuestionView[], here: boolean) => (here ? [...without(list), view] : without(list))
      const review = into(desk.review, view.state === 'review').sort(oldest)
      const queue = into(desk.queue, view.state === 'queued').sort(byVotes)
      const ended = ['answered', 'merged', 'declined', 'away'].includes(view.state)
      return {
        ...desk,
        review,
        queue,
        ended: ended ? [view, ...without(desk.ended)] : without(desk.ended),
        onAir: view.state === 'answering' ? view : desk.onAir?.id === view.id ? null : desk.onAir,
        counts: { ...desk.counts, review: review.length, queue: queue.length },
      }
    })
  }

  function tally(votes: Tallies) {
    set('desk', (desk) => {
      if (!desk) return desk
      const count = <Q extends DeskQuestionView | null>(q: Q): Q =>
        q && q.id in votes ? { ...q, votes: votes[q.id] } : q
      return {
        ...desk,
        onAir: count(desk.onAir),
        review: desk.review.map(count),
        queue: desk.queue.map(count).sort(byVotes),
      }
    })
  }

  onCleanup(
    sync.follow<DeskOpened, DeskQuestionView | SessionNews>(deskStream(sessionId), {
      load: () => sync.rpc.live.desk.query({ sessionId }),
      reset: (desk) => {
        set('desk', reconcile(desk))
        set('ended', false)
      },
      ...(came ? { first: came } : {}),
      apply(news) {
        if (!news.view) return
        if (news.kind === 'session.changed') set('desk', (d) => d && { ...d, ...(news.view as SessionNews) })
        else place(news.view as DeskQuestionView)
      },
      gauge(name, value) {
        if (name === 'tallies') tally(value as Tallies)
        if (name === 'here') set('desk', (d) => d && { ...d, counts: { ...d.counts, here: value as number } })
      },
      ended: () => set('ended', true),
    }),
  )

  const to = { lane }
  const of = (questionId: Id) => ({ sessionId, questionId })
  return {
    desk: () => shown.desk,
    ended: () => shown.ended,
    waiting: createMemo(() => items().filter((item) => item.state !== 'refused' && item.state !== 'sent').length),
    refused: createMemo(() => items().filter((item) => item.state === 'refused')),
    discard: (id: Id) => sync.outbox.discard(id),
    approve: (id: Id) => sync.outbox.put('live.approve', of(id), to),
    air: (id: Id) => sync.outbox.put('live.air', of(id), to),
    answered: (id: Id) => sync.outbox.put('live.answered', of(id), to),
    putAway: (id: Id) => sync.outbox.put('live.putAway', of(id), to),
    restore: (id: Id) => sync.outbox.put('live.restore', of(id), to),
    edit: (id: Id, body: string) => sync.outbox.put('live.edit', { ...of(id), body }, to),
    answer: (id: Id, text: string) => sync.outbox.put('live.answer', { ...of(id), text }, to),
    decline: (id: Id, reason: string) => sync.outbox.put('live.decline', { ...of(id), reason }, to),
    merge: (id: Id, intoId: Id) => sync.outbox.put('live.merge', { ...of(id), intoId }, to),
    showCode: (on: boolean) => sync.outbox.put('live.showCode', { sessionId, on }, to),
    archive: () => sync.outbox.put('live.archive', { sessionId }, to),
  }
}

export type Desk = ReturnType<typeof createDesk>
