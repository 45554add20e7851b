import { AcademyError, type Actor, type CaughtUp, LIMITS, type News, type NewsFrame } from '@academy/contract'
import type { Db } from '@academy/database'
import type { PolicyName } from './policies.ts'
import { type NewsRow, newsAfter, seqOf } from './store.ts'

/**
 * What a room says of one kind of stream. One stream is one audience with one identical payload:
 * where two audiences see different things there are two kinds (`live:x` and `live:x:desk`).
 */
export interface StreamKind {
  /** `live` or `live::desk`: the name without its id. */
  kind: string
  /** What `mayFollow` asks. */
  policy: PolicyName
  /** May this actor follow the stream of that id? Asked on follow, and again when a role, a membership or a login ends. */
  mayFollow(actor: Actor, id: string): Promise<boolean>
  /** The changed things as this audience may see them now, in the order of `rows`; null for what is gone or hidden. */
  present(db: Db, id: string, rows: readonly NewsRow[]): Promise<(unknown | null)[]>
  /** Names of the gauges a new follower is told at once. */
  gauges?: readonly string[]
  /** The current value of a gauge; `keys` are what was touched since it was last sent, none means everything. */
  gauge?(db: Db, id: string, name: string, keys: ReadonlySet<string>): Promise<unknown>
}

/** Sends to everybody who follows a stream; the sockets stand behind it. */
export interface Sender {
  news(frame: NewsFrame): void
  gauge(frame: { stream: string; name: string; value: unknown }): void
}

const split = (stream: string) => {
  const [prefix = '', id = '', part] = stream.split(':')
  return { kind: part ? `${prefix}::${part}` : prefix, id }
}

export type Streams = ReturnType<typeof createStreams>

export function createStreams(deps: { read: Db; now: () => Date; onFault: (error: unknown, what: string) => void }) {
  const kinds = new Map<string, StreamKind>()
  const pending = new Map<string, NewsRow[]>()
  /** The tail of each stream's deliveries: frames of one stream leave in seq order, streams do not wait for each other. */
  const tails = new Map<string, Promise<void>>()
  const touched = new Map<string, { stream: string; name: string; keys: Set<string> }>()
  let sender: Sender = { news() {}, gauge() {} }

  async function present(stream: string, rows: readonly NewsRow[]): Promise<News[]> {
    const { kind, id } = split(stream)
    const known = kinds.get(kind)
    if (!known) throw new Error(`no room registered streams of the kind ${kind}`)
    const views = await known.present(deps.read, id, rows)
    return rows.map((row, n) => ({
      seq: row.seq,
      kind: row.kind,
      subjectId: row.subjectId,
      at: row.at.getTime(),
      view: views[n] ?? null,
    }))
  }

  function flush(stream: string): void {
    const rows = pending.get(stream)
    if (!rows) return
    pending.delete(stream)
    rows.sort((a, b) => a.seq - b.seq)
    const tail = (tails.get(stream) ?? Promise.resolve())
      .then(async () => sender.news({ stream, news: await present(stream, rows) }))
      // Not delivered is not lost: the next frame shows a gap and the browser asks for what came after its cursor.
      .catch((error) => deps.onFault(error, `announcing ${split(stream).kind}`))
      .then(() => {
        if (tails.get(stream) === tail) tails.delete(stream)
      })
    tails.set(stream, tail)
  }

  async function sendGauge(key: string): Promise<void> {
    const gauge = touched.get(key)
    touched.delete(key)
    if (!gauge) return
    const { kind, id } = split(gauge.stream)
    const value = await kinds.get(kind)?.gauge?.(deps.read, id, gauge.name, gauge.keys)
    if (value !== undefined) sender.gauge({ stream: gauge.stream, name: gauge.name, value })
  }

  return {
    register: (kind: StreamKind) => void kinds.set(kind.kind, kind),
    kinds: (): StreamKind[] => [...kinds.values()],
    connect: (to: Sender) => {
      sender = to
    },

    async mayFollow(actor: Actor, stream: string): Promise<boolean> {
      const { kind, id } = split(stream)
      return (await kinds.get(kind)?.mayFollow(actor, id)) ?? false
    },

    /**
     * Tells a stream's followers what was committed. Call it after the write settled, never inside it:
     * nobody may hear of what is rolled back. News that commit together leave in one frame.
     */
    announce(stream: string, ...rows: NewsRow[]): void {
      const waiting = pending.get(stream)
      if (waiting) return void waiting.push(...rows)
      pending.set(stream, rows)
      setImmediate(flush, stream)
    },

    /** What came after a cursor, or the order to take a snapshot when it is too old, too far behind or from another history. */
    async after(stream: string, after: number | null): Promise<CaughtUp> {
      const seq = await seqOf(deps.read, stream)
      if (after === seq) return { from: 'news', seq, news: [] }
      if (after === null || after > seq || seq - after > LIMITS.newsBehind) return { from: 'snapshot', seq }
      const rows = await newsAfter(deps.read, stream, after, LIMITS.newsBehind + 1)
      const oldest = rows[0]
      const whole = oldest?.seq === after + 1 && oldest.at.getTime() > deps.now().getTime() - LIMITS.newsAge
      if (!whole) return { from: 'snapshot', seq }
      return { from: 'news', seq: rows.at(-1)?.seq ?? seq, news: await present(stream, rows) }
    },

    /** The gauges of a stream as they stand, for one who has just begun to follow. */
    async gaugesOf(stream: string): Promise<{ stream: string; name: string; value: unknown }[]> {
      const { kind, id } = split(stream)
      const known = kinds.get(kind)
      const values = await Promise.all(
        (known?.gauges ?? []).map(async (name) => ({
          stream,
          name,
          value: await known?.gauge?.(deps.read, id, name, new Set()),
        })),
      )
      return values.filter(({ value }) => value !== undefined)
    },

    seqOf: (stream: string) => seqOf(deps.read, stream),

    /** Marks a gauge as changed; its latest value is sent at most every 200 ms, and may be lost. */
    touch(stream: string, name: string, ...keys: string[]): void {
      const key = `${stream} ${name}`
      const waiting = touched.get(key)
      if (waiting) {
        for (const k of keys) waiting.keys.add(k)
        return
      }
      touched.set(key, { stream, name, keys: new Set(keys) })
      setTimeout(
        () => void sendGauge(key).catch((error) => deps.onFault(error, `gauge ${name}`)),
        LIMITS.gaugeEvery,
      ).unref()
    },

    /** Resolves when everything announced so far has been sent. */
    async settled(): Promise<void> {
      while (pending.size > 0 || tails.size > 0) {
        await new Promise(setImmediate)
        await Promise.all(tails.values())
      }
    },
  }
}

/** The one answer for "no such" and "not yours". */
export const notFound = (): never => {
  throw new AcademyError('not-found')
}
