import type { Refusal } from '@academy/contract'
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'

/** A command on its way to the server. */
export interface Item {
  /** The command's ULID: the same at every try. */
  id: string
  /** Given by IndexedDB: what one wrote first stands first, in every tab. */
  order: number
  path: string
  /** Items of one lane are sent one after the other; lanes do not wait for each other. */
  lane: string
  /** What is sent, whole: the same bytes at every try. */
  input: Record<string, unknown>
  composedAt: number
  /** `sent` is never kept: it is shown until the view has it. */
  state: 'waiting' | 'sending' | 'sent' | 'refused'
  /** Of the news it made, once sent. */
  seq?: number
  tries: number
  /** How often the academy itself failed at it. */
  faults?: number
  /** Why it was refused. */
  refusal?: Refusal
}

/** What one member keeps on this phone. */
export interface Kept extends DBSchema {
  outbox: { key: number; value: Item; indexes: { id: string } }
  drafts: { key: string; value: unknown }
  views: { key: string; value: { json: string; at: number; size: number }; indexes: { age: [number, number] } }
}

export type KeptDb = IDBPDatabase<Kept>
export type Step = (db: KeptDb, tx: IDBPTransaction<Kept, StoreNames<Kept>[], 'versionchange'>) => void

/**
 * One step a version, never changed once released. A step adds, or rewrites what is there; it takes nothing away that the version
 * before reads, for a tab of that version may still be open and goes on with the newer database.
 */
export const STEPS: readonly Step[] = [
  (db) => {
    db.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', { unique: true })
    db.createObjectStore('drafts')
  },
  (db) => {
    db.createObjectStore('views').createIndex('age', ['at', 'size'])
  },
]
