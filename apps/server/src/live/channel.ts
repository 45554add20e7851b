import { deskStream, type Id, type Tallies } from '@academy/contract'
import type { Db } from '@academy/database'
import { mayEnterLive, mayRunDesk } from '@academy/policy'
import type { Personal } from '../platform/personal.ts'
import type { NewsRow } from '../platform/store.ts'
import type { StreamKind, Streams } from '../platform/streams.ts'
import type { LiveDesk } from './desk.ts'
import { presentMine, presentQuestion } from './present.ts'
import type { LiveShared } from './shared.ts'
import * as store from './store.ts'

/** The two streams of a session and the asker's own news: who may follow, and how what happened looks to them. */
export function joinStreams(deps: {
  streams: Streams
  personal: Personal
  shared: LiveShared
  desk: LiveDesk
  sessionView(id: Id): Promise<unknown>
  deskSessionView(id: Id): Promise<unknown>
  following(stream: string): number
}): void {
  const { streams, personal, shared, desk } = deps

  const questionsIn = async (db: Db, rows: readonly NewsRow[]) =>
    store.findQuestions(
      db,
      rows.filter((row) => row.kind.startsWith('question.')).map((row) => row.subjectId),
    )

  async function gauge(db: Db, id: Id, name: string, keys: ReadonlySet<string>): Promise<unknown> {
    if (name === 'here') return deps.following(`live:${id}`)
    const votes = await store.votesOf(db, id, keys.size > 0 ? [...keys] : null)
    return Object.fromEntries(votes.map((q) => [q.id, q.votes])) satisfies Tallies
  }

  const hall: StreamKind = {
    kind: 'live',
    policy: 'mayEnterLive',
    gauges: ['tallies', 'here'],
    async mayFollow(actor, id) {
      const entered = await shared.look(actor, id)
      return entered !== undefined && mayEnterLive(actor, entered.facts)
    },
    async present(db, id, rows) {
      const questions = await questionsIn(db, rows)
      const names = await shared.namesFor([...questions.values()])
      return Promise.all(
        rows.map((row) => {
          if (row.kind === 'session.changed') return deps.sessionView(id)
          const question = questions.get(row.subjectId)
          return question ? presentQuestion(question, names) : null
        }),
      )
    },
    gauge: async (db, id, name, keys) => {
      // The desk's screens show the same head count; one touch tells both.
      if (name === 'here') streams.touch(deskStream(id), 'here')
      return gauge(db, id, name, keys)
    },
  }

  const deskKind: StreamKind = {
    kind: 'live::desk',
    policy: 'mayRunDesk',
    gauges: ['tallies', 'here'],
    async mayFollow(actor, id) {
      const entered = await shared.look(actor, id)
      return entered !== undefined && mayRunDesk(actor, entered.facts)
    },
    async present(db, id, rows) {
      const views = await desk.present([...(await questionsIn(db, rows)).values()])
      const byId = new Map(views.map((view) => [view.id, view]))
      return Promise.all(
        rows.map((row) =>
          row.kind === 'session.changed' ? deps.deskSessionView(id) : (byId.get(row.subjectId) ?? null),
        ),
      )
    },
    gauge,
  }

  streams.register(hall)
  streams.register(deskKind)
  personal.register('question', async (db, actorId, rows) => {
    const questions = await questionsIn(db, rows)
    const targets = await store.findQuestions(
      db,
      [...questions.values()].flatMap((q) => q.mergedInto ?? []),
    )
    return rows.map((row) => {
      const question = questions.get(row.subjectId)
      if (!question || question.authorId !== actorId) return null
      return presentMine(question, question.mergedInto ? targets.get(question.mergedInto) : undefined)
    })
  })
}
