import type { WhoView } from '@academy/contract'
import { startSync } from '../sync/index.ts'
import { takeFirst } from './first-data.ts'

const who = takeFirst<WhoView>('members.who')

/** The one sync of this page: its outbox, cursors and carriers, for the one person it is shown to. */
export const sync = startSync({ here: who })

/** First data is shown only when it is this page's person's: a page kept by the phone may be the last one's. */
const mine = !who || (who.id ?? 'stranger') === sync.key

/** What the server said of who sits here; undefined while it is not known (opened without a line). */
export const firstWho = mine ? who : undefined

/** The first answer of a query, if the page came with it and it is for the person it is shown to. */
export const first = <T>(path: string, input?: unknown): T | undefined => {
  const answer = takeFirst<T>(input === undefined ? path : `${path} ${JSON.stringify(input)}`)
  return mine ? answer : undefined
}
