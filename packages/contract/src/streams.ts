import * as v from 'valibot'
import type { Refusal } from './errors.ts'

/** `<kind>:<id>` or `<kind>:<id>:<part>`, such as `live:01H…`, `live:01H…:desk`, `topic:01H…`, `member:01H…`. */
export const StreamName = v.pipe(v.string(), v.regex(/^[a-z]+:[0-9A-Za-z-]{1,64}(:[a-z]+)?$/))
export type StreamName = string

/** One item of news: what changed, and the changed thing as this stream's audience may see it now. `view` is null when it is gone. */
export interface News<View = unknown> {
  seq: number
  kind: string
  subjectId: string
  /** Server time, milliseconds UTC. */
  at: number
  view: View | null
}

/** Server → browser, event `news`: what committed together, in seq order. */
export interface NewsFrame<View = unknown> {
  stream: StreamName
  news: News<View>[]
}

/** Server → browser, event `gauge`: the latest value of something that is never kept (tallies, typing, presence). */
export interface GaugeFrame<Value = unknown> {
  stream: StreamName
  name: string
  value: Value
}

/** Browser → server, event `follow`. `after` is the last seq applied, or null when nothing is held yet. */
export const Follow = v.strictObject({
  stream: StreamName,
  after: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
})
export type Follow = v.InferOutput<typeof Follow>

/** The answer to `follow`: news after the cursor, or the order to take a snapshot by the room's own query. */
export type CaughtUp<View = unknown> =
  | { from: 'news'; seq: number; news: News<View>[] }
  | { from: 'snapshot'; seq: number }

/** Browser → server, event `unfollow`. */
export const Unfollow = v.strictObject({ stream: StreamName })

/** Browser → server, event `moment`: something that is worth nothing a second later. */
export const Moment = v.strictObject({
  stream: StreamName,
  name: v.picklist(['typing', 'here', 'away']),
})
export type Moment = v.InferOutput<typeof Moment>

/** Browser → server, event `call`: a tRPC call carried by the socket. */
export const Call = v.strictObject({
  type: v.picklist(['query', 'mutation']),
  path: v.pipe(v.string(), v.regex(/^[a-zA-Z]+(\.[a-zA-Z]+)+$/), v.maxLength(80)),
  input: v.optional(v.unknown()),
  /** The contract version the browser was built with. */
  contract: v.number(),
  /** Whom the browser believes it acts as (`actorKey`); where that is somebody else by now, the call gets `signed-out`. */
  as: v.optional(v.pipe(v.string(), v.maxLength(40))),
})
export type Call = v.InferOutput<typeof Call>

export type Ack<T> = { ok: true; data: T } | { ok: false; error: Refusal }

/** Why the server ends a socket's deliveries: the browser asks again who it is. */
export type Farewell = 'signed-out' | 'slow' | 'restarting'

export interface ServerEvents {
  news: (frame: NewsFrame) => void
  gauge: (frame: GaugeFrame) => void
  /** The stream is not (or no longer) this actor's: stop showing it. */
  ended: (frame: { stream: StreamName }) => void
  farewell: (why: Farewell) => void
}

export interface ClientEvents {
  call: (call: Call, ack: (answer: Ack<unknown>) => void) => void
  follow: (follow: Follow, ack: (answer: Ack<CaughtUp>) => void) => void
  unfollow: (unfollow: { stream: StreamName }, ack: (answer: Ack<null>) => void) => void
  moment: (moment: Moment) => void
}

/**
 * The version of everything in this package. Raise it when an input or a view changes so that an older browser would be wrong;
 * the server accepts this one and the one before, older ones get `client/too-old`.
 */
export const CONTRACT_VERSION = 1
/** HTTP header with the browser's contract version. */
export const CONTRACT_HEADER = 'x-academy-contract'
/** HTTP header with `actorKey`: what one wrote is never sent as the next person on the same phone (see `Call.as`). */
export const ACTOR_HEADER = 'x-academy-as'

/** Calls that set or end the login cookie, or ask whose it is: a socket keeps the cookie it was opened with, so these go by HTTP. */
export const goesByHttp = (path: string): boolean => path.startsWith('members.') || path === 'live.join'
