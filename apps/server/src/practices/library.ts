import {
  type Actor,
  type Id,
  type ListPractices,
  LOCALES,
  type Locale,
  type PracticeFacets,
  type PracticeFilters,
  type PracticePage,
  type PracticeWords,
} from '@academy/contract'
import { countDocuments, countTags, findDocuments, type Shelf } from '@academy/database'
import { searchQuery } from '@academy/language/search'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { KIND, TAG } from './content.ts'
import { WORDS } from './dictionaries.ts'
import { presentRow } from './present.ts'
import type { PracticesDeps, PracticesShared } from './shared.ts'
import * as store from './store.ts'

/** How many newcomers may have come in above a search's cursor before it loses its place. */
const SLACK = 50

/** Counts are true for this long where another server of the academy may have changed something. */
const COUNTED_FOR = 30_000
const MOST_COUNTED = 200

const group = <T>(values: readonly T[], tag: (value: T) => string) => (values.length > 0 ? [values.map(tag)] : [])

export type Library = ReturnType<typeof createLibrary>

/** The shelf of all practices: filters, search, counts. The same for everybody with an account, and for everybody without. */
export function createLibrary({ db, clock }: PracticesDeps, { namesFor }: PracticesShared) {
  function choiceOf(actor: Actor, q: PracticeFilters): store.Choice {
    return {
      audience: actor.kind === 'member' ? 'members' : 'public',
      tags: [
        ...group(q.subjects, TAG.subject),
        ...group(q.grades, TAG.grade),
        ...group(q.methods, TAG.method),
        ...group(q.languages, TAG.language),
        ...(q.ungraded ? [[TAG.ungraded]] : []),
        ...(q.functionalLiteracy ? [[TAG.functionalLiteracy]] : []),
        ...(q.offline ? [[TAG.offline]] : []),
        ...(q.minutes ? [[TAG.within(q.minutes)]] : []),
      ],
    }
  }

  /** The same choice in the words of the index, which holds nothing that is withdrawn. */
  const shelfOf = ({ audience, tags }: store.Choice): Shelf => ({
    kind: KIND,
    tags: audience === 'public' ? [[TAG.visibility('public')], ...tags] : tags,
  })

  async function page(rows: readonly store.Shown[], locale: Locale): Promise<PracticePage['items']> {
    const names = await namesFor(rows, locale)
    return rows.flatMap((row) => presentRow(row, names) ?? [])
  }

  async function newest(choice: store.Choice, q: ListPractices): Promise<PracticePage> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const [rows, total] = await Promise.all([
      store.listPractices(db.read, {
        choice,
        before: before ? { at: new Date(before.at), id: before.id } : null,
        limit: q.limit + 1,
      }),
      before ? null : countDocuments(db.read, shelfOf(choice)),
    ])
    const shown = rows.slice(0, q.limit)
    const last = shown.at(-1)
    return {
      items: await page(shown, q.locale),
      next: rows.length > q.limit && last ? writeCursor(last.publishedAt.getTime(), last.id) : null,
      total,
    }
  }

  /**
   * As ranked: every word as typed, then by stem, then by lazy spelling. Only where whole words find nothing is the last one taken
   * for a beginning. A next page goes on after the last one shown, so newcomers above it repeat nothing.
   */
  async function ranked(choice: store.Choice, q: ListPractices): Promise<PracticePage> {
    const cursor = readCursor(q.cursor, { shown: 'number', last: 'text', prefix: 'number' })
    const past = Math.min(cursor?.shown ?? 0, MOST_SHOWN)
    const limit = past + q.limit + 1 + (cursor ? SLACK : 0)
    let search = { ...shelfOf(choice), ...searchQuery(q.search), prefixLast: cursor?.prefix === 1 }
    let ids = await findDocuments(db.read, { ...search, limit })
    if (ids.length === 0 && !cursor) {
      search = { ...search, prefixLast: true }
      ids = await findDocuments(db.read, { ...search, limit })
    }
    const at = cursor ? ids.indexOf(cursor.last) + 1 || past : 0
    const shown = ids.slice(at, at + q.limit)
    const last = shown.at(-1)
    const more = ids.length > at + q.limit
    const [found, total] = await Promise.all([
      store.findPractices(db.read, shown),
      cursor ? null : more ? countDocuments(db.read, search) : ids.length,
    ])
    return {
      items: await page(
        shown.flatMap((id: Id) => found.get(id) ?? []).filter((row) => store.isFor(row, choice.audience)),
        q.locale,
      ),
      next: more && last ? writeCursor(at + shown.length, last, search.prefixLast ? 1 : 0) : null,
      total,
    }
  }

  const list = (actor: Actor, q: ListPractices): Promise<PracticePage> => {
    const choice = choiceOf(actor, q)
    return q.search.trim() === '' ? newest(choice, q) : ranked(choice, q)
  }

  /** Counted for thirty tags each time; the same for a whole audience, so it is kept until something changes. */
  const counted = new Map<string, { until: number; facets: Promise<PracticeFacets> }>()

  /** Counts for the filters' side, as many as each would leave with what is chosen already. */
  function facets(actor: Actor, q: PracticeFilters): Promise<PracticeFacets> {
    const { audience } = choiceOf(actor, q)
    const key = JSON.stringify([audience, q])
    const now = clock.now().getTime()
    const known = counted.get(key)
    if (known && known.until > now) return known.facets
    if (counted.size >= MOST_COUNTED) counted.clear()
    const facets = countFacets(actor, q)
    counted.set(key, { until: now + COUNTED_FOR, facets })
    facets.catch(() => counted.delete(key))
    return facets
  }

  async function countFacets(actor: Actor, q: PracticeFilters): Promise<PracticeFacets> {
    const subjects = WORDS[q.locale].subjects
    const tags = [
      ...subjects.map(({ slug }) => TAG.subject(slug)),
      ...LOCALES.map(TAG.language),
      TAG.ungraded,
      TAG.functionalLiteracy,
      TAG.offline,
    ]
    const words = q.search.trim() === '' ? {} : searchQuery(q.search)
    const count = (filters: PracticeFilters) =>
      countTags(db.read, { ...shelfOf(choiceOf(actor, filters)), ...words }, tags)
    const all = await count(q)
    const bySubject = q.subjects.length === 0 ? all : await count({ ...q, subjects: [] })
    return {
      subjects: subjects.map((word) => ({ ...word, count: bySubject.get(TAG.subject(word.slug)) ?? 0 })),
      languages: Object.fromEntries(LOCALES.map((it) => [it, all.get(TAG.language(it)) ?? 0])) as Record<
        Locale,
        number
      >,
      ungraded: all.get(TAG.ungraded) ?? 0,
      functionalLiteracy: all.get(TAG.functionalLiteracy) ?? 0,
      offline: all.get(TAG.offline) ?? 0,
    }
  }

  const words = (locale: Locale): PracticeWords => WORDS[locale]

  return {
    list,
    facets,
    words,
    /** Something was published, changed or withdrawn here. */
    changed: () => counted.clear(),
  }
}

/** Nobody turns this many pages; a made-up cursor does not make the index count on. */
const MOST_SHOWN = 5000
