import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What is sent: a page, a list or a feed as it is the same for everybody. */
export interface MadeAnswer {
  body: string
  type: string
  headers?: Record<string, string>
}

export interface KeptAnswer {
  body: Buffer
  etag: string
  headers: Record<string, string>
  /** The body packed as well as it goes, once somebody asked twice. */
  packed?: Buffer | undefined
  asked: number
}

/** Bytes of all that is kept at once. */
const MOST = 16 * 1024 * 1024

const pack = promisify(brotliCompress)
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

export type KeptAnswers = ReturnType<typeof createKeptAnswers>

/**
 * Answers that are the same for everybody who is not signed in, kept until anything they are made of changes. `changes` is read from
 * the database for each of them, so a change made by any server of the academy is seen by the next request; an answer begun before a
 * change is never kept for those after it.
 */
export function createKeptAnswers(changes: () => Promise<number>, most = MOST) {
  let shelf = { at: -1, bytes: 0, answers: new Map<string, Promise<KeptAnswer>>() }

  function keep(answers: Map<string, Promise<KeptAnswer>>, key: string, bytes: number) {
    if (shelf.answers !== answers) return
    shelf.bytes += bytes
    // The oldest go first; how much each took is not remembered, so a crowded shelf is cleared but for the newest.
    if (shelf.bytes <= most) return
    for (const old of [...answers.keys()]) if (old !== key) answers.delete(old)
    shelf.bytes = bytes
  }

  return async function kept(key: string, make: () => Promise<MadeAnswer>): Promise<KeptAnswer> {
    const at = await changes()
    if (at > shelf.at) shelf = { at, bytes: 0, answers: new Map() }
    const { answers } = shelf
    const known = answers.get(key)
    if (known) return known
    const made = make().then(answerOf)
    answers.set(key, made)
    made.then(
      ({ body }) => keep(answers, key, 2 * body.length),
      () => answers.delete(key),
    )
    return made
  }
}

export function answerOf({ body, type, headers }: MadeAnswer): KeptAnswer {
  const bytes = Buffer.from(body)
  const hash = createHash('sha256').update(type).update(bytes).digest('base64url').slice(0, 27)
  // Weak: packed or not, it says the same.
  return { body: bytes, etag: `W/"${hash}"`, headers: { ...headers, 'content-type': type }, asked: 0 }
}

/** Does the browser have this one already? */
export const isKnown = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined &&
  (asked.trim() === '*' || asked.split(',').some((one) => one.trim().replace(/^(?!W\/)/, 'W/') === etag))

/** Sends it, or that it is still the one the browser has. Never without asking: what was withdrawn is gone with the next look. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer): FastifyReply {
  reply.headers({
    ...answer.headers,
    etag: answer.etag,
    'cache-control': 'no-cache',
    vary: 'accept-encoding, cookie',
  })
  if (isKnown(request.headers['if-none-match'], answer.etag)) return reply.code(304).send()
  if (++answer.asked === 2)
    pack(answer.body, QUALITY).then(
      (packed) => {
        answer.packed = packed
      },
      () => {},
    )
  if (!answer.packed || !/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(answer.body)
  return reply.header('content-encoding', 'br').send(answer.packed)
}
