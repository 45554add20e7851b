import { readFileSync } from 'node:fs'
import { LOCALES } from '@academy/contract'
import { expect, test } from 'vitest'
import { demoLibrary } from '../demo/library.ts'

interface Judged {
  language: string
  kind: string
  part: string
  query: string
  relevant: Record<string, number>
}
const judged = JSON.parse(readFileSync(new URL('./relevance.json', import.meta.url), 'utf8')) as {
  practices: Record<string, string>
  queries: Judged[]
}

test('the relevance set speaks of the demo library: thirty queries a language, a third in base form, a third held out', () => {
  const titles = demoLibrary().map((practice) => practice.title)
  expect(Object.values(judged.practices).toSorted()).toEqual(titles.toSorted())
  for (const language of LOCALES) {
    const queries = judged.queries.filter((it) => it.language === language)
    expect(new Set(queries.map((it) => it.query)).size).toBe(30)
    expect(queries.filter((it) => it.kind === 'base')).toHaveLength(10)
    expect(queries.filter((it) => it.part === 'held-out')).toHaveLength(10)
  }
  for (const { query, relevant } of judged.queries) {
    expect(Object.keys(relevant).length, query).toBeGreaterThan(0)
    for (const [name, grade] of Object.entries(relevant)) {
      expect(judged.practices, query).toHaveProperty(name)
      expect([1, 2, 3], query).toContain(grade)
    }
  }
})
