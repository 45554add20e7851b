import type { Actor, SpreadNode, SpreadOf, SpreadView } from '@academy/contract'
import { maySeePractice } from '@academy/policy'
import { factsOf } from '../present.ts'
import type { PracticesDeps, PracticesShared } from '../shared.ts'
import { descentOf, findPractices, originsOf, type Shown } from '../store.ts'
import { breaksOf, trialsToCount } from '../trials/store.ts'
import { countSpread } from './count.ts'

/** A family is counted up to this, and drawn as far as the other; how many more there are is said. */
const MOST_COUNTED = 5000
const MOST_DRAWN = 150
const MOST_BREAKS = 20

export type SpreadService = ReturnType<typeof createSpreadService>

/** How a practice went from school to school: the whole family it belongs to, as far as the reader may see it. */
export function createSpreadService(deps: PracticesDeps, { enter, namesFor }: PracticesShared) {
  const { db, places } = deps

  /** Everything that comes from the same first practice, that one first. */
  async function familyOf(row: Shown): Promise<Shown[]> {
    const root = (await originsOf(db.read, row)).at(-1) ?? row
    const ids = await descentOf(db.read, root.id, MOST_COUNTED)
    const found = await findPractices(db.read, ids)
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  async function of(actor: Actor, q: SpreadOf): Promise<SpreadView> {
    const family = await familyOf((await enter(actor, q.practiceId)).row)
    const practised = await Promise.all(
      family.map(async (row) => {
        const facts = factsOf(row, (await places.pathOf(row.placeId)) ?? [])
        return { ...row, shown: !facts.withdrawn && maySeePractice(actor, facts) }
      }),
    )
    const shown = practised.filter((row) => row.shown)
    const drawn = shown.slice(0, MOST_DRAWN)
    const ids = shown.map((row) => row.id)
    const [trials, breaks, names] = await Promise.all([
      trialsToCount(db.read, ids),
      breaksOf(db.read, ids, MOST_BREAKS),
      namesFor(drawn, q.locale),
    ])
    const spread = countSpread(practised, trials)
    const schools = await places.briefs([
      ...new Set([...spread.schools, ...drawn.map((row) => row.placeId), ...breaks.map((trial) => trial.placeId)]),
    ])
    return {
      nodes: drawn.flatMap((row): SpreadNode[] => {
        const place = schools.get(row.placeId)
        const counts = spread.counts.get(row.id)
        if (!place || !counts) return []
        const brief = row.content.alsoIn.find((it) => it.language === q.locale)
        return [
          {
            id: row.id,
            title: brief?.title ?? row.content.title,
            language: brief ? q.locale : row.content.language,
            author: names.people.get(row.authorId ?? '') ?? null,
            place,
            originId: spread.origins.get(row.id) ?? null,
            publishedAt: row.publishedAt.getTime(),
            counts,
          },
        ]
      }),
      more: shown.length - drawn.length,
      ways: spread.ways,
      schools: [...schools.values()],
      totals: spread.totals,
      breaks: breaks.flatMap(({ id: trialId, practiceId, placeId, outcome, conditions, happened }) => {
        const place = schools.get(placeId)
        return place ? [{ trialId, practiceId, place, outcome, why: conditions || happened }] : []
      }),
    }
  }

  return { of }
}
