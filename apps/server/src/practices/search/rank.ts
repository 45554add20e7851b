import type { Fit, TeachingLanguage } from '@academy/contract'
import type { Hit } from '@academy/database'
import { unpackFacts } from './facts.ts'
import { MET, metBy, type Question } from './question.ts'

/** What is known of the school a searcher teaches in. */
export interface OwnSchool {
  isSmall: boolean
  languages: readonly TeachingLanguage[]
}

export interface Ranked extends Hit {
  /** Why it suits the searcher's school, what tells most first. */
  fit: Fit[]
  /** Found by what things are called in another language alone. */
  across: boolean
}

// Chosen on the sixty queries of relevance.json that are for tuning.
const WAYS = { exact: 1, stem: 0.92, lazy: 0.8, concept: 0.75 } as const
const IN_TITLE = 1.9
/** How much the length of a text counts against a word in it, and what length is usual. */
const LENGTH = 0.35
const USUAL = 320
/** A class of a small school is about this large. */
const SMALL_CLASS = 12
/** Nobody's school decides more than what was asked for: all reasons together weigh less than a word in the title. */
const FITS: Record<Fit, number> = {
  ungraded: 0.14,
  language: 0.1,
  offline: 0.06,
  'class-size': 0.06,
  devices: 0.04,
  tried: 0.08,
}
const MOST_BY_TRIES = 0.3

const wayOf = (met: number) =>
  met & MET.exact
    ? WAYS.exact
    : met & MET.stem
      ? WAYS.stem
      : met & MET.lazy
        ? WAYS.lazy
        : met & MET.concept
          ? WAYS.concept
          : 0

function fitOf({ facts, weight }: Hit, school: OwnSchool): Fit[] {
  const it = unpackFacts(facts)
  const fit: Fit[] = []
  if (school.isSmall && it.ungraded) fit.push('ungraded')
  if (school.isSmall && it.classSize && it.classSize.from <= SMALL_CLASS) fit.push('class-size')
  if (
    school.languages.length === 1 &&
    it.languages.some((one) => (school.languages as readonly string[]).includes(one))
  )
    fit.push('language')
  if (school.isSmall && it.internet === 'none') fit.push('offline')
  if (school.isSmall && it.devices === 'none') fit.push('devices')
  if (weight > 0) fit.push('tried')
  return fit
}

/**
 * Hits in the order they are shown: how each part of the question was met (as typed, by its stem, lazily, by what it means), in the title or
 * not, rarer parts more; then how it fits the searcher's own school and in how many independent schools it was tried. Never by likes.
 */
export function rank(hits: readonly Hit[], { parts }: Question, school: OwnSchool | null): Ranked[] {
  const met = hits.map(({ bits }) => metBy(bits, parts))
  const rarity = (met[0] ?? []).map((_, n) => {
    const having = met.reduce((sum, ways) => sum + (ways[n] ? 1 : 0), 0)
    return Math.log(1 + (hits.length + 1) / (having + 0.5))
  })
  const scored = hits.map((hit, i) => {
    const ways = met[i] ?? []
    let said = 0
    for (const [n, way] of ways.entries()) said += (rarity[n] ?? 1) * wayOf(way) * (way & MET.title ? IN_TITLE : 1)
    const length = 1 - LENGTH + (LENGTH * hit.size) / USUAL
    const fit = school ? fitOf(hit, school) : []
    const suits = fit.reduce((sum, one) => sum + FITS[one], 0)
    const tried = Math.min(MOST_BY_TRIES, 0.07 * Math.log2(1 + hit.weight))
    const across = ways.length > 0 && ways.every((way) => way === 0 || (way & ~MET.title) === MET.concept)
    return { score: (said / length) * (1 + suits + tried), hit: { ...hit, fit, across } }
  })
  return scored.sort((a, b) => b.score - a.score || b.hit.seq - a.hit.seq).map(({ hit }) => hit)
}
