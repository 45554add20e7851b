import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keys that must not be in the database, one file each under the data directory, readable by the owner only.
 * Destroying a key makes everything it signed unlinkable for good: that is what they are for.
 */
export interface Keys {
  /** The key of that name, made when it is first asked for. `name` is ours, never typed by a person. */
  take(name: string): Buffer
  /** The key if it still exists. */
  find(name: string): Buffer | undefined
  destroy(name: string): void
  /** Those there are whose names begin so. */
  startingWith(prefix: string): string[]
}

export function openKeys(directory: string): Keys {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const held = new Map<string, Buffer>()
  const file = (name: string) => {
    if (!/^[A-Za-z0-9-]{1,64}$/.test(name)) throw new Error(`not a key name: ${name}`)
    return join(directory, `${name}.key`)
  }
  const find = (name: string) => {
    const known = held.get(name)
    if (known) return known
    try {
      const key = readFileSync(file(name))
      held.set(name, key)
      return key
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }
  return {
    find,
    take(name) {
      const known = find(name)
      if (known) return known
      try {
        writeFileSync(file(name), randomBytes(32), { flag: 'wx', mode: 0o600 })
      } catch (error) {
        // Another server on the same directory was first: its key is the key.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const key = readFileSync(file(name))
      held.set(name, key)
      return key
    },
    startingWith: (prefix) =>
      readdirSync(directory).flatMap((name) =>
        name.startsWith(prefix) && name.endsWith('.key') ? [name.slice(0, -'.key'.length)] : [],
      ),
    destroy(name) {
      held.delete(name)
      rmSync(file(name), { force: true })
    },
  }
}

/** Node takes six times as long to sign with the bytes as with a key made of them once. */
const made = new WeakMap<Buffer, KeyObject>()

function keyOf(bytes: Buffer): KeyObject {
  let key = made.get(bytes)
  if (!key) {
    key = createSecretKey(bytes)
    made.set(bytes, key)
  }
  return key
}

/** HMAC-SHA256, base64url, 43 characters. */
export const sign = (key: Buffer, text: string): string =>
  createHmac('sha256', keyOf(key)).update(text).digest('base64url')
