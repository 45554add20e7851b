import { type Ack, CONTRACT_VERSION, isErrorCode, newId, type Refusal } from '@academy/contract'
import type { Person } from '@academy/testkit'
import { everythingIn } from '@academy/testkit/everything'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitting, spoiled } from './test-samples.ts'
import { type LivedIn, openLivedIn } from './test-world.ts'

/** So many inputs for each procedure, person and carrier; half of them fit its form, half are spoiled. */
const EACH = process.env.ACADEMY_LONG === '1' ? 100 : 6
const SEED = process.env.FUZZ_SEED ? Number(process.env.FUZZ_SEED) : 20_261_124
const AT_ONCE = 10

interface Try {
  path: string
  type: 'query' | 'mutation'
  input: unknown
}

interface Procedure {
  _def: { type: Try['type']; inputs: readonly unknown[] }
}

const NAMED_ALIKE: Record<string, string> = {
  parentId: 'placeId',
  supportSchoolId: 'placeId',
  intoId: 'questionId',
  replyTo: 'messageId',
}

/** What one's own account would not live through is tried last. */
const LAST = [
  'members.endLogin',
  'members.endOtherLogins',
  'members.deleteMe',
  'members.withdrawConsent',
  'members.enterDemo',
  'members.signOut',
]

function triesFor({ academy, ids }: LivedIn, seed: number): Try[] {
  const all = Object.values(ids).flat()
  const unknown = fc.constant(undefined).map(() => newId())
  const idsFor = (name: string) => {
    // A command's own id is new, or by accident or malice that of something else.
    const meant = name === 'id' ? unknown : fc.constantFrom(...(ids[NAMED_ALIKE[name] ?? name] ?? all))
    return fc.oneof(
      { weight: 8, arbitrary: meant },
      { weight: 1, arbitrary: fc.constantFrom(...all) },
      { weight: 1, arbitrary: unknown },
    )
  }
  const procedures = Object.entries(academy.rooms.router._def.procedures as unknown as Record<string, Procedure>)
  const inOrder = procedures.toSorted(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b))
  return inOrder.flatMap(([path, { _def }]) => {
    const [asked] = _def.inputs
    const fits = asked ? fitting(asked, idsFor) : fc.constantFrom(undefined, null, {}, [])
    const input = fc.oneof(fits, fits.chain(spoiled))
    return fc.sample(input, { seed, numRuns: EACH }).map((input) => ({ path, type: _def.type, input }))
  })
}

const MOST_OF_ADDRESS = 12_000
const lengthOf = ({ input }: Try) => encodeURIComponent(JSON.stringify(input) ?? '').length

/** Ten of a kind at a time, as a browser's batch; what no address can hold, and what ends a login, comes alone. */
function batches(tries: readonly Try[]): Try[][] {
  const all: Try[][] = []
  let room = 0
  for (const one of tries) {
    const last = all.at(-1)
    room -= lengthOf(one)
    if (last && last.length < AT_ONCE && last[0]?.type === one.type && room > 0 && !LAST.includes(one.path))
      last.push(one)
    else {
      all.push([one])
      room = MOST_OF_ADDRESS - lengthOf(one)
    }
  }
  return all
}

/** The answers' refusals; undefined where something was answered. */
type Answers = (Refusal | undefined)[]

async function byHttp(academy: LivedIn['academy'], person: Person, tries: readonly Try[]): Promise<Answers> {
  const inputs = JSON.stringify(Object.fromEntries(tries.map(({ input }, n) => [n, input])))
  const address = `${academy.url}/trpc/${tries.map(({ path }) => path).join(',')}?batch=1`
  const query = tries[0]?.type === 'query'
  const written = encodeURIComponent(inputs)
  // What no address can hold goes as no browser's query does; it is refused, and that is looked at as well.
  const asPost = !query || written.length > MOST_OF_ADDRESS + 1000
  const response = await fetch(asPost ? address : `${address}&input=${written}`, {
    method: asPost ? 'POST' : 'GET',
    headers: { ...person.headers, ...(asPost ? { 'content-type': 'application/json' } : {}) },
    ...(asPost ? { body: inputs } : {}),
  })
  const text = await response.text()
  expect(response.status, text).toBeLessThan(500)
  sayNothingOfUs(text)
  type Answer = { error?: { data: { refusal: Refusal } } }
  const answers: Answer | Answer[] = JSON.parse(text)
  // One refusal for all where the request as a whole was refused.
  const each = Array.isArray(answers) ? answers : tries.map(() => answers)
  expect(each).toHaveLength(tries.length)
  return each.map(({ error }) => error?.data.refusal)
}

async function bySocket(_academy: LivedIn['academy'], person: Person, tries: readonly Try[]): Promise<Answers> {
  const socket = await person.socket()
  const answers = await Promise.all(
    tries.map(async ({ path, type, input }) => {
      const call = { path, type, input, contract: CONTRACT_VERSION }
      const ack: Ack<unknown> = await socket
        .timeout(10_000)
        .emitWithAck('call', call)
        .catch((error) => {
          // Whose login ends by a call is sent away before its answer.
          if (LAST.includes(path) && !socket.connected) return { ok: true, data: null }
          throw error
        })
      sayNothingOfUs(JSON.stringify(ack))
      return ack.ok ? undefined : ack.error
    }),
  )
  socket.close()
  return answers
}

/** A stack, a path or a driver's words are nobody's business. */
function sayNothingOfUs(text: string): void {
  expect(text).not.toMatch(/node_modules|\.ts:\d|SQLITE_|at async |syntax error|invalid byte sequence/)
}

describe.each([
  ['a request', byHttp],
  ['the socket', bySocket],
] as const)('whatever comes by %s', (_, send) => {
  test.each(['stranger', 'guest', 'far', 'parent', 'administrator'])(
    'from %s gets a coded answer, and what is refused leaves no trace',
    { timeout: 240_000 },
    async (who) => {
      const world = await openLivedIn()
      await using academy = world.academy
      const person = world.people[who] as Person
      let before = await everythingIn(academy.db)
      let refused = 0
      for (const tries of batches(triesFor(world, SEED))) {
        const answers = await send(academy, person, tries)
        for (const [n, refusal] of answers.entries()) {
          const what = () => `${who}: ${JSON.stringify(tries[n]).slice(0, 600)}`
          if (refusal && !(isErrorCode(refusal.code) && refusal.code !== 'fault'))
            expect.fail(`${what()} → ${JSON.stringify(refusal)}`)
          if (refusal?.code === 'signed-out' && person.id !== '' && !LAST.includes(tries[n]?.path ?? ''))
            expect.fail(`${what()} was not let through to what it asks`)
        }
        const after = await everythingIn(academy.db)
        const allRefused = answers.every((refusal) => refusal !== undefined)
        if (allRefused) expect(after === before, `nothing written by ${JSON.stringify(tries).slice(0, 800)}`).toBe(true)
        refused += answers.filter(Boolean).length
        before = after
      }
      expect(refused).toBeGreaterThan(100)
    },
  )
})
