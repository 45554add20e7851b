import { id, index, table, text, time } from '@academy/database/dialect'

/** Who used which power on whom. Written in the write it tells of, never changed. */
export const audit = table(
  'audit',
  {
    id: id(),
    at: time().notNull(),
    /** Null: the command line or the academy itself. */
    actorId: text(),
    /** `<room>.<what>`, such as `members.recovery-issued`. */
    act: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    /** Words of ours such as a role, never a person's text. */
    note: text(),
  },
  (t) => [
    index('audit_by_time').on(t.at, t.id),
    index('audit_by_actor').on(t.actorId, t.at),
    index('audit_by_subject').on(t.subjectKind, t.subjectId, t.at),
  ],
)
