import { AcademyError, CONTRACT_VERSION, goesByHttp, type Refusal } from '@academy/contract'
import type { Line } from './connection.ts'
import type { makeHttp } from './http.ts'

export interface CallOptions {
  /** Name whom we act as also where the call may change who that is. */
  named?: boolean | undefined
  /** Do not start anew on the other carrier. */
  last?: boolean
}
export type Carrier = (
  type: 'query' | 'mutation',
  path: string,
  input?: unknown,
  options?: CallOptions,
) => Promise<unknown>

/** A line that died quietly never answers: give up, so that whoever asked may try again. */
const ANSWER_WITHIN = 20_000
/** Once the socket stands again, what was asked before over HTTP is likely lost: it is not waited for longer than this. */
const AFTER_RETURN = 2_000

/**
 * One router, two carriers: by the socket while it is connected, else by HTTP; also by HTTP when the socket gave no answer, for a
 * command's id makes asking twice harmless. Whatever goes wrong is an AcademyError. `as` is whom this page acts as: the server
 * answers `signed-out` when the cookie is somebody else's by now.
 */
export function makeCarrier(line: Line, as: string): Carrier {
  let made: Promise<ReturnType<typeof makeHttp>> | undefined
  /** In the app it is there from the start; a participant's page fetches it when the socket does not do. */
  const byHttp = () => {
    made ??= import('./http.ts').then(
      (module) => module.makeHttp(as),
      () => {
        made = undefined
        throw new AcademyError('client/offline')
      },
    )
    return made
  }
  const waiting = new Set<AbortController>()
  line.subscribe(() => {
    if (line.state() !== 'connected') return
    const lost = [...waiting]
    setTimeout(() => {
      for (const stop of lost) stop.abort()
    }, AFTER_RETURN)
  })
  let calls = 0

  return async function carry(type, path, input, { named, last } = {}): Promise<unknown> {
    const anyWay = !goesByHttp(path)
    if (anyWay) {
      const ack = await line.ask('call', { type, path, input, contract: CONTRACT_VERSION, as })?.catch(() => undefined)
      if (ack?.ok) return ack.data
      if (ack) throw new AcademyError(ack.error.code, ack.error)
    }
    const stop = new AbortController()
    const { signal } = stop
    const timer = setTimeout(() => stop.abort(), ANSWER_WITHIN)
    if (anyWay) waiting.add(stop)
    const op = { id: ++calls, type, path, input, context: { named }, signal }
    try {
      const http = await byHttp()
      return await new Promise((answer, refuse) => {
        signal.onabort = () => refuse(new AcademyError('client/offline'))
        http({ op, next: undefined as never }).subscribe({
          next: ({ result }) => answer((result as { data?: unknown }).data),
          error({ data }) {
            // Only the academy speaks in refusals. A proxy's page, a captive portal or silence mean that there is no line.
            const refusal = (data as { refusal?: Refusal } | undefined)?.refusal ?? { code: 'client/offline' }
            refuse(new AcademyError(refusal.code, refusal))
          },
        })
      })
    } catch (error) {
      if (signal.aborted && anyWay && !last) return carry(type, path, input, { named, last: true })
      throw error
    } finally {
      clearTimeout(timer)
      waiting.delete(stop)
    }
  }
}
