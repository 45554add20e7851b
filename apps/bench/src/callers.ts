// A process of callers: counts what is answered, so that the server's figures hold no asking.
import { Agent, get } from 'node:http'

const [url = '', asked = '{}'] = process.argv.slice(2)
const { paths, headers, seconds } = JSON.parse(asked) as {
  paths: string[]
  headers: Record<string, string>
  seconds: number
}
const CALLERS = 16
const WARM = 500

const agent = new Agent({ keepAlive: true, maxSockets: CALLERS })
const ask = (path: string) =>
  new Promise<void>((resolve, reject) => {
    get(`${url}${path}`, { agent, headers: { 'accept-encoding': 'br, gzip', ...headers } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`))
      answer.resume().on('end', resolve)
    }).on('error', reject)
  })

let answered = 0
let over = false
const caller = async (first: number) => {
  for (let n = first; !over; n++) {
    await ask(paths[n % paths.length] ?? '')
    answered++
  }
}
const all = Promise.all(Array.from({ length: CALLERS }, (_, n) => caller(n)))
await new Promise((resolve) => setTimeout(resolve, WARM))
answered = 0
await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
process.send?.({ answered })
over = true
await all
