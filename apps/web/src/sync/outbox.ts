import { AcademyError, type Done, type Id, LIMITS, newId, type Refusal } from '@academy/contract'
import { backoff, lineless } from './backoff.ts'
import { makeBell } from './bell.ts'
import type { Item } from './migrations.ts'
import { passes, refusalOf } from './refusals.ts'
import type { Composed, Path } from './rpc.ts'
import type { Shelf } from './shelf.ts'
import { makeTurns } from './turns.ts'

export type { Item }
/** Why nothing is sent: until the same member signs in, or until the page is renewed. */
export type Halt = 'signed-out' | 'client/too-old'
export type Outbox = ReturnType<typeof makeOutbox>

export interface OutboxDeps {
  shelf: Shelf
  /** Sends a command as this member, with an answer in bounded time. */
  send(path: string, input: unknown): Promise<Done>
  onHalt?(why: Halt): void
  /** Runs `work` while no other tab does. */
  turns?: (work: () => Promise<boolean>) => Promise<boolean>
}

/** What tabs tell each other. */
interface News {
  done?: [Id, Done]
  put?: boolean
}

/** After so many faults of the server a thing is put aside for its writer to see, so that the rest of its lane goes on. */
const MOST_FAULTS = 10
/** How long a sent thing is still shown when no news of it comes. */
const SENT_FOR = 30_000

