import '@academy/design/look.css'
import { Router } from '@solidjs/router'
import { render } from 'solid-js/web'
import { Layout } from './shell/Layout.tsx'
import { routes } from './shell/routes.tsx'
import { start } from './shell/start.ts'
import { SyncContext } from './shell/use-sync.ts'

const { sync, root } = await start('app')
render(
  () => (
    <SyncContext.Provider value={sync}>
      <Router root={Layout}>{routes}</Router>
    </SyncContext.Provider>
  ),
  root,
)
