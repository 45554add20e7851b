// A process of listeners: counts what arrives and tells its parent, so that the senders' figures hold no receiving.
// Both kinds are bare `ws` and do the same with a frame; ours speak the few words of Socket.IO's protocol that following takes,
// for a thousand whole clients in one process would be measured instead of the server.
import { WebSocket } from 'ws'

const [kind, url = '', cookie = '', stream = '', count = '0'] = process.argv.slice(2)
let heard = 0
let told = 0
setInterval(() => {
  if (heard === told) return
  told = heard
  process.send?.({ heard })
}, 5)

const PING = 0x32
const EVENT = 0x34
const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve))

async function ours(): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    headers: { origin: url, cookie },
  })
  const told = (prefix: string) =>
    new Promise<void>((resolve) => {
      socket.on('message', function look(data: Buffer) {
        if (!data.toString().startsWith(prefix)) return
        socket.off('message', look)
        resolve()
      })
    })
  await opened(socket)
  const connected = told('40')
  socket.send('40')
  await connected
  const following = told('430')
  socket.send(`420${JSON.stringify(['follow', { stream, after: null }])}`)
  await following
  socket.on('message', (data: Buffer) => {
    if (data[0] === PING) socket.send('3')
    // A longer event than a gauge: the news of a message.
    else if (data[0] === EVENT && data.length > 200) heard++
  })
}

async function raw(): Promise<void> {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  socket.on('message', (data: Buffer) => {
    if (data[0] === EVENT && data.length > 200) heard++
  })
  await opened(socket)
}

for (let n = 0; n < Number(count); n += 50) {
  await Promise.all(Array.from({ length: 50 }, kind === 'ours' ? ours : raw))
}
process.send?.({ ready: true })
