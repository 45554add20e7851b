import { index, serial, table, text, time, tokens, uniqueIndex } from './dialect.ts'

/** What the database knows about itself, such as that it is a demo. */
export const meta = table('meta', { key: text().primaryKey(), value: text().notNull() })

/**
 * What can be found, one row per thing: its words as `packages/language` made them, never the text itself. The indexes over the
 * words (FTS5, GIN) are hand-written in the migration `search_index`.
 */
export const searchDocuments = table(
  'search_documents',
  {
    seq: serial(),
    kind: text().notNull(),
    id: text().notNull(),
    /** Where it may be found from: a room, a place. */
    place: text(),
    exact: tokens().notNull(),
    stems: tokens().notNull(),
    lazy: tokens().notNull(),
    at: time().notNull(),
  },
  (t) => [
    uniqueIndex('search_documents_by_id').on(t.kind, t.id),
    index('search_documents_by_place').on(t.kind, t.place),
  ],
)
