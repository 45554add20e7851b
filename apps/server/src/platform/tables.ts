import { index, int, json, primaryKey, table, text, time } from '@academy/database/dialect'

/** One row per stream: the number of its newest news. */
export const streams = table('streams', {
  name: text().primaryKey(),
  seq: int().notNull(),
})

/** That something changed, never what it says: the view is read when it is announced or caught up. */
export const news = table(
  'news',
  {
    stream: text().notNull(),
    seq: int().notNull(),
    kind: text().notNull(),
    subjectId: text().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stream, t.seq] }), index('news_by_age').on(t.at)],
)

/** Every command carried out, by who sent it: the hash of its body and its first answer (ids and numbers, no text). */
export const commands = table(
  'commands',
  {
    /** Member id, guest id, or for a ballot its HMAC. */
    actor: text().notNull(),
    id: text().notNull(),
    hash: text().notNull(),
    answer: json<Record<string, unknown>>(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.id] }), index('commands_by_age').on(t.at)],
)
