import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { AcademyError } from '@academy/contract'
import type { PdfAsked, PdfMade } from './pdf-worker.ts'
import type { Sheet } from './sheet.ts'

/** So many wait for theirs at once; whoever comes after is told to come again. */
const MOST_WAITING = 100
/** The longest plan takes a second or two. */
const PATIENCE = 20_000
/** A worker that has nothing to do is let go. */
const IDLE = 60_000
/** So many are kept, each up to so many bytes. */
const MOST_KEPT = 20
const LARGE = 1024 * 1024

export type Printer = ReturnType<typeof createPrinter>

/** One worker that makes PDFs, one after the other; it is there only while there is something to print. */
export function createPrinter() {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let now: { n: number; resolve(pdf: Uint8Array): void; reject(error: Error): void } | undefined
  let waiting = 0
  let last = 0
  let before: Promise<unknown> = Promise.resolve()
  /** What was printed last, by what it says; not longer than there is something to print. */
  const printed = new Map<string, Promise<Uint8Array>>()

  function start(): Worker {
    const made = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 192 },
    })
    made.unref()
    made.on('message', (answer: PdfMade) => {
      if (answer.n !== now?.n) return
      if ('pdf' in answer) now.resolve(answer.pdf)
      else now.reject(new AcademyError('fault'))
    })
    made.on('error', (cause: Error) => made === worker && stop(new AcademyError('fault', {}, { cause })))
    return made
  }

  function stop(why = new AcademyError('fault')) {
    clearTimeout(idle)
    void worker?.terminate()
    worker = undefined
    now?.reject(why)
  }

  async function make(sheet: Sheet): Promise<Uint8Array> {
    clearTimeout(idle)
    worker ??= start()
    const n = ++last
    const made = new Promise<Uint8Array>((resolve, reject) => {
      now = { n, resolve, reject }
    })
    worker.postMessage({ n, sheet } satisfies PdfAsked)
    const late = setTimeout(() => stop(), PATIENCE)
    try {
      return await made
    } finally {
      clearTimeout(late)
      now = undefined
      idle = setTimeout(() => {
        printed.clear()
        stop()
      }, IDLE).unref()
    }
  }

  /** One that others ask for, too: a hall that wants the same plan waits for one. */
  function printShared(sheet: Sheet): Promise<Uint8Array> {
    const key = createHash('sha256').update(JSON.stringify(sheet)).digest('base64url')
    const known = printed.get(key)
    if (known) return known
    const made = print(sheet)
    printed.set(key, made)
    for (const old of [...printed.keys()].slice(0, -MOST_KEPT)) printed.delete(old)
    made.then(
      ({ length }) => length > LARGE && printed.delete(key),
      () => printed.delete(key),
    )
    return made
  }

  async function print(sheet: Sheet): Promise<Uint8Array> {
    if (waiting >= MOST_WAITING) throw new AcademyError('too-many', { retryAfter: 10 })
    waiting++
    const made = before.then(() => make(sheet))
    before = made.catch(() => {})
    try {
      return await made
    } finally {
      waiting--
    }
  }

  return { print, printShared, close: () => stop() }
}
