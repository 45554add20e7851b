import {
  AcademyError,
  changedTexts,
  type Done,
  type Id,
  type Locale,
  longestText,
  type MachineTranslation,
  type Member,
  missingTexts,
  type PracticeContent,
  type PracticeTranslations,
  type SaveTranslation,
  type TextKey,
  type Texts,
  type TranslationFacts,
  type TranslationOpened,
  type TranslationRef,
  type TranslationShown,
  type TranslationsOf,
  TranslationTexts,
  textsOf,
  type VerifyTranslation,
  type WithdrawTranslation,
  withTexts,
} from '@academy/contract'
import { type Db, oneAtATime } from '@academy/database'
import { maskIins } from '@academy/language'
import {
  maySeePracticeVersions,
  maySeeTranslations,
  mayTranslate,
  mayVerifyTranslation,
  mayWithdrawTranslation,
} from '@academy/policy'
import * as v from 'valibot'
import { createRepeatable, type ToTell } from '../../platform/deeds.ts'
import { createRate } from '../../platform/rate.ts'
import { filing, putPractice } from '../search/put.ts'
import type { Entered, PracticesDeps, PracticesShared } from '../shared.ts'
import { findPractice, findVersion, type Shown } from '../store.ts'
import type { Machine } from './machine.ts'
import { isWhole, movedOn, peopleIn, presentSave, presentShown } from './present.ts'
import * as store from './store.ts'
import { termsIn } from './terms.ts'

const factsOf = (save: store.TranslationRecord): TranslationFacts => ({
  translatorId: save.translatorId,
  verified: save.verifiedAt !== null,
})

const tell = (memberId: Id | null, by: Id, kind: string, subjectId: Id): ToTell[] =>
  memberId && memberId !== by ? [{ stream: `member:${memberId}`, kind, subjectId }] : []

/** Drafts one person asks of the machine in an hour. */
const DRAFTS_AN_HOUR = 30

export interface TranslationsDeps extends PracticesDeps {
  /** Null: this academy has none. */
  machine: Machine | null
  onFault(error: unknown, what: string): void
}

export type TranslationsService = ReturnType<typeof createTranslationsService>

