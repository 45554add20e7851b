import {
  AcademyError,
  type Ack,
  type CaughtUp,
  type ClientEvents,
  CONTRACT_VERSION,
  type ServerEvents,
} from '@academy/contract'
import type { Socket } from 'socket.io-client'
import { backoff, lineless } from './backoff.ts'
import { makeBell } from './bell.ts'

/**
 * `connecting`: no verdict yet. `connected`: news and calls go by the socket. `shaky`: it fell or fails to answer, calls go by HTTP.
 * `offline`: the device has no line, or several tries in a row failed.
 */
export type LineState = 'connecting' | 'connected' | 'shaky' | 'offline'

interface Answers {
  call: unknown
  follow: CaughtUp
  unfollow: null
}

export type AcademySocket = Socket<ServerEvents, ClientEvents>
export type Line = ReturnType<typeof makeLine>

const ANSWER_WITHIN = 10_000
const PROBE_WITHIN = 4_000
const SHAKY_TRIES = 3

/** Coming back is decided here, not by Socket.IO, and nothing is repeated by it: that is for the outbox and the cursors. */
export const socketOptions = () => ({
  autoConnect: false,
  reconnection: false,
  timeout: ANSWER_WITHIN,
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
  // Polling by fetch sends the login's cookie only when told to.
  withCredentials: true,
  auth: { contract: CONTRACT_VERSION },
})
/** Its own chunk, fetched when the line is first opened. */
const openSocket = async (): Promise<AcademySocket> => (await import('socket.io-client')).io(socketOptions())

/** The one socket of this page. Nothing happens before `open()`. */
export function makeLine(makeSocket: () => Promise<AcademySocket> = openSocket) {
  const changed = makeBell()
  const heard = makeBell<[event: string, body: unknown]>()
  let making: Promise<AcademySocket> | undefined
  let socket: AcademySocket | undefined
  let state: LineState = 'connecting'
  let tries = 0
  let closed = true
  let timer: ReturnType<typeof setTimeout> | undefined

  const set = (next: LineState) => {
    if (next === state) return
    state = next
    changed.ring()
  }

  function fell() {
    clearTimeout(timer)
    if (closed) return
    const none = lineless()
    set(none || tries >= SHAKY_TRIES ? 'offline' : state === 'connecting' ? state : 'shaky')
    // Without a line the `online` event is waited for; a device that is wrong about itself is still tried now and then.
    timer = setTimeout(connect, backoff(none ? 9 : tries++))
  }

  async function connect() {
    clearTimeout(timer)
    try {
      making ??= makeSocket()
      socket ??= attach(await making)
    } catch {
      making = undefined
      return fell()
    }
    if (!closed) socket.connect()
  }

  function attach(made: AcademySocket) {
    if (socket) return socket
    made.on('connect', () => {
      tries = 0
      set('connected')
    })
    made.on('disconnect', fell)
    made.on('connect_error', () => {
      // A school's proxy may swallow WebSockets without an error: the next try begins with the other transport.
      ;(made.io.opts.transports as unknown[]).reverse()
      fell()
    })
    made.on('farewell', (why) => {
      // A whole academy comes back after a restart: spread it.
      if (why === 'restarting') tries = 2
    })
    made.onAny(heard.ring)
    return made
  }

  /** A question that cannot be slow: no answer means the socket is dead though nobody closed it. */
  function probe() {
    const asked = socket
    asked?.timeout(PROBE_WITHIN).emit('unfollow', { stream: 'probe:0' }, (late: Error | null) => {
      if (!asked.connected) return
      if (late) asked.disconnect()
      else set('connected')
    })
  }

  /** The device has a line again, or the person is looking: do not wait for the timer. */
  function wake() {
    if (closed || lineless()) return
    if (socket?.connected) return probe()
    tries = 0
    if (state === 'offline') set('connecting')
    // A try begun over the old line would be waited for in vain.
    socket?.disconnect()
    void connect()
  }

  const onOffline = () => {
    socket?.disconnect()
    fell()
  }
  const onVisible = () => document.visibilityState === 'visible' && wake()

  return {
    state: () => state,
    subscribe: changed.hear,

    open() {
      if (!closed) return
      closed = false
      addEventListener('online', wake)
      addEventListener('offline', onOffline)
      document.addEventListener('visibilitychange', onVisible)
      void connect()
    },
    wake,
    close() {
      closed = true
      clearTimeout(timer)
      removeEventListener('online', wake)
      removeEventListener('offline', onOffline)
      document.removeEventListener('visibilitychange', onVisible)
      socket?.disconnect()
      set('offline')
    },

    /** Asks by the socket; undefined where there is none, rejected as `client/offline` where no answer came. */
    ask<E extends keyof Answers>(event: E, body: Parameters<ClientEvents[E]>[0]): Promise<Ack<Answers[E]>> | undefined {
      if (state !== 'connected' || !socket) return undefined
      return new Promise((answer, refuse) => {
        const asked = socket as unknown as { timeout(ms: number): { emit(...args: unknown[]): void } }
        asked.timeout(ANSWER_WITHIN).emit(event, body, (late: Error | null, ack: Ack<Answers[E]>) => {
          if (!late) return answer(ack)
          if (socket?.connected && state === 'connected') {
            set('shaky')
            probe()
          }
          refuse(new AcademyError('client/offline'))
        })
      })
    },
    /** Worth nothing a second later: not kept, not repeated. */
    tell: (moment: Parameters<ClientEvents['moment']>[0]) =>
      void (state === 'connected' && socket?.volatile.emit('moment', moment)),
    on: <E extends keyof ServerEvents>(event: E, hear: (body: Parameters<ServerEvents[E]>[0]) => void): (() => void) =>
      heard.hear((name, body) => name === event && hear(body as never)),
  }
}
