import type { Done } from '@academy/contract'
import { type Cache, makeCache } from './cache.ts'
import { makeCarrier } from './carrier.ts'
import { type AcademySocket, type Line, makeLine } from './connection.ts'
import { type Drafts, makeDrafts } from './drafts.ts'
import { makeOutbox, type Outbox } from './outbox.ts'
import { makeRpc } from './rpc.ts'
import { makeShelf, type Shelf } from './shelf.ts'
import { makeStreams } from './streams.ts'
import { type Here, keyOf, makeWho, type Who } from './who.ts'

export type Sync = ReturnType<typeof startSync>
export interface Parts {
  who: Who
  shelf: Shelf
  outbox: Outbox
  drafts: Drafts
  cache: Cache
  line: Line
}

export interface SyncOptions {
  /** Whom the server named in this page's first data. A page that came from the phone names nobody: who was here last is here. */
  here?: Here | undefined
  /** Somebody else is here now, or nobody: everything on the screen and in memory is the last one's. */
  renew?(): void
  makeSocket?: () => Promise<AcademySocket>
}

/** What is needed now and then only, in a chunk of its own. */
const leaving = () => import('./leaving.ts')

/** All of a page's sync, for the one person this page is shown to. A page lives and dies with that person: `renew` loads it again. */
export function startSync({ here, renew = () => location.reload(), makeSocket }: SyncOptions = {}) {
  const who = makeWho()
  if (here && !who.read().leaving) who.become(here, here.sharedPhone)
  const { key } = who.read()
  const mine = () => who.is(key)

  const line = makeLine(makeSocket)
  const carry = makeCarrier(line, key)
  const rpc = makeRpc(carry)
  const shelf = makeShelf(key, mine)
  const outbox = makeOutbox({
    shelf,
    send: (path, input) => carry('mutation', path, input, { named: true }) as Promise<Done>,
    onHalt: (why) => why === 'signed-out' && void askAgain(),
  })
  const cache = makeCache(shelf)
  const drafts = makeDrafts(shelf)
  const parts: Parts = { who, shelf, outbox, drafts, cache, line }

  const endLogin = () => rpc.members.signOut.mutate()

  let asking = false
  /** The server doubts that it is us: nothing is shown as, kept for or sent by the wrong person until it says who is here. */
  async function askAgain() {
    if (asking) return
    asking = true
    try {
      if (who.read().leaving) {
        // Signed out on this phone while there was no line: the server hears of it before anything else.
        await endLogin()
        who.told()
        return renew()
      }
      const now = await rpc.members.who.query()
      if (mine()) await become(now)
    } catch {
      // No line. It is asked again when there is one.
    }
    asking = false
  }
  async function become(next: Here, onShared: boolean | undefined = next.sharedPhone) {
    if (keyOf(next) === key) {
      who.become(next, onShared)
      // Nobody is still nobody, and may still not send.
      if (next.kind !== 'stranger') void outbox.resume()
      return
    }
    if (who.read().shared) {
      await cache.forget()
      await leaving()
        .then(({ forgetPages }) => forgetPages(true))
        .catch(() => {})
    }
    who.become(next, onShared)
    renew()
  }
  function lineIsBack() {
    if (who.read().leaving || outbox.halted() === 'signed-out') void askAgain()
    else void outbox.nudge()
  }

  line.subscribe(() => line.state() === 'connected' && lineIsBack())
  line.on('farewell', (why) => why === 'signed-out' && void askAgain())
  addEventListener('online', lineIsBack)
  const unwatch = who.onSwitch(() => mine() || renew())
  // The browser's Back may bring a page out of its memory as it was before somebody signed out.
  addEventListener('pageshow', (event) => event.persisted && !mine() && renew())
  if (who.read().leaving) void askAgain()
  if (who.stale().length > 0)
    void leaving()
      .then(({ clean }) => clean(parts))
      .catch(() => {})

  return {
    /** The id of whom this page may show; first data that is somebody else's must not be shown. */
    key,
    line,
    rpc,
    outbox,
    cache,
    draft: drafts.draft,
    follow: makeStreams(line, cache, outbox.caughtUp),
    /** After signing in, joining or accepting an invitation. */
    become,

    /** Ends this page's sync without the page: for tests. */
    close() {
      removeEventListener('online', lineIsBack)
      unwatch()
      line.close()
      outbox.close()
    },

    unsent: async () => (await leaving()).countUnsent(parts),
    signOut: async (choice: 'send' | 'discard') => (await leaving()).signOut(parts, choice, endLogin),
    adoptable: async () => (await leaving()).adoptable(parts),
    adopt: async (take: boolean) => (await leaving()).adopt(parts, take),
  }
}
