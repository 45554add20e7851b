import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '@academy/contract'
import { type Keys, sign } from '../platform/keys.ts'

/** How a token is kept: tokens are long and random, so one plain SHA-256 is enough and the database opens nothing. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** 256 random bits as text. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * The secret of a link a command makes: 132 bits of an HMAC over the command's id, so that the same command sent twice
 * (the first answer was lost on the way) tells the same link, though only its hash is kept.
 */
export const linkToken = (keys: Keys, what: 'invitation' | 'recovery', id: Id): string =>
  sign(keys.take('links'), `${what} ${id}`).slice(0, 22)
