import { LIMITS } from './limits.ts'
import type { Locale } from './locale.ts'
import type { PracticeContent, PracticeStep } from './practice-card.ts'

/** What of a card is said in words; the rest (grades, minutes, subjects) is the same in every language. */
export const TEXT_FIELDS = [
  'title',
  'section',
  'topic',
  'objective',
  'lessonObjective',
  'purpose',
  'differentiation',
  'safety',
  'reflection',
  'core',
  'mayChange',
  'needs',
] as const satisfies (keyof PracticeContent)[]
export const STEP_FIELDS = ['text', 'pupils', 'assessment', 'resources'] as const satisfies (keyof PracticeStep)[]
export type TextField = (typeof TEXT_FIELDS)[number]
export type StepField = (typeof STEP_FIELDS)[number]

/** `title`, `steps.0.text`: where a text stands in the card. */
export type TextKey = TextField | `steps.${number}.${StepField}`
export type Texts = Partial<Record<TextKey, string>>

/** The card's texts that have something in them, in the order of its page. */
export function textsOf(it: Pick<PracticeContent, TextField | 'steps'>): Texts {
  const before = TEXT_FIELDS.slice(0, TEXT_FIELDS.indexOf('purpose') + 1)
  const steps = it.steps.flatMap((step, n) =>
    STEP_FIELDS.map((field) => [`steps.${n}.${field}` as const, step[field]] as const),
  )
  const all: (readonly [TextKey, string])[] = [
    ...before.map((field) => [field, it[field]] as const),
    ...steps,
    ...TEXT_FIELDS.slice(before.length).map((field) => [field, it[field]] as const),
  ]
  return Object.fromEntries(all.filter(([, text]) => text !== ''))
}

/** The card with these words in the place of its own; a text that is not there is empty. */
export const withTexts = (it: PracticeContent, texts: Texts, language: Locale): PracticeContent => ({
  ...it,
  ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, texts[field] ?? ''])),
  language,
  steps: it.steps.map((step, n) => ({
    ...step,
    ...Object.fromEntries(STEP_FIELDS.map((field) => [field, texts[`steps.${n}.${field}`] ?? ''])),
  })),
  alsoIn: [],
})

/** Of a card only what is said in words. */
export const wordsOf = (it: PracticeContent): Pick<PracticeContent, TextField | 'language' | 'steps'> => ({
  ...(Object.fromEntries(TEXT_FIELDS.map((field) => [field, it[field]])) as Record<TextField, string>),
  language: it.language,
  steps: it.steps,
})

const keysOf = (texts: Texts) => Object.keys(texts) as TextKey[]

/** What still has no words in the translation. */
export const missingTexts = (original: Texts, texts: Texts): TextKey[] =>
  keysOf(original).filter((key) => !texts[key]?.trim())

/** What says something else than it did. */
export const changedTexts = (was: Texts, now: Texts): TextKey[] =>
  [...new Set([...keysOf(now), ...keysOf(was)])].filter((key) => (was[key] ?? '') !== (now[key] ?? ''))

const LONG: readonly string[] = ['purpose', 'differentiation', 'reflection', 'core', 'mayChange'] satisfies TextField[]

/** How long a translated text may be: what takes one line in a language may take half as much again in another. */
export function longestText(key: string): number {
  const original = key === 'title' || key === 'section' || key === 'topic' ? LIMITS.title : LIMITS.practiceStep
  return (LONG.includes(key) ? LIMITS.practiceText : original) * 1.5
}
