import type { PracticeContent } from '@academy/contract'
import { id, index, int, json, ref, table, text, time, uniqueIndex } from '@academy/database/dialect'
import { members } from '../../members/tables.ts'
import { practices } from '../tables.ts'

/** A practice in another language, kept in step with a version of the original. Every save is a row: the newest is shown. */
export const practiceTranslations = table(
  'practice_translations',
  {
    id: id(),
    practiceId: ref(() => practices.id, { onDelete: 'cascade' }).notNull(),
    language: text().$type<'kk' | 'ru' | 'en'>().notNull(),
    n: int().notNull(),
    /** The version of the original it translates: what has another text by now is stale. 0: withdrawn, its words are gone. */
    ofVersion: int().notNull(),
    content: json<PracticeContent>().notNull(),
    /** Made by a person, or by the academy's own machine and not looked at yet. */
    by: text().$type<'person' | 'machine'>().notNull(),
    translatorId: ref(() => members.id, { onDelete: 'set null' }),
    at: time().notNull(),
    /** Somebody who reads both languages says that it holds. */
    verifiedBy: ref(() => members.id, { onDelete: 'set null' }),
    verifiedAt: time(),
  },
  (t) => [
    uniqueIndex('practice_translations_once').on(t.practiceId, t.language, t.n),
    index('practice_translations_by_translator').on(t.translatorId),
    index('practice_translations_by_verifier').on(t.verifiedBy),
  ],
)
