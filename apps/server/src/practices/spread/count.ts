import { type Id, OUTCOMES, type Outcome, type TrialCounts } from '@academy/contract'

/** A practice as counting sees it. `shown` is false for what is withdrawn or not for this reader. */
export interface Practised {
  id: Id
  originId: Id | null
  placeId: Id
  authorId: Id | null
  coAuthorIds: readonly Id[]
  shown: boolean
}
export interface Tried {
  practiceId: Id
  placeId: Id
  memberId: Id | null
  /** By an author of the chain whose account is deleted since. */
  byAuthor: boolean
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

/** Whose a practice is: the schools and authors of it and of all it comes from. */
export interface Whose {
  placeIds: ReadonlySet<Id>
  authorIds: ReadonlySet<Id>
}
export const whoseIs = (chain: readonly Pick<Practised, 'placeId' | 'authorId' | 'coAuthorIds'>[]): Whose => ({
  placeIds: new Set(chain.map((it) => it.placeId)),
  authorIds: new Set(chain.flatMap((it) => [...(it.authorId ? [it.authorId] : []), ...it.coAuthorIds])),
})

export const isIndependent = ({ placeId, memberId, byAuthor }: Tried, whose: Whose) =>
  !byAuthor && !whose.placeIds.has(placeId) && !(memberId && whose.authorIds.has(memberId))

/** Counts of one practice: its own school's and its authors' tries are tries, and nobody's independent school. */
export function countTrials(trials: readonly Tried[], whose: Whose): TrialCounts {
  const standing = trials.filter((trial) => !trial.takenBack)
  const independent = standing.filter((trial) => isIndependent(trial, whose))
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
 * practice above, shown or not, comes from there, nor was the try by an author of any of them.
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
  /** The practice and all it comes from. */
  const chainOf = (id: Id): Practised[] => {
    const chain = new Set<Practised>()
    for (let at = known.get(id); at && !chain.has(at); at = at.originId ? known.get(at.originId) : undefined)
      chain.add(at)
    return [...chain]
  }
  const tried = Map.groupBy(trials, (trial) => trial.practiceId)

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
    const whose = whoseIs(chainOf(id))
    const own = (tried.get(id) ?? []).filter((trial) => !trial.takenBack)
    counts.set(id, countTrials(own, whose))
    for (const trial of own) {
      totals.tries++
      schools.add(trial.placeId)
      goes(practice.placeId, trial.placeId, 'tries')
      if (isIndependent(trial, whose)) independent.add(trial.placeId)
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
