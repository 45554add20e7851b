import {
  AcademyError,
  type Actor,
  type AskReviews,
  type Done,
  type GiveBackReview,
  type Id,
  LIMITS,
  type Locale,
  type Member,
  type MyReviews,
  type MyReviewsPage,
  type PracticeReviews,
  type ReleaseReview,
  type ReviewQueue,
  type ReviewQueuePage,
  type Scores,
  type SendReview,
  type StopReviews,
  type TakeReview,
  type TryExercise,
} from '@academy/contract'
import { oneAtATime } from '@academy/database'
import { maskIins } from '@academy/language'
import { mayAskReviews, reviewsFrom } from '@academy/policy'
import { readCursor, writeCursor } from '../../platform/cursors.ts'
import { createRepeatable, type ToTell } from '../../platform/deeds.ts'
import { factsOf, presentRow } from '../present.ts'
import { type PracticesDeps, type PracticesShared, tellWriters } from '../shared.ts'
import { findPractices, listByAuthor, type Shown } from '../store.ts'
import { EXERCISE, passes, presentExercise } from './exercise.ts'
import { byFit } from './match.ts'
import { presentMyReview, presentReview } from './present.ts'
import * as store from './store.ts'

/** Open rounds that are looked at for one reader's queue; more than a district has. */
const MOST_ROUNDS = 200
/** Reviews shown of one practice: rounds are of three. */
const MOST_SHOWN = 30

/** What stands in the place of points until there are any. */
const NOT_GIVEN: Scores = { aim: 0, repeatable: 0, core: 0, evidence: 0, conditions: 0 }

const tell = (memberId: Id | null, kind: string, subjectId: Id): ToTell[] =>
  memberId ? [{ stream: `member:${memberId}`, kind, subjectId }] : []

export type ReviewsService = ReturnType<typeof createReviewsService>

