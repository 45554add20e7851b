import { LIMITS, type WhoView } from '@academy/contract'

/** What `members.who` answers, as far as the phone's keeping goes. */
export type Here = Pick<WhoView, 'kind' | 'id' | 'sharedPhone'>

export const keyOf = ({ id }: Here): string => id ?? 'stranger'

/** What this browser knows of who uses it. Small and synchronous: every tab asks it before it shows, keeps or sends anything. */
interface Known {
  /** Who is here now; what is kept is filed under it. */
  key: string
  kind: Here['kind']
  /** "Shared phone" was ticked: nothing of this person stays after they sign out. */
  shared?: boolean | undefined
  /** Signed out without a line: the server must still hear of it, before anything else. */
  leaving?: boolean | undefined
  /** Who was here before, and when they left. */
  left: Record<string, number>
  /** Keys a guest or a stranger wrote under here before this member signed in. */
  before: string[]
}

const NAME = 'academy'
const NOBODY: Known = { key: 'stranger', kind: 'stranger', left: {}, before: [] }

export type Who = ReturnType<typeof makeWho>

export function makeWho(storage: Storage = localStorage) {
  const read = (): Known => {
    try {
      return { ...NOBODY, ...JSON.parse(storage.getItem(NAME) ?? '{}') }
    } catch {
      return NOBODY
    }
  }
  const write = (change: Partial<Known>) => storage.setItem(NAME, JSON.stringify({ ...read(), ...change }))

  function pass(key: string, kind: Known['kind'], at: number, change: Partial<Known>) {
    const last = read()
    const { [key]: _, ...left } = { ...last.left, [last.key]: at }
    // What a member wrote is never offered to the next one; what was written before anybody signed in is.
    const before =
      last.kind === 'member' ? [] : [...last.before, last.key].filter((k, n, all) => k !== key && all.indexOf(k) === n)
    write({ ...change, key, kind, left, before })
  }

  return {
    read,
    /** Is it still this person? */
    is: (key: string): boolean => read().key === key,

    /** The server says who is here. What the last person wrote stays under their own key. True when it is somebody else than before. */
    become(here: Here, shared?: boolean): boolean {
      const key = keyOf(here)
      const same = key === read().key
      if (!same) pass(key, here.kind, Date.now(), { shared, leaving: false })
      else if (shared !== undefined) write({ shared })
      return !same
    },
    /** Signed out on this phone; the server may not know yet. On a shared phone nothing is kept. */
    leave() {
      pass('stranger', 'stranger', read().shared ? 0 : Date.now(), { shared: false, leaving: true })
    },
    told: () => write({ leaving: false }),
    /** What was written under these keys is taken over or thrown away. */
    settle: (keys: readonly string[]) => write({ before: read().before.filter((key) => !keys.includes(key)) }),

    /** Keys whose things nobody came back for in time. */
    stale(now = Date.now()): string[] {
      return Object.entries(read().left).flatMap(([key, at]) => (now - at > LIMITS.keptDrafts ? key : []))
    },
    forget(key: string) {
      const { [key]: _, ...left } = read().left
      write({ left })
    },
    /** Another tab signed in or out. */
    onSwitch(hear: () => void): () => void {
      const listen = (event: StorageEvent) => event.key === NAME && hear()
      addEventListener('storage', listen)
      return () => removeEventListener('storage', listen)
    },
  }
}
