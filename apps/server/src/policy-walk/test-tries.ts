import { CONTRACT_HEADER, CONTRACT_VERSION, Id, newId, type Refusal } from '@academy/contract'
import * as v from 'valibot'
import type { Letter, Who, World } from './test-cast.ts'
import {
  type Door,
  expectationsOf,
  type Line,
  type Owner,
  outcomesOf,
  type Relation,
  type Table,
} from './test-lines.ts'

export type Thing = Record<string, string>
export type AnyTable = Table<never>

/** One person before one thing, and what should come of it. */
export interface Try {
  relation: Relation | 'alone'
  by: Who
  thing: Thing
  expected: string
}

export interface Answer {
  outcome: string
  /** Everything that came back, but for when. */
  raw: string
}

interface Tried {
  table?: AnyTable | undefined
  line: Pick<Line<never>, 'on' | 'part' | 'newcomers' | 'finds' | 'door'>
  door: Door
}

/** Things that tries share which change nothing. */
export type Shelf = Map<string, Promise<Thing>>

/** Everybody before everything, where the expected outcome is wanted. Without a shelf, each before something new of its own. */
export function triesOf(
  world: World,
  { table, line, door }: Tried,
  isWanted: (expected: string, letter: Letter) => boolean,
  shelf?: Shelf,
): Promise<Try[]> {
  const tries = expectationsOf(line).flatMap(([relation, text]) =>
    [...outcomesOf(line, door, text)].flatMap(([letter, expected]) =>
      isWanted(expected, letter) ? [{ relation, letter, expected }] : [],
    ),
  )
  return Promise.all(
    tries.map(async ({ relation, letter, expected }) => {
      const by = shelf || !line.newcomers ? known(world, letter) : await world.someone(letter)
      const thing = table ? await thingOf(world, table, { relation, by, part: line.part, shelf }) : {}
      return { relation, by, thing, expected }
    }),
  )
}

function known(world: World, letter: Letter): Who {
  const who = world.cast.get(letter)
  if (!who) throw new TypeError(`${letter} is not here`)
  return who
}

interface Which {
  relation: Relation | 'alone'
  by: Who
  part?: string | undefined
  shelf?: Shelf | undefined
}

export function thingOf(world: World, table: AnyTable, which: Which): Promise<Thing> {
  const { relation, by, part, shelf } = which
  const isOwn = relation === 'own' || relation === 'ended' || relation === 'alone'
  const key = `${table.room} ${part} ${relation} ${isOwn ? by.id : ''}`
  const thing = shelf?.get(key) ?? makeThing(world, table, which, isOwn && by.id !== '')
  shelf?.set(key, thing)
  return thing
}

async function makeThing(world: World, table: AnyTable, { relation, by, part }: Which, isOwn: boolean): Promise<Thing> {
  if (relation === 'unknown') return nothingLike(await thingOf(world, table, { relation: 'same', by, part }))
  const place = relation === 'near' ? world.near : relation === 'far' ? world.far : world.here
  const owner: Owner = isOwn
    ? { id: by.id, kind: by.letter === 'G' ? 'guest' : 'member' }
    : { id: place.teacher, kind: 'member' }
  return table.make(world, { place, owner, over: relation === 'ended' || relation === 'gone', part })
}

/** The same with every id, secret, code and name made up. */
const nothingLike = (thing: Thing): Thing =>
  Object.fromEntries(Object.entries(thing).map(([name, value]) => [name, madeUp(value)]))

function madeUp(text: string): string {
  if (v.safeParse(Id, text).success) return newId()
  if (/^\d{6}$/.test(text)) return String(999_999 - Number(text)).padStart(6, '0')
  return text.includes('.') ? `nobody.${text}` : text.replace(/[A-Za-z0-9]/g, () => newId().charAt(20))
}

// Asking

export interface Procedure {
  _def: { type: 'query' | 'mutation' | 'subscription'; meta?: { policy?: string } }
}

export const proceduresOf = ({ academy }: World) =>
  academy.rooms.router._def.procedures as unknown as Record<string, Procedure>

/** An address of one's own each time: wrong codes are counted by address. */
let asked = 0
const nextAddress = () => `10.0.${Math.floor(++asked / 250) % 250}.${asked % 250}`

const headersOf = (url: string, { cookie }: Who) => ({
  host: new URL(url).host,
  origin: url,
  ...(cookie ? { cookie } : {}),
})

/** Asks the API as a browser would, through the whole server but for the wire. */
export async function call(
  world: World,
  by: Who,
  procedure: string,
  input: unknown,
  isIn: (answer: unknown) => boolean = () => true,
): Promise<Answer> {
  const { academy } = world
  const write = proceduresOf(world)[procedure]?._def.type === 'mutation'
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  const { body, headers, statusCode } = await academy.app.inject({
    method: write ? 'POST' : 'GET',
    url: `/trpc/${procedure}${write ? '' : query}`,
    remoteAddress: nextAddress(),
    headers: {
      ...headersOf(academy.url, by),
      [CONTRACT_HEADER]: String(CONTRACT_VERSION),
      ...(write ? { 'content-type': 'application/json' } : {}),
    },
    ...(write && input !== undefined ? { payload: JSON.stringify(input) } : {}),
  })
  const { date: _, ...lasting } = headers
  const raw = `${statusCode} ${JSON.stringify(lasting)} ${body}`
  const answer = JSON.parse(body) as { result?: { data?: unknown }; error?: { data: { refusal: Refusal } } }
  if (answer.error) return { outcome: answer.error.data.refusal.code, raw }
  return { outcome: isIn(answer.result?.data) ? 'yes' : 'unlisted', raw }
}

/** Asks for a page, or sends a form. */
export async function visit({ academy }: World, by: Who, path: string, form?: Record<string, string>): Promise<Answer> {
  const { body, headers, statusCode } = await academy.app.inject({
    method: form ? 'POST' : 'GET',
    url: path,
    remoteAddress: nextAddress(),
    headers: {
      ...headersOf(academy.url, by),
      accept: 'text/html',
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
  })
  const { date: _, location, ...lasting } = headers
  const [address = ''] = path.split('?')
  const there = String(location ?? '').replace(encodeURIComponent(address), 'here')
  // What was typed stays in the form.
  const typed = Object.values(form ?? {}).reduce((page, value) => page.replaceAll(value, 'typed'), body)
  const raw = `${statusCode} ${there} ${JSON.stringify(lasting)} ${typed}`
  const said: Record<number, string> = {
    200: 'yes',
    302: 'yes',
    303: 'yes',
    404: 'not-found',
    410: form ? '410' : 'gone',
  }
  const outcome = there === '/kk/sign-in?to=here' ? 'sign-in' : (said[statusCode] ?? String(statusCode))
  return { outcome, raw }
}
