import type { IncomingHttpHeaders } from 'node:http'

/**
 * The part that is asked for, so that sound can be listened to from its middle: the bytes `start` to `end`, `none` for what is not
 * there, undefined for the whole (no range, several, one we cannot read, or one of other bytes than these).
 */
export function rangeOf(
  headers: IncomingHttpHeaders,
  { size, etag }: { size: number; etag: string },
): { start: number; end: number } | 'none' | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '')
  if (!asked || (headers['if-range'] !== undefined && headers['if-range'] !== etag)) return undefined
  const [, from = '', to = ''] = asked
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > end || start >= size ? 'none' : { start, end }
}
