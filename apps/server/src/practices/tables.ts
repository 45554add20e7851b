import type { PracticeContent, PracticeVisibility } from '@academy/contract'
import { id, index, int, json, primaryKey, ref, table, text, time } from '@academy/database/dialect'
import { members } from '../members/tables.ts'
import { places } from '../places/tables.ts'

/** A shared way of teaching. What it says stands in its versions; here is whose it is and which version is shown. */
export const practices = table(
  'practices',
  {
    id: id(),
    /** Null: the account was deleted; what it gave to the community stays. */
    authorId: ref(() => members.id, { onDelete: 'set null' }),
    placeId: ref(() => places.id).notNull(),
    /** The version that is shown. */
    current: int().notNull(),
    visibility: text().$type<PracticeVisibility>().notNull(),
    publishedAt: time().notNull(),
    editedAt: time(),
    withdrawnAt: time(),
    withdrawnBy: ref(() => members.id, { onDelete: 'set null' }),
    withdrawnReason: text(),
  },
  (t) => [
    index('practices_by_time').on(t.publishedAt, t.id),
    index('practices_by_author').on(t.authorId, t.publishedAt),
    index('practices_by_place').on(t.placeId, t.publishedAt),
    index('practices_by_withdrawer').on(t.withdrawnBy),
  ],
)

/** Every version as it was written. The number counts from 1 and is what an edit names as its base. */
export const practiceVersions = table(
  'practice_versions',
  {
    practiceId: ref(() => practices.id, { onDelete: 'cascade' }).notNull(),
    n: int().notNull(),
    content: json<PracticeContent>().notNull(),
    writerId: ref(() => members.id, { onDelete: 'set null' }),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.n] }), index('practice_versions_by_writer').on(t.writerId)],
)

/** What a list can be narrowed by, of the current version: `subject:math`, `grade:5`, `within:45`, `ungraded`. The search index has them too. */
export const practiceTags = table(
  'practice_tags',
  {
    practiceId: ref(() => practices.id, { onDelete: 'cascade' }).notNull(),
    tag: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.tag] }), index('practice_tags_by_tag').on(t.tag, t.practiceId)],
)
