import type { LaterGroup } from '../locale/words.ts'

export interface RouteEntry {
  /** Without the language. */
  path: string
  /** `<room>/<Name>`: the file `src/<room>/<Name>.tsx`, which exports `<Name>`. */
  part: string
  /** Groups of words. Sentences of refusals come by themselves with the first one; `errors` is here where that is likely. */
  words: LaterGroup[]
}

/**
 * The pages of the app. Read by the router, and by the server, which has the browser fetch a page's part and its words along with
 * the first script instead of after it. Pages of the server (`/`, `/join`, `/invite/:token`, `/live/:id`) are not here.
 */
export const ROUTES: readonly RouteEntry[] = [
  { path: '/sign-in', part: 'members/SignInPage', words: ['entry', 'members', 'places', 'errors'] },
  { path: '/recover/:token', part: 'members/RecoverPage', words: ['entry', 'errors'] },
  { path: '/home', part: 'home/HomePage', words: ['home', 'places'] },
  { path: '/practices', part: 'practices/PracticesPage', words: ['practices', 'errors'] },
  { path: '/practices/new', part: 'practices/NewPracticePage', words: ['writing'] },
  { path: '/practices/:id', part: 'practices/PracticePage', words: ['practices', 'card', 'errors'] },
  { path: '/practices/:id/edit', part: 'practices/PracticeEditPage', words: ['writing'] },
  { path: '/practices/:id/try', part: 'practices/TryPage', words: ['trying', 'errors'] },
  {
    path: '/practices/:id/translate/:to',
    part: 'practices/TranslatePage',
    words: ['translating'],
  },
  {
    path: '/collections',
    part: 'practices/CollectionsPage',
    words: ['collections', 'practices'],
  },
  {
    path: '/collections/:id',
    part: 'practices/CollectionsPage',
    words: ['collections', 'practices'],
  },
  {
    path: '/practices/:id/spread',
    part: 'practices/SpreadPage',
    words: ['trials', 'practices', 'errors'],
  },
  {
    path: '/reviews',
    part: 'practices/ReviewsPage',
    words: ['reviews', 'practices', 'errors'],
  },
  { path: '/rooms', part: 'rooms/RoomsPage', words: ['rooms', 'errors'] },
  { path: '/rooms/new', part: 'rooms/CatchUpPage', words: ['rooms'] },
  { path: '/rooms/:id', part: 'rooms/RoomPage', words: ['rooms', 'errors'] },
  { path: '/rooms/:id/:topic', part: 'rooms/TopicPage', words: ['rooms', 'errors', 'members'] },
  { path: '/live', part: 'live/SessionsPage', words: ['live', 'hosting', 'mine', 'errors'] },
  { path: '/live/:id/desk', part: 'live/DeskPage', words: ['live', 'hosting', 'mine', 'errors'] },
  { path: '/live/:id/wall', part: 'live/WallPage', words: ['live', 'hosting', 'mine', 'errors'] },
  { path: '/me', part: 'members/MePage', words: ['me', 'invitations', 'members', 'places'] },
  {
    path: '/admin',
    part: 'members/AdminPage',
    words: ['faults', 'admin', 'invitations', 'members', 'places', 'errors'],
  },
]

/** The page at a path; words of the path win over parameters, as in the router. */
export const routeOf = (path: string): RouteEntry | undefined => {
  const given = path.split('/')
  const fits = ROUTES.filter(({ path: pattern }) => {
    const parts = pattern.split('/')
    return (
      parts.length === given.length && parts.every((part, at) => part === given[at] || (part[0] === ':' && given[at]))
    )
  })
  return fits.sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0]
}
