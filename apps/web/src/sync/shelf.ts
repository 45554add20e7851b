import { AcademyError } from '@academy/contract'
import type { IDBPTransaction, StoreNames } from 'idb'
import { type Kept, type KeptDb, STEPS, type Step } from './migrations.ts'

export type Shelf = ReturnType<typeof makeShelf>

/** Fetched when something is first kept or looked up: a page's first view does not wait for it. */
const idb = () => import('idb')

const nameOf = (key: string) => `academy:${key}`

/** Everything of one member, guest or stranger on this phone, gone. */
export const clearShelf = async (key: string): Promise<void> => (await idb()).deleteDB(nameOf(key))

/**
 * One database for each person (`actorKey`) who used this phone. `mine` is asked before every use: a tab that still shows the last
 * person neither reads nor writes their things once somebody else is here.
 */
export function makeShelf(key: string, mine: () => boolean = () => true, steps: readonly Step[] = STEPS) {
  const name = nameOf(key)
  let opening: Promise<KeptDb> | undefined

  /** Lets go, so that a newer tab may upgrade or sign-out may delete; the next use opens again. */
  const close = () => {
    const opened = opening
    opening = undefined
    return opened?.then(
      (db) => db.close(),
      () => {},
    )
  }

  async function openNow(): Promise<KeptDb> {
    const { openDB } = await idb()
    return openDB<Kept>(name, steps.length, {
      upgrade: (db, from, _to, tx) => {
        for (const step of steps.slice(from)) step(db, tx)
      },
      blocking: close,
      terminated: close,
    }).catch((error) => {
      // A newer tab was here: steps only add, so this one goes on with what it knows.
      if (error.name === 'VersionError') return openDB<Kept>(name, undefined, { blocking: close, terminated: close })
      throw error
    })
  }
  const open = () => {
    opening ??= openNow().catch((error) => {
      opening = undefined
      throw error
    })
    return opening
  }

  /** Each work is one transaction, so one that failed was not half done. */
  async function use<T>(work: (db: KeptDb) => Promise<T>): Promise<T> {
    const attempt = async () => {
      if (!mine()) throw new AcademyError('signed-out')
      return work(await open())
    }
    try {
      return await attempt()
    } catch (error) {
      const { name } = error as Error
      // iOS drops the connection of a page that slept.
      if (name === 'InvalidStateError') await close()
      // The phone is full: what can be fetched again makes room for what was written.
      else if (name === 'QuotaExceededError') await (await open()).clear('views')
      else throw error
      return attempt()
    }
  }

  return {
    key,
    mine,
    close,
    use,
    write: <N extends StoreNames<Kept>[], T>(
      stores: [...N],
      work: (tx: IDBPTransaction<Kept, N, 'readwrite'>) => Promise<T>,
    ): Promise<T> =>
      use(async (db) => {
        const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
        return (await Promise.all([work(tx as never), tx.done]))[0]
      }),
  }
}
