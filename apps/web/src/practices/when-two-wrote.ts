/** What is needed where two wrote at once, fetched then: one file, for it seldom is. What shows their places is `Clashes.tsx`. */
export { putAt, valueAt } from '@academy/policy/merging'
export { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
export { mergeForms } from './merge-forms.ts'
export { merged } from './merge-saves.ts'
