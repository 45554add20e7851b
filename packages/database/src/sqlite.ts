import { clearImmediate, setImmediate } from 'node:timers'
import { Connection, SqliteScope } from './sqlite-connection.ts'
import { type Db, type Store, StoreClosed, StrayWait } from './store.ts'

interface Job {
  run: (tx: Db) => Promise<unknown>
  resolve: (value: never) => void
  reject: (error: unknown) => void
}

export interface SqliteOptions {
  /** Most writes that share one commit. */
  maxBatch?: number
}

// Held here because a test's fake clock may replace the global one.
const immediately = setImmediate
const nextTurn = () => new Promise<void>((resolve) => immediately(resolve))

/** A migrated file as a Store: one write connection behind a queue, and readers that never wait for it (WAL). */
export function sqliteStore(path: string, { maxBatch = 256 }: SqliteOptions = {}): Store & { writer: Connection } {
  const writer = new Connection(path)
  const reader = new Connection(path, { readonly: true })
  const readScope = new SqliteScope(reader)
  const frame = frameOf(writer)
  const queue: Job[] = []
  let draining: Promise<void> | undefined
  let isClosed = false

  async function drain() {
    // Every write asked for in this turn of the loop joins the first batch.
    await nextTurn()
    while (queue.length > 0) {
      await commitTogether(writer, frame, queue.splice(0, maxBatch))
      if (queue.length > 0) await nextTurn() // reads and sockets have their turn
    }
    // @NOTE in the same turn as the last look at the queue, or a write asked for in between waits for ever.
    draining = undefined
  }

  const snapshots = snapshotsOf(path)

  return {
    dialect: 'sqlite',
    writer,
    read: readScope.db,
    write<T>(run: (tx: Db) => Promise<T>) {
      if (isClosed) return Promise.reject(new StoreClosed())
      return new Promise<T>((resolve, reject) => {
        queue.push({ run, resolve, reject })
        draining ??= drain()
      })
    },
    snapshot: (fn) => (isClosed ? Promise.reject(new StoreClosed()) : snapshots.take(fn)),
    async close() {
      if (isClosed) return
      isClosed = true
      await draining
      await snapshots.close()
      readScope.end()
      reader.close()
      writer.close()
    },
  }
}

/**
 * Runs the writes one after another in one transaction, each in a savepoint of its own, and settles them once all are on disk.
 * Queries are synchronous underneath, so a batch of well-behaved writes is over before the event loop turns: a turn that comes
 * while a write still runs means that it waits for something else, and it is refused there and then.
 */
async function commitTogether(writer: Connection, sql: Frame, batch: Job[]): Promise<void> {
  const { file } = writer
  const settle: (() => void)[] = []
  // A write alone needs no savepoint: the transaction is its own.
  const alone = batch.length === 1
  let refuse: (error: unknown) => void = () => {}
  let watch = immediately(function stray() {
    refuse(new StrayWait())
    watch = immediately(stray)
  })
  try {
    sql.begin.run()
    for (const job of batch) {
      if (!alone) sql.save.run()
      const scope = new SqliteScope(writer)
      try {
        const value = await new Promise<never>((resolve, reject) => {
          refuse = reject
          job.run(scope.db).then(resolve as (value: unknown) => void, reject)
        })
        scope.end()
        if (!alone) sql.release.run()
        settle.push(() => job.resolve(value))
      } catch (error) {
        scope.end()
        // Out of a transaction without asking: SQLite gave all of it up (disk full, I/O error).
        if (alone || !file.inTransaction) throw error
        sql.undo.run()
        sql.release.run()
        settle.push(() => job.reject(error))
      }
    }
    sql.commit.run()
  } catch (error) {
    if (file.inTransaction) sql.rollback.run()
    for (const job of batch) job.reject(error)
    return
  } finally {
    clearImmediate(watch)
  }
  for (const done of settle) done()
}

const frameOf = ({ file }: Connection) => ({
  begin: file.prepare('BEGIN IMMEDIATE'),
  commit: file.prepare('COMMIT'),
  rollback: file.prepare('ROLLBACK'),
  save: file.prepare('SAVEPOINT job'),
  release: file.prepare('RELEASE job'),
  undo: file.prepare('ROLLBACK TO job'),
})
type Frame = ReturnType<typeof frameOf>

/** Read transactions on a connection of their own, one at a time, so that plain reads never see an older moment. */
function snapshotsOf(path: string) {
  let connection: Connection | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function run<T>(fn: (db: Db) => Promise<T>): Promise<T> {
    connection ??= new Connection(path, { readonly: true })
    const { file } = connection
    const scope = new SqliteScope(connection)
    let refuse: (error: unknown) => void = () => {}
    const watch = immediately(() => refuse(new StrayWait()))
    file.exec('BEGIN')
    try {
      return await new Promise<T>((resolve, reject) => {
        refuse = reject
        fn(scope.db).then(resolve, reject)
      })
    } finally {
      clearImmediate(watch)
      scope.end()
      file.exec('COMMIT')
    }
  }

  return {
    take<T>(fn: (db: Db) => Promise<T>): Promise<T> {
      const mine = last.then(() => run(fn))
      last = mine.catch(() => {})
      return mine
    },
    async close() {
      await last
      connection?.close()
    },
  }
}