/** A practice in other languages: saved by whoever teaches, shown to readers once somebody else says that it holds. */
export function createTranslationsService(deps: TranslationsDeps, { enter }: PracticesShared, changed: () => void) {
  const { db, clock, doDeed, members, machine } = deps
  const repeatable = createRepeatable(deps)
  const drafts = createRate(DRAFTS_AN_HOUR, 3600)

  /** The practice, for somebody who may know how its translations stand. */
  async function enterAs(member: Member, practiceId: Id, language?: Locale): Promise<Entered> {
    const entered = await enter(member, practiceId)
    if (!maySeeTranslations(member, entered.facts)) throw new AcademyError('refused')
    if (language === entered.row.content.language) throw new AcademyError('bad-input', { fields: ['language'] })
    return entered
  }

  async function enterToTranslate(member: Member, practiceId: Id, language: Locale): Promise<Entered> {
    const entered = await enterAs(member, practiceId, language)
    if (!mayTranslate(member, entered.facts))
      throw new AcademyError(entered.facts.withdrawn ? 'practices/withdrawn' : 'refused')
    return entered
  }

  /** The original as it was then. */
  async function originalAt(db: Db, row: Shown, version: number): Promise<PracticeContent> {
    if (version === row.current) return row.content
    const then = await findVersion(db, row.id, version)
    if (!then) throw new AcademyError('bad-input', { fields: ['ofVersion'] })
    return then.content
  }

  /** Nobody's words are written over unseen: what comes from another save than the newest stays with its sender. */
  async function mustBeNewest(
    tx: Db,
    { practiceId, language, base, on }: Pick<SaveTranslation, 'practiceId' | 'language' | 'base' | 'on'>,
  ) {
    await oneAtATime(tx, `translation of ${practiceId}`)
    const last = await store.lastSave(tx, practiceId, language)
    if ((last?.n ?? 0) !== base || (on && on !== last?.id)) throw new AcademyError('practices/edited-elsewhere')
    return base
  }

  async function save(member: Member, input: SaveTranslation): Promise<Done> {
    const { practiceId, language, ofVersion } = input
    const { row } = await enterToTranslate(member, practiceId, language)
    const original = await originalAt(db.read, row, ofVersion)
    const texts = masked(input.texts)
    const known = textsOf(original)
    if (Object.keys(texts).some((key) => !(key in known))) throw new AcademyError('bad-input', { fields: ['texts'] })
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.saveTranslation', input, at }, async (tx) => {
      const n = 1 + (await mustBeNewest(tx, input))
      const content = withTexts(original, texts, language)
      await store.addSave(tx, { ...newSave(input, member, at), n, ofVersion, content, by: 'person' })
      return tell(row.authorId, member.id, 'translation.saved', row.id)
    })
    return done
  }

  const newSave = ({ id, practiceId, language }: SaveTranslation | MachineTranslation, member: Member, at: Date) => ({
    id,
    practiceId,
    language,
    translatorId: member.id,
    at,
    verifiedBy: null,
    verifiedAt: null,
  })

  /** The machine's part: what has no words yet, or says what the original said before. What a person wrote stays. */
  async function draft(member: Member, input: MachineTranslation): Promise<Done> {
    const { practiceId, language } = input
    const { row } = await enterToTranslate(member, practiceId, language)
    if (!machine) throw new AcademyError('practices/machine-away')
    if ((await store.lastOf(db.read, practiceId, language)) !== input.base)
      throw new AcademyError('practices/edited-elsewhere')
    const newest = await store.newestOf(db.read, practiceId, language)
    const original = textsOf(row.content)
    const kept: Texts = {}
    if (newest) {
      const was = textsOf(await originalAt(db.read, row, newest.ofVersion))
      const before = textsOf(newest.content)
      const moved = new Set(changedTexts(was, original))
      for (const key of Object.keys(before) as TextKey[])
        if (key in original && !moved.has(key)) kept[key] = before[key] as string
    }
    const wanted = missingTexts(original, kept)
    if (wanted.length === 0) throw new AcademyError('bad-input', { fields: ['language'] })
    await drafts.take(member.id)
    const made = await ask(machine, original, wanted, row.content.language, language)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.machineTranslation', input, at }, async (tx) => {
      const n = 1 + (await mustBeNewest(tx, input))
      const content = withTexts(row.content, { ...kept, ...made }, language)
      await store.addSave(tx, { ...newSave(input, member, at), n, ofVersion: row.current, content, by: 'machine' })
      return tell(row.authorId, member.id, 'translation.saved', row.id)
    })
    return done
  }

  /** Whatever goes wrong with it is nothing a person can mend: it is away, and the operator hears why. */
  async function ask(
    machine: Machine,
    original: Texts,
    keys: readonly TextKey[],
    from: Locale,
    to: Locale,
  ): Promise<Texts> {
    try {
      const texts = await machine.translate(
        keys.map((key) => original[key] ?? ''),
        from,
        to,
      )
      const made = keys.map((key, at) => [key, (texts[at] ?? '').slice(0, longestText(key)).toWellFormed()])
      const read = v.safeParse(TranslationTexts, Object.fromEntries(made))
      // Without the words it made: they would be logged.
      if (!read.success) throw new TypeError('the translating machine made what is no text')
      return masked(read.output)
    } catch (error) {
      deps.onFault(error, 'the translating machine')
      throw new AcademyError('practices/machine-away')
    }
  }

  /** The newest save there is, which must be the one that was looked at. */
  async function newestAs(db: Db, { practiceId, language, n }: VerifyTranslation | WithdrawTranslation) {
    const save = await store.newestOf(db, practiceId, language)
    if (!save) throw new AcademyError('not-found')
    if (save.n !== n) throw new AcademyError('practices/edited-elsewhere')
    return save
  }

  async function verify(member: Member, input: VerifyTranslation): Promise<Done> {
    const { facts } = await enterToTranslate(member, input.practiceId, input.language)
    const looked = await newestAs(db.read, input)
    if (!mayVerifyTranslation(member, factsOf(looked), facts)) throw new AcademyError('refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.verifyTranslation', input, at }, async (tx) => {
      await oneAtATime(tx, `translation of ${input.practiceId}`)
      const save = await newestAs(tx, input)
      await filing(tx, input.practiceId)
      const row = await findPractice(tx, input.practiceId)
      if (!row || row.withdrawnAt) throw new AcademyError('practices/withdrawn')
      const originals = { was: await originalAt(tx, row, save.ofVersion), now: row.content }
      if (movedOn(originals).length > 0) throw new AcademyError('practices/translation-behind')
      if (!isWhole(save, row.content)) throw new AcademyError('practices/translation-unfinished')
      await store.verify(tx, save.id, { memberId: member.id, at })
      await putPractice(tx, row)
      return [
        ...tell(save.translatorId, member.id, 'translation.verified', row.id),
        ...(row.authorId === save.translatorId ? [] : tell(row.authorId, member.id, 'translation.verified', row.id)),
      ]
    })
    return done
  }

  async function withdraw(member: Member, input: WithdrawTranslation): Promise<Done> {
    const { facts } = await enterAs(member, input.practiceId, input.language)
    const looked = await newestAs(db.read, input)
    if (!mayWithdrawTranslation(member, factsOf(looked), facts)) throw new AcademyError('refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.withdrawTranslation', input, at }, async (tx) => {
      await oneAtATime(tx, `translation of ${input.practiceId}`)
      await newestAs(tx, input)
      await filing(tx, input.practiceId)
      const row = await findPractice(tx, input.practiceId)
      if (!row) throw new AcademyError('not-found')
      const open = await store.openSaves(tx, row.id, input.language)
      // Somebody who only went on with another's draft takes their own part away, not the other's.
      const others = mayWithdrawTranslation(member, { translatorId: null, verified: false }, facts)
      const until = others ? -1 : open.findIndex(({ translatorId }) => translatorId !== member.id)
      const gone = until < 0 ? open : open.slice(0, until)
      await store.blank(
        tx,
        gone.map(({ id }) => id),
        withTexts(row.content, {}, input.language),
      )
      if (!row.withdrawnAt) await putPractice(tx, row)
      return tell(row.authorId, member.id, 'translation.withdrawn', row.id)
    })
    return done
  }

  async function list(member: Member, q: TranslationsOf): Promise<PracticeTranslations> {
    const { row, facts } = await enterAs(member, q.practiceId)
    const original = row.content.language
    const all = await store.newestOfEach(db.read, row.id)
    const saves = all.filter(({ language }) => language !== original)
    const people = await members.namesOf(peopleIn(saves))
    const translations = await Promise.all(
      saves.map(async (save) => {
        const was = await originalAt(db.read, row, save.ofVersion)
        const shown = (await store.verifiedOf(db.read, [row.id], save.language)).size > 0
        return { ...presentSave(save, { was, now: row.content }, people), shown }
      }),
    )
    return { original, version: row.current, translations, may: { translate: mayTranslate(member, facts) } }
  }

  async function open(member: Member, q: TranslationRef): Promise<TranslationOpened> {
    const { row, facts } = await enterAs(member, q.practiceId, q.language)
    const { language } = row.content
    const version = row.current
    const texts = textsOf(row.content)
    const [newest, base, since] = await Promise.all([
      store.newestOf(db.read, row.id, q.language),
      store.lastOf(db.read, row.id, q.language),
      q.since === null ? undefined : store.findSave(db.read, row.id, q.language, q.since),
    ])
    const then = newest && newest.ofVersion < version ? await originalAt(db.read, row, newest.ofVersion) : null
    const mayCompare =
      newest &&
      (maySeePracticeVersions(member, facts) || (await store.knewVersion(db.read, row.id, newest.ofVersion, member.id)))
    const people = await members.namesOf(newest ? peopleIn([newest]) : [])
    const originals = { was: then ?? row.content, now: row.content }
    const brief = newest && presentSave(newest, originals, people)
    const translate = mayTranslate(member, facts)
    const wanting = !brief?.whole || brief.stale
    const ready = brief?.whole && !brief.stale && !brief.verified
    return {
      original: { language, version, texts },
      was: then && mayCompare ? textsOf(then) : null,
      changed: movedOn(originals),
      newest: newest && brief ? { ...brief, texts: textsOf(newest.content) } : null,
      base,
      since: since ? textsOf(since.content) : null,
      terms: termsIn(texts, language, q.language),
      may: {
        translate,
        verify: Boolean(newest && ready && mayVerifyTranslation(member, factsOf(newest), facts)),
        withdraw: Boolean(newest && mayWithdrawTranslation(member, factsOf(newest), facts)),
        machine: Boolean(translate && wanting && machine?.knows(language, q.language)),
      },
    }
  }

  /** What a reader of this language is given: what was verified last, behind the original or not. Never a draft. */
  async function shownIn(row: Shown, locale: Locale): Promise<TranslationShown | null> {
    if (locale === row.content.language) return null
    const save = (await store.verifiedOf(db.read, [row.id], locale)).get(row.id)
    if (!save) return null
    const was = await originalAt(db.read, row, save.ofVersion)
    return presentShown(save, { was, now: row.content }, await members.namesOf(peopleIn([save])))
  }

  /** A command carried out changes what lists and counts show. */
  const once = <I extends SaveTranslation | MachineTranslation | VerifyTranslation>(
    path: string,
    carryOut: (member: Member, input: I) => Promise<Done>,
  ) => {
    const repeat = repeatable(path, carryOut)
    return async (member: Member, input: I): Promise<Done> => {
      const done = await repeat(member, input)
      changed()
      return done
    }
  }

  return {
    save: once('practices.saveTranslation', save),
    draft: once('practices.machineTranslation', draft),
    verify: once('practices.verifyTranslation', verify),
    withdraw: once('practices.withdrawTranslation', withdraw),
    list,
    open,
    shownIn,
  }
}

const masked = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text ? [[key, maskIins(text)]] : [])))
