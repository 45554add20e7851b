import type { Actor, MeView, WhoView } from '@academy/contract'
import { createSignal } from 'solid-js'
import type { Sync } from '../sync/index.ts'

const KEY = 'members.who'
const [who, setWho] = createSignal<WhoView>()

/** Whom the browser acts as; undefined while it is not known, which is only so when the page was opened without a line. */
export { who }

/** The member who sits here; null for a guest and for nobody, undefined while it is not known. */
export const me = (): MeView | null | undefined => who()?.me ?? (who() ? null : undefined)

/** For the policy's "may they?", which is only manners here: the server is the law. */
export const actor = (): Actor => {
  const here = who()
  if (here?.me) {
    const { id, name, roles } = here.me
    return { kind: 'member', id, name, roles: roles.map(({ role, place }) => ({ role, placeId: place.id })) }
  }
  return here?.kind === 'guest' && here.id ? { kind: 'guest', id: here.id } : { kind: 'stranger' }
}

/** Shows what the page came with, or without it what the phone remembers until the server is asked. */
export function openMe(sync: Sync, first: WhoView | undefined): void {
  if (first) {
    keep(sync, first)
    return
  }
  if (sync.key === 'stranger') setWho({ kind: 'stranger', id: null, me: null })
  else void sync.cache.recall<WhoView>(KEY).then((kept) => setWho((known) => known ?? kept))
  void sync.rpc.members.who.query().then(
    (now) => sync.become(now).then(() => (now.id ?? 'stranger') === sync.key && keep(sync, now)),
    () => {},
  )
}

function keep(sync: Sync, now: WhoView) {
  setWho(now)
  void sync.cache.remember(KEY, now)
}

/** After one's name, language or roles changed. */
export const updateMe = (sync: Sync, change: Partial<MeView>): void => {
  const now = who()
  if (now?.me) keep(sync, { ...now, me: { ...now.me, ...change } })
}
