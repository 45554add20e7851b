import type { Actor, PracticeRef, PracticeRow } from '@academy/contract'
import { presentRow } from './present.ts'
import type { PracticesDeps, PracticesShared } from './shared.ts'
import * as store from './store.ts'

/** So many are shown. */
const MOST = 4
/** Of each of its subjects so many of the newest are looked at: the cost does not grow with the library. */
const LOOKED_AT = 300

/** What two practices have in common, and how much it says. Tags that say nothing of the lesson weigh nothing. */
const WEIGHTS: Record<string, number> = { subject: 3, grade: 2, method: 1, literacy: 1, ungraded: 1 }
export const weightOf = (tag: string): number => WEIGHTS[tag.split(':')[0] ?? ''] ?? 0

/** Practices like this one: by subject, grades and methods, the nearest first. Its own family is shown elsewhere. */
export function createSimilar({ db }: PracticesDeps, { enter, namesFor }: PracticesShared) {
  return async function similar(actor: Actor, { practiceId, locale }: PracticeRef): Promise<PracticeRow[]> {
    const { row } = await enter(actor, practiceId)
    const tags = (await store.tagsOfAll(db.read, [row.id])).get(row.id) ?? []
    const near = await store.newestTagged(
      db.read,
      tags.filter((tag) => tag.startsWith('subject:')),
      LOOKED_AT,
    )
    const theirs = await store.tagsOfAll(db.read, near)
    const alike = (id: string) =>
      (theirs.get(id) ?? []).reduce((sum, tag) => sum + (tags.includes(tag) ? weightOf(tag) : 0), 0)
    const ranked = near
      .filter((id) => id !== row.id)
      .map((id) => ({ id, weight: alike(id) }))
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? 1 : -1))
    const audience = actor.kind === 'member' ? 'members' : 'public'
    // Some of them may be of the family or not for this reader: a few more are fetched than are shown.
    const found = await store.findPractices(
      db.read,
      ranked.slice(0, MOST * 5).map(({ id }) => id),
    )
    const shown = ranked
      .flatMap(({ id }) => found.get(id) ?? [])
      .filter((it) => store.isFor(it, audience) && it.originId !== row.id && row.originId !== it.id)
      .slice(0, MOST)
    const names = await namesFor(shown, locale)
    return shown.flatMap((it) => presentRow(it, names) ?? [])
  }
}
