import { readFileSync } from 'node:fs'
import { type PracticeContent, type PracticeVisibility, type PracticeWritten, wholeContent } from '@academy/contract'

/** A practice of the demo library: our own text, by nobody real. */
export interface DemoPractice extends PracticeContent {
  visibility: PracticeVisibility
  /** Was published without its last step, which came with a second version. */
  edited: boolean
}

type Kept = PracticeWritten & Pick<DemoPractice, 'visibility' | 'edited'>

/** Read when asked for: an academy that is no demo never loads it. */
export const demoLibrary = (): DemoPractice[] =>
  (JSON.parse(readFileSync(new URL('./practices.json', import.meta.url), 'utf8')) as Kept[]).map((kept) => ({
    ...wholeContent(kept),
    visibility: kept.visibility,
    edited: kept.edited,
  }))
