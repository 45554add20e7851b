import {
  AcademyError,
  type Actor,
  type AddEvidence,
  CONSENT_DAYS,
  type Done,
  type EvidencePage,
  type EvidenceView,
  type Id,
  type Member,
  type PracticeEvidence,
  type PracticeFacts,
  type WithdrawEvidence,
} from '@academy/contract'
import type { Db } from '@academy/database'
import { maskIins } from '@academy/language'
import { mayAddEvidence, maySeeEvidence, mayWithdrawEvidence } from '@academy/policy'
import { addAudit } from '../../platform/audit/store.ts'
import { readCursor, writeCursor } from '../../platform/cursors.ts'
import { createRepeatable } from '../../platform/deeds.ts'
import { type FileRecord, type Files, presentFile } from '../../platform/files/index.ts'
import type { PracticesDeps, PracticesShared } from '../shared.ts'
import * as store from './store.ts'

const KIND = 'evidence'
const DAY = 24 * 3600_000
/** Expired consents are ended in steps: one write holds up nobody for long. */
const AT_ONCE = 200

export type EvidenceService = ReturnType<typeof createEvidence>

/** What shows how a practice went: words, and photos that are there only as long as those in them agree. */
export function createEvidence(deps: PracticesDeps & { files: Files }, { enter }: PracticesShared) {
  const { clock, db, doDeed, files, members } = deps
  const repeatable = createRepeatable(deps)

  files.register(KIND, async (actor: Actor, file) => {
    const row = await store.findEvidence(db.read, file.subjectId)
    if (!row || row.fileId !== file.id || !stands(row)) return false
    try {
      return maySeeEvidence(actor, (await enter(actor, row.practiceId)).facts)
    } catch {
      return false
    }
  })

  const stands = (row: store.EvidenceRecord) =>
    row.endedAt === null && (row.consentUntil === null || row.consentUntil > clock.now())

  async function add(member: Member, input: AddEvidence): Promise<Done> {
    const { facts } = await enter(member, input.practiceId)
    if (!mayAddEvidence(member, facts)) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'refused')
    const at = clock.now()
    const consentUntil = input.consent && lastMoment(input.consent.until, at)
    const { practiceId, trialId, fileId, kind } = input
    if (trialId && !(await store.isOwnTrial(db.read, { id: trialId, memberId: member.id, practiceId })))
      throw new AcademyError('not-found')
    const subject = { kind: KIND, id: input.id }
    if (fileId) {
      const found = await files.expect(member, [fileId], { subject, composedAt: input.composedAt })
      if (found.get(fileId)?.kind !== 'image') throw new AcademyError('bad-input', { fields: ['fileId'] })
    }
    const row: store.EvidenceRecord = {
      id: input.id,
      practiceId,
      trialId,
      memberId: member.id,
      kind,
      text: maskIins(input.text),
      fileId,
      consentText: input.consent?.text ?? null,
      consentBy: input.consent ? maskIins(input.consent.by) : null,
      consentUntil,
      at,
      endedAt: null,
      ended: null,
    }
    const { done } = await doDeed({ actor: member, path: 'practices.addEvidence', input, at }, async (tx) => {
      if (fileId) await files.bind(tx, [fileId], { ownerId: member.id, subject })
      await store.addEvidence(tx, row)
      return []
    })
    return done
  }

  /** The end of that day in Astana; not in the past, and not further away than a consent may reach. */
  function lastMoment(day: string, now: Date): Date {
    const last = new Date(`${day}T23:59:59.999+05:00`)
    const far = now.getTime() + CONSENT_DAYS * DAY
    if (!(last > now && last.getTime() <= far)) throw new AcademyError('bad-input', { fields: ['consent.until'] })
    return last
  }

  async function withdraw(member: Member, input: WithdrawEvidence): Promise<Done> {
    const row = await store.findEvidence(db.read, input.evidenceId)
    if (!row) throw new AcademyError('not-found')
    const own = row.memberId === member.id
    // Their own is withdrawn also where the practice is none of theirs any more.
    const facts = own ? undefined : (await enter(member, row.practiceId)).facts
    if (facts && !mayWithdrawEvidence(member, factsOf(row), facts)) throw new AcademyError('refused')
    const at = clock.now()
    let gone: Id[] = []
    const { done } = await doDeed({ actor: member, path: 'practices.withdrawEvidence', input, at }, async (tx) => {
      gone = await store.endEvidence(tx, [row.id], { at, ended: 'withdrawn' })
      await files.forget(tx, gone, at)
      if (!own)
        await addAudit(tx, {
          at,
          actorId: member.id,
          act: 'practices.evidence-withdrawn',
          subject: { kind: KIND, id: row.id },
        })
      return []
    })
    await files.dropBytes(gone)
    return done
  }

  async function list(member: Member, q: PracticeEvidence): Promise<EvidencePage> {
    const { facts } = await enter(member, q.practiceId)
    if (!maySeeEvidence(member, facts)) throw new AcademyError('not-found')
    const now = clock.now()
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const [rows, count] = await Promise.all([
      store.listEvidence(db.read, {
        practiceId: q.practiceId,
        now,
        before: before && { at: new Date(before.at), id: before.id },
        limit: q.limit + 1,
      }),
      store.countEvidence(db.read, q.practiceId, now),
    ])
    const page = rows.slice(0, q.limit)
    const [people, photos] = await Promise.all([
      members.namesOf([...new Set(page.flatMap((row) => row.memberId ?? []))]),
      files.find(page.flatMap((row) => row.fileId ?? [])),
    ])
    const last = page.at(-1)
    return {
      items: page.map((row) => present(row, { member, facts, people, photos })),
      next: rows.length > q.limit && last ? writeCursor(last.at.getTime(), last.id) : null,
      all: count.all,
      gone: count.all - count.standing,
      mayAdd: mayAddEvidence(member, facts),
    }
  }

  /** Ends what is past its day: nothing shows anybody longer than they agreed to. */
  async function endExpired(): Promise<void> {
    for (;;) {
      const now = clock.now()
      const ids = await store.overdue(db.read, now, AT_ONCE)
      if (ids.length === 0) return
      const gone = await db.write(async (tx) => {
        const fileIds = await store.endEvidence(tx, ids, { at: now, ended: 'expired' })
        await files.forget(tx, fileIds, now)
        return fileIds
      })
      await files.dropBytes(gone)
    }
  }

  return {
    add: repeatable('practices.addEvidence', add),
    withdraw: repeatable('practices.withdrawEvidence', withdraw),
    list,
    endExpired,

    /** A deleted account: nobody is left whom those in a photo could tell that they changed their mind, so it goes. Words stay, by nobody. */
    async onMemberErased(tx: Db, memberId: Id, at: Date): Promise<void> {
      const gone = await store.endEvidence(tx, await store.consentedOf(tx, memberId), { at, ended: 'withdrawn' })
      await files.forget(tx, gone, at)
      await store.forgetMember(tx, memberId)
    },
    contributeToExport: async (memberId: Id) =>
      (await store.evidenceOf(db.read, memberId)).map((row) => ({
        practiceId: row.practiceId,
        kind: row.kind,
        text: row.text,
        addedAt: row.at.toISOString(),
        consent: row.consentText && {
          text: row.consentText,
          by: row.consentBy,
          until: row.consentUntil?.toISOString() ?? null,
        },
        ended: row.ended,
        endedAt: row.endedAt?.toISOString() ?? null,
      })),
  }
}

const factsOf = (row: store.EvidenceRecord) => ({ ownerId: row.memberId, ended: row.endedAt !== null })

interface Beside {
  member: Member
  facts: PracticeFacts
  people: ReadonlyMap<Id, string>
  photos: ReadonlyMap<Id, FileRecord>
}

function present(row: store.EvidenceRecord, { member, facts, people, photos }: Beside): EvidenceView {
  const photo = photos.get(row.fileId ?? '')
  const mayWithdraw = mayWithdrawEvidence(member, factsOf(row), facts)
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    // Under no name: what a photo was called on a phone may say whose it is.
    photo: photo && !photo.goneAt ? presentFile(photo, '') : null,
    by: people.get(row.memberId ?? '') ?? null,
    at: row.at.getTime(),
    consent:
      mayWithdraw && row.consentBy !== null && row.consentUntil
        ? { by: row.consentBy, until: row.consentUntil.getTime() }
        : null,
    mayWithdraw,
  }
}
