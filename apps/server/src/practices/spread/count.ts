import { type Id, OUTCOMES, type Outcome, type TrialCounts } from '@academy/contract'

/** A practice as counting sees it. `shown` is false for what is withdrawn or not for this reader. */
export interface Practised {
  id: Id
  originId: Id | null
  placeId: Id
  authorId: Id | null
  shown: boolean
}
export interface Tried {
  practiceId: Id
  placeId: Id
  memberId: Id | null
  outcome: Outcome
  takenBack: boolean
}

export interface Way {
  from: Id
  to: Id
  tries: number
  adaptations: number
}

export interface Spread {
  /** Shown practices, each with the nearest shown one it comes from. */
  origins: Map<Id, Id | null>
  counts: Map<Id, TrialCounts>
  ways: Way[]
  schools: Set<Id>
  totals: { tries: number; adaptations: number; schools: number; independentSchools: number }
}

/** Counts of one practice: its own school and its authors' tries are tries, and nobody's independent school. */
export function countTrials(
  trials: readonly Tried[],
  whose: { placeIds: ReadonlySet<Id>; authorIds: ReadonlySet<Id> },
): TrialCounts {
  const standing = trials.filter((trial) => !trial.takenBack)
  const independent = standing.filter(
    ({ placeId, memberId }) => !whose.placeIds.has(placeId) && !(memberId && whose.authorIds.has(memberId)),
  )
  return {
    tries: standing.length,
    schools: new Set(standing.map((trial) => trial.placeId)).size,
    independentSchools: new Set(independent.map((trial) => trial.placeId)).size,
    outcomes: Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, standing.filter((trial) => trial.outcome === outcome).length]),
    ) as Record<Outcome, number>,
  }
}

/**
 * How a family of practices went from school to school. What is not shown is neither named nor counted: its tries fall away, and what
 * was adapted from it hangs on the nearest shown one above it. A school is independent when it tried something of the chain and no
 * practice of the chain above comes from there, nor was the try by an author of that chain.
 */
export function countSpread(practices: readonly Practised[], trials: readonly Tried[]): Spread {
  const known = new Map(practices.map((practice) => [practice.id, practice]))
  const origins = new Map<Id, Id | null>()
  for (const practice of practices) {
    if (!practice.shown) continue
    let above = practice.originId ? known.get(practice.originId) : undefined
    const passed = new Set<Id>()
    while (above && !above.shown && !passed.has(above.id)) {
      passed.add(above.id)
      above = above.originId ? known.get(above.originId) : undefined
    }
    origins.set(practice.id, above?.shown && above.id !== practice.id ? above.id : null)
  }
  /** The practice and all shown ones it comes from. */
  const chainOf = (id: Id): Practised[] => {
    const chain: Practised[] = []
    for (let at: Id | null = id; at !== null && chain.length < origins.size; at = origins.get(at) ?? null) {
      const practice = known.get(at)
      if (practice) chain.push(practice)
    }
    return chain
  }

  const ways = new Map<string, Way>()
  const goes = (from: Id, to: Id, what: 'tries' | 'adaptations') => {
    const key = `${from} ${to}`
    const way = ways.get(key) ?? { from, to, tries: 0, adaptations: 0 }
    way[what]++
    ways.set(key, way)
  }
  const counts = new Map<Id, TrialCounts>()
  const schools = new Set<Id>()
  const independent = new Set<Id>()
  const totals = { tries: 0, adaptations: 0, schools: 0, independentSchools: 0 }
  for (const [id, originId] of origins) {
    const practice = known.get(id) as Practised
    const chain = chainOf(id)
    const placeIds = new Set(chain.map((it) => it.placeId))
    const authorIds = new Set(chain.flatMap((it) => it.authorId ?? []))
    const own = trials.filter((trial) => trial.practiceId === id)
    counts.set(id, countTrials(own, { placeIds, authorIds }))
    for (const { placeId, memberId, takenBack } of own) {
      if (takenBack) continue
      totals.tries++
      schools.add(placeId)
      goes(practice.placeId, placeId, 'tries')
      if (!placeIds.has(placeId) && !(memberId && authorIds.has(memberId))) independent.add(placeId)
    }
    if (originId === null) continue
    totals.adaptations++
    schools.add(practice.placeId)
    goes((known.get(originId) as Practised).placeId, practice.placeId, 'adaptations')
  }
  totals.schools = schools.size
  totals.independentSchools = independent.size
  return { origins, counts, ways: [...ways.values()], schools, totals }
}
