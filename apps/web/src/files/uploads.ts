import { AcademyError, type ErrorCode, endingOf, type Id, LIMITS, newId } from '@academy/contract'
import { refusalOf, type Sync } from '../sync/index.ts'

/** A file on its way, as the phone remembers it; its bytes are kept apart, under its id. */
export interface OnTheWay {
  id: Id
  name: string
  size: number
  /** The server has heard of it: the next try asks how far it came. */
  begun?: true
  /** Why the server does not take it. Its bytes are no longer kept; the line stands until its owner puts it away. */
  refusal?: ErrorCode
}

export interface Progress extends OnTheWay {
  sent: number
}

type Uploads = ReturnType<typeof makeUploads>

const LIST = 'files'
const bytesKey = (id: Id) => `file:${id}`

/** What is worth trying again by itself; anything else is the file's own fault. */
const PASSES: readonly ErrorCode[] = [
  'client/offline',
  'client/too-old',
  'signed-out',
  'too-many',
  'fault',
  'not-found',
]

const made = new WeakMap<Sync, Uploads>()

/** The page's one sender of files. The first to ask begins it; what an earlier page left is gone on with. */
export function uploadsOf(sync: Sync): Uploads {
  const known = made.get(sync) ?? makeUploads(sync)
  made.set(sync, known)
  return known
}

/**
 * Files are on the phone before they are sent, so that a cut line, a closed tab and a dead battery cost nothing but the bytes under way:
 * the next page goes on where the last one stopped. One tab sends, one file at a time; the words they belong to wait in the outbox.
 */
function makeUploads(sync: Sync) {
  const kept = sync.draft<OnTheWay[]>(LIST)
  const heard = new Set<() => void>()
  let list: OnTheWay[] = []
  let sending: { id: Id; sent: number } | undefined
  let running: Promise<void> | undefined
  let stop: AbortController | undefined
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const ring = () => {
    for (const hear of heard) hear()
  }
  const locked = <T>(what: string, work: () => Promise<T>): Promise<T> =>
    navigator.locks ? navigator.locks.request(`academy:${sync.key}:${what}`, work) : work()

  const look = async () => {
    list = (await kept.load()) ?? []
    ring()
  }
  /** Two tabs may change it: the newest is read first. */
  const change = (to: (all: OnTheWay[]) => OnTheWay[]) =>
    locked('files', async () => {
      list = to((await kept.load()) ?? [])
      await kept.save(list.length > 0 ? list : undefined)
      ring()
    })
  const update = (id: Id, part: Partial<OnTheWay>) =>
    change((all) => all.map((file) => (file.id === id ? { ...file, ...part } : file)))
  const forget = async (id: Id) => {
    await change((all) => all.filter((file) => file.id !== id))
    await sync.draft(bytesKey(id)).save(undefined)
  }

  async function sendOne(file: OnTheWay): Promise<boolean> {
    const bytes = await sync.draft<Blob>(bytesKey(file.id)).load()
    if (!bytes) {
      await forget(file.id)
      return true
    }
    sending = { id: file.id, sent: 0 }
    stop = new AbortController()
    try {
      const { send } = await import('./send.ts')
      await update(file.id, { begun: true })
      await send(bytes, {
        file,
        as: sync.key,
        signal: stop.signal,
        onProgress(sent) {
          sending = { id: file.id, sent }
          tries = 0
          ring()
        },
      })
      await forget(file.id)
      // What waits for it need not wait any longer.
      void sync.outbox.nudge()
      return true
    } catch (error) {
      const { code } = refusalOf(error)
      // Another page began it, and this one did not know: the next try asks how far it came.
      if (PASSES.includes(code) || code === 'command/conflict') return false
      await update(file.id, { refusal: code })
      await sync.draft(bytesKey(file.id)).save(undefined)
      void sync.outbox.nudge()
      return true
    } finally {
      sending = undefined
      ring()
    }
  }

  async function runNow(): Promise<void> {
    await locked('sending files', async () => {
      for (;;) {
        await look()
        const next = list.find((file) => !file.refusal)
        if (!next) return
        if (!(await sendOne(next))) break
        tries = 0
      }
      clearTimeout(timer)
      timer = setTimeout(run, Math.min(60_000, 2000 * 2 ** tries++))
    })
  }
  function run(): void {
    clearTimeout(timer)
    running ??= runNow()
      .catch(() => {})
      .finally(() => (running = undefined))
  }
  const lineIsBack = () => {
    tries = 0
    run()
  }
  sync.line.subscribe(() => sync.line.state() === 'connected' && lineIsBack())
  addEventListener('online', lineIsBack)
  run()

  return {
    /** What is on its way or was refused, in the order it was chosen. A file that is not here has arrived. */
    list: (): readonly Progress[] =>
      list.map((file) => ({ ...file, sent: sending?.id === file.id ? sending.sent : 0 })),
    subscribe(hear: () => void): () => void {
      heard.add(hear)
      return () => heard.delete(hear)
    },
    /** Keeps it on the phone and sends it when it can; throws what is known to be refused. Answers the id it will have. */
    async add(bytes: Blob, name: string): Promise<Id> {
      if (!endingOf(name)) throw new AcademyError('files/wrong-type')
      if (bytes.size > LIMITS.files.size) throw new AcademyError('too-large')
      const id = newId()
      await sync.draft<Blob>(bytesKey(id)).save(bytes)
      await change((all) => [...all, { id, name: name.slice(-LIMITS.title), size: bytes.size }])
      run()
      return id
    },
    /** Its owner thought better of it: what was sent of it is forgotten on the server within a day. */
    async remove(id: Id): Promise<void> {
      if (sending?.id === id) stop?.abort()
      await forget(id)
    },
    /** The bytes while they are still here, to show a picture that has not arrived. */
    bytes: (id: Id): Promise<Blob | undefined> => sync.draft<Blob>(bytesKey(id)).load(),
  }
}
