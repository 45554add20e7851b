import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'
import { openGround } from './ground.ts'
import { median, report, seconds } from './row.ts'

const SOCKETS = 1000
const MESSAGES = 40

interface Told {
  ready?: boolean
  heard?: number
}

/** A thousand listeners in a process of their own; resolves `heard(n)` when each has n messages. */
async function listeners(kind: 'ours' | 'raw', url: string, cookie: string, stream: string) {
  const child = fork(fileURLToPath(new URL('listeners.ts', import.meta.url)), [
    kind,
    url,
    cookie,
    stream,
    String(SOCKETS),
  ])
  let heard = 0
  let wake: (() => void) | undefined
  const ready = new Promise<void>((resolve) => {
    child.on('message', (told: Told) => {
      if (told.ready) resolve()
      if (told.heard !== undefined) {
        heard = told.heard
        wake?.()
      }
    })
  })
  await ready
  return {
    async heard(total: number) {
      while (heard < total)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    },
    async close() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** Messages delivered a second into a thousand sockets, from post to the last socket, beside bare `ws` sending the same bytes. */
export async function benchFanout(): Promise<void> {
  const { academy, person, topicId, post } = await openGround()
  const stream = `topic:${topicId}`
  const our = await listeners('ours', academy.url, person.cookie ?? '', stream)

  const http = createServer()
  const wss = new WebSocketServer({ server: http, perMessageDeflate: false })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const raw = await listeners('raw', `ws://127.0.0.1:${(http.address() as AddressInfo).port}`, '', '')
  // The same bytes as a frame of ours on the wire.
  const view = (await person.rpc.rooms.topic.query({ topicId })).messages.at(-1)
  const news = [{ seq: 1, kind: 'message.posted', subjectId: topicId, at: Date.now(), view }]
  const frame = `42${JSON.stringify(['news', { stream, news }])}`

  let posted = 0
  let sent = 0
  const ours = async () => {
    // One after another: each is a frame of its own, as people write.
    for (let n = 0; n < MESSAGES; n++) {
      await post()
      await academy.settle()
    }
    posted += MESSAGES
    await our.heard(posted * SOCKETS)
  }
  const bare = async () => {
    for (let n = 0; n < MESSAGES; n++) {
      for (const client of wss.clients) client.send(frame)
      await new Promise(setImmediate)
    }
    sent += MESSAGES
    await raw.heard(sent * SOCKETS)
  }
  await ours()
  await bare()
  const [mine, limit]: [number[], number[]] = [[], []]
  for (let run = 0; run < 5; run++) {
    mine.push((MESSAGES * SOCKETS) / (await seconds(ours)))
    limit.push((MESSAGES * SOCKETS) / (await seconds(bare)))
  }
  report({ name: 'rooms.fanout.1000.single', ours: median(mine), limit: median(limit), goal: 0.8, unit: 'per_s' })
  await our.close()
  await raw.close()
  wss.close()
  http.close()
  await academy[Symbol.asyncDispose]()
}
