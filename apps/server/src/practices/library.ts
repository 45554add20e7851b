import {
  type Actor,
  type Id,
  LIMITS,
  LITERACY,
  type ListPractices,
  LOCALES,
  type Locale,
  type PracticeFacets,
  type PracticeFilters,
  type PracticePage,
  type PracticeWords,
} from '@academy/contract'
import { type Asked, countDocuments, countTokens, type Hit, type Wish } from '@academy/database'
import { createMarker } from '@academy/language/search'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { KIND, TAG } from './content.ts'
import { WORDS } from './dictionaries.ts'
import { presentRow } from './present.ts'
import { foundIn } from './search/found.ts'
import { kindsOf } from './search/put.ts'
import { type OwnSchool, type Ranked, rank } from './search/rank.ts'
import { createSearcher, type Resolved, type Shelf } from './search/searcher.ts'
import { TOKEN } from './search/tokens.ts'
import type { PracticesDeps, PracticesShared } from './shared.ts'
import * as store from './store.ts'

/** Counts are true for this long where another server of the academy may have changed something. */
const COUNTED_FOR = 30_000
const MOST_COUNTED = 200

const group = <T>(values: readonly T[], tag: (value: T) => string) => (values.length > 0 ? [values.map(tag)] : [])
const MEMBERS_ONLY = TOKEN.tag(TAG.visibility('members'))

interface Own {
  school: OwnSchool | null
  /** Tags of subjects. */
  subjects: string[]
}

export type Library = ReturnType<typeof createLibrary>

