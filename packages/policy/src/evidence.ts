import type { Actor, EvidenceFacts, PracticeFacts, Role } from '@academy/contract'
import { maySeePractice } from './practices.ts'
import { holds, holdsAnywhere, isMember } from './roles.ts'

const WHO_TEACH: readonly Role[] = ['teacher', 'trainer', 'mentor', 'school-leader']
/** Those who answer for what stands in the name of a place. */
const STEWARDS: readonly Role[] = ['school-leader', 'administrator']

/** Evidence may show people: it is for those with an account who may see the practice, never for the public. */
export const maySeeEvidence = (actor: Actor, practice: PracticeFacts): boolean =>
  isMember(actor) && maySeePractice(actor, practice)

/** Whoever teaches may show how it went, with anybody's practice. */
export const mayAddEvidence = (actor: Actor, practice: PracticeFacts): boolean =>
  !practice.withdrawn && holdsAnywhere(actor, WHO_TEACH) && maySeePractice(actor, practice)

/** Its owner, at once and without a reason; and those who answer for the place, for nobody may have to wait for an owner. */
export const mayWithdrawEvidence = (actor: Actor, evidence: EvidenceFacts, practice: PracticeFacts): boolean =>
  isMember(actor) && (actor.id === evidence.ownerId || holds(actor, STEWARDS, practice.placePath))