/** What one has written and the server has not acknowledged. Nothing leaves it but by an acknowledgement or a deliberate discard. */
export function makeOutbox({ shelf, send, onHalt, turns = makeTurns(`academy:${shelf.key}`) }: OutboxDeps) {
  const watch = makeBell()
  const acknowledged = makeBell<[id: Id, done: Done]>()
  const channel = new BroadcastChannel(`academy:${shelf.key}`)
  /** Lanes that failed, and until when they wait. */
  const waits = new Map<string, number>()
  /** How far the views of this page have come, and things whose news came before their acknowledgement. */
  const cursors = new Map<string, number>()
  const seen = new Set<Id>()
  let kept: Item[] = []
  let sent: Item[] = []
  let halt: Halt | undefined
  let closed = false
  let looks = 0
  let edits = 0
  let again = false
  let sending: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const wakeIn = (ms: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(pump, ms)
  }

  const post = (news: News) => {
    if (!closed) channel.postMessage(news)
  }
  /** What is shown follows what was kept; the phone is not read again for one's own changes. */
  function show(items: Item[]) {
    edits++
    kept = items
    watch.ring()
  }
  /** Reads what is kept, for another tab has changed it. Of several looks at once, and of looks and changes, the newest counts. */
  async function look() {
    const mine = ++looks
    let all: Item[]
    let before: number
    do {
      before = edits
      // Nothing of it is shown once somebody else is here; a storage that hiccups changes nothing.
      all = await shelf.use((db) => db.getAll('outbox')).catch((error) => (error instanceof AcademyError ? [] : kept))
    } while (before !== edits && mine === looks)
    if (mine === looks) show(all)
  }

  function arrived(id: Id, done: Done) {
    const item = kept.find((i) => i.id === id)
    const told = seen.delete(id) || (item && (done.seq ?? Number.POSITIVE_INFINITY) <= (cursors.get(item.lane) ?? -1))
    if (item && !told) {
      sent = [...sent, { ...item, state: 'sent', ...(done.seq !== undefined && { seq: done.seq }) }]
      setTimeout(forget, SENT_FOR, id)
    }
    acknowledged.ring(id, done)
    show(kept.filter((i) => i.id !== id))
  }
  const forget = (id: Id) => drop((item) => item.id === id)
  function drop(gone: (item: Item) => boolean) {
    const rest = sent.filter((item) => !gone(item))
    if (rest.length === sent.length) return
    sent = rest
    watch.ring()
  }

  /** Changes items where they still are: what was discarded meanwhile stays discarded. */
  async function change(ids: readonly Id[], to: (item: Item) => Item | undefined, news: News = {}) {
    const now = new Map<Id, Item | undefined>()
    await shelf.write(['outbox'], async (tx) => {
      const box = tx.objectStore('outbox')
      for (const id of ids) {
        const item = await box.index('id').get(id)
        const next = item && to(item)
        now.set(id, next)
        if (next) await box.put(next)
        else if (item) await box.delete(item.order)
      }
    })
    show(kept.flatMap((item) => (now.has(item.id) ? (now.get(item.id) ?? []) : item)))
    post(news)
  }

  /** Takes the first of each lane that need not wait. What a killed tab left as being sent waits again. */
  async function take(): Promise<Item[]> {
    const now = performance.now()
    const lanes = new Set<string>()
    const due: Item[] = []
    const all = await shelf.write(['outbox'], async (tx) => {
      const box = tx.objectStore('outbox')
      const items = await box.getAll()
      for (const [lane, until] of waits) if (until <= now) waits.delete(lane)
      for (const item of items) {
        if (item.state === 'refused') continue
        const first = !lanes.has(item.lane) && due.length < LIMITS.batch
        lanes.add(item.lane)
        const state = first && !halt && !lineless() && !waits.has(item.lane) ? 'sending' : 'waiting'
        if (state === 'waiting' && item.state === state) continue
        Object.assign(item, { state, tries: item.tries + +(state === 'sending') })
        if (state === 'sending') due.push(item)
        await box.put(item)
      }
      return items
    })
    show(all)
    if (due.length > 0) post({})
    return due
  }

  async function attempt(item: Item) {
    const { id, lane } = item
    try {
      if (!shelf.mine()) throw new AcademyError('signed-out')
      const done = await send(item.path, item.input)
      waits.delete(lane)
      await shelf.write(['outbox'], (tx) => tx.objectStore('outbox').delete(item.order))
      arrived(id, done)
      post({ done: [id, done] })
    } catch (error) {
      await failed(item, refusalOf(error))
    }
  }

  async function failed({ id, lane, tries }: Item, refusal: Refusal) {
    const { code, retryAfter } = refusal
    const ends = code === 'signed-out' || code === 'client/too-old'
    if (ends) stop(code)
    waits.set(lane, performance.now() + (retryAfter ? retryAfter * 1000 : backoff(tries)))
    await change([id], (item) => {
      const faults = (item.faults ?? 0) + (code === 'fault' ? 1 : 0)
      if (ends || (passes(refusal) && faults < MOST_FAULTS)) return { ...item, state: 'waiting', faults }
      waits.delete(lane)
      return { ...item, state: 'refused', refusal }
    })
  }

  function stop(why: Halt) {
    if (halt) return
    halt = why
    watch.ring()
    onHalt?.(why)
  }

  /** One round: the first of every lane, side by side. True while there may be more. */
  async function round() {
    const due = await take()
    await Promise.all(due.map(attempt))
    return due.length > 0
  }

  async function run() {
    do {
      again = false
      // The phone's storage may fail, or be somebody else's by now.
      while (!closed && (await turns(round).catch(() => false)));
    } while (again)
    // In the same turn as the last look at `again`.
    sending = undefined
    const next = Math.min(...waits.values())
    const left = kept.some((item) => item.state !== 'refused')
    if (left && !halt) wakeIn(waits.size > 0 ? Math.max(100, next - performance.now()) : backoff(9))
  }
  function pump(): Promise<void> {
    again = true
    sending ??= run()
    return sending
  }

  async function add(item: Omit<Item, 'order'> & { order?: number }, draft?: string, instead?: Id) {
    // On the disk before the form is emptied, and before anything is sent.
    await shelf.write(['outbox', 'drafts'], async (tx) => {
      const box = tx.objectStore('outbox')
      const old = instead && (await box.index('id').getKey(instead))
      if (old) await box.delete(old)
      item.order = await box.add(item as Item)
      if (draft) await tx.objectStore('drafts').delete(draft)
    })
    if (lineless()) void navigator.storage?.persist?.()
    show([...kept.filter((other) => other.id !== instead && other.id !== item.id), item as Item])
    // Another tab may be sending, and this one may die before it can.
    post({ put: true })
    void pump()
    return item.id
  }
  const compose = (path: string, lane: string, written: object): Omit<Item, 'order'> => {
    // As JSON: the body of every try is the same, and a store's proxies can be kept.
    const input = JSON.parse(JSON.stringify({ id: newId(), composedAt: Date.now(), ...written }))
    return { id: input.id, path, lane, input, composedAt: input.composedAt, state: 'waiting', tries: 0 }
  }

  channel.onmessage = async ({ data }: MessageEvent<News>) => {
    if (data.done) arrived(...data.done)
    await look()
    if (data.put) void pump()
    else if (!sending && kept.some((item) => item.state !== 'refused')) wakeIn(backoff(6))
  }
  void look().then(pump)

  return {
    /** What waits, is being sent or was refused, and what was just sent; in the order it was written. */
    items: (): readonly Item[] => (shelf.mine() ? [...sent, ...kept] : []),
    halted: () => halt,
    subscribe: watch.hear,
    /** Hears of every acknowledgement, in every tab. */
    onDone: acknowledged.hear,

    /**
     * Keeps a command and sends it when it can; resolves with its id once it is on the phone. Things of one `lane` (a topic, a session)
     * arrive in the order they were written; name the lane as the stream that tells of them. `draft` is the draft it came from, cleared in the same step.
     */
    put<P extends Path>(path: P, input: Composed<P>, { lane, draft }: { lane: string; draft?: string }): Promise<Id> {
      return add(compose(path, lane, input), draft)
    },
    /** Sends a refused thing again as it is. */
    async retry(id: Id) {
      await change([id], ({ refusal: _, ...item }) => ({ ...item, state: 'waiting', faults: 0 }), { put: true })
      void pump()
    },
    /** Sends a refused thing with other words: another body is another command. */
    async resend(id: Id, input: object): Promise<Id | undefined> {
      const old = kept.find((item) => item.id === id && item.state === 'refused')
      return (
        old &&
        add(compose(old.path, old.lane, { ...old.input, ...input, id: newId(), composedAt: Date.now() }), undefined, id)
      )
    },
    /** Things were put on the shelf beside it. */
    async refresh() {
      await look()
      post({ put: true })
      void pump()
    },
    /** The one way text disappears: its writer says so. */
    async discard(...ids: Id[]) {
      await change(ids, () => undefined)
    },
    /** A view of this page has come so far: what was sent and stands in it by now is not shown beside it any longer. */
    caughtUp(stream: string, seq: number, subjectId?: Id) {
      cursors.set(stream, seq)
      if (kept.some((item) => item.id === subjectId)) seen.add(subjectId as Id)
      drop((item) => item.id === subjectId || (item.lane === stream && (item.seq ?? Number.POSITIVE_INFINITY) <= seq))
    },
    /** The line is back: nothing waits any longer. Resolves when all that can be sent was tried. */
    nudge(): Promise<void> {
      waits.clear()
      return pump()
    },
    /** The same member is here again. */
    resume(): Promise<void> {
      halt = undefined
      return pump()
    },
    close() {
      closed = true
      clearTimeout(timer)
      channel.close()
    },
  }
}
