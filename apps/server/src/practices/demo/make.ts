import { type Id, newId, type PracticeContent } from '@academy/contract'
import { indexAtEnd, type Store } from '@academy/database'
import { newPractice, shelveMany } from '../shelve.ts'
import { demoLibrary } from './library.ts'

/** The same numbers for the same seed, so that measures can be repeated. */
function numbers(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    next,
    below: (n: number) => Math.floor(next() * n),
    one: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T,
  }
}
type Numbers = ReturnType<typeof numbers>

const SYLLABLES =
  'қа за ста хан ба ла мек теп жа ңа өн ер құ қық тү сін ұлт тар их са бақ про из вод ная сис те ма урав не ние реак ция гео гра фия ло ги ко мо ле ку эко но ми ғы лым шы ғар әде би ет'.split(
    ' ',
  )
const ENDINGS = ['', '', '', 'лар', 'дың', 'мен', 'де', 'ами', 'ого', 'ов']

/** Words that are none, as many and as unevenly used as a real library of this size has. */
function vocabulary(random: Numbers, size: number): () => string {
  const words = Array.from({ length: size }, () =>
    Array.from({ length: 2 + random.below(3) }, () => random.one(SYLLABLES)).join(''),
  )
  return () => (words[Math.floor(size * random.next() ** 2.5)] as string) + random.one(ENDINGS)
}

/** Any number of practices for measures: titles, aims and steps of the demo library mixed, and words of no language between them. */
export function* makePractices(n: number, seed = 1): Generator<PracticeContent> {
  const random = numbers(seed)
  const library = demoLibrary()
  const word = vocabulary(random, 20_000)
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  for (let made = 0; made < n; made++) {
    const { visibility: _, edited: __, ...base } = random.one(library)
    const kin = library.filter((other) => other.language === base.language)
    yield {
      ...base,
      title: `${base.title.split(':')[0]}: ${words(3)}`,
      purpose: `${random.one(kin).purpose} ${words(12)}`,
      steps: Array.from({ length: 3 + random.below(4) }, () => {
        const step = random.one(random.one(kin).steps)
        return { ...step, text: `${step.text} ${words(4)}` }
      }),
      minutes: 5 * (2 + random.below(15)),
      subjects: [...new Set([...base.subjects, ...random.one(library).subjects])],
      grades: random.one(library).grades,
      alsoIn: base.alsoIn.slice(0, random.below(3)),
    }
  }
}

/** Searches for what `makePractices` of the same seed made: one or two words of a text, as they stand or shortened. */
export function makeSearches(n: number, seed = 1): string[] {
  const random = numbers(seed + 1)
  const texts = [...makePractices(500, seed)].map(({ title, purpose }) =>
    `${title} ${purpose}`.split(/[^\p{L}]+/u).filter((word) => word.length > 3),
  )
  return Array.from({ length: n }, (_, i) => {
    const words = random.one(texts)
    const asked = i % 2 === 0 ? [random.one(words)] : [random.one(words), random.one(words)]
    return (i % 5 === 0 ? asked.map((word) => word.slice(0, -1)) : asked).join(' ')
  })
}

/** Few enough for the parameters of one query. */
const AT_ONCE = 500

/** Shelves many practices, a minute apart, the newest at `now`. For measures and tests. */
export const fillMany = (
  db: Store,
  q: { n: number; authorId: Id | null; placeId: Id; now: Date; seed?: number },
): Promise<void> =>
  indexAtEnd(db, async () => {
    let made = 0
    let batch: ReturnType<typeof newPractice>[] = []
    const put = async () => {
      const full = batch
      batch = []
      await db.write((tx) => shelveMany(tx, full))
    }
    for (const content of makePractices(q.n, q.seed)) {
      const whose = { id: newId(), authorId: q.authorId, placeId: q.placeId, visibility: 'public' as const }
      batch.push(newPractice({ ...whose, at: new Date(q.now.getTime() - (q.n - ++made) * 60_000) }, content))
      if (batch.length === AT_ONCE) await put()
    }
    await put()
  })
