// A process of listeners: counts what arrives and tells its parent, so that the senders' figures hold no receiving.
import type { ClientEvents, ServerEvents } from '@academy/contract'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'

const [kind, url = '', cookie = '', stream = '', count = '0'] = process.argv.slice(2)
let heard = 0
let told = 0
setInterval(() => {
  if (heard === told) return
  told = heard
  process.send?.({ heard })
}, 5)

async function ours(): Promise<void> {
  const socket: Socket<ServerEvents, ClientEvents> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { origin: url, cookie },
  })
  socket.on('news', ({ news }) => {
    heard += news.length
  })
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)))
  await socket.emitWithAck('follow', { stream, after: null })
}

async function raw(): Promise<void> {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  socket.on('message', () => {
    heard++
  })
  await new Promise((resolve) => socket.once('open', resolve))
}

for (let n = 0; n < Number(count); n += 50) {
  await Promise.all(Array.from({ length: 50 }, kind === 'ours' ? ours : raw))
}
process.send?.({ ready: true })
