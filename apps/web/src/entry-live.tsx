import '@academy/design/look.css'
import { render } from 'solid-js/web'
import { isLocale, needWords, switchWords } from './locale/locale.ts'
import { LiveFrame } from './shell/LiveFrame.tsx'
import { watchVersions } from './shell/update.ts'

// The participant's entry: one page, no router. /kk/live/:id
const [, first, , id = ''] = location.pathname.split('/')
await Promise.all([switchWords(isLocale(first) ? first : 'kk'), needWords('live')])

const root = document.getElementById('app') as HTMLElement
root.replaceChildren()
render(() => <LiveFrame id={decodeURIComponent(id)} />, root)
watchVersions()
