import { readFileSync } from 'node:fs'
import { type Id, type Locale, newId, type PracticeContent, type Texts, withTexts } from '@academy/contract'
import type { TranslationRecord } from '../translations/store.ts'
import type { DemoTeacher } from './fill.ts'

/** A practice of the demo library in another language: our own wording, by nobody real. */
export interface DemoTranslation {
  /** The title of the original. */
  of: string
  language: Locale
  verified: boolean
  /** Of its first version: one that was edited since has moved on. */
  texts: Texts
}

export const demoTranslations = (): DemoTranslation[] =>
  JSON.parse(readFileSync(new URL('./translations.json', import.meta.url), 'utf8'))

const DAY = 24 * 3600_000

/** As a teacher of another school saved it, and where it is verified, another one said that it holds. */
export function savedTranslation(
  { language, verified, texts }: DemoTranslation,
  practice: { id: Id; content: PracticeContent; teacher: DemoTeacher; at: Date },
  { teachers, now }: { teachers: readonly DemoTeacher[]; now: Date },
): TranslationRecord {
  const [translator, reader = practice.teacher] = teachers.filter(({ id }) => id !== practice.teacher.id)
  // Some days later, but never later than now.
  const after = (days: number, part: number) =>
    new Date(
      Math.min(
        practice.at.getTime() + days * DAY,
        practice.at.getTime() + (now.getTime() - practice.at.getTime()) * part,
      ),
    )
  return {
    id: newId(),
    practiceId: practice.id,
    language,
    n: 1,
    ofVersion: 1,
    content: withTexts(practice.content, texts, language),
    by: 'person',
    translatorId: translator?.id ?? null,
    at: after(2, 0.5),
    verifiedBy: verified ? reader.id : null,
    verifiedAt: verified ? after(4, 0.8) : null,
  }
}
