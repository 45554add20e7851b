import { createHash } from 'node:crypto'
import { type Id, newId } from '@academy/contract'
import { type Db, getMeta, oneAtATime, type Store, setMeta } from '@academy/database'

const MARK = 'demo'
const FILLED = 'filled'

/** Where the filling of a new demo stands, kept in the database: a start that is cut halfway is gone on with by the next. */
interface Progress {
  seed: Id
  /** The moment the demo is told from, milliseconds. */
  at: number
  done: string[]
}

async function progressOf(db: Db): Promise<Progress | null> {
  const mark = await getMeta(db, MARK)
  return mark === null || mark === FILLED ? null : (JSON.parse(mark) as Progress)
}

const keep = (tx: Db, progress: Progress) => setMeta(tx, MARK, JSON.stringify(progress))

/** In the write that makes the database a demo. */
export const markUnfilled = (tx: Db, now = new Date()): Promise<void> =>
  keep(tx, { seed: newId(), at: now.getTime(), done: [] })

/** A demo from before this was kept was filled, or is no worse than it was. */
export const isUnfilled = async (db: Db): Promise<boolean> => (await progressOf(db)) !== null

/** What a step writes with. A step is one write; its mark goes with it. */
export type StepStore = Pick<Store, 'write'>

export interface Filling {
  now: Date
  /** The same id for the same thing, however often the filling is begun. */
  idOf(what: string): Id
  /** Lays out one part; where that was done before, only its ids come back. */
  step<T>(name: string, lay: (db: StepStore) => Promise<T>): Promise<T>
  finish(): Promise<void>
}

/** Undefined when there is nothing to do any more. */
export async function goOnFilling(db: Store, now: Date): Promise<Filling | undefined> {
  const begun = await db.write(async (tx) => {
    await oneAtATime(tx, MARK)
    if ((await getMeta(tx, MARK)) === null) await markUnfilled(tx, now)
    return progressOf(tx)
  })
  if (!begun) return undefined

  const writeOnce =
    (name: string): Store['write'] =>
    (fn) =>
      db.write(async (tx) => {
        await oneAtATime(tx, MARK)
        const progress = await progressOf(tx)
        if (!progress || progress.done.includes(name)) return undefined as never
        const value = await fn(tx)
        await keep(tx, { ...progress, done: [...progress.done, name] })
        return value
      })

  return {
    now: new Date(begun.at),
    idOf: (what) => idFrom(begun.seed, what),
    step: (name, lay) => lay({ write: writeOnce(name) }),
    finish: () => db.write((tx) => setMeta(tx, MARK, FILLED)),
  }
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The seed's time and sixteen digits of the hash. */
function idFrom(seed: Id, what: string): Id {
  const bytes = createHash('sha256').update(`${seed} ${what}`).digest().subarray(0, 16)
  return seed.slice(0, 10) + Array.from(bytes, (byte) => DIGITS.charAt(byte % 32)).join('')
}