/** The shelf of all practices: filters, search, counts. What is found is the same for everybody with an account; its order suits their school. */
export function createLibrary({ db, clock, places }: PracticesDeps, { namesFor }: PracticesShared) {
  const searcher = createSearcher(db.read)

  /** The school a member teaches in: the first one they have a role at. */
  async function schoolOf(actor: Actor): Promise<OwnSchool | null> {
    if (actor.kind !== 'member') return null
    const ids = actor.roles.map(({ placeId }) => placeId)
    const schools = await places.schoolsAmong(db.read, ids)
    return ids.map((id) => schools.get(id)).find((school) => school !== undefined) ?? null
  }

  /** What is someone's own in a question: where they teach, and what. The second is asked only where it counts. */
  async function ownOf(actor: Actor, q: { mySubjects: boolean }): Promise<Own> {
    const [school, subjects] = await Promise.all([
      schoolOf(actor),
      q.mySubjects && actor.kind === 'member' ? store.subjectTagsOf(db.read, actor.id) : [],
    ])
    return { school, subjects }
  }

  function choiceOf(actor: Actor, q: PracticeFilters, { school, subjects }: Own): store.Choice {
    return {
      audience: actor.kind === 'member' ? 'members' : 'public',
      tags: [
        ...group(q.subjects, TAG.subject),
        ...group(q.grades, TAG.grade),
        ...group(q.methods, TAG.method),
        ...group(q.languages, TAG.language),
        ...group(q.literacy, TAG.literacy),
        ...(q.ungraded ? [[TAG.ungraded]] : []),
        ...(q.functionalLiteracy ? [[TAG.functionalLiteracy]] : []),
        ...(q.offline ? [[TAG.offline]] : []),
        ...(q.noDevices ? [[TAG.noDevices]] : []),
        ...(q.minutes ? [[TAG.within(q.minutes)]] : []),
        ...(q.triedLikeMine && school ? [kindsOf(school)] : []),
        ...(q.mySubjects && subjects.length > 0 ? [subjects] : []),
      ],
    }
  }

  const tagged = (tags: store.Choice['tags']): Wish => ({ all: tags.map((any) => ({ any: any.map(TOKEN.tag) })) })

  /** The same choice in the words of the index, which holds nothing that is withdrawn. */
  const shelfOf = ({ audience, tags }: store.Choice): Shelf => ({
    kind: KIND,
    wish: tagged(tags),
    none: audience === 'public' ? [MEMBERS_ONLY] : [],
  })

  async function newest(choice: store.Choice, q: ListPractices): Promise<PracticePage> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const [rows, total] = await Promise.all([
      store.listPractices(db.read, {
        choice,
        before: before ? { at: new Date(before.at), id: before.id } : null,
        limit: q.limit + 1,
      }),
      before ? null : countDocuments(db.read, shelfOf(choice), LIMITS.counted),
    ])
    const shown = rows.slice(0, q.limit)
    const last = shown.at(-1)
    const names = await namesFor(shown, q.locale)
    return {
      items: shown.flatMap((row) => {
        const it = presentRow(row, names)
        return it ? [{ ...it, found: null }] : []
      }),
      next: rows.length > q.limit && last ? writeCursor(last.publishedAt.getTime(), last.id) : null,
      total,
      searchedFor: null,
    }
  }

  const NOTHING: PracticePage = { items: [], next: null, total: 0, searchedFor: null }

  /**
   * As ranked. A next page goes on after the last one shown, so newcomers above it repeat nothing; what is older than all that was weighed
   * follows by age.
   */
  async function ranked(choice: store.Choice, q: ListPractices, school: OwnSchool | null): Promise<PracticePage> {
    const cursor = readCursor(q.cursor, { shown: 'number', last: 'text', below: 'number' })
    const shelf = shelfOf(choice)
    const resolved = await searcher.resolve(shelf, q.search, q)
    if (!resolved) return NOTHING
    const { hits, below } = await searcher.hits(resolved, shelf, q)
    const order = rank(hits, resolved.question, school)
    const past = Math.min(cursor?.shown ?? 0, order.length)
    const at = cursor?.below ? order.length : cursor ? order.findIndex(({ id }) => id === cursor.last) + 1 || past : 0
    const page = order.slice(at, at + q.limit)
    const room = q.limit - page.length
    let more = order.length > at + q.limit || below !== null
    let from = 0
    if (below !== null && room > 0) {
      const weighed = new Set(order.map(({ id }) => id))
      const older = await olderThan(resolved, cursor?.below || below, room + 1, weighed)
      const shown = older.slice(0, room)
      page.push(...rank(shown, resolved.question, school).sort((a, b) => b.seq - a.seq))
      from = shown.at(-1)?.seq ?? 0
      more = older.length > room
    }
    const last = page.at(-1)
    const [found, total] = await Promise.all([
      store.findPractices(
        db.read,
        page.map(({ id }) => id),
      ),
      cursor || (q.typing && below !== null) ? null : below === null ? order.length : searcher.count(resolved),
    ])
    return {
      items: await shownOf(page, found, choice.audience, resolved, q.locale),
      next: more && last ? writeCursor(Math.min(at + page.length, order.length), last.id, from) : null,
      total,
      searchedFor: resolved.mended,
    }
  }

  /** Older ones by age; titles that were weighed among the newer are not shown again. */
  async function olderThan(resolved: Resolved, below: number, limit: number, weighed: ReadonlySet<Id>): Promise<Hit[]> {
    const found = await searcher.older(resolved, below, limit + weighed.size)
    return found.filter(({ id }) => !weighed.has(id)).slice(0, limit)
  }

  async function shownOf(
    page: readonly Ranked[],
    found: ReadonlyMap<Id, store.Shown>,
    audience: store.Choice['audience'],
    { question, begins }: Resolved,
    locale: Locale,
  ): Promise<PracticePage['items']> {
    const rows = page.flatMap((hit) => {
      const row = found.get(hit.id)
      return row && store.isFor(row, audience) ? [{ hit, row }] : []
    })
    const names = await namesFor(
      rows.map(({ row }) => row),
      locale,
    )
    const units = question.parts.map(({ unit }) => unit)
    const marksOf = createMarker(units, { begins })
    return rows.flatMap(({ hit, row }) => {
      const it = presentRow(row, names)
      return it ? [{ ...it, found: foundIn(row, hit, { units, marksOf, locale }) }] : []
    })
  }

  async function list(actor: Actor, q: ListPractices): Promise<PracticePage> {
    const own = await ownOf(actor, q)
    const choice = choiceOf(actor, q, own)
    return q.search.trim() === '' ? newest(choice, q) : ranked(choice, q, own.school)
  }

  /** Counted for forty tags each time; the same for a whole audience, so it is kept until something changes. */
  const counted = new Map<string, { until: number; facets: Promise<PracticeFacets> }>()

  /** Counts for the filters' side, as many as each would leave with what is chosen already. */
  async function facets(actor: Actor, q: PracticeFilters): Promise<PracticeFacets> {
    const own = await ownOf(actor, { mySubjects: true })
    const { audience } = choiceOf(actor, q, own)
    const key = JSON.stringify([audience, own.school && kindsOf(own.school), own.subjects, q])
    const now = clock.now().getTime()
    const known = counted.get(key)
    if (known && known.until > now) return known.facets
    if (counted.size >= MOST_COUNTED) counted.clear()
    const facets = countFacets(actor, q, own)
    counted.set(key, { until: now + COUNTED_FOR, facets })
    facets.catch(() => counted.delete(key))
    return facets
  }

  async function countFacets(actor: Actor, q: PracticeFilters, own: Own): Promise<PracticeFacets> {
    const subjects = WORDS[q.locale].subjects
    const tags = [
      ...LOCALES.map(TAG.language),
      ...LITERACY.map(TAG.literacy),
      ...[TAG.ungraded, TAG.functionalLiteracy, TAG.offline, TAG.noDevices],
    ]
    const shelf = shelfOf(choiceOf(actor, q, own))
    const resolved = q.search.trim() === '' ? null : await searcher.resolve(shelf, q.search, { asTyped: q.asTyped })
    const said: Wish = q.search.trim() === '' ? { all: [] } : (resolved?.question.wish ?? { any: [] })
    const within = (filters: PracticeFilters) => {
      const { kind, none, wish } = shelfOf(choiceOf(actor, filters, own))
      return { kind, none: none ?? [], wish: { all: [said, wish] } }
    }
    const counted = (asked: Asked) => countDocuments(db.read, asked, LIMITS.counted)
    const all = await countTokens(db.read, within(q), tags.map(TOKEN.tag), LIMITS.counted)
    const bySubject = await countTokens(
      db.read,
      within({ ...q, subjects: [] }),
      subjects.map(({ slug }) => TOKEN.tag(TAG.subject(slug))),
      LIMITS.counted,
    )
    const of = (tag: string) => all.get(TOKEN.tag(tag)) ?? 0
    return {
      subjects: subjects.map((word) => ({ ...word, count: bySubject.get(TOKEN.tag(TAG.subject(word.slug))) ?? 0 })),
      languages: { kk: of(TAG.language('kk')), ru: of(TAG.language('ru')), en: of(TAG.language('en')) },
      ungraded: of(TAG.ungraded),
      functionalLiteracy: of(TAG.functionalLiteracy),
      literacy: Object.fromEntries(
        LITERACY.map((area) => [area, of(TAG.literacy(area))]),
      ) as PracticeFacets['literacy'],
      offline: of(TAG.offline),
      noDevices: of(TAG.noDevices),
      triedLikeMine: own.school && (await counted(within({ ...q, triedLikeMine: true }))),
      mySubjects: own.subjects.length > 0 ? await counted(within({ ...q, mySubjects: true })) : null,
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
