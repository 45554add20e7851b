import * as v from 'valibot'

/** The same in browsers and in Node; neither's types are known here. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }

/** Crockford's base 32: no I, L, O, U, which are misread. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * An id made by whoever composes a thing: a ULID, 26 characters of Crockford's base 32.
 * Opaque: nothing is ever sorted by it, and the time inside is never trusted.
 */
export const Id = v.pipe(v.string(), v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/))
export type Id = string

/** Ten digits of the clock and sixteen of chance: 80 bits from the system's own source. */
export const newId = (): Id => {
  let left = Date.now()
  let id = ''
  for (let at = 0; at < 10; at++) {
    id = DIGITS.charAt(left % 32) + id
    left = Math.floor(left / 32)
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += DIGITS.charAt(byte % 32)
  return id
}
