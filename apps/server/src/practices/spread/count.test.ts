import { OUTCOMES } from '@academy/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSpread, type Practised, type Tried } from './count.ts'

const practice = (
  id: string,
  placeId: string,
  originId: string | null = null,
  more: Partial<Practised> = {},
): Practised => ({
  id,
  placeId,
  originId,
  authorId: `author of ${id}`,
  coAuthorIds: [] as string[],
  shown: true,
  ...more,
})
const tried = (practiceId: string, placeId: string, more: Partial<Tried> = {}): Tried => ({
  practiceId,
  placeId,
  memberId: `teacher at ${placeId}`,
  byAuthor: false,
  outcome: 'worked',
  takenBack: false,
  ...more,
})

test('a made-up history with a known tree is counted exactly', () => {
  const practices = [
    practice('snow', 'akmol'),
    practice('wind', 'koyandy', 'snow', { coAuthorIds: ['who wrote wind along'] }),
    practice('ice', 'akmol', 'wind'),
    practice('gone', 'talapker', 'snow', { shown: false }),
    practice('rain', 'tasty', 'gone'),
  ]
  const trials = [
    tried('snow', 'akmol'),
    tried('snow', 'koyandy', { outcome: 'partly' }),
    tried('snow', 'karazhar', { outcome: 'did-not-work' }),
    tried('snow', 'karazhar'),
    tried('snow', 'sofievka', { memberId: 'author of snow' }),
    tried('wind', 'akmol'),
    tried('wind', 'karazhar', { memberId: 'who wrote wind along' }),
    tried('wind', 'tasty', { takenBack: true }),
    tried('gone', 'sofievka'),
    // Its author's account is deleted: what was their own try stays so.
    tried('snow', 'tasty', { memberId: null, byAuthor: true }),
    tried('rain', 'karazhar', { memberId: null }),
  ]
  const spread = countSpread(practices, trials)
  expect(Object.fromEntries(spread.origins)).toEqual({ snow: null, wind: 'snow', ice: 'wind', rain: 'snow' })
  expect(spread.totals).toEqual({ tries: 9, adaptations: 3, schools: 5, independentSchools: 2 })
  expect([...spread.schools].sort()).toEqual(['akmol', 'karazhar', 'koyandy', 'sofievka', 'tasty'])
  expect(spread.counts.get('snow')).toEqual({
    tries: 6,
    schools: 5,
    independentSchools: 2,
    outcomes: { worked: 4, partly: 1, 'did-not-work': 1 },
  })
  // Where a practice of the chain comes from is nobody's independent school.
  expect(spread.counts.get('wind')).toMatchObject({ tries: 2, independentSchools: 0 })
  expect(spread.ways).toContainEqual({ from: 'akmol', to: 'karazhar', tries: 2, adaptations: 0 })
  expect(spread.ways).toContainEqual({ from: 'akmol', to: 'koyandy', tries: 1, adaptations: 1 })
})

const SCHOOLS = ['a', 'b', 'c', 'd']
const PEOPLE = ['p', 'q', 'r']
/** A forest: each practice may come from an earlier one. */
const history = fc.array(
  fc.record({
    from: fc.nat(),
    rooted: fc.boolean(),
    placeId: fc.constantFrom(...SCHOOLS),
    authorId: fc.option(fc.constantFrom(...PEOPLE), { nil: null }),
    coAuthorIds: fc.subarray(PEOPLE),
    shown: fc.boolean(),
    trials: fc.array(
      fc.record({
        placeId: fc.constantFrom(...SCHOOLS),
        memberId: fc.option(fc.constantFrom(...PEOPLE), { nil: null }),
        byAuthor: fc.boolean(),
        outcome: fc.constantFrom(...OUTCOMES),
        takenBack: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  }),
  { maxLength: 12 },
)

test('any history is counted as by hand, one try and one adaptation after the other', () => {
  fc.assert(
    fc.property(history, (made) => {
      const practices = made.map(({ from, rooted, placeId, authorId, coAuthorIds, shown }, n) => {
        const originId = n === 0 || rooted ? null : `${from % n}`
        return { id: `${n}`, originId, placeId, authorId, coAuthorIds, shown }
      })
      const trials = made.flatMap((it, n) => it.trials.map((trial) => ({ practiceId: `${n}`, ...trial })))
      const spread = countSpread(practices, trials)

      // By hand: what stands above a practice, shown or not, nearest first.
      const aboveOf = (n: number): number[] => {
        const origin = practices[n]?.originId
        return origin ? [Number(origin), ...aboveOf(Number(origin))] : []
      }
      const isShown = (n: number) => practices[n]?.shown ?? false
      const reached: string[] = []
      const independent: string[] = []
      let [tries, adaptations] = [0, 0]
      for (let n = 0; n < practices.length; n++) {
        if (!isShown(n)) continue
        const chain = [n, ...aboveOf(n)].map((at) => practices[at] as Practised)
        const origin = aboveOf(n).find(isShown)
        if (origin !== undefined) {
          adaptations++
          reached.push(practices[n]?.placeId ?? '')
        }
        for (const trial of made[n]?.trials ?? []) {
          if (trial.takenBack) continue
          tries++
          reached.push(trial.placeId)
          const near = chain.some(
            (it) =>
              it.placeId === trial.placeId ||
              (trial.memberId !== null && [it.authorId, ...it.coAuthorIds].includes(trial.memberId)),
          )
          if (!near && !trial.byAuthor) independent.push(trial.placeId)
        }
        expect(spread.origins.get(`${n}`)).toBe(origin === undefined ? null : `${origin}`)
      }
      expect(spread.totals).toEqual({
        tries,
        adaptations,
        schools: new Set(reached).size,
        independentSchools: new Set(independent).size,
      })
      expect(spread.ways.reduce((sum, way) => sum + way.tries, 0)).toBe(tries)
      expect(spread.ways.reduce((sum, way) => sum + way.adaptations, 0)).toBe(adaptations)
      expect([...spread.counts.values()].reduce((sum, count) => sum + count.tries, 0)).toBe(tries)
    }),
    { numRuns: 500 },
  )
})
