import type { Id, PracticeChange, PracticeView } from '@academy/contract'
import { type Form, formOf } from './practice-form.ts'

/** Entries of the card that may be taken from an adaptation into its origin; files, language and terms stay with whose they are. */
const TAKEABLE = [
  'title',
  'subjects',
  'grades',
  'minutes',
  'section',
  'topic',
  'objective',
  'objectiveCode',
  'lessonObjective',
  'purpose',
  'steps',
  'differentiation',
  'safety',
  'reflection',
  'core',
  'mayChange',
  'resources',
  'needs',
  'internet',
  'devices',
  'classSize',
  'preparation',
  'ungraded',
  'functionalLiteracy',
  'literacy',
  'links',
  'methods',
  'evidence',
] as const
export type Takeable = (typeof TAKEABLE)[number]

export const takeableOf = (change: PracticeChange): Takeable | undefined => {
  const entry = change.kind === 'steps' ? 'steps' : change.kind === 'also' ? undefined : change.field
  return TAKEABLE.find((one) => one === entry)
}

/** Where the edit of the origin opens with what was chosen. */
export const takeInPath = (originId: Id, adaptationId: Id, chosen: readonly Takeable[]): string =>
  `/practices/${originId}/edit?take=${adaptationId}&what=${chosen.join()}`

/** What an address asks to take in; entries nobody knows are passed over. */
export function takeInOf(search: string): { from: Id; what: Takeable[] } | undefined {
  const asked = new URLSearchParams(search)
  const from = asked.get('take')
  const names = (asked.get('what') ?? '').split(',')
  return from ? { from, what: TAKEABLE.filter((one) => names.includes(one)) } : undefined
}

/** These entries of an adaptation, as they stand in a form. */
export function takenOf(adaptation: PracticeView, what: readonly Takeable[]): Partial<Form> {
  const form = formOf(adaptation)
  const keys = what.flatMap((one): (keyof Form)[] => (one === 'classSize' ? ['atLeast', 'atMost'] : [one]))
  return { ...Object.fromEntries(keys.map((key) => [key, form[key]])), takenFrom: adaptation.id }
}
