import {
  AcademyError,
  type AnswerQuestion,
  type ArchiveSession,
  type DeclineQuestion,
  type DeskDeed,
  type DeskOpened,
  type DeskQuestionView,
  type Done,
  deskStream,
  type EditQuestion,
  type Id,
  liveStream,
  type Member,
  type MergeQuestion,
  PUBLIC_STATES,
  type QuestionState,
  type ShowCode,
  type WallOpened,
} from '@academy/contract'
import { type Db, oneAtATime } from '@academy/database'
import { maskIins } from '@academy/language'
import { mayRunDesk } from '@academy/policy'
import { createRepeatable, type ToTell } from '../platform/deeds.ts'
import { presentForDesk, presentQuestion, presentSession } from './present.ts'
import { qrOf } from './qr.ts'
import type { LiveService } from './service.ts'
import type { Entered, LiveDeps, LiveShared } from './shared.ts'
import * as store from './store.ts'

/** Most questions a desk holds in one stage; a fuller hall pages through the participant's list. */
const STAGE = 200

const isPublic = (state: QuestionState) => (PUBLIC_STATES as readonly QuestionState[]).includes(state)

export type LiveDesk = ReturnType<typeof createLiveDesk>

/** What the room moderator does. Every deed is heard by the desk, by the hall when it is public, and by who asked. */
export function createLiveDesk(deps: LiveDeps, shared: LiveShared, service: LiveService, address: () => string) {
  const { db, clock, doDeed, streams, places, members, ballots, joining } = deps
  const repeatable = createRepeatable(deps)

  async function enterDesk(member: Member, sessionId: Id): Promise<Entered> {
    const entered = await shared.enter(member, sessionId)
    if (!mayRunDesk(member, entered.facts)) throw new AcademyError('not-found')
    return entered
  }

  /** One deed on one question: looks again inside the write, so that two moderators at once cannot cross each other. */
  async function deed(
    member: Member,
    path: string,
    input: DeskDeed,
    change: (
      tx: Db,
      question: store.QuestionRow,
      session: store.SessionRow,
    ) => Promise<store.QuestionRow[] | undefined>,
  ): Promise<Done> {
    const { row, facts } = await enterDesk(member, input.sessionId)
    if (facts.state === 'archived') throw new AcademyError('live/closed')
    const { done } = await doDeed({ actor: member, path, input, at: clock.now() }, async (tx) => {
      // Two moderators press in the same second: one question is on air at a time, on every database.
      await oneAtATime(tx, `live desk ${row.id}`)
      const question = await store.findQuestion(tx, row.id, input.questionId)
      if (!question) throw new AcademyError('not-found')
      const others = (await change(tx, question, row)) ?? []
      const told: ToTell[] = []
      for (const before of [question, ...others]) {
        const [after] = [...(await store.findQuestions(tx, [before.id])).values()]
        const subject = { kind: 'question.changed', subjectId: before.id }
        told.push({ stream: deskStream(row.id), ...subject })
        if (isPublic(before.state) || (after && isPublic(after.state)))
          told.push({ stream: liveStream(row.id), ...subject })
        told.push(...shared.tellAsker(before))
        for (const merged of await store.mergedInto(tx, before.id)) told.push(...shared.tellAsker(merged))
      }
      return told
    })
    return done
  }

  const must = (question: store.QuestionRow, ...states: QuestionState[]) => {
    if (!states.includes(question.state)) throw new AcademyError('live/wrong-state')
  }

  const approve = (member: Member, input: DeskDeed) =>
    deed(member, 'live.approve', input, async (tx, question) => {
      must(question, 'review')
      await store.changeQuestion(tx, question.id, { state: 'queued' })
      return undefined
    })

  const edit = (member: Member, input: EditQuestion) =>
    deed(member, 'live.edit', input, async (tx, question) => {
      must(question, 'review', 'queued', 'answering', 'answered')
      await store.changeQuestion(tx, question.id, {
        body: maskIins(input.body),
        original: question.original ?? question.body,
      })
      return undefined
    })

  /** Puts a question on air; the one that was there has been answered by voice. */
  const air = (member: Member, input: DeskDeed) =>
    deed(member, 'live.air', input, async (tx, question, session) => {
      must(question, 'review', 'queued', 'answered')
      const before = await store.onAir(tx, session.id)
      for (const other of before) await store.changeQuestion(tx, other.id, { state: 'answered' })
      await store.changeQuestion(tx, question.id, { state: 'answering', airedAt: clock.now() })
      return before
    })

  const answered = (member: Member, input: DeskDeed) =>
    deed(member, 'live.answered', input, async (tx, question) => {
      must(question, 'answering', 'queued')
      await store.changeQuestion(tx, question.id, { state: 'answered' })
      return undefined
    })

  /** A written answer. It ends the question; one already on air stays there until the hall moves on. */
  const answer = (member: Member, input: AnswerQuestion) =>
    deed(member, 'live.answer', input, async (tx, question) => {
      must(question, 'review', 'queued', 'answering', 'answered')
      await store.changeQuestion(tx, question.id, {
        answerText: maskIins(input.text),
        answeredAt: clock.now(),
        ...(question.state === 'answering' ? {} : { state: 'answered' as const }),
      })
      return undefined
    })

  const merge = (member: Member, input: MergeQuestion) =>
    deed(member, 'live.merge', input, async (tx, question, session) => {
      must(question, 'review', 'queued')
      const into = await store.findQuestion(tx, session.id, input.intoId)
      if (!into || into.id === question.id) throw new AcademyError('not-found')
      must(into, 'review', 'queued', 'answering', 'answered')
      for (const earlier of await store.mergedInto(tx, question.id))
        await store.changeQuestion(tx, earlier.id, { mergedInto: into.id })
      await store.uniteSupport(tx, question.id, into.id)
      await store.changeQuestion(tx, question.id, { state: 'merged', mergedInto: into.id })
      return [into]
    })

  const decline = (member: Member, input: DeclineQuestion) =>
    deed(member, 'live.decline', input, async (tx, question) => {
      must(question, 'review', 'queued')
      await store.changeQuestion(tx, question.id, { state: 'declined', reason: maskIins(input.reason) })
      return undefined
    })

  const putAway = (member: Member, input: DeskDeed) =>
    deed(member, 'live.putAway', input, async (tx, question) => {
      must(question, 'review', 'queued', 'answering', 'answered', 'declined')
      await store.changeQuestion(tx, question.id, { state: 'away' })
      return undefined
    })

  /** Back to the queue, whatever had become of it but a merge. */
  const restore = (member: Member, input: DeskDeed) =>
    deed(member, 'live.restore', input, async (tx, question) => {
      must(question, 'away', 'declined', 'answered', 'answering')
      await store.changeQuestion(tx, question.id, { state: 'queued', reason: null, airedAt: null })
      return undefined
    })

  async function showCode(member: Member, input: ShowCode): Promise<Done> {
    const { row, facts } = await enterDesk(member, input.sessionId)
    if (facts.state === 'archived') throw new AcademyError('live/closed')
    const { done } = await doDeed({ actor: member, path: 'live.showCode', input, at: clock.now() }, async (tx) => {
      const session = await store.findSession(tx, row.id)
      if (input.on && session) await joining.showCode(tx, session)
      else await store.changeSession(tx, row.id, { code: null, codeUntil: null })
      // The digits are the desk's to show: the hall's stream never carries them.
      return [{ stream: deskStream(row.id), kind: 'session.changed', subjectId: row.id }]
    })
    return done
  }

  /** Closes for good: nobody asks, no vote can be told from another again, and the asked questions stay to be read. */
  async function archive(member: Member, input: ArchiveSession): Promise<Done> {
    const { row } = await enterDesk(member, input.sessionId)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'live.archive', input, at }, async (tx) => {
      const session = await store.findSession(tx, row.id)
      if (session?.archivedAt) throw new AcademyError('live/closed')
      await store.changeSession(tx, row.id, { archivedAt: at, code: null, codeUntil: null })
      const subject = { kind: 'session.changed', subjectId: row.id }
      return [
        { stream: liveStream(row.id), ...subject },
        { stream: deskStream(row.id), ...subject },
      ]
    })
    ballots.seal(row.id)
    return done
  }

  async function present(rows: readonly store.QuestionRow[]): Promise<DeskQuestionView[]> {
    const [names, merged] = await Promise.all([
      shared.namesFor(rows),
      store.countMergedInto(
        db.read,
        rows.map((r) => r.id),
      ),
    ])
    return rows.map((row) => presentForDesk(row, names, merged.get(row.id) ?? 0))
  }

  const link = (row: store.SessionRow) => `${address()}${joining.linkOf(row)}`

  async function sessionView(row: store.SessionRow) {
    const hostNames = await members.namesOf(row.hostId ? [row.hostId] : [])
    return presentSession(row, await places.nameOf(row.placeId), hostNames.get(row.hostId ?? '') ?? null)
  }

  async function open(member: Member, sessionId: Id): Promise<DeskOpened> {
    const { row } = await enterDesk(member, sessionId)
    const seq = await streams.seqOf(deskStream(row.id))
    const stage = { sessionId: row.id, limit: STAGE }
    const [review, queue, ended, aired, counts] = await Promise.all([
      store.listByTime(db.read, { ...stage, states: ['review'], before: null, oldestFirst: true }),
      store.listByVotes(db.read, { ...stage, states: ['queued'], after: null }),
      store.listByTime(db.read, { ...stage, states: ['answered', 'merged', 'declined', 'away'], before: null }),
      store.onAir(db.read, row.id),
      service.countsOf(row.id),
    ])
    const [onAir] = await present(aired)
    return {
      session: await sessionView(row),
      seq,
      counts: { ...counts, review: review.length },
      review: await present(review),
      queue: await present(queue),
      ended: await present(ended),
      onAir: onAir ?? null,
      code: joining.codeOf(row),
      link: link(row),
      now: clock.now().getTime(),
    }
  }

  /** What the projector shows. Only the public questions: a wall is read by the whole hall. */
  async function wall(member: Member, sessionId: Id): Promise<WallOpened> {
    const { row } = await enterDesk(member, sessionId)
    const seq = await streams.seqOf(deskStream(row.id))
    const [aired, next, counts] = await Promise.all([
      store.onAir(db.read, row.id),
      store.listByVotes(db.read, { sessionId: row.id, states: ['queued'], after: null, limit: 5 }),
      service.countsOf(row.id),
    ])
    const names = await shared.namesFor([...aired, ...next])
    return {
      session: await sessionView(row),
      seq,
      counts,
      onAir: aired[0] ? presentQuestion(aired[0], names) : null,
      next: next.flatMap((q) => presentQuestion(q, names) ?? []),
      code: joining.codeOf(row),
      link: link(row),
      qr: qrOf(link(row)),
      now: clock.now().getTime(),
    }
  }

  return {
    open,
    wall,
    present,
    approve: repeatable('live.approve', approve),
    edit: repeatable('live.edit', edit),
    air: repeatable('live.air', air),
    answered: repeatable('live.answered', answered),
    answer: repeatable('live.answer', answer),
    merge: repeatable('live.merge', merge),
    decline: repeatable('live.decline', decline),
    putAway: repeatable('live.putAway', putAway),
    restore: repeatable('live.restore', restore),
    showCode: repeatable('live.showCode', showCode),
    archive: repeatable('live.archive', archive),
  }
}
