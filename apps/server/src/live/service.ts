import {
  AcademyError,
  type Actor,
  type AskQuestion,
  type CreateSession,
  type Done,
  deskStream,
  type Id,
  LIMITS,
  type ListQuestions,
  type ListSessions,
  type LiveCounts,
  type LiveOpened,
  type LiveSessionView,
  liveStream,
  type Member,
  type MyQuestionView,
  type Page,
  personalStream,
  type QuestionView,
  type SupportQuestion,
  type UpdateSession,
} from '@academy/contract'
import { maskIins } from '@academy/language'
import { mayAsk, mayHostLive, mayRunDesk, maySupport } from '@academy/policy'
import { commandActor } from '../platform/commands.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createOrBefore, createRepeatable } from '../platform/deeds.ts'
import { presentMine, presentQuestion, presentSession } from './present.ts'
import type { LiveDeps, LiveShared } from './shared.ts'
import * as store from './store.ts'

export type LiveService = ReturnType<typeof createLiveService>

/** What participants do: enter, read, ask, support. The desk's deeds are in desk.ts. */
export function createLiveService(deps: LiveDeps, { enter, namesFor, tellAsker }: LiveShared) {
  const { db, clock, commands, doDeed, streams, places, members, ballots } = deps
  const orBefore = createOrBefore(deps)
  const repeatable = createRepeatable(deps)

  async function create(member: Member, input: CreateSession): Promise<Done> {
    const path = await places.pathOf(input.placeId)
    if (!path || !mayHostLive(member, path)) throw new AcademyError('not-found')
    const at = clock.now()
    // The ballots' key before the session: a session without one would take no support. An archived one gets none again.
    if (!(await store.findSession(db.read, input.id))) ballots.begin(input.id)
    const { done } = await doDeed({ actor: member, path: 'live.create', input, at }, async (tx) => {
      await store.addSession(tx, {
        id: input.id,
        placeId: input.placeId,
        hostId: member.id,
        title: input.title,
        opensAt: new Date(input.opensAt),
        startsAt: new Date(input.startsAt),
        closesAt: new Date(input.closesAt),
        naming: input.naming,
        review: input.review,
        createdAt: at,
      })
      return []
    })
    return done
  }

  async function update(member: Member, input: UpdateSession): Promise<Done> {
    const { row, facts } = await enter(member, input.sessionId)
    if (!mayRunDesk(member, facts)) throw new AcademyError('not-found')
    if (facts.state === 'archived') throw new AcademyError('live/closed')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'live.update', input, at }, async (tx) => {
      await store.changeSession(tx, row.id, {
        title: input.title,
        opensAt: new Date(input.opensAt),
        startsAt: new Date(input.startsAt),
        closesAt: new Date(input.closesAt),
        naming: input.naming,
        review: input.review,
      })
      const subject = { kind: 'session.changed', subjectId: row.id }
      return [
        { stream: liveStream(row.id), ...subject },
        { stream: deskStream(row.id), ...subject },
      ]
    })
    return done
  }

  async function sessions(member: Member, q: ListSessions): Promise<Page<LiveSessionView>> {
    const placeIds = await places.coveredBy(member.roles.map((held) => held.placeId))
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.listSessions(db.read, {
      placeIds,
      actorId: member.id,
      before: before ? { at: new Date(before.at), id: before.id } : null,
      limit: q.limit + 1,
    })
    const page = rows.slice(0, q.limit)
    const last = page.at(-1)
    const names = await members.namesOf(page.flatMap((row) => row.hostId ?? []))
    return {
      items: await Promise.all(
        page.map(async (row) =>
          presentSession(row, await places.nameOf(row.placeId), names.get(row.hostId ?? '') ?? null),
        ),
      ),
      next: rows.length > q.limit && last ? writeCursor(last.startsAt.getTime(), last.id) : null,
    }
  }

  async function countsOf(sessionId: Id): Promise<LiveCounts> {
    const byState = await store.countByState(db.read, sessionId)
    return {
      here: deps.following(liveStream(sessionId)),
      queue: byState.get('queued') ?? 0,
      answered: byState.get('answered') ?? 0,
    }
  }

  async function mine(actor: Actor, sessionId: Id): Promise<MyQuestionView[]> {
    if (actor.kind === 'stranger') return []
    const rows = await store.questionsOf(db.read, actor.id, sessionId)
    const targets = await store.findQuestions(
      db.read,
      rows.flatMap((row) => row.mergedInto ?? []),
    )
    return rows.map((row) => presentMine(row, row.mergedInto ? targets.get(row.mergedInto) : undefined))
  }

  async function questions(actor: Actor, q: ListQuestions): Promise<Page<QuestionView>> {
    const { row } = await enter(actor, q.sessionId)
    return list(row.id, q)
  }

  async function list(sessionId: Id, q: Pick<ListQuestions, 'list' | 'limit' | 'cursor'>): Promise<Page<QuestionView>> {
    const c = readCursor(q.cursor, { votes: 'number', at: 'number', id: 'text' })
    const cursor = c ? { votes: c.votes, at: new Date(c.at), id: c.id } : null
    const rows =
      q.list === 'queue'
        ? await store.listByVotes(db.read, { sessionId, states: ['queued'], after: cursor, limit: q.limit + 1 })
        : await store.listByTime(db.read, { sessionId, states: ['answered'], before: cursor, limit: q.limit + 1 })
    const page = rows.slice(0, q.limit)
    const names = await namesFor(page)
    const last = page.at(-1)
    return {
      items: page.flatMap((row) => presentQuestion(row, names) ?? []),
      next: rows.length > q.limit && last ? writeCursor(last.votes, last.at.getTime(), last.id) : null,
    }
  }

  /** The first screen in one answer. The number is read before the rows: what happens in between comes again as news. */
  async function open(actor: Actor, sessionId: Id): Promise<LiveOpened> {
    const { row, facts } = await enter(actor, sessionId)
    const seq = await streams.seqOf(liveStream(row.id))
    const mySeq = actor.kind === 'stranger' ? 0 : await streams.seqOf(personalStream(actor))
    const [counts, queue, aired, own] = await Promise.all([
      countsOf(row.id),
      list(row.id, { list: 'queue', limit: LIMITS.page.usual, cursor: null }),
      store.onAir(db.read, row.id),
      mine(actor, row.id),
    ])
    const names = await namesFor(aired)
    const hostNames = await members.namesOf(row.hostId ? [row.hostId] : [])
    const sealed = ballots.isSealed(row.id)
    return {
      session: presentSession(row, await places.nameOf(row.placeId), hostNames.get(row.hostId ?? '') ?? null),
      seq,
      counts,
      onAir: aired[0] ? presentQuestion(aired[0], names) : null,
      queue,
      mine: own,
      mySeq,
      supported: sealed || actor.kind === 'stranger' ? [] : await store.supportedBy(db.read, ballots.of(row.id, actor)),
      may: { ask: mayAsk(actor, facts), support: maySupport(actor, facts) && !sealed, desk: mayRunDesk(actor, facts) },
      now: clock.now().getTime(),
    }
  }

  async function ask(actor: Actor, input: AskQuestion): Promise<Done> {
    const { row, facts } = await enter(actor, input.sessionId)
    if (!mayAsk(actor, facts)) throw new AcademyError(facts.state === 'before' ? 'live/not-open' : 'live/closed')
    if (input.anonymous && row.naming === 'named') throw new AcademyError('live/no-anonymous')
    const author = commandActor(actor)
    const at = clock.now()
    const { done } = await doDeed({ actor, path: 'live.ask', input, at }, async (tx) => {
      if ((await store.countWaitingOf(tx, row.id, author)) >= LIMITS.questionsPerPerson)
        throw new AcademyError('live/too-many-questions')
      await store.addQuestion(tx, {
        id: input.id,
        sessionId: row.id,
        authorId: author,
        authorKind: actor.kind === 'member' ? 'member' : 'guest',
        guestName: actor.kind === 'guest' && input.guestName ? maskIins(input.guestName) : null,
        anonymous: input.anonymous || row.naming === 'anonymous',
        body: maskIins(input.body),
        state: row.review ? 'review' : 'queued',
        at,
        composedAt: input.composedAt === undefined ? null : new Date(input.composedAt),
      })
      const subject = { kind: 'question.asked', subjectId: input.id }
      return [
        { stream: deskStream(row.id), ...subject },
        ...(row.review ? [] : [{ stream: liveStream(row.id), ...subject }]),
        ...tellAsker({ id: input.id, authorId: author }),
      ]
    })
    return done
  }

  async function support(actor: Actor, input: SupportQuestion): Promise<Done> {
    // Of sealed votes nobody can tell whose they were, nor whether this one was among them.
    if (ballots.isSealed(input.sessionId)) return cast(actor, input)
    const ballot = ballots.of(input.sessionId, actor)
    return orBefore({ actor: ballot, path: 'live.support', input }, () => cast(actor, input))
  }

  async function cast(actor: Actor, input: SupportQuestion): Promise<Done> {
    const { row, facts } = await enter(actor, input.sessionId)
    if (!maySupport(actor, facts)) throw new AcademyError(facts.state === 'before' ? 'live/not-open' : 'live/closed')
    const ballot = ballots.of(row.id, actor)
    const at = clock.now()
    let counted: Id = input.questionId
    const { done, fresh } = await db.write((tx) =>
      commands.once(tx, { actor: ballot, path: 'live.support', input, at }, async () => {
        const asked = await store.findQuestion(tx, row.id, input.questionId)
        // Support pressed while it was being merged counts for the question it went into.
        const question =
          asked?.state === 'merged' && asked.mergedInto ? await store.findQuestion(tx, row.id, asked.mergedInto) : asked
        if (!question || !presentQuestion(question, new Map())) throw new AcademyError('not-found')
        if (question.state === 'answered') throw new AcademyError('live/wrong-state')
        counted = question.id
        await store.setSupport(tx, question.id, ballot, input.on)
        return { id: input.id, at: at.getTime() }
      }),
    )
    if (fresh) {
      streams.touch(liveStream(row.id), 'tallies', counted)
      streams.touch(deskStream(row.id), 'tallies', counted)
    }
    return done
  }

  return {
    create: repeatable('live.create', create),
    update: repeatable('live.update', update),
    sessions,
    open,
    questions,
    ask: repeatable('live.ask', ask),
    support,
    countsOf,
  }
}
