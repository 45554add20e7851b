import type { WhoView } from '@academy/contract'
import { isLocale, switchWords } from '../locale/locale.ts'
import { startSync } from '../sync/index.ts'
import { dropFirst, takeFirst } from './first-data.ts'
import { openMe } from './me.ts'

/** What both entries begin with: who is here, the words of the address, and the line once something stands on the screen. */
export async function start(place: 'app' | 'main', also: () => Promise<unknown>) {
  const first = takeFirst<WhoView>('members.who')
  const sync = startSync({ here: first })
  const theirs = first && (first.id ?? 'stranger') === sync.key
  if (first && !theirs) dropFirst()
  openMe(sync, theirs ? first : undefined)

  const tongue = location.pathname.split('/')[1]
  await Promise.all([switchWords(isLocale(tongue) ? tongue : 'kk'), also()])

  const root = document.getElementById(place) as HTMLElement
  // The server drew something there, so that the page is not empty while the script comes.
  root.replaceChildren()
  requestAnimationFrame(() =>
    setTimeout(() => {
      // Nobody in particular has no stream to follow; the socket's chunk is fetched after the first paint.
      if (sync.key !== 'stranger') sync.line.open()
      void import('./update.ts').then(({ watchVersions }) => watchVersions())
    }),
  )
  return { sync, root }
}
