import { serial, table, text, tokens, uniqueIndex } from './dialect.ts'

/** What the database knows about itself, such as that it is a demo. */
export const meta = table('meta', { key: text().primaryKey(), value: text().notNull() })

/**
 * What can be found, one row per thing: its words as `packages/language` made them, never the text itself. The indexes over the
 * words (FTS5, GIN) are hand-written in the migration `search_tags`.
 */
export const searchDocuments = table(
  'search_documents',
  {
    seq: serial(),
    kind: text().notNull(),
    id: text().notNull(),
    exact: tokens().notNull(),
    stems: tokens().notNull(),
    lazy: tokens().notNull(),
    /** Its kind and its tags, each one token. */
    scope: tokens().notNull().default(''),
  },
  (t) => [uniqueIndex('search_documents_by_id').on(t.kind, t.id)],
)
