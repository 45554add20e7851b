import { bool, id, index, int, ref, table, text, time } from '@academy/database/dialect'

/** A file somebody brought: its bytes lie beside the database under its id, here is what they are and what they belong to. */
export const files = table(
  'files',
  {
    id: id(),
    /** Null: the account was deleted. */
    ownerId: ref(),
    /** The school whose share of the disk it takes. */
    placeId: ref(),
    kind: text().$type<'image' | 'document' | 'audio'>().notNull(),
    /** Told by the bytes, never by the sender. */
    mime: text().notNull(),
    name: text().notNull(),
    size: int().notNull(),
    width: int(),
    height: int(),
    sha256: text().notNull(),
    /** What it belongs to (`practice`, `evidence`): whoever may see that may read it. Null while it is on its way into something. */
    subjectKind: text(),
    subjectId: ref(),
    /** A smaller one for lists stands beside it. */
    small: bool().notNull(),
    at: time().notNull(),
    /** Its bytes are gone; that it was there is remembered. */
    goneAt: time(),
  },
  (t) => [
    index('files_by_subject').on(t.subjectKind, t.subjectId),
    index('files_by_owner').on(t.ownerId, t.at),
    index('files_by_place').on(t.placeId),
  ],
)
