import { ulid } from 'ulid'
import * as v from 'valibot'

/**
 * An id made by whoever composes a thing: a ULID, 26 characters of Crockford's base 32.
 * Opaque: nothing is ever sorted by it, and the time inside is never trusted.
 */
export const Id = v.pipe(v.string(), v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/))
export type Id = string

export const newId = (): Id => ulid()
