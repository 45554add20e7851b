import type { ListPractices, Locale } from '@academy/contract'
import { dialect, searchBytes } from '@academy/database'
import { makePractices, makeSearches, textsOf, titlesOf } from '@academy/server/practices/index'
import { openFilled } from './filled.ts'
import { onPostgres } from './on-postgres.ts'
import { quantile, report, seconds } from './row.ts'

/** A list as a page asks for it. */
export const asked = (locale: Locale, search: string, cursor: string | null, typing = false): ListPractices => ({
  locale,
  search,
  asTyped: false,
  subjects: [],
  grades: [],
  methods: [],
  languages: [],
  ungraded: false,
  functionalLiteracy: false,
  literacy: [],
  offline: false,
  noDevices: false,
  triedLikeMine: false,
  mySubjects: false,
  minutes: null,
  limit: 20,
  cursor,
  typing,
})

const SIZES = [
  ['1k', 1_000],
  ['10k', 10_000],
  ['100k', 100_000],
] as const

/** Milliseconds that feel like at once; PostgreSQL is asked over a socket. */
const GOALS = { sqlite: { ranked: 15, typing: 25 }, postgres: { ranked: 45, typing: 75 } }

/** As somebody types: the same searches cut in the middle of their last word, from the second letter on. */
const halfTyped = (searches: readonly string[]) =>
  searches.map((search, n) => {
    const last = search.split(' ').at(-1) ?? ''
    return search.slice(0, search.length - last.length + Math.min(last.length, 2 + (n % 5)))
  })

/**
 * A search with its page of twenty rows, whole and while it is typed, the counts beside it, and what the index takes beside the texts, at
 * three sizes; then the same on PostgreSQL. `SIZE=10k pnpm bench practices` measures one size alone: the first time a hundred thousand take
 * some minutes to be shelved.
 */
export async function benchSearch(): Promise<void> {
  const only = process.env.SIZE
  for (const [size, n] of SIZES) {
    if (only && only !== size) continue
    await using academy = await openFilled(n)
    const author = await academy.person('teacher')
    const roles = [{ role: 'teacher' as const, placeId: academy.places.school }]
    const member = { kind: 'member' as const, id: author.id, name: author.name, roles }
    const stranger = { kind: 'stranger' as const }
    const goals = GOALS[academy.db.dialect]
    const searches = makeSearches(600)
    for (const [name, list] of [
      ['ranked', searches],
      ['typing', halfTyped(searches)],
    ] as const) {
      const times: number[] = []
      for (const [i, search] of list.entries()) {
        const q = asked('kk', search, null, name === 'typing')
        times.push((await seconds(() => academy.rooms.practices.library.list(i % 2 ? member : stranger, q))) * 1000)
      }
      const warm = times.slice(100)
      report({ name: `practices.search.${name}.p50.${size}`, ours: quantile(warm, 0.5), unit: 'ms' })
      report({
        name: `practices.search.${name}.p99.${size}`,
        ours: quantile(warm, 0.99),
        goal: goals[name],
        unit: 'ms',
      })
    }
    let texts = 0
    for (const content of makePractices(n))
      for (const text of [...titlesOf(content), ...textsOf(content)]) texts += Buffer.byteLength(text)
    const name = size === '100k' ? 'practices.search.index_ratio' : `practices.search.index_ratio.${size}`
    report({ name, ours: (await searchBytes(academy.db.read)) / texts, goal: 1.2, unit: 'ratio' })
  }
  if (dialect === 'sqlite') await onPostgres('practices')
}
