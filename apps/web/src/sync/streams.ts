import { AcademyError, type News, type NewsFrame, type Refusal } from '@academy/contract'
import { backoff } from './backoff.ts'
import type { Cache } from './cache.ts'
import type { Line } from './connection.ts'
import { passes, refusalOf } from './refusals.ts'

/** How a page follows one stream. */
export interface Follower<View extends { seq: number }, Thing = unknown> {
  /** The room's own query of the whole view, with the stream's number when it was read. */
  load(): Promise<View>
  /** Shows this view instead of whatever is shown. */
  reset(view: View): void
  /** Puts one changed thing in (or takes it out: `view` is null). Each comes once and in order; doing it twice must change nothing. */
  apply(news: News<Thing>): void
  /** The latest value of something that is never kept. */
  gauge?(name: string, value: unknown): void
  /** The stream is not this person's, or no more: stop showing it. */
  ended?(why?: Refusal): void
  /** The view the page came with. */
  first?: View | undefined
  /** What is shown now; given, it is kept on the phone and shown first next time, also without a line. */
  view?(): Omit<View, 'seq'>
}

/** A view from the phone is shown this long before it is asked for by HTTP, when no socket comes. */
const SOCKET_WITHIN = 3_000
const KEEP_EVERY = 1_000

export type Streams = ReturnType<typeof makeStreams>

interface Following {
  news(news: readonly News[]): void
  gauge(name: string, value: unknown): void
  ended(): void
}

/** The one cursor engine. Order, gaps and what was missed come from the numbers of the news, never from the carrier. */
export function makeStreams(
  line: Line,
  cache: Cache,
  onSeq: (stream: string, seq: number, subjectId?: string) => void = () => {},
) {
  const followed = new Map<string, Set<Following>>()
  const each = (stream: string, tell: (following: Following) => void) => [...(followed.get(stream) ?? [])].forEach(tell)
  line.on('news', ({ stream, news }: NewsFrame) => each(stream, (f) => f.news(news)))
  line.on('gauge', ({ stream, name, value }) => each(stream, (f) => f.gauge(name, value)))
  line.on('ended', ({ stream }) => each(stream, (f) => f.ended()))

  /** Returns what stops it. */
  return function follow<View extends { seq: number }, Thing = unknown>(
    stream: string,
    page: Follower<View, Thing>,
  ): () => void {
    /** Seq of the last news in the view; null when nothing trustworthy is held. */
    let seq: number | null = null
    /** News ahead of the cursor. */
    let ahead: News[] = []
    /** A whole view came from the server since this page opened. */
    let fresh = page.first !== undefined
    let over = false
    let busy = false
    let again = false
    let tries = 0
    let retry: ReturnType<typeof setTimeout> | undefined
    let keeping: ReturnType<typeof setTimeout> | undefined

    function keep() {
      clearTimeout(keeping)
      keeping = undefined
      if (page.view && seq !== null) void cache.remember(stream, { ...page.view(), seq })
    }
    const keepSoon = () => {
      if (page.view) keeping ??= setTimeout(keep, KEEP_EVERY)
    }
    function show(view: View) {
      seq = view.seq
      page.reset(view)
      onSeq(stream, seq)
      keepSoon()
    }
    function apply(news: News) {
      if (seq === null || news.seq <= seq) return
      seq = news.seq
      page.apply(news as News<Thing>)
      onSeq(stream, seq, news.subjectId)
      keepSoon()
    }
    /** Applies what follows the cursor without a gap. True when a gap remains. */
    function advance(): boolean {
      ahead.sort((a, b) => a.seq - b.seq)
      let next = ahead[0]
      while (next && seq !== null && next.seq <= seq + 1) {
        apply(next)
        ahead.shift()
        next = ahead[0]
      }
      return next !== undefined
    }

    async function catchUp() {
      clearTimeout(retry)
      again = busy
      if (busy || over) return
      busy = true
      try {
        do {
          again = false
          await ask()
        } while (again && !over)
        tries = 0
      } catch (error) {
        failed(error)
      }
      busy = false
      // The line came back while the question before it was failing.
      if (again) void catchUp()
    }
    async function ask(ordered = false): Promise<void> {
      if (seq === null || (!fresh && line.state() !== 'connected')) {
        const view = await page.load()
        if (over) return
        fresh = true
        show(view)
      }
      // What is asked for now covers all that was heard before, and one question for every reason to ask.
      ahead = []
      again = false
      const answer = await line.ask('follow', { stream, after: seq })
      if (!answer || over) return
      if (!answer.ok) throw new AcademyError(answer.error.code, answer.error)
      if (answer.data.from === 'snapshot') {
        // Too far behind, or another history. Twice in a row is a fault that a little time may mend.
        seq = null
        if (ordered) throw new AcademyError('fault')
        return ask(true)
      }
      fresh = true
      for (const news of answer.data.news) apply(news)
      seq = Math.max(seq ?? 0, answer.data.seq)
      if (advance()) throw new AcademyError('fault')
    }
    function failed(error: unknown) {
      const refusal = refusalOf(error)
      if (over) return
      if (passes(refusal) || refusal.code === 'signed-out' || refusal.code === 'client/too-old') {
        retry = setTimeout(catchUp, (refusal.retryAfter ?? 0) * 1000 || backoff(tries++))
      } else end(refusal)
    }
    function end(why?: Refusal) {
      clearTimeout(keeping)
      keeping = undefined
      stop()
      void cache.forget(stream)
      page.ended?.(why)
    }

    const following: Following = {
      news(news) {
        ahead.push(...news)
        if (advance() && !busy) void catchUp()
      },
      gauge: (name, value) => page.gauge?.(name, value),
      ended: () => end(),
    }
    const all = followed.get(stream) ?? new Set()
    followed.set(stream, all.add(following))
    const unwatch = line.subscribe(() => line.state() === 'connected' && void catchUp())

    async function start() {
      const kept = page.first ?? (await cache.recall<View>(stream))
      if (over) return
      if (kept && seq === null) show(kept)
      if (fresh || seq === null || line.state() === 'connected') void catchUp()
      else retry = setTimeout(catchUp, SOCKET_WITHIN)
    }
    void start()

    function stop() {
      if (over) return
      over = true
      clearTimeout(retry)
      if (keeping) keep()
      unwatch()
      all.delete(following)
      if (all.size > 0) return
      followed.delete(stream)
      void line.ask('unfollow', { stream })?.catch(() => {})
    }
    return stop
  }
}
