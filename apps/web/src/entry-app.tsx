import '@academy/design/look.css'
import { render } from 'solid-js/web'
import { Layout } from './shell/Layout.tsx'
import { startRouter } from './shell/router.ts'
import { start } from './shell/start.ts'
import { SyncContext } from './shell/use-sync.ts'

// @NOTE No top-level await: pages import what this file is packed with, and would wait for it to finish.
void start('app', startRouter).then(({ sync, root }) => {
  // Files that an earlier page did not get sent are gone on with, whichever page this is.
  void sync
    .draft('files')
    .load()
    .then((some) => some && import('./files/uploads.ts').then((it) => it.uploadsOf(sync)))
  render(
    () => (
      <SyncContext.Provider value={sync}>
        <Layout />
      </SyncContext.Provider>
    ),
    root,
  )
})
