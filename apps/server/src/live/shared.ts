import { AcademyError, type Actor, type Id, type LiveFacts, type Trilingual } from '@academy/contract'
import type { Store } from '@academy/database'
import { mayEnterLive } from '@academy/policy'
import type { Clock } from '../platform/clock.ts'
import type { Commands } from '../platform/commands.ts'
import type { DoDeed, ToTell } from '../platform/deeds.ts'
import type { Streams } from '../platform/streams.ts'
import type { Ballots } from './ballots.ts'
import type { Joining } from './joining.ts'
import { factsOf } from './present.ts'
import { findSession, isParticipant, type QuestionRow, type SessionRow } from './store.ts'

export interface LiveDeps {
  db: Store
  clock: Clock
  commands: Commands
  doDeed: DoDeed
  streams: Streams
  ballots: Ballots
  joining: Joining
  places: {
    pathOf(placeId: Id): Promise<readonly Id[] | undefined>
    nameOf(placeId: Id): Promise<Trilingual>
    /** The places themselves and everything below them. */
    coveredBy(placeIds: readonly Id[]): Promise<Id[]>
  }
  members: { namesOf(ids: readonly Id[]): Promise<Map<Id, string>> }
  /** How many people and guests follow a stream now. */
  following(stream: string): number
}

export interface Entered {
  row: SessionRow
  facts: LiveFacts
}

/** What participants' and the desk's sides both stand on. */
export function createLiveShared(deps: LiveDeps) {
  const { db, clock, places, members } = deps

  /** The session and what policy needs to know of it for this actor. */
  async function look(actor: Actor, sessionId: Id): Promise<Entered | undefined> {
    const row = await findSession(db.read, sessionId)
    if (!row) return undefined
    const [path, participant] = await Promise.all([
      places.pathOf(row.placeId),
      actor.kind === 'stranger' ? false : isParticipant(db.read, row.id, actor.id),
    ])
    return { row, facts: factsOf(row, path ?? [], participant, clock.now()) }
  }

  /** One answer for a session that is not there and one that is not theirs. */
  async function enter(actor: Actor, sessionId: Id): Promise<Entered> {
    const entered = await look(actor, sessionId)
    if (!entered || !mayEnterLive(actor, entered.facts)) throw new AcademyError('not-found')
    return entered
  }

  /** Names of the members among the askers who did not ask without one. */
  const namesFor = (rows: readonly QuestionRow[]) =>
    members.namesOf([
      ...new Set(rows.flatMap((r) => (!r.anonymous && r.authorKind === 'member' && r.authorId ? [r.authorId] : []))),
    ])

  /** The asker hears of every turn their question takes; of a deleted account nobody does. */
  const tellAsker = (row: Pick<QuestionRow, 'id' | 'authorId'>): ToTell[] =>
    row.authorId ? [{ stream: `member:${row.authorId}`, kind: 'question.told', subjectId: row.id }] : []

  return { look, enter, namesFor, tellAsker }
}

export type LiveShared = ReturnType<typeof createLiveShared>
