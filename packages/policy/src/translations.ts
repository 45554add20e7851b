import type { Actor, PracticeFacts, Role, TranslationFacts } from '@academy/contract'
import { mayEditPractice, maySeePractice, mayWithdrawPractice } from './practices.ts'
import { holdsAnywhere, isMember } from './roles.ts'

const WHO_TEACH: readonly Role[] = ['teacher', 'trainer', 'mentor', 'school-leader']

/** How the translations of a practice stand is for those with an account; everybody else reads what was verified. */
export const maySeeTranslations = (actor: Actor, practice: PracticeFacts): boolean =>
  isMember(actor) && maySeePractice(actor, practice)

/** Whoever teaches, of anybody's practice they may see; and its author. */
export const mayTranslate = (actor: Actor, practice: PracticeFacts): boolean =>
  !practice.withdrawn &&
  ((holdsAnywhere(actor, WHO_TEACH) && maySeePractice(actor, practice)) || mayEditPractice(actor, practice))

/** Two pairs of eyes: another than the translator. The author knows what was meant, and needs nobody else. */
export const mayVerifyTranslation = (actor: Actor, translation: TranslationFacts, practice: PracticeFacts): boolean =>
  mayEditPractice(actor, practice) ||
  (mayTranslate(actor, practice) && isMember(actor) && actor.id !== translation.translatorId)

/** A draft: its translator, the author, and those who answer for the place. What was verified: only the last two. */
export const mayWithdrawTranslation = (actor: Actor, translation: TranslationFacts, practice: PracticeFacts): boolean =>
  mayWithdrawPractice(actor, practice) ||
  (!practice.withdrawn &&
    !translation.verified &&
    isMember(actor) &&
    actor.id === translation.translatorId &&
    maySeePractice(actor, practice))
