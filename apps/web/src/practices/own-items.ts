import type { Id, PracticeVisibility, PracticeWritten } from '@academy/contract'
import { createOutbox, type Item, type Sync } from '../sync/index.ts'

/** Everything one does to practices goes in the order it was done. */
export const LANE = 'practices'

export type Written = PracticeWritten & {
  placeId?: Id
  practiceId?: Id
  base?: number
  takenFrom?: Id | undefined
  origin?: { practiceId: Id; version: number } | undefined
  visibility: PracticeVisibility
}
export type PracticeItem = Omit<Item, 'input'> & { input: Written }

/** One's own publishing, or with an id the changes of that practice, on their way or refused. */
export function createWritten(sync: Sync, practiceId?: () => Id) {
  const items = createOutbox(sync, LANE)
  return () =>
    items().filter(({ path, input }) =>
      practiceId ? path === 'practices.edit' && input.practiceId === practiceId() : path === 'practices.publish',
    ) as unknown as PracticeItem[]
}
