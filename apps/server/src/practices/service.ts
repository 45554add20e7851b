import {
  AcademyError,
  type Actor,
  type ComparePractice,
  type Done,
  type EditPractice,
  type Id,
  type Locale,
  type Member,
  type MyPractices,
  type MyPracticeView,
  type Page,
  type PracticeChanges,
  type PracticeContent,
  type PracticeOpened,
  type PracticeVersionRef,
  type PracticeVersionRow,
  type PracticeVersions,
  type PracticeVersionView,
  type PublishPractice,
  type WithdrawPractice,
} from '@academy/contract'
import { type Db, dropDocument } from '@academy/database'
import { maskIins } from '@academy/language'
import { mayEditPractice, mayPublishPractice, maySeePracticeVersions, mayWithdrawPractice } from '@academy/policy'
import { addAudit } from '../platform/audit/store.ts'
import type { CommandBody } from '../platform/commands.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createOrBefore } from '../platform/deeds.ts'
import { type AdaptationsService, licensed, termsOf } from './adaptations/service.ts'
import type { Attachments } from './attachments.ts'
import { compareCards } from './compare.ts'
import { contentOf, KIND } from './content.ts'
import { dropDraft } from './drafts/store.ts'
import { presentMine, presentPractice, presentVersion, presentWithdrawal } from './present.ts'
import { putPractice } from './search/put.ts'
import { type PracticesDeps, type PracticesShared, tellWriters } from './shared.ts'
import { newPractice, shelve } from './shelve.ts'
import * as store from './store.ts'
import type { TranslationsService } from './translations/service.ts'

/** The author hears of every change on all their devices; of a deleted account nobody does. */
export type PracticesService = ReturnType<typeof createPracticesService>

