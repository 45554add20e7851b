import type { Plugin } from 'vite'

const UNUSED: [file: RegExp, instead: string][] = [
  // Offered by browsers, not by our server: websocket and polling are.
  [/engine\.io-client\/build\/esm\/transports\/webtransport\.js$/, 'export const WT = undefined'],
  // The academy says everything in JSON.
  [/socket\.io-parser\/build\/esm\/is-binary\.js$/, 'export const isBinary = () => false, hasBinary = isBinary'],
  [
    /socket\.io-parser\/build\/esm\/binary\.js$/,
    'export const deconstructPacket = (packet) => ({ packet, buffers: [] }), reconstructPacket = (packet) => packet',
  ],
  [
    /engine\.io-parser\/build\/esm\/contrib\/base64-arraybuffer\.js$/,
    'export const encode = () => "", decode = () => new ArrayBuffer(0)',
  ],
  // Where WebSockets do not pass, fetch polls as well as XMLHttpRequest, at a third of the weight.
  [/engine\.io-client\/build\/esm\/transports\/polling-xhr\.js$/, "export { Fetch as XHR } from './polling-fetch.js'"],
  // Coming back is decided by our own sync.
  [
    /socket\.io-client\/build\/esm\/contrib\/backo2\.js$/,
    'export class Backoff { attempts = 0; duration() { return 0 } reset() {} setMin() {} setMax() {} setJitter() {} }',
  ],
  // Browsers read addresses by themselves.
  [
    /engine\.io-client\/build\/esm\/contrib\/parseuri\.js$/,
    `export const parse = (text) => {
      const { protocol, hostname, port, pathname, search } = new URL(text.includes('://') ? text : 'http://' + text)
      return { source: text, protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port, path: pathname, query: search.slice(1), queryKey: {} }
    }`,
  ],
]

/** Leaves out the parts of Socket.IO that nothing here can reach: a sixth of its weight. */
export function socketDiet(): Plugin {
  return {
    name: 'academy:socket-diet',
    apply: 'build',
    load(id) {
      return UNUSED.find(([file]) => file.test(id))?.[1]
    },
  }
}
