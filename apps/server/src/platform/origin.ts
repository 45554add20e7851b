import type { IncomingHttpHeaders } from 'node:http'

/**
 * Is the request from one of our own pages? Exact match, no suffixes. With a public origin configured only that one counts;
 * without, the page must come from the very host (and port) that was asked.
 * Socket.IO's `cors` does not protect WebSockets, and cookies travel with any page's requests: this is what stops them.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicOrigin: string | undefined): boolean {
  const origin = headers.origin
  if (!origin || origin === 'null') return false
  if (publicOrigin) return origin === publicOrigin
  const host = headers.host
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

/**
 * Does a socket's handshake come from one of our own pages? Browsers send no Origin with a GET to the page's own host, which is how
 * Socket.IO polls; there the Referer tells, which no page can make up. A WebSocket always has its Origin.
 */
export function isOwnHandshake(headers: IncomingHttpHeaders, publicOrigin: string | undefined): boolean {
  if (headers.origin !== undefined || headers.upgrade !== undefined) return isOwnOrigin(headers, publicOrigin)
  const { referer } = headers
  return (
    referer !== undefined &&
    URL.canParse(referer) &&
    isOwnOrigin({ host: headers.host, origin: new URL(referer).origin }, publicOrigin)
  )
}
