import type { RouteDefinition } from '@solidjs/router'
import { type Component, lazy, onMount } from 'solid-js'
import { needWords } from '../locale/locale.ts'
import type { LaterGroup } from '../locale/words.ts'
import { NotFoundPage } from './FaultPage.tsx'

/** A route's part and its words, brought side by side. */
const page = (groups: LaterGroup[], part: () => Promise<Component>) =>
  lazy(async () => {
    const [component] = await Promise.all([part(), needWords(...groups)])
    return { default: component }
  })

/** An address that another entry or the server answers, reached by a link inside the app. */
const Elsewhere = () => {
  onMount(() => location.reload())
  return null
}

const SignIn = page(['members'], () => import('../members/SignInPage.tsx').then((m) => m.SignInPage))
const Invite = page(['members', 'places'], () => import('../members/InvitePage.tsx').then((m) => m.InvitePage))
const Me = page(['members', 'places'], () => import('../members/MePage.tsx').then((m) => m.MePage))
const Admin = page(['members', 'places'], () => import('../members/AdminPage.tsx').then((m) => m.AdminPage))
const Home = page(['practices', 'rooms', 'live'], () => import('../home/HomePage.tsx').then((m) => m.HomePage))
const Practices = page(['practices'], () => import('../practices/PracticesPage.tsx').then((m) => m.PracticesPage))
const Practice = page(['practices'], () => import('../practices/PracticePage.tsx').then((m) => m.PracticePage))
const PracticeEdit = page(['practices'], () =>
  import('../practices/PracticeEditPage.tsx').then((m) => m.PracticeEditPage),
)
const Rooms = page(['rooms'], () => import('../rooms/RoomsPage.tsx').then((m) => m.RoomsPage))
const Room = page(['rooms'], () => import('../rooms/RoomPage.tsx').then((m) => m.RoomPage))
const Topic = page(['rooms'], () => import('../rooms/TopicPage.tsx').then((m) => m.TopicPage))
const Join = page(['live'], () => import('../live/JoinPage.tsx').then((m) => m.JoinPage))
const Sessions = page(['live'], () => import('../live/SessionsPage.tsx').then((m) => m.SessionsPage))
const Desk = page(['live'], () => import('../live/DeskPage.tsx').then((m) => m.DeskPage))
const Wall = page(['live'], () => import('../live/WallPage.tsx').then((m) => m.WallPage))

export const routes: RouteDefinition[] = [
  {
    path: '/:locale',
    matchFilters: { locale: ['kk', 'ru', 'en'] },
    children: [
      { path: '/', component: Elsewhere },
      { path: '/sign-in', component: SignIn },
      { path: '/invite/:token', component: Invite },
      { path: '/home', component: Home },
      { path: '/practices', component: Practices },
      { path: '/practices/new', component: PracticeEdit },
      { path: '/practices/:id', component: Practice },
      { path: '/practices/:id/edit', component: PracticeEdit },
      { path: '/rooms', component: Rooms },
      { path: '/rooms/:id', component: Room },
      { path: '/rooms/:id/:topic', component: Topic },
      { path: '/join', component: Join },
      { path: '/live', component: Sessions },
      { path: '/live/:id', component: Elsewhere },
      { path: '/live/:id/desk', component: Desk },
      { path: '/live/:id/wall', component: Wall },
      { path: '/me', component: Me },
      { path: '/admin', component: Admin },
    ],
  },
  { path: '*', component: NotFoundPage },
]
