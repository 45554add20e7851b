import '@academy/design/participant.css'
import type { Locale } from '@academy/contract'
import { createEffect, createRoot } from 'solid-js'
import { render } from 'solid-js/web'
import { needWords, samePlace } from './locale/locale.ts'
import { LiveFrame } from './shell/LiveFrame.tsx'
import { me } from './shell/me.ts'
import { start } from './shell/start.ts'
import { SyncContext } from './shell/use-sync.ts'

// The participant's entry: one page, no router, its band drawn by the server. /kk/live/:id
const id = location.pathname.split('/')[3] ?? ''

// @NOTE No top-level await: the chunks of words import what this file is packed with, and would wait for it to finish.
void start('main', () => needWords('live')).then(({ sync, root }) => {
  render(
    () => (
      <SyncContext.Provider value={sync}>
        <LiveFrame id={id} />
      </SyncContext.Provider>
    ),
    root,
  )
  // The band may come from the phone, which keeps one for all sessions and all people. Another language is another page: drafts are kept.
  for (const tongue of document.querySelectorAll<HTMLAnchorElement>('.tongues a')) {
    tongue.href = samePlace(tongue.hreflang as Locale, location)
  }
  createRoot(() =>
    createEffect(() => {
      for (const ways of document.querySelectorAll<HTMLElement>('.ways[data-of]')) {
        ways.hidden = (ways.dataset.of === 'member') === (me() === null)
      }
    }),
  )
})
