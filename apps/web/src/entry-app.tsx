import '@academy/design/look.css'
import { Router } from '@solidjs/router'
import { render } from 'solid-js/web'
import { isLocale, switchWords } from './locale/locale.ts'
import { Layout } from './shell/Layout.tsx'
import { routes } from './shell/routes.tsx'
import { watchVersions } from './shell/update.ts'

const first = location.pathname.split('/')[1]
await switchWords(isLocale(first) ? first : 'kk')

const root = document.getElementById('app') as HTMLElement
// The server drew the band there, so that something stands while the script comes.
root.replaceChildren()
render(() => <Router root={Layout}>{routes}</Router>, root)
watchVersions()
