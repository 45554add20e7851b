import {
  AcademyError,
  type Actor,
  type Id,
  type Locale,
  type PlaceBrief,
  type PracticeFacts,
  type TeachingLanguage,
} from '@academy/contract'
import type { Db, Store } from '@academy/database'
import { mayKnowWithdrawn, maySeePractice } from '@academy/policy'
import type { Clock } from '../platform/clock.ts'
import type { Commands } from '../platform/commands.ts'
import type { DoDeed, ToTell } from '../platform/deeds.ts'
import { factsOf, type Names } from './present.ts'
import { marksOf } from './reviews/store.ts'
import { findPractice, type PracticeRecord, type Shown } from './store.ts'
import { verifiedOf } from './translations/store.ts'

/** What a lesson depends on, of those of these places that are schools. */
export type SchoolsAmong = (
  db: Db,
  ids: readonly Id[],
) => Promise<Map<Id, { isSmall: boolean; languages: TeachingLanguage[] }>>

export interface PracticesDeps {
  db: Store
  clock: Clock
  commands: Commands
  doDeed: DoDeed
  places: {
    pathOf(placeId: Id): Promise<readonly Id[] | undefined>
    briefs(ids: readonly Id[]): Promise<Map<Id, PlaceBrief>>
    schoolsAmong: SchoolsAmong
  }
  members: { namesOf(ids: readonly Id[]): Promise<Map<Id, string>> }
}

export interface Entered {
  row: Shown
  facts: PracticeFacts
}

/** Whoever writes a practice hears of it: its author and who writes it along; not whoever did it. */
export const tellWriters = (
  { id, authorId, coAuthorIds }: Pick<PracticeRecord, 'id' | 'authorId' | 'coAuthorIds'>,
  kind: string,
  but?: Id,
): ToTell[] =>
  [...new Set([authorId, ...coAuthorIds])].flatMap((writer) =>
    writer && writer !== but ? [{ stream: `member:${writer}`, kind, subjectId: id }] : [],
  )

/** What writing and reading both stand on. */
export function createPracticesShared({ db, places, members }: PracticesDeps) {
  /** The practice and what policy needs to know of it; one answer for one that is not there and one that is not theirs. */
  async function enter(actor: Actor, practiceId: Id): Promise<Entered> {
    const row = await findPractice(db.read, practiceId)
    if (!row) throw new AcademyError('not-found')
    const facts = factsOf(row, (await places.pathOf(row.placeId)) ?? [])
    if (maySeePractice(actor, facts)) return { row, facts }
    throw new AcademyError(mayKnowWithdrawn(actor, facts) ? 'practices/withdrawn' : 'not-found')
  }

  async function namesFor(rows: readonly PracticeRecord[], locale: Locale): Promise<Names> {
    const [people, where, marks, translated] = await Promise.all([
      members.namesOf([
        ...new Set(rows.flatMap((row) => [...(row.authorId ? [row.authorId] : []), ...row.coAuthorIds])),
      ]),
      places.briefs([...new Set(rows.map((row) => row.placeId))]),
      marksOf(
        db.read,
        rows.map((row) => row.id),
      ),
      verifiedOf(
        db.read,
        rows.map((row) => row.id),
        locale,
      ),
    ])
    return { locale, people, places: where, marks, translated }
  }

  return { enter, namesFor }
}

export type PracticesShared = ReturnType<typeof createPracticesShared>
