import type { Locale } from '@academy/contract'
import type { ReactionKind } from '@academy/contract/saying'
import { id, index, primaryKey, ref, table, text, time } from '@academy/database/dialect'
import { members } from '../../members/tables.ts'
import { messages } from '../tables.ts'

/** What somebody said to a message without words. */
export const reactions = table(
  'reactions',
  {
    messageId: ref(() => messages.id, { onDelete: 'cascade' }).notNull(),
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    kind: text().$type<ReactionKind>().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.memberId, t.kind] }), index('reactions_by_member').on(t.memberId)],
)

/** How a message read before each edit. Gone with the message. */
export const earlierTexts = table(
  'earlier_texts',
  {
    /** The edit's own id. */
    id: id(),
    messageId: ref(() => messages.id, { onDelete: 'cascade' }).notNull(),
    body: text().notNull(),
    language: text().$type<Locale>(),
    /** Since when it read so. */
    at: time().notNull(),
  },
  (t) => [index('earlier_texts_by_message').on(t.messageId, t.at, t.id)],
)
