import '@academy/design/look.css'
import { render } from 'solid-js/web'
import { needWords } from './locale/locale.ts'
import { LiveFrame } from './shell/LiveFrame.tsx'
import { start } from './shell/start.ts'
import { SyncContext } from './shell/use-sync.ts'

// The participant's entry: one page, no router. /kk/live/:id
const id = location.pathname.split('/')[3] ?? ''
const { sync, root } = await start(needWords('live', 'errors'))
render(
  () => (
    <SyncContext.Provider value={sync}>
      <LiveFrame id={id} />
    </SyncContext.Provider>
  ),
  root,
)
