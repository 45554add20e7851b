import '@academy/design/look.css'
import { createEffect, createRoot } from 'solid-js'
import { render } from 'solid-js/web'
import { needWords, samePlace } from './locale/locale.ts'
import { LiveFrame } from './shell/LiveFrame.tsx'
import { me } from './shell/me.ts'
import { start } from './shell/start.ts'
import { SyncContext } from './shell/use-sync.ts'

// The participant's entry: one page, no router, its band drawn by the server. /kk/live/:id
const id = location.pathname.split('/')[3] ?? ''
const { sync, root } = await start('main', needWords('live', 'errors'))
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
  tongue.href = samePlace(tongue.hreflang as 'kk', location)
}
createRoot(() =>
  createEffect(() => {
    for (const ways of document.querySelectorAll<HTMLElement>('.ways')) {
      ways.hidden = (ways.dataset.of === 'member') === (me() === null)
    }
  }),
)
