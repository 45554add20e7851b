import type { Id, Member, MyRecord, MyRecordIn, RecordKind, RecordRow } from '@academy/contract'
import { fromAlmaty } from '@academy/language/clock'
import type { PracticesDeps } from '../shared.ts'
import { findPractices } from '../store.ts'
import * as store from './store.ts'

/** Of each kind as many are looked at: more than anybody's years hold. */
const MOST = 1000
/** So many rows are told, the newest. */
const MOST_ROWS = 1000

/** The beginning of a day such as `2026-11-24` in Astana. */
function beginningOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return fromAlmaty(year, month, date)
}

interface Deed {
  kind: RecordKind
  practiceId: Id
  at: Date
  placeId: Id | null
  outcome?: RecordRow['outcome']
}

export type RecordService = ReturnType<typeof createRecord>

/** What a teacher did in the academy, for themselves to take along. */
export function createRecord({ db, members, places }: PracticesDeps) {
  return async function record(member: Member, _q: MyRecordIn): Promise<MyRecord> {
    const [published, along, tried, adapted, reviewed, translated, triedByOthers] = await Promise.all([
      store.publishedBy(db.read, member.id, MOST),
      store.writtenAlongBy(db.read, member.id, MOST),
      store.triedBy(db.read, member.id, MOST),
      store.adaptedFrom(db.read, member.id, MOST),
      store.reviewedBy(db.read, member.id, MOST),
      store.translatedBy(db.read, member.id, MOST),
      store.triedByOthers(db.read, member.id),
    ])
    const deeds: Deed[] = [
      ...published.map((it): Deed => ({ kind: 'published', ...it })),
      ...along.map((it): Deed => ({ kind: 'written-along', ...it })),
      ...tried.map(({ day, ...it }): Deed => ({ kind: 'tried', ...it, at: new Date(beginningOf(day)) })),
      ...adapted.map((it): Deed => ({ kind: 'adapted', ...it })),
      ...reviewed.flatMap(({ at, ...it }): Deed[] => (at ? [{ kind: 'reviewed', ...it, at }] : [])),
      ...translated.flatMap(({ at, ...it }): Deed[] => (at ? [{ kind: 'translated', ...it, placeId: null, at }] : [])),
    ].sort((a, b) => b.at.getTime() - a.at.getTime())
    const shown = deeds.slice(0, MOST_ROWS)
    const [found, briefs, names] = await Promise.all([
      findPractices(db.read, [...new Set(deeds.map(({ practiceId }) => practiceId))]),
      places.briefs([...new Set(shown.flatMap(({ placeId }) => placeId ?? []))]),
      members.namesOf([member.id]),
    ])
    const minutesOf = ({ practiceId }: Pick<Deed, 'practiceId'>) => found.get(practiceId)?.content.minutes ?? 0
    return {
      name: names.get(member.id) ?? '',
      rows: shown.map((deed): RecordRow => {
        const practice = found.get(deed.practiceId)
        const named = practice && (practice.withdrawnAt === null || practice.authorId === member.id)
        return {
          kind: deed.kind,
          at: deed.at.getTime(),
          practiceId: deed.practiceId,
          title: named ? practice.content.title : '',
          language: named ? practice.content.language : null,
          place: briefs.get(deed.placeId ?? '') ?? null,
          outcome: deed.outcome ?? null,
          minutes: deed.kind === 'tried' ? minutesOf(deed) || null : null,
        }
      }),
      more: deeds.length > shown.length,
      counts: {
        published: published.length,
        'written-along': along.length,
        tried: tried.length,
        adapted: adapted.length,
        reviewed: reviewed.length,
        translated: translated.length,
      },
      triedByOthers,
      lessonMinutes: tried.reduce((sum, it) => sum + minutesOf(it), 0),
    }
  }
}
