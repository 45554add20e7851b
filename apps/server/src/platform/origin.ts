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
