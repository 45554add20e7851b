import { bool, id, index, int, primaryKey, ref, table, text, time } from '@academy/database/dialect'
import { members } from '../../members/tables.ts'
import { practices } from '../tables.ts'

/** Practices somebody put together; shared by its link when they say so. */
export const collections = table(
  'collections',
  {
    id: id(),
    ownerId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    title: text().notNull(),
    note: text().notNull(),
    shared: bool().notNull(),
    at: time().notNull(),
    editedAt: time(),
  },
  (t) => [index('collections_by_owner').on(t.ownerId, t.at)],
)

export const collectionPractices = table(
  'collection_practices',
  {
    collectionId: ref(() => collections.id, { onDelete: 'cascade' }).notNull(),
    practiceId: ref(() => practices.id, { onDelete: 'cascade' }).notNull(),
    /** Where it stands, as its owner ordered them. */
    position: int().notNull().default(0),
    at: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.collectionId, t.practiceId] }),
    index('collection_practices_by_practice').on(t.practiceId),
  ],
)
