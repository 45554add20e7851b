import {
  AcademyError,
  type Actor,
  type Id,
  type Licence,
  type Locale,
  licencesAfter,
  type Member,
  type OriginChanges,
  type OriginChangesOf,
  type PracticeContent,
  type PracticeCredit,
  type PracticeOrigin,
  type PracticeSource,
} from '@academy/contract'
import { mayEditPractice, maySeePractice, maySeePracticeVersions } from '@academy/policy'
import { compareCards } from '../compare.ts'
import { factsOf, presentCredit } from '../present.ts'
import type { Entered, PracticesDeps, PracticesShared } from '../shared.ts'
import * as store from '../store.ts'
import { takenInFrom } from './store.ts'

export type AdaptationsService = ReturnType<typeof createAdaptations>

/** Where a practice comes from, what was made otherwise, and what came back. */
export function createAdaptations({ db, places }: PracticesDeps, { enter, namesFor }: PracticesShared) {
  async function factsFor(row: store.PracticeRecord) {
    return factsOf(row, (await places.pathOf(row.placeId)) ?? [])
  }

  /** Of these rows those that stand and that the reader may see. */
  async function seen<R extends store.PracticeRecord>(actor: Actor, rows: readonly R[]): Promise<R[]> {
    const facts = await Promise.all(rows.map(factsFor))
    return rows.filter((_, at) => {
      const its = facts[at]
      return its !== undefined && !its.withdrawn && maySeePractice(actor, its)
    })
  }

  /** The practice that is adapted: one that the adapter may read, and that is not withdrawn. */
  async function originFor(member: Member, origin: { practiceId: Id; version: number }): Promise<store.Shown> {
    const { row, facts } = await enter(member, origin.practiceId)
    if (facts.withdrawn) throw new AcademyError('practices/withdrawn')
    if (origin.version > row.current) throw new AcademyError('bad-input', { fields: ['origin'] })
    return { ...row, content: await contentAt(row, origin.version) }
  }

  const contentAt = async (row: store.Shown, n: number): Promise<PracticeContent> =>
    (n === row.current ? undefined : await store.findVersion(db.read, row.id, n))?.content ?? row.content

  /**
   * What others' terms a practice stands under, for its author: those of what it was made from, as that stood then, of what it names as
   * its source, and of what it took something in from. One's own work binds nobody.
   */
  async function termsOn(row: store.Shown, taken: store.Shown | null): Promise<Licence[]> {
    const origin = row.originId === null ? undefined : await store.findPractice(db.read, row.originId)
    const from = origin && { ...origin, content: await contentAt(origin, row.originVersion ?? 1) }
    const others = [from, taken ?? undefined].flatMap((it) => (it && it.authorId !== row.authorId ? [it.content] : []))
    const kept = (await takenInFrom(db.read, row.id)).length > 0 ? [row.content.licence] : []
    return [...others.map(({ licence }) => licence), ...termsOf(row.content.source), ...kept]
  }

  /** What a practice comes from, nearest first. What the reader may not see is passed over in silence. */
  async function chainOf(actor: Actor, row: store.Shown, locale: Locale): Promise<PracticeOrigin[]> {
    const origins = await store.originsOf(db.read, row)
    const madeFrom = new Map([row, ...origins].map((it) => [it.originId, it.originVersion ?? 1]))
    const chain = await credited(await seen(actor, origins), locale)
    return chain.map((it) => ({ ...it, version: madeFrom.get(it.id) ?? 1 }))
  }

  /** Whose adaptations its author has taken something from, by the order in which they first did. */
  async function creditsOf(actor: Actor, row: store.Shown, locale: Locale): Promise<PracticeCredit[]> {
    const ids = await takenInFrom(db.read, row.id)
    if (ids.length === 0) return []
    const found = await store.findPractices(db.read, ids)
    const rows = ids.flatMap((id) => found.get(id) ?? [])
    return credited(await seen(actor, rows), locale)
  }

  async function credited(rows: readonly store.Shown[], locale: Locale): Promise<PracticeCredit[]> {
    const names = await namesFor(rows, locale)
    return rows.flatMap((it) => presentCredit(it, names) ?? [])
  }

  /**
   * What an adaptation made otherwise. Null where it is none, or where its reader may not see the origin. Those who keep the origin see
   * it beside the version it was made from, others beside the one that is shown: an earlier one may hold what was taken out on purpose.
   */
  async function changes(member: Member, q: OriginChangesOf): Promise<OriginChanges | null> {
    const { row } = await enter(member, q.practiceId)
    const origin = row.originId === null ? undefined : await store.findPractice(db.read, row.originId)
    const facts = origin && (await factsFor(origin))
    if (!origin || !facts || !maySeePractice(member, facts)) return null
    const n = maySeePracticeVersions(member, facts) ? (row.originVersion ?? 1) : origin.current
    const content = n === origin.current ? origin.content : (await store.findVersion(db.read, origin.id, n))?.content
    if (!content) return null
    return {
      origin: {
        id: origin.id,
        title: origin.content.title,
        language: content.language,
        n,
        madeFrom: n === row.originVersion,
      },
      language: row.content.language,
      changes: compareCards(content, row.content, q.locale),
      takeIn: mayEditPractice(member, facts),
    }
  }

  /** The adaptation something is taken in from: of this very practice, and one that its author may see. */
  async function takenFrom(member: Member, practice: Entered, adaptationId: Id): Promise<store.Shown> {
    const { row, facts } = await enter(member, adaptationId)
    if (row.originId !== practice.row.id) throw new AcademyError('bad-input', { fields: ['takenFrom'] })
    if (facts.withdrawn) throw new AcademyError('practices/withdrawn')
    return row
  }

  return { originFor, termsOn, chainOf, creditsOf, changes, takenFrom }
}

export const termsOf = (source: PracticeSource | null): Licence[] => (source ? [source.licence] : [])

/** A card under terms that those it is made from allow: as was said, or where nothing was said, the nearest to them. */
export function licensed(content: PracticeContent, said: Licence | undefined, terms: readonly Licence[]) {
  const may = licencesAfter(terms)
  if (may.includes(content.licence)) return content
  const [nearest] = may
  if (said !== undefined || !nearest) throw new AcademyError('practices/licence', { fields: ['licence'] })
  return { ...content, licence: nearest }
}
