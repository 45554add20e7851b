import { ref, table, time } from '@academy/database/dialect'
import { members } from '../../members/tables.ts'

/** Up to when an author has seen what came of their practices. */
export const echoesSeen = table('practice_echoes_seen', {
  memberId: ref(() => members.id, { onDelete: 'cascade' }).primaryKey(),
  at: time().notNull(),
})
