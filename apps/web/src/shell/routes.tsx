import type { RouteDefinition } from '@solidjs/router'
import { type Component, lazy, onMount } from 'solid-js'
import { needWords } from '../locale/locale.ts'
import { ROUTES, type RouteEntry } from './route-table.ts'

const parts = import.meta.glob<Record<string, Component>>([
  '../*/*Page.tsx',
  '!../{public,shell}/*',
  '!../live/LivePage.tsx',
])

/** A route's part and its words, brought side by side. */
const page = ({ part, words }: RouteEntry) =>
  lazy(async () => {
    const [module] = await Promise.all([parts[`../${part}.tsx`]?.(), needWords(...words)])
    return { default: module?.[part.slice(part.indexOf('/') + 1)] as Component }
  })

/** The pages that only say something, and their words. */
const said = (name: 'NotFoundPage' | 'OfflinePage') =>
  lazy(async () => {
    const [module] = await Promise.all([import('./FaultPage.tsx'), needWords('faults')])
    return { default: module[name] }
  })
const NotFound = said('NotFoundPage')
const Offline = said('OfflinePage')

/** An address that another entry or the server answers, reached by a link inside the app. */
const Elsewhere = () => {
  // Without a line the same shell would come again, for ever.
  if (!navigator.onLine) return <Offline />
  onMount(() => location.reload())
  return null
}

export const routes: RouteDefinition[] = [
  {
    path: '/:locale',
    matchFilters: { locale: ['kk', 'ru', 'en'] },
    children: [
      ...ROUTES.map((entry) => ({ path: entry.path, component: page(entry) })),
      ...['/', '/join', '/invite/:token', '/live/:id'].map((path) => ({ path, component: Elsewhere })),
      { path: '*', component: NotFound },
    ],
  },
  { path: '*', component: NotFound },
]