/** A practice's life: publish, edit, withdraw, and reading one by itself. Lists and search are in library.ts. */
export function createPracticesService(
  deps: PracticesDeps,
  { enter, namesFor }: PracticesShared,
  attachments: Attachments,
  translations: Pick<TranslationsService, 'shownIn'>,
  adaptations: AdaptationsService,
  changed: () => void,
) {
  const { db, clock, doDeed, places, members } = deps
  const orBefore = createOrBefore(deps)

  async function publish(member: Member, input: PublishPractice): Promise<Done> {
    const path = await places.pathOf(input.placeId)
    if (!path) throw new AcademyError('not-found')
    if (!mayPublishPractice(member, path)) throw new AcademyError('refused')
    const at = clock.now()
    const { id, placeId, visibility, origin } = input
    const from = origin && (await adaptations.originFor(member, origin))
    const made = newPractice({ id, authorId: member.id, placeId, visibility, at, origin }, cardOf(member, input, from))
    await attachments.expect(member, id, made.content, input.composedAt)
    const { done } = await doDeed({ actor: member, path: 'practices.publish', input, at }, async (tx) => {
      await shelve(tx, made)
      await attachments.bind(tx, member, id, made.content)
      if (input.draft) await dropDraft(tx, member.id, input.draft)
      const toldOrigin = from ? tellWriters(from, 'practice.changed', member.id) : []
      return [...tellWriters(made.row, 'practice.changed'), ...toldOrigin]
    })
    return done
  }

  /** A new practice's card: what it is made from is named, and its terms are kept. */
  function cardOf(member: Member, input: PublishPractice, from: store.Shown | undefined): PracticeContent {
    const content = contentOf(input)
    const source = content.source ?? from?.content.source ?? null
    const origin = from && from.authorId !== member.id ? [from.content.licence] : []
    return licensed({ ...content, source }, input.licence, [...origin, ...termsOf(source)])
  }

  async function edit(member: Member, input: EditPractice): Promise<Done> {
    const entered = await enter(member, input.practiceId)
    const { row, facts } = entered
    if (!mayEditPractice(member, facts)) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'refused')
    const at = clock.now()
    const source = input.takenFrom ? await adaptations.takenFrom(member, entered, input.takenFrom) : null
    const written = contentOf(input, row.content)
    const terms = await adaptations.termsOn(row, source)
    // Where it was taken from is named for good.
    const content = licensed({ ...written, source: row.content.source ?? written.source }, input.licence, terms)
    await attachments.expect(member, row.id, content, input.composedAt)
    const { done } = await doDeed({ actor: member, path: 'practices.edit', input, at }, async (tx) => {
      const change = { visibility: input.visibility, editedAt: at }
      if (!(await store.goOn(tx, row.id, input.base, change))) await refuseEdit(tx, row.id)
      const whose = { practiceId: row.id, writerId: member.id, at, takenFromId: source?.id ?? null }
      await store.addVersion(tx, { ...whose, n: input.base + 1, content })
      await attachments.bind(tx, member, row.id, content)
      await dropDraft(tx, member.id, row.id)
      // It is still found by the words somebody verified in another language, behind as they are.
      await putPractice(tx, { id: row.id, content, visibility: input.visibility })
      return [...tellWriters(row, 'practice.changed'), ...(source ? tellWriters(source, 'practice.changed') : [])]
    })
    return done
  }

  /** Nothing was written over: the other device's text stands, and this one's stays with whoever sent it. */
  async function refuseEdit(tx: Db, id: Id): Promise<never> {
    const now = await store.findPractice(tx, id)
    throw new AcademyError(now?.withdrawnAt ? 'practices/withdrawn' : 'practices/edited-elsewhere')
  }

  async function withdraw(member: Member, input: WithdrawPractice): Promise<Done> {
    const { row, facts } = await enter(member, input.practiceId)
    if (!mayWithdrawPractice(member, facts)) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'refused')
    const own = member.id === row.authorId
    const reason = maskIins(input.reason)
    // Somebody's work goes only with a word to them.
    if (!own && reason === '') throw new AcademyError('bad-input', { fields: ['reason'] })
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.withdraw', input, at }, async (tx) => {
      if (!(await store.withdraw(tx, row.id, { at, memberId: member.id, reason })))
        throw new AcademyError('practices/withdrawn')
      await dropDocument(tx, KIND, row.id)
      if (!own)
        await addAudit(tx, {
          at,
          actorId: member.id,
          act: 'practices.withdrawn',
          subject: { kind: KIND, id: row.id },
        })
      return tellWriters(row, 'practice.changed')
    })
    return done
  }

  async function open(actor: Actor, practiceId: Id, locale: Locale): Promise<PracticeOpened> {
    const { row, facts } = await enter(actor, practiceId)
    const [names, files, chain, credits, translation] = await Promise.all([
      namesFor([row], locale),
      attachments.viewsOf(row.content),
      adaptations.chainOf(actor, row, locale),
      adaptations.creditsOf(actor, row, locale),
      translations.shownIn(row, locale),
    ])
    const practice = presentPractice(row, names, files, { chain, credits })
    if (!practice) throw new AcademyError('not-found')
    const versions = maySeePracticeVersions(actor, facts)
    return {
      practice,
      translation,
      withdrawal: versions ? presentWithdrawal(row) : null,
      may: { edit: mayEditPractice(actor, facts), withdraw: mayWithdrawPractice(actor, facts), versions },
    }
  }

  async function enterVersions(member: Member, practiceId: Id): Promise<store.Shown> {
    const { row, facts } = await enter(member, practiceId)
    if (!maySeePracticeVersions(member, facts)) throw new AcademyError('refused')
    return row
  }

  async function versions(member: Member, q: PracticeVersions): Promise<Page<PracticeVersionRow>> {
    const row = await enterVersions(member, q.practiceId)
    const below = readCursor(q.cursor, { n: 'number' })?.n ?? null
    const rows = await store.listVersions(db.read, { practiceId: row.id, below, limit: q.limit + 1 })
    const page = rows.slice(0, q.limit)
    const people = await members.namesOf([...new Set(page.flatMap((version) => version.writerId ?? []))])
    const last = page.at(-1)
    return {
      items: page.map((version) => presentVersion(version, people)),
      next: rows.length > q.limit && last ? writeCursor(last.n) : null,
    }
  }

  async function version(member: Member, q: PracticeVersionRef): Promise<PracticeVersionView> {
    const row = await enterVersions(member, q.practiceId)
    const found = await store.findVersion(db.read, row.id, q.n)
    if (!found) throw new AcademyError('not-found')
    const people = await members.namesOf(found.writerId ? [found.writerId] : [])
    return { ...presentVersion(found, people), content: found.content }
  }

  async function changes(member: Member, q: ComparePractice): Promise<PracticeChanges> {
    const row = await enterVersions(member, q.practiceId)
    const [from, to] = await Promise.all([q.from, q.to].map((n) => store.findVersion(db.read, row.id, n)))
    if (!from || !to) throw new AcademyError('not-found')
    const briefOf = (it: store.VersionRecord) => ({ n: it.n, at: it.at.getTime(), language: it.content.language })
    return { from: briefOf(from), to: briefOf(to), changes: compareCards(from.content, to.content, q.locale) }
  }

  async function mine(member: Member, q: MyPractices): Promise<Page<MyPracticeView>> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.listByAuthor(db.read, {
      authorId: member.id,
      before: before ? { at: new Date(before.at), id: before.id } : null,
      limit: q.limit + 1,
    })
    const page = rows.slice(0, q.limit)
    const last = page.at(-1)
    return {
      items: page.map(presentMine),
      next: rows.length > q.limit && last ? writeCursor(last.publishedAt.getTime(), last.id) : null,
    }
  }

  /** A command carried out before keeps its answer, whatever became of the practice since. */
  const once =
    <I extends CommandBody>(path: string, carryOut: (member: Member, input: I) => Promise<Done>) =>
    async (member: Member, input: I) => {
      const done = await orBefore({ actor: member, path, input }, () => carryOut(member, input))
      changed()
      return done
    }

  return {
    publish: once('practices.publish', publish),
    edit: once('practices.edit', edit),
    withdraw: once('practices.withdraw', withdraw),
    open,
    versions,
    version,
    changes,
    mine,
  }
}
