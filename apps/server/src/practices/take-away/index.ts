import type { Locale, PracticeOpened } from '@academy/contract'
import type { Clock } from '../../platform/clock.ts'
import { createPrinter } from './printer.ts'
import { type Sheet, sheetOf } from './sheet.ts'

export { SHEET_STYLE, sheetHtml } from './sheet-html.ts'
export type { Sheet }

export interface From {
  locale: Locale
  /** The academy's address and name, as they stand on what is taken along. */
  origin: string
  academy: string
}

export type TakeAway = ReturnType<typeof createTakeAway>

/** A practice to take along: on paper, as a PDF. Whoever may read it is asked before. */
export function createTakeAway({ clock }: { clock: Clock }) {
  const printer = createPrinter()
  return {
    sheet: ({ practice, translation }: Pick<PracticeOpened, 'practice' | 'translation'>, from: From): Sheet =>
      sheetOf(practice, translation, { ...from, now: clock.now() }),
    print: printer.print,
    close: printer.close,
  }
}
