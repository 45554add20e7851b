import type { Actor, Id, PlacePath, PracticeFacts, Role } from '@academy/contract'
import { holds, holdsAnywhere, isMember } from './roles.ts'

const PUBLISHERS: readonly Role[] = ['teacher', 'trainer', 'mentor', 'school-leader']
/** Those who answer for what stands in the name of a place. */
const STEWARDS: readonly Role[] = ['school-leader', 'administrator']

/** Share a practice in the name of a school, or for trainers and mentors of the place they work at. */
export const mayPublishPractice = (actor: Actor, path: PlacePath): boolean => holds(actor, PUBLISHERS, path)

/** Is there a place at all where this person may publish? For showing the way to the form. */
export const mayPublishPracticeSomewhere = (actor: Actor): boolean => holdsAnywhere(actor, PUBLISHERS)

const isAuthor = (actor: Actor, practice: PracticeFacts) => isMember(actor) && actor.id === practice.authorId
const writes = (actor: Actor, practice: PracticeFacts) =>
  isAuthor(actor, practice) || (isMember(actor) && practice.coAuthorIds.includes(actor.id))

/** Who writes it, and those who answer for the place. */
const keeps = (actor: Actor, practice: PracticeFacts) =>
  writes(actor, practice) || holds(actor, STEWARDS, practice.placePath)

/** What was published is for everybody or for everybody with an account; guests of live sessions have none. */
const isFor = (actor: Actor, practice: PracticeFacts) => practice.visibility === 'public' || isMember(actor)

/** A withdrawn practice is read only by its author and by those who might have withdrawn it. */
export const maySeePractice = (actor: Actor, practice: PracticeFacts): boolean =>
  practice.withdrawn ? keeps(actor, practice) : isFor(actor, practice) || keeps(actor, practice)

/** May this person be told that there was a practice here, now withdrawn? Where they never saw it, there is nothing. */
export const mayKnowWithdrawn = (actor: Actor, practice: PracticeFacts): boolean =>
  practice.withdrawn && isFor(actor, practice)

/** Only who writes it changes the words of a practice. */
export const mayEditPractice = (actor: Actor, practice: PracticeFacts): boolean =>
  !practice.withdrawn && writes(actor, practice)

/** Not who only writes along: it is its author's. */
export const mayWithdrawPractice = (actor: Actor, practice: PracticeFacts): boolean =>
  !practice.withdrawn && (isAuthor(actor, practice) || holds(actor, STEWARDS, practice.placePath))

export const mayInviteCoAuthor = (actor: Actor, practice: PracticeFacts): boolean =>
  !practice.withdrawn && isAuthor(actor, practice)

/** Somebody who may publish anywhere, by the author's link. */
export const mayJoinAuthors = (actor: Actor, practice: PracticeFacts): boolean =>
  !practice.withdrawn &&
  maySeePractice(actor, practice) &&
  !writes(actor, practice) &&
  mayPublishPracticeSomewhere(actor)

/** The author takes anybody off, everybody takes themselves off. */
export const mayRemoveCoAuthor = (actor: Actor, practice: PracticeFacts, memberId: Id): boolean =>
  isAuthor(actor, practice) || (writes(actor, practice) && isMember(actor) && actor.id === memberId)

/** Who teaches at a school tells how a lesson there went. */
export const mayTellTrial = (actor: Actor, path: PlacePath): boolean => holds(actor, PUBLISHERS, path)
export const mayTellTrialSomewhere = (actor: Actor): boolean => holdsAnywhere(actor, PUBLISHERS)

/** Peers are asked by the author. */
export const mayAskReviews = (actor: Actor, practice: PracticeFacts): boolean => mayEditPractice(actor, practice)

/** Is there anything at all for this person to review? For showing the way. */
export const mayReviewSomewhere = (actor: Actor): boolean => holdsAnywhere(actor, PUBLISHERS)

/**
 * The place in whose name somebody reviews a practice: theirs as a teacher, and another than the practice's, for peers of one's own
 * school say what they think over tea. Null: not theirs to review.
 */
export function reviewsFrom(actor: Actor, practice: PracticeFacts): Id | null {
  if (practice.withdrawn || !isMember(actor) || writes(actor, practice) || !maySeePractice(actor, practice)) return null
  const from = actor.roles.find(({ role }) => PUBLISHERS.includes(role))?.placeId ?? null
  return holds(actor, PUBLISHERS, practice.placePath) ? null : from
}
export const mayReviewPractice = (actor: Actor, practice: PracticeFacts): boolean =>
  reviewsFrom(actor, practice) !== null

/** Earlier versions may hold what was taken out on purpose: they are not for the public. */
export const maySeePracticeVersions = (actor: Actor, practice: PracticeFacts): boolean => keeps(actor, practice)
