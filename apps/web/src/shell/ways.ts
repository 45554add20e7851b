import type { Words } from '../locale/words.ts'
import type { Way } from './Band.tsx'

/** The five ways of a member. */
export const memberWays = (words: Words['band']): Way[] => [
  { path: '/home', icon: 'home', name: words.home },
  { path: '/practices', icon: 'book', name: words.practices },
  { path: '/rooms', icon: 'talk', name: words.rooms },
  { path: '/live', icon: 'air', name: words.live },
  { path: '/me', icon: 'person', name: words.me },
]

/** What is open to whoever comes by. */
export const strangerWays = (words: Words['band'], signIn: string): Way[] => [
  { path: '/practices', icon: 'book', name: words.practices },
  { path: '/join', icon: 'air', name: words.live },
  { path: '/sign-in', icon: 'person', name: signIn },
]
