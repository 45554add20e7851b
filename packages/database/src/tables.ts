import { bytes, int, serial, table, text, uniqueIndex } from './dialect.ts'

/** What the database knows about itself, such as that it is a demo. */
export const meta = table('meta', { key: text().primaryKey(), value: text().notNull() })

/** Every token that a document has, and the number the index knows it by. Unique by a hand-written index (migration `search_sets`). */
export const searchWords = table('search_words', { id: serial(), token: text().notNull() })

/**
 * What can be found, one row per thing: a set of numbers of `search_words`, never the text itself. The index over the sets (FTS5, GIN) is
 * hand-written in the migration `search_sets`.
 */
export const searchDocuments = table(
  'search_documents',
  {
    seq: serial(),
    kind: text().notNull(),
    id: text().notNull(),
    /** What a hit is weighed by, in bits of the room whose kind it is. */
    facts: int().notNull().default(0),
    /** Which making of tokens its set is of. */
    version: int().notNull().default(0),
    /** Numbers as `search-ids.ts` packs them. Null: waits to be made anew after an upgrade. */
    packed: bytes(),
    /** What was added that does not stand in the thing itself, and how much it weighs. */
    extra: bytes(),
    weight: int().notNull().default(0),
  },
  (t) => [uniqueIndex('search_documents_by_id').on(t.kind, t.id)],
)
