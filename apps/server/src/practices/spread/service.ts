import type { Actor, SpreadNode, SpreadOf, SpreadView } from '@academy/contract'
import { maySeePractice } from '@academy/policy'
import { factsOf } from '../present.ts'
import type { PracticesDeps, PracticesShared } from '../shared.ts'
import { adaptationsOf, findPractices, originOf, type Shown } from '../store.ts'
import { breaksOf, trialsToCount } from '../trials/store.ts'
import { countSpread } from './count.ts'

/** A family of practices that is drawn; a larger one is drawn as far as this. */
const MOST = 300
/** Generations up and down: a made-up circle ends here too. */
const DEEPEST = 30
const MOST_BREAKS = 20

export type SpreadService = ReturnType<typeof createSpreadService>

/** How a practice went from school to school: the whole family it belongs to, as far as the reader may see it. */
export function createSpreadService(deps: PracticesDeps, { enter, namesFor }: PracticesShared) {
  const { db, places } = deps

  /** Everything that comes from the same first practice, that one first. */
  async function familyOf(id: string): Promise<Shown[]> {
    let root = id
    for (let up = 0; up < DEEPEST; up++) {
      const origin = await originOf(db.read, root)
      if (!origin) break
      root = origin
    }
    const ids = [root]
    let generation = [root]
    for (let down = 0; down < DEEPEST && generation.length > 0 && ids.length < MOST; down++) {
      const known = new Set(ids)
      generation = (await adaptationsOf(db.read, generation, MOST - ids.length)).filter((it) => !known.has(it))
      ids.push(...generation)
    }
    const found = await findPractices(db.read, ids)
    return ids.flatMap((it) => found.get(it) ?? [])
  }

  async function of(actor: Actor, q: SpreadOf): Promise<SpreadView> {
    await enter(actor, q.practiceId)
    const family = await familyOf(q.practiceId)
    const practised = await Promise.all(
      family.map(async (row) => {
        const facts = factsOf(row, (await places.pathOf(row.placeId)) ?? [])
        return { ...row, shown: !facts.withdrawn && maySeePractice(actor, facts) }
      }),
    )
    const shown = practised.filter((row) => row.shown)
    const ids = shown.map((row) => row.id)
    const [trials, breaks, names] = await Promise.all([
      trialsToCount(db.read, ids),
      breaksOf(db.read, ids, MOST_BREAKS),
      namesFor(shown, q.locale),
    ])
    const spread = countSpread(practised, trials)
    const schools = await places.briefs([
      ...new Set([...spread.schools, ...shown.map((row) => row.placeId), ...breaks.map((trial) => trial.placeId)]),
    ])
    return {
      nodes: shown.flatMap((row): SpreadNode[] => {
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
      ways: spread.ways,
      schools: [...schools.values()],
      totals: spread.totals,
      breaks: breaks.flatMap(({ id: trialId, practiceId, placeId, outcome, conditions }) => {
        const place = schools.get(placeId)
        return place ? [{ trialId, practiceId, place, outcome, conditions }] : []
      }),
    }
  }

  return { of }
}
