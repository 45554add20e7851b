import type { Ack, CaughtUp, ClientEvents, News, NewsFrame, ServerEvents } from '@academy/contract'
import { io, type Socket } from 'socket.io-client'

export type TestSocket = Socket<ServerEvents, ClientEvents>

/** Connects as a browser of the academy would: own origin, cookie, websocket. Rejects when the handshake is refused. */
export function connect(
  url: string,
  cookie: string | undefined,
  headers: Record<string, string> = {},
): Promise<TestSocket> {
  const socket: TestSocket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: url, ...(cookie ? { cookie } : {}), ...headers },
  })
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', (error) => {
      socket.close()
      reject(error)
    })
  })
}

/** What one person heard on one stream since they began to follow it. */
export class Heard {
  readonly news: News[] = []
  readonly gauges: { name: string; value: unknown }[] = []
  /** Set when the server ended the following. */
  ended = false
  readonly socket: TestSocket
  readonly stream: string
  readonly #settle: () => Promise<void>

  constructor(socket: TestSocket, stream: string, settle: () => Promise<void>) {
    this.socket = socket
    this.stream = stream
    this.#settle = settle
    socket.on('news', (frame: NewsFrame) => {
      if (frame.stream === stream) this.news.push(...frame.news)
    })
    socket.on('gauge', (frame) => {
      if (frame.stream === stream) this.gauges.push({ name: frame.name, value: frame.value })
    })
    socket.on('ended', (frame) => {
      if (frame.stream === stream) this.ended = true
    })
  }

  follow(after: number | null): Promise<Ack<CaughtUp>> {
    return this.socket.timeout(5000).emitWithAck('follow', { stream: this.stream, after })
  }

  /** Everything announced so far has been sent and, since frames and acks keep their order, has arrived. */
  async settled(): Promise<News[]> {
    await this.#settle()
    await this.socket.timeout(5000).emitWithAck('unfollow', { stream: 'none:none' })
    return this.news
  }
}
