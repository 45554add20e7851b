import { bool, id, index, int, json, ref, table, text, time } from '@academy/database/dialect'
import { members } from '../../members/tables.ts'
import { places } from '../../places/tables.ts'
import { practices } from '../tables.ts'

/** Somebody tried a practice in a class of theirs, and says what happened. */
export const practiceTrials = table(
  'practice_trials',
  {
    id: id(),
    practiceId: ref(() => practices.id, { onDelete: 'cascade' }).notNull(),
    /** The version that was tried. */
    version: int().notNull(),
    memberId: ref(() => members.id, { onDelete: 'set null' }),
    /** Told by an author of the practice or of what it comes from, whose account is deleted since: still no independent try. */
    byAuthor: bool().notNull().default(false),
    placeId: ref(() => places.id).notNull(),
    outcome: text().$type<'worked' | 'partly' | 'did-not-work'>().notNull(),
    /** The day of the lesson, `2026-11-24` in Astana time. */
    day: text().notNull(),
    classKind: text().$type<'usual' | 'ungraded'>().notNull(),
    grades: json<number[]>().notNull(),
    pupils: int(),
    language: text().$type<'kk' | 'ru' | 'en'>().notNull(),
    happened: text().notNull(),
    /** Under what conditions it worked or did not. */
    conditions: text().notNull(),
    /** What was done otherwise. */
    changed: text().notNull(),
    at: time().notNull(),
    editedAt: time(),
    takenBackAt: time(),
  },
  (t) => [
    index('practice_trials_by_practice').on(t.practiceId, t.at, t.id),
    index('practice_trials_by_member').on(t.memberId, t.at),
    index('practice_trials_by_place').on(t.placeId, t.practiceId),
  ],
)

/** What shows that it worked: a note, an observation, or a photo of work. */
export const practiceEvidence = table(
  'practice_evidence',
  {
    id: id(),
    practiceId: ref(() => practices.id, { onDelete: 'cascade' }).notNull(),
    trialId: ref(() => practiceTrials.id, { onDelete: 'cascade' }),
    memberId: ref(() => members.id, { onDelete: 'set null' }),
    kind: text().$type<'photo' | 'note' | 'observation'>().notNull(),
    text: text().notNull(),
    fileId: text(),
    /** Which text was agreed to, by whom (in words, never a child's name), and until which day. Null where nobody is shown. */
    consentText: text(),
    consentBy: text(),
    consentUntil: time(),
    at: time().notNull(),
    /** Withdrawn, or the consent came to its end: what it showed is gone, that it was there is counted. */
    endedAt: time(),
    ended: text().$type<'withdrawn' | 'expired'>(),
  },
  (t) => [
    index('practice_evidence_by_practice').on(t.practiceId, t.at, t.id),
    index('practice_evidence_by_member').on(t.memberId, t.at),
    index('practice_evidence_by_trial').on(t.trialId),
    index('practice_evidence_by_end').on(t.consentUntil),
  ],
)
