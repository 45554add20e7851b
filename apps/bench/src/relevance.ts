import { readFileSync } from 'node:fs'
import { LOCALES, type Locale } from '@academy/contract'
import { words } from '@academy/language/fold'
import { allTextsOf, demoLibrary, fillPractices } from '@academy/server/practices/index'
import { openAcademy } from '@academy/testkit'
import { report } from './row.ts'
import { asked } from './search.ts'

interface Judged {
  language: Locale
  part: 'tuning' | 'held-out'
  query: string
  relevant: Record<string, number>
}

const read = (): { practices: Record<string, string>; queries: Judged[] } =>
  JSON.parse(readFileSync(new URL('../../server/src/practices/search/relevance.json', import.meta.url), 'utf8'))

const AT = 10

/** How much of what could be gained is gained by the first ten, the first ones more. */
export function ndcg(found: readonly string[], relevant: ReadonlyMap<string, number>): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, AT).reduce((sum, grade, n) => sum + (2 ** grade - 1) / Math.log2(n + 2), 0)
  const best = gain([...relevant.values()].sort((a, b) => b - a))
  return best === 0 ? 0 : gain(found.map((id) => relevant.get(id) ?? 0)) / best
}

/** Plain BM25 over words as they are written, any of a question's words: the limit we are measured against. */
export function plainBm25(texts: ReadonlyMap<string, readonly string[]>): (query: string) => string[] {
  const [k, b] = [1.2, 0.75]
  const documents = [...texts].map(([id, all]) => ({ id, all: all.flatMap(words) }))
  const usual = documents.reduce((sum, { all }) => sum + all.length, 0) / documents.length
  return (query) => {
    const asked = [...new Set(words(query))]
    const scored = documents.map(({ id, all }) => ({
      id,
      score: asked.reduce((sum, word) => {
        const times = all.filter((it) => it === word).length
        const having = documents.filter((it) => it.all.includes(word)).length
        const rarity = Math.log(1 + (documents.length - having + 0.5) / (having + 0.5))
        return sum + (rarity * times * (k + 1)) / (times + k * (1 - b + (b * all.length) / usual))
      }, 0),
    }))
    return scored
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .map(({ id }) => id)
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * The ninety judged questions to the demo library, per language and per part, beside plain BM25 without stems over the same texts. Weights
 * were chosen on the part for tuning alone. `SHOW=tuning pnpm bench relevance` shows what questions of that part found and leaves the held-out ones alone.
 */
export async function benchRelevance(verbose = process.env.SHOW === 'tuning'): Promise<void> {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  await fillPractices(
    { db: academy.db, now: new Date(), places: academy.rooms.places },
    { teachers: [{ id: teacher.id, placeId: academy.places.school }] },
  )
  const { practices, queries } = read()
  const names = new Map(Object.entries(practices).map(([name, title]) => [title, name]))
  const nameOf = (title: string) => names.get(title) ?? ''
  const texts = new Map(demoLibrary().map((practice) => [nameOf(practice.title), allTextsOf(practice)]))
  const member = { kind: 'member' as const, id: teacher.id, name: teacher.name, roles: [] }
  const plain = plainBm25(texts)
  const results: (Judged & { ours: number; limit: number })[] = []
  for (const judged of queries) {
    if (verbose && judged.part !== 'tuning') continue
    const relevant = new Map(Object.entries(judged.relevant))
    const page = await academy.rooms.practices.library.list(member, asked(judged.language, judged.query, null))
    const found = page.items.map(({ title }) => nameOf(title))
    const [ours, limit] = [ndcg(found, relevant), ndcg(plain(judged.query), relevant)]
    results.push({ ...judged, ours, limit })
    if (verbose && (ours < 0.9 || ours < limit))
      console.error(
        judged.language,
        judged.query,
        ours.toFixed(2),
        limit.toFixed(2),
        found.slice(0, 6),
        judged.relevant,
        page.searchedFor,
      )
  }
  for (const part of ['tuning', 'held-out'] as const) {
    const of = results.filter((it) => it.part === part)
    if (of.length === 0) continue
    for (const language of LOCALES) {
      const own = of.filter((it) => it.language === language)
      const name = `practices.relevance.ndcg10.${language}${part === 'held-out' ? '.held-out' : ''}`
      report({ name, ours: mean(own.map((it) => it.ours)), limit: mean(own.map((it) => it.limit)), unit: 'ratio' })
    }
    const name = part === 'held-out' ? 'practices.relevance.ndcg10' : 'practices.relevance.ndcg10.tuning'
    const goal = part === 'held-out' ? { goal: 1.25 } : {}
    report({ name, ours: mean(of.map((it) => it.ours)), limit: mean(of.map((it) => it.limit)), unit: 'ratio', ...goal })
  }
}
