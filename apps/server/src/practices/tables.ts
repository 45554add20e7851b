import type { Id, PracticeContent, PracticeVisibility } from '@academy/contract'
import { type AnyColumn, id, index, int, json, primaryKey, ref, table, text, time } from '@academy/database/dialect'
import { sql } from 'drizzle-orm'
import { members } from '../members/tables.ts'
import { places } from '../places/tables.ts'

/** A shared way of teaching. What it says stands in its versions; here is whose it is and which version is shown. */
export const practices = table(
  'practices',
  {
    id: id(),
    /** Null: the account was deleted; what it gave to the community stays. */
    authorId: ref(() => members.id, { onDelete: 'set null' }),
    /** Who writes it along, as `practice_authors` has them: read with every practice, for policy and for counting. */
    coAuthorIds: json<Id[]>().notNull().default(sql`'[]'`),
    /** Counts the changes of who writes it: a link to join holds until the next one. */
    authorsChanged: int().notNull().default(0),
    placeId: ref(() => places.id).notNull(),
    /** The version that is shown. */
    current: int().notNull(),
    visibility: text().$type<PracticeVisibility>().notNull(),
    publishedAt: time().notNull(),
    editedAt: time(),
    /** What it is an adaptation of, and which version of that; both stay when the origin is withdrawn. */
    originId: ref((): AnyColumn => practices.id),
    originVersion: int(),
    withdrawnAt: time(),
    withdrawnBy: ref(() => members.id, { onDelete: 'set null' }),
    withdrawnReason: text(),
  },
  (t) => [
    index('practices_by_time').on(t.publishedAt, t.id),
    index('practices_by_author').on(t.authorId, t.publishedAt),
    index('practices_by_place').on(t.placeId, t.publishedAt),
    index('practices_by_withdrawer').on(t.withdrawnBy),
    index('practices_by_origin').on(t.originId, t.publishedAt),
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
    /** The adaptation from which it took something back in. */
    takenFromId: ref((): AnyColumn => practices.id),
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

/** Who writes it together with its author; who wrote a version stands with that version. */
export const practiceAuthors = table(
  'practice_authors',
  {
    practiceId: ref(() => practices.id, { onDelete: 'cascade' }).notNull(),
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    invitedAt: time().notNull(),
    agreedAt: time(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.memberId] }),
    index('practice_authors_by_member').on(t.memberId, t.practiceId),
  ],
)

/** A practice or a change of one while it is written: its writer's alone, the same on all their devices. */
export const practiceDrafts = table(
  'practice_drafts',
  {
    /** The id the practice will have, or has. */
    practiceId: text().notNull(),
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    /** A form half filled in: only its writer's page reads it. */
    form: json<Record<string, unknown>>().notNull(),
    /** Counts the saves: a device that did not see the last one is told. */
    n: int().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.practiceId] })],
)
