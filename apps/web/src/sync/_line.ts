import { AcademyError, type Ack, type CaughtUp, type Follow, type News } from '@academy/contract'
import { makeBell } from './bell.ts'

/** One stream as the server has it: things, and the news of what became of them. News hold the thing as it is when it is read. */
export class StreamThere {
  /** So many behind, and the browser is told to take the whole view. */
  most = 20
  open = true
  #things: Record<string, string> = {}
  #log: Omit<News<string>, 'view'>[] = []
  #base = 0

  happen(subjectId: string, view: string | null): News<string> {
    if (view === null) delete this.#things[subjectId]
    else this.#things[subjectId] = view
    this.#log.push({ seq: this.seq + 1, kind: 'thing', subjectId, at: this.#log.length })
    return this.#present(this.seq)
  }
  #present(seq: number): News<string> {
    const row = this.#log[seq - this.#base - 1]
    if (!row) throw new Error(`no news ${seq}`)
    return { ...row, view: this.#things[row.subjectId] ?? null }
  }
  /** Back to the day before anything happened; its numbers go on after a leap, or begin anew. */
  restore(leap = -this.seq): void {
    this.#base = this.seq + leap
    this.#things = {}
    this.#log = []
  }
  get seq(): number {
    return this.#base + this.#log.length
  }
  view = (): { seq: number; things: Record<string, string> } => ({ seq: this.seq, things: { ...this.#things } })

  after({ after }: Follow): Ack<CaughtUp> {
    if (!this.open) return { ok: false, error: { code: 'not-found' } }
    const { seq } = this
    if (after === null || after > seq || after < this.#base || seq - after > this.most)
      return { ok: true, data: { from: 'snapshot', seq } }
    const news = Array.from({ length: seq - after }, (_, n) => this.#present(after + n + 1))
    return { ok: true, data: { from: 'news', seq, news } }
  }
}

/** A line that does what a test says. Answers come a turn later, and never over another connection than the question's. */
export class FakeLine {
  /** So many questions are not answered. */
  deaf = 0
  lastFollow: Follow | undefined
  readonly #asked: string[] = []
  readonly #changed = makeBell()
  readonly #heard = makeBell<[string, unknown]>()
  readonly #there: StreamThere
  #state: 'connected' | 'shaky' = 'shaky'
  #connection = 0

  constructor(there: StreamThere) {
    this.#there = there
  }

  state = () => this.#state
  subscribe = this.#changed.hear
  on = (event: string, hear: (body: never) => void) =>
    this.#heard.hear((name, body) => name === event && hear(body as never))
  ask = (event: string, body: Follow): Promise<Ack<unknown>> | undefined => {
    if (this.#state !== 'connected') return undefined
    this.#asked.push(event)
    if (event !== 'follow') return Promise.resolve({ ok: true, data: null })
    this.lastFollow = body
    const connection = this.#connection
    const unheard = this.deaf-- > 0
    const answer = this.answer(body)
    return answer.then((ack) => {
      if (unheard || connection !== this.#connection || this.#state !== 'connected')
        throw new AcademyError('client/offline')
      return ack
    })
  }
  /** The server reads now; the answer travels. */
  answer = async (body: Follow): Promise<Ack<unknown>> => {
    const ack = this.#there.after(body)
    await new Promise((later) => setImmediate(later))
    return ack
  }

  connect(): void {
    this.#state = 'connected'
    this.#connection++
    this.#changed.ring()
  }
  cut(): void {
    this.#state = 'shaky'
    this.#changed.ring()
  }
  asked = (event: string): number => this.#asked.filter((name) => name === event).length

  deliver = (...news: News[]): void => this.#heard.ring('news', { stream: 'topic:1', news })
  gauge = (stream: string, name: string, value: unknown): void => this.#heard.ring('gauge', { stream, name, value })
  end = (stream: string): void => this.#heard.ring('ended', { stream })
}
