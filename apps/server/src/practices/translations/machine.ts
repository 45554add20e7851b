import type { Locale } from '@academy/contract'
import * as v from 'valibot'
import type { Clock } from '../../platform/clock.ts'

/** A machine of the academy's own that translates texts: no text leaves for anybody else's. */
export interface Machine {
  /** False where it is known not to have these two languages; it is asked behind the reader's back. */
  knows(from: Locale, to: Locale): boolean
  /** As many texts as were given, in their order. Throws where it does not answer in time or not as agreed. */
  translate(texts: readonly string[], from: Locale, to: Locale): Promise<string[]>
}

export interface LibreTranslateDeps {
  /** Such as `http://127.0.0.1:5000`. */
  url: string
  key: string | undefined
  /** How long one draft may take, milliseconds: less than a phone waits for an answer. */
  within?: number
  clock: Clock
  onFault(error: unknown, what: string): void
}

/** Bytes of one answer: a whole card of the longest texts, many times over. */
const MOST_BYTES = 2 * 1024 * 1024
/** Characters sent at once; its usual bound is higher. */
const AT_ONCE = 4000
/** Languages are installed by hand: an hour is soon enough. */
const KNOWN_FOR = 3600_000
const ASKED_WITHIN = 3000

const Languages = v.array(v.object({ code: v.string(), targets: v.optional(v.array(v.string())) }))
const Translated = v.object({ translatedText: v.array(v.string()) })

/** LibreTranslate (github.com/LibreTranslate/LibreTranslate), run by whoever runs the academy. */
export function createLibreTranslate({ url, key, within = 15_000, clock, onFault }: LibreTranslateDeps): Machine {
  const at = (path: string) => new URL(path, url.endsWith('/') ? url : `${url}/`)

  async function ask<T>(
    path: string,
    schema: v.GenericSchema<unknown, T>,
    signal: AbortSignal,
    body?: object,
  ): Promise<T> {
    const response = await fetch(at(path), {
      signal,
      // Where it was set up is where texts go, and nowhere else.
      redirect: 'error',
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, ...(key && { api_key: key }) }),
      }),
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new TypeError(`the translating machine answered ${response.status}`)
    }
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), await readBounded(response))
    // What is wrong with it is not said: it would be said in words of the text, and be logged.
    if (!read.success) throw new TypeError('the translating machine answered otherwise than agreed')
    return read.output
  }

  const now = () => clock.now().getTime()
  let known: { until: number; pairs: Set<string> | undefined } = { until: 0, pairs: undefined }

  async function learn(): Promise<void> {
    known = { ...known, until: now() + KNOWN_FOR }
    try {
      const languages = await ask('languages', Languages, AbortSignal.timeout(ASKED_WITHIN))
      const codes = languages.map(({ code }) => code)
      const pairs = languages.flatMap(({ code, targets = codes }) => targets.map((target) => `${code}>${target}`))
      known = { ...known, pairs: new Set(pairs) }
    } catch (error) {
      // It may be starting still.
      known = { ...known, until: now() + 60_000 }
      onFault(error, 'languages of the translating machine')
    }
  }

  return {
    knows(from, to) {
      if (known.until < now()) void learn()
      return known.pairs?.has(`${from}>${to}`) ?? true
    },

    async translate(texts, from, to) {
      const signal = AbortSignal.timeout(within)
      const done: string[] = []
      for (const q of portions(texts)) {
        const body = { q, source: from, target: to, format: 'text' }
        const { translatedText } = await ask('translate', Translated, signal, body)
        if (translatedText.length !== q.length) throw new TypeError('the translating machine left texts out')
        done.push(...translatedText)
      }
      return done
    },
  }
}

function portions(texts: readonly string[]): string[][] {
  const all: string[][] = []
  let left = 0
  for (const text of texts) {
    const last = all.at(-1)
    left -= text.length
    if (last && left >= 0) last.push(text)
    else {
      all.push([text])
      left = AT_ONCE - text.length
    }
  }
  return all
}

async function readBounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > MOST_BYTES) throw new RangeError('the translating machine answered too much')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
