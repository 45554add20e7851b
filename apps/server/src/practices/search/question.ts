import type { Wish } from '@academy/database'
import type { SearchUnit } from '@academy/language/search'
import { TOKEN } from './tokens.ts'

/** How a part of a question was met, from the lowest bit of its five; `rank.ts` weighs them. */
export const MET = { exact: 1, stem: 2, lazy: 4, concept: 8, title: 16 } as const
const BITS = 5
/** Parts beyond these are wanted, too, but not weighed: a hit tells thirty-one things. */
const MOST_WEIGHED = 6

/** One part of a question in the index's tokens. */
export interface Part {
  unit: SearchUnit
  anywhere: Wish
  inTitle: Wish
  /** Tokens for each way of being met, in the order of `MET`. */
  ways: string[][]
}

export interface Question {
  parts: Part[]
  wish: Wish
  /** The same, met by titles alone. */
  titles: Wish
  look: string[][]
}

/** What the last word may be while it is still typed: whole tokens of words and stems that begin so. */
export interface Beginnings {
  anywhere: string[]
  inTitle: string[]
}

const conceptsOf = (unit: SearchUnit) => [...unit.concepts, ...unit.words.flatMap((word) => word.concepts)]

function partOf(unit: SearchUnit, beginnings?: Beginnings): Part {
  const last = unit.words.length - 1
  const words = (stem: (form: string) => string, concept: (id: number) => string, begun: readonly string[]): Wish => ({
    all: unit.words.map(({ stems, lazy, concepts }, n) => ({
      any: [...new Set([...stems, ...lazy])].map(stem).concat(concepts.map(concept), n === last ? begun : []),
    })),
  })
  const whole = (of: Wish, concept: (id: number) => string): Wish => ({ any: [of, ...unit.concepts.map(concept)] })
  const stems = unit.words.flatMap((word) => word.stems)
  const lazy = unit.words.flatMap((word) => word.lazy)
  return {
    unit,
    anywhere: whole(words(TOKEN.stem, TOKEN.concept, beginnings?.anywhere ?? []), TOKEN.concept),
    inTitle: whole(words(TOKEN.titleStem, TOKEN.titleConcept, beginnings?.inTitle ?? []), TOKEN.titleConcept),
    ways: [
      unit.words.map(({ typed }) => TOKEN.word(typed)),
      stems.map(TOKEN.stem),
      [...lazy.map(TOKEN.stem), ...(beginnings?.anywhere ?? [])],
      conceptsOf(unit).map(TOKEN.concept),
      [
        ...[...stems, ...lazy].map(TOKEN.titleStem),
        ...conceptsOf(unit).map(TOKEN.titleConcept),
        ...(beginnings?.inTitle ?? []),
      ],
    ],
  }
}

/** All parts, or, of a long question, all but `spare` of them. */
export function questionOf(
  units: readonly SearchUnit[],
  { beginnings, spare = 0 }: { beginnings?: Beginnings | undefined; spare?: number } = {},
): Question {
  const parts = units.map((unit, n) => partOf(unit, n === units.length - 1 ? beginnings : undefined))
  const some = (of: (part: Part) => Wish): Wish => ({
    any: without(parts, spare).map((kept) => ({ all: kept.map(of) })),
  })
  return {
    parts,
    wish: some((part) => part.anywhere),
    titles: some((part) => part.inTitle),
    look: parts.slice(0, MOST_WEIGHED).flatMap(({ ways }) => ways),
  }
}

/** Every choice that leaves out `n`. */
function without<T>(all: readonly T[], n: number): T[][] {
  if (n === 0) return [[...all]]
  return all.flatMap((_, at) => without(all.slice(at + 1), n - 1).map((rest) => [...all.slice(0, at), ...rest]))
}

/** How each weighed part was met by a hit. */
export const metBy = (bits: number, parts: readonly Part[]): number[] =>
  parts.slice(0, MOST_WEIGHED).map((_, n) => (bits >>> (n * BITS)) & 31)
