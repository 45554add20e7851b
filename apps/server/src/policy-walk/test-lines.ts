import { EVERYBODY, type Letter, type Place, type Who, type World } from './test-cast.ts'

/**
 * Whose a thing is, to the one who tries: one's own; another's at the same school; at another school of the district; in another
 * district; one's own, over (withdrawn, archived, deleted, revoked); another's at the same school, over; no such thing.
 */
export const RELATIONS = ['own', 'same', 'near', 'far', 'ended', 'gone', 'unknown'] as const
export type Relation = (typeof RELATIONS)[number]

/**
 * What comes of it, by letters: `'LODA refused:PT'` lets four in and refuses two; `*` is everybody.
 * Who is not named is turned away at the door (`signed-out`), or there is nothing for them (`not-found`).
 */
export type Expected = string

export type On = Record<'own' | 'same' | 'far' | 'unknown', Expected> & Partial<Record<Relation, Expected>>

export interface Line<T> {
  /** Whom the procedure is for; the others get `signed-out`. */
  door?: Door
  /** What `make` is to make of all it can. */
  part?: string
  input?: (thing: T, by: Who) => unknown
  /** Of each relation; one text where there is no thing to speak of. */
  on: On | Expected
  /** Is the thing in the list that came? Where it is not, the outcome is `unlisted`. */
  finds?: (answer: never, thing: T) => boolean
  /**
   * Where the thing it names is not the one of the table's `sight`: the line that says who sees that one, or `itself`:
   * a place or a public practice is seen by everybody, a link by who holds it.
   */
  sight?: string
  /** Allowed, it changes who did it: everybody is somebody new each time. */
  newcomers?: true
}

export type Door = 'members' | 'participants' | 'everybody'

/** What is made for one try. */
export interface Wanted {
  place: Place
  /** Whose it is. */
  owner: Owner
  over: boolean
  part: string | undefined
}
export interface Owner {
  id: string
  kind: 'member' | 'guest'
}

/** A room's part of the walk. `T` is what is made for every relation. */
export interface Table<T extends object = Record<string, string>> {
  room: string
  door: Door
  /** The line (with its room) that says who sees the thing. To those who do not, every other line answers as if it were not there. */
  sight?: string
  make(world: World, wanted: Wanted): Promise<T>
  /** By procedure without the room; what stands in brackets tells lines of one procedure apart. */
  lines: Record<string, Line<T>>
}

export const defineTable = <T extends object>(table: Table<T>): Table<T> => table

const AT_THE_DOOR: Record<Door, readonly Letter[]> = { members: ['G', 'S'], participants: ['S'], everybody: [] }

/** Everybody's outcome. */
export function outcomes(expected: Expected, door: Door, otherwise: string): Map<Letter, string> {
  const all = new Map<Letter, string>(EVERYBODY.map((letter) => [letter, otherwise]))
  for (const letter of AT_THE_DOOR[door]) all.set(letter, 'signed-out')
  for (const word of expected.split(' ').filter(Boolean)) {
    const [code, letters] = word.includes(':') ? word.split(':') : ['yes', word]
    const named = letters === '*' ? EVERYBODY : ([...(letters ?? '')] as Letter[])
    for (const letter of named) {
      if (!EVERYBODY.includes(letter)) throw new TypeError(`nobody is called ${letter}`)
      all.set(letter, code ?? '')
    }
  }
  return all
}

export const expectationsOf = (line: Pick<Line<never>, 'on'>): [Relation | 'alone', Expected][] =>
  typeof line.on === 'string' ? [['alone', line.on]] : (Object.entries(line.on) as [Relation, Expected][])

export const outcomesOf = (line: Pick<Line<never>, 'door' | 'finds'>, door: Door, expected: Expected) =>
  outcomes(expected, line.door ?? door, line.finds ? 'unlisted' : 'not-found')