/** Peers of other schools look at a practice: asked for by its author, an example first, theirs alone until released. */
export function createReviewsService(deps: PracticesDeps, { enter, namesFor }: PracticesShared) {
  const { db, clock, doDeed, places, members } = deps
  const repeatable = createRepeatable(deps)

  const factsFor = async (row: Shown) => factsOf(row, (await places.pathOf(row.placeId)) ?? [])

  async function ask(member: Member, input: AskReviews): Promise<Done> {
    const { row, facts } = await enter(member, input.practiceId)
    if (!mayAskReviews(member, facts)) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.askReviews', input, at }, async (tx) => {
      await oneAtATime(tx, `reviews of ${row.id}`)
      if (await store.openRoundOf(tx, row.id)) throw new AcademyError('reviews/asked-already')
      const { id, wanted } = input
      await store.addRound(tx, {
        id,
        practiceId: row.id,
        version: row.current,
        askedBy: member.id,
        wanted,
        at,
        closedAt: null,
      })
      return tell(row.authorId, 'review.asked', row.id)
    })
    return done
  }

  async function stop(member: Member, input: StopReviews): Promise<Done> {
    const round = await store.findRound(db.read, input.roundId)
    if (!round) throw new AcademyError('not-found')
    const { row, facts } = await enter(member, round.practiceId)
    if (!mayAskReviews(member, facts)) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'not-found')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.stopReviews', input, at }, async (tx) => {
      await store.closeRound(tx, round.id, at)
      return tell(row.authorId, 'review.asked', row.id)
    })
    return done
  }

  async function exercise(member: Member, locale: Locale) {
    return presentExercise(locale, await store.findExercise(db.read, member.id, EXERCISE))
  }

  async function tryExercise(member: Member, input: TryExercise): Promise<Done> {
    const at = clock.now()
    const { scores } = input
    const { done } = await doDeed({ actor: member, path: 'practices.tryExercise', input, at }, async (tx) => {
      const before = await store.findExercise(tx, member.id, EXERCISE)
      const passed = passes(scores) || (before?.passed ?? false)
      await store.keepExercise(tx, { memberId: member.id, exercise: EXERCISE, scores, passed, at })
      return []
    })
    return done
  }

  /** A round is there for its practice's author and for peers who may take it; to others there is none. */
  async function enterRound(member: Member, roundId: Id) {
    const round = await store.findRound(db.read, roundId)
    if (!round) throw new AcademyError('not-found')
    const { row, facts } = await enter(member, round.practiceId)
    const from = reviewsFrom(member, facts)
    if (!from) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'not-found')
    return { round, row, from }
  }

  async function take(member: Member, input: TakeReview): Promise<Done> {
    const { round, row, from } = await enterRound(member, input.roundId)
    if (!(await store.findExercise(db.read, member.id, EXERCISE))?.passed)
      throw new AcademyError('reviews/exercise-first')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.takeReview', input, at }, async (tx) => {
      await oneAtATime(tx, `reviews of ${round.practiceId}`)
      const now = await store.findRound(tx, round.id)
      if (!now || now.closedAt) throw new AcademyError('reviews/ended')
      if (await store.reviewIn(tx, round.id, member.id)) throw new AcademyError('reviews/sent-already')
      if ((await store.takenIn(tx, [round.id])).length >= now.wanted) throw new AcademyError('reviews/full')
      if ((await store.countWaiting(tx, member.id)) >= LIMITS.reviewsAtOnce)
        throw new AcademyError('reviews/too-many-taken')
      await store.addReview(tx, {
        id: input.id,
        roundId: round.id,
        reviewerId: member.id,
        placeId: from,
        takenAt: at,
        scores: NOT_GIVEN,
        strong: '',
        question: '',
        next: '',
        sentAt: null,
        releasedAt: null,
        givenBackAt: null,
      })
      return [...tell(member.id, 'review.taken', input.id), ...tell(row.authorId, 'review.asked', row.id)]
    })
    return done
  }

  /** One's own review; to everybody else there is none. */
  async function ownReview(member: Member, reviewId: Id) {
    const review = await store.findReview(db.read, reviewId)
    if (!review || review.reviewerId !== member.id || review.givenBackAt) throw new AcademyError('not-found')
    return review
  }

  async function send(member: Member, input: SendReview): Promise<Done> {
    const review = await ownReview(member, input.reviewId)
    if (review.sentAt) throw new AcademyError('reviews/sent-already')
    // A practice withdrawn meanwhile says so; what was written stays with its writer.
    const { row } = await enter(member, review.practiceId)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.sendReview', input, at }, async (tx) => {
      const sent = {
        scores: input.scores,
        strong: maskIins(input.strong),
        question: maskIins(input.question),
        next: maskIins(input.next),
        sentAt: at,
      }
      if (!(await store.sendReview(tx, review.id, sent))) throw new AcademyError('reviews/sent-already')
      return [...tell(member.id, 'review.taken', review.id), ...tellWriters(row, 'review.sent')]
    })
    return done
  }

  async function giveBack(member: Member, input: GiveBackReview): Promise<Done> {
    const review = await ownReview(member, input.reviewId)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.giveBackReview', input, at }, async (tx) => {
      if (!(await store.giveBack(tx, review.id, at))) throw new AcademyError('reviews/sent-already')
      return tell(member.id, 'review.taken', review.id)
    })
    return done
  }

  async function release(member: Member, input: ReleaseReview): Promise<Done> {
    const review = await store.findReview(db.read, input.reviewId)
    if (!review?.sentAt) throw new AcademyError('not-found')
    const { facts, row } = await enter(member, review.practiceId)
    if (!mayAskReviews(member, facts)) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'not-found')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.releaseReview', input, at }, async (tx) => {
      await store.release(tx, review.id, at)
      return [...tellWriters(row, 'review.sent'), ...tell(review.reviewerId, 'review.taken', review.id)]
    })
    return done
  }

  /** What waits for a peer like this one: nearest to what they teach first, then whoever waits longest. */
  async function queue(member: Member, q: ReviewQueue): Promise<ReviewQueuePage> {
    const past = readCursor(q.cursor, { n: 'number' })?.n ?? 0
    const rounds = await store.openRounds(db.read, member.id, MOST_ROUNDS)
    const [found, taken, own] = await Promise.all([
      findPractices(
        db.read,
        rounds.map((round) => round.practiceId),
      ),
      store.takenIn(
        db.read,
        rounds.map((round) => round.id),
      ),
      listByAuthor(db.read, { authorId: member.id, before: null, limit: LIMITS.page.usual }),
    ])
    const fits: { round: store.RoundRecord; row: Shown }[] = []
    for (const round of rounds) {
      const row = found.get(round.practiceId)
      if (!row || taken.some((it) => it.roundId === round.id && it.reviewerId === member.id)) continue
      if (reviewsFrom(member, await factsFor(row))) fits.push({ round, row })
    }
    fits.sort(byFit(own))
    const page = fits.slice(past, past + q.limit)
    const names = await namesFor(
      page.map(({ row }) => row),
      q.locale,
    )
    return {
      items: page.flatMap(({ round, row }) => {
        const practice = presentRow(row, names)
        const free = round.wanted - taken.filter((it) => it.roundId === round.id).length
        return practice
          ? [{ roundId: round.id, practice, version: round.version, free, askedAt: round.at.getTime() }]
          : []
      }),
      next: fits.length > past + q.limit ? writeCursor(past + q.limit) : null,
    }
  }

  async function mine(member: Member, q: MyReviews): Promise<MyReviewsPage> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.reviewsBy(db.read, {
      reviewerId: member.id,
      before: before ? { at: new Date(before.at), id: before.id } : null,
      limit: q.limit + 1,
    })
    const page = rows.slice(0, q.limit)
    const found = await findPractices(
      db.read,
      page.map((review) => review.practiceId),
    )
    const names = await namesFor([...found.values()], q.locale)
    const last = page.at(-1)
    return {
      items: page.flatMap((review) => {
        const row = found.get(review.practiceId)
        const practice = row && !row.withdrawnAt ? presentRow(row, names) : null
        return practice ? [presentMyReview(review, practice)] : []
      }),
      next: rows.length > q.limit && last ? writeCursor(last.takenAt.getTime(), last.id) : null,
    }
  }

  /** The author reads all that was sent; a reviewer their own; everybody else what was released. */
  async function of(actor: Actor, practiceId: Id): Promise<PracticeReviews> {
    const { row, facts } = await enter(actor, practiceId)
    const own = mayAskReviews(actor, facts)
    const me = actor.kind === 'member' ? actor.id : undefined
    const [sent, marks, round] = await Promise.all([
      store.sentOf(db.read, row.id, MOST_SHOWN),
      store.marksOf(db.read, [row.id]),
      store.openRoundOf(db.read, row.id),
    ])
    const shown = sent.filter((review) => own || review.releasedAt || (me && review.reviewerId === me))
    const [people, where, taken] = await Promise.all([
      members.namesOf([...new Set(shown.flatMap((review) => review.reviewerId ?? []))]),
      places.briefs([...new Set(shown.map((review) => review.placeId))]),
      round ? store.takenIn(db.read, [round.id]) : [],
    ])
    return {
      mark: marks.get(row.id) ?? null,
      reviews: shown.map((review) => presentReview(review, people, where)),
      round:
        round && own
          ? { id: round.id, version: round.version, wanted: round.wanted, taken: taken.length, at: round.at.getTime() }
          : null,
      may: { ask: own && !round, release: own, take: round !== undefined && reviewsFrom(actor, facts) !== null },
    }
  }

  return {
    ask: repeatable('practices.askReviews', ask),
    stop: repeatable('practices.stopReviews', stop),
    exercise,
    tryExercise: repeatable('practices.tryExercise', tryExercise),
    take: repeatable('practices.takeReview', take),
    send: repeatable('practices.sendReview', send),
    giveBack: repeatable('practices.giveBackReview', giveBack),
    release: repeatable('practices.releaseReview', release),
    queue,
    mine,
    of,
  }
}
