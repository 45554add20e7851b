import { CONTRACT_HEADER, CONTRACT_VERSION, type Id, type Refusal } from '@academy/contract'
import type { AppRouter } from '@academy/server/router'
import { createTRPCClient, httpLink, type TRPCClient, TRPCClientError } from '@trpc/client'
import { connect, Heard, type TestSocket } from './heard.ts'

/** Somebody at their own browser: cookies, an API client, sockets. */
export class Person {
  readonly id: Id
  readonly name: string
  cookie: string | undefined
  readonly rpc: TRPCClient<AppRouter>
  readonly #url: string
  readonly #settle: () => Promise<void>
  readonly #sockets: TestSocket[] = []

  constructor(
    at: { url: string; settle: () => Promise<void> },
    who: { id: Id; name: string; cookie?: string | undefined },
  ) {
    this.#url = at.url
    this.#settle = at.settle
    this.id = who.id
    this.name = who.name
    this.cookie = who.cookie
    this.rpc = createTRPCClient<AppRouter>({
      links: [httpLink({ url: `${at.url}/trpc`, headers: () => this.headers, fetch: this.#fetch as never })],
    })
  }

  get headers(): Record<string, string> {
    return {
      origin: this.#url,
      [CONTRACT_HEADER]: String(CONTRACT_VERSION),
      ...(this.cookie ? { cookie: this.cookie } : {}),
    }
  }

  /** Keeps cookies as a browser does. */
  readonly #fetch = async (input: string | URL, init?: RequestInit): Promise<Response> => {
    const response = await fetch(input, init)
    for (const line of response.headers.getSetCookie()) this.#take(line)
    return response
  }

  #take(line: string): void {
    const [pair = '', ...attributes] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    const ended = pair.endsWith('=') || attributes.some((a) => /^\s*max-age=0$/i.test(a))
    const others = (this.cookie ?? '').split('; ').filter((p) => p && !p.startsWith(`${name}=`))
    this.cookie = [...others, ...(ended ? [] : [pair])].join('; ') || undefined
  }

  /** A page or file, as their browser would ask for it; redirects are not followed. */
  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#fetch(`${this.#url}${path}`, {
      redirect: 'manual',
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
    })
  }

  /** A form without script. */
  submit(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.#fetch(`${this.#url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: this.#url,
        'content-type': 'application/x-www-form-urlencoded',
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      body: new URLSearchParams(fields),
    })
  }

  async socket(): Promise<TestSocket> {
    const socket = await connect(this.#url, this.cookie)
    this.#sockets.push(socket)
    return socket
  }

  /** Follows a stream on a socket of its own; fails when it may not. */
  async listen(stream: string, after: number | null = null): Promise<Heard> {
    const heard = new Heard(await this.socket(), stream, this.#settle)
    const ack = await heard.follow(after)
    if (!ack.ok) throw new Error(`may not follow ${stream}: ${ack.error.code}`)
    return heard
  }

  close(): void {
    for (const socket of this.#sockets) socket.close()
  }
}

/** The refusal a call was answered with; fails when it was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call
  } catch (error) {
    const refusal = error instanceof TRPCClientError ? (error.data as { refusal?: Refusal } | null)?.refusal : undefined
    if (refusal) return refusal
    throw error
  }
  throw new Error('the call was not refused')
}
