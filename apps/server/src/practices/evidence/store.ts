import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { practiceEvidence, practiceTrials } from '../trials/tables.ts'

export type EvidenceRecord = typeof practiceEvidence.$inferSelect

export async function addEvidence(tx: Db, row: EvidenceRecord): Promise<void> {
  await tx.insert(practiceEvidence).values(row)
}

export async function findEvidence(db: Db, id: Id): Promise<EvidenceRecord | undefined> {
  const [row] = await db.select().from(practiceEvidence).where(eq(practiceEvidence.id, id))
  return row
}

/** Consent that is over counts as over from that moment, whenever the clock's job comes round. */
const stands = (now: Date) =>
  and(
    isNull(practiceEvidence.endedAt),
    or(isNull(practiceEvidence.consentUntil), gt(practiceEvidence.consentUntil, now)),
  )

/** What there is to see, newest first. */
export async function listEvidence(
  db: Db,
  q: { practiceId: Id; now: Date; before: { at: Date; id: Id } | null; limit: number },
): Promise<EvidenceRecord[]> {
  const { at, id } = practiceEvidence
  const earlier = q.before && or(lt(at, q.before.at), and(eq(at, q.before.at), lt(id, q.before.id)))
  return db
    .select()
    .from(practiceEvidence)
    .where(and(eq(practiceEvidence.practiceId, q.practiceId), stands(q.now), earlier ?? undefined))
    .orderBy(desc(at), desc(id))
    .limit(q.limit)
}

export async function countEvidence(db: Db, practiceId: Id, now: Date): Promise<{ all: number; standing: number }> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      standing: sql<number>`count(case when ${stands(now)} then 1 end)`.mapWith(Number),
    })
    .from(practiceEvidence)
    .where(eq(practiceEvidence.practiceId, practiceId))
  return row ?? { all: 0, standing: 0 }
}

/** Is this the person's own trial of the practice, not taken back? */
export async function isOwnTrial(db: Db, trial: { id: Id; memberId: Id; practiceId: Id }): Promise<boolean> {
  const [row] = await db
    .select({ id: practiceTrials.id })
    .from(practiceTrials)
    .where(
      and(
        eq(practiceTrials.id, trial.id),
        eq(practiceTrials.memberId, trial.memberId),
        eq(practiceTrials.practiceId, trial.practiceId),
        isNull(practiceTrials.takenBackAt),
      ),
    )
  return row !== undefined
}

/** What it showed and who agreed goes; that it was there, and which text was agreed to, stays. Answers the files that go with it. */
export async function endEvidence(
  tx: Db,
  ids: readonly Id[],
  how: { at: Date; ended: 'withdrawn' | 'expired' },
): Promise<Id[]> {
  if (ids.length === 0) return []
  const ended = await tx
    .update(practiceEvidence)
    .set({ endedAt: how.at, ended: how.ended, text: '', consentBy: null })
    .where(and(inArray(practiceEvidence.id, [...ids]), isNull(practiceEvidence.endedAt)))
    .returning({ fileId: practiceEvidence.fileId })
  return ended.flatMap(({ fileId }) => fileId ?? [])
}

/** Whose consent is over and that nobody ended yet. */
export async function overdue(db: Db, now: Date, limit: number): Promise<Id[]> {
  const rows = await db
    .select({ id: practiceEvidence.id })
    .from(practiceEvidence)
    .where(and(isNull(practiceEvidence.endedAt), lte(practiceEvidence.consentUntil, now)))
    .orderBy(asc(practiceEvidence.consentUntil))
    .limit(limit)
  return rows.map((row) => row.id)
}

export async function evidenceOf(db: Db, memberId: Id): Promise<EvidenceRecord[]> {
  return db
    .select()
    .from(practiceEvidence)
    .where(eq(practiceEvidence.memberId, memberId))
    .orderBy(asc(practiceEvidence.at), asc(practiceEvidence.id))
}

/** What shows people and can be answered for by nobody any more. */
export async function consentedOf(db: Db, memberId: Id): Promise<Id[]> {
  const rows = await db
    .select({ id: practiceEvidence.id })
    .from(practiceEvidence)
    .where(
      and(
        eq(practiceEvidence.memberId, memberId),
        isNull(practiceEvidence.endedAt),
        isNotNull(practiceEvidence.consentUntil),
      ),
    )
  return rows.map((row) => row.id)
}

export async function forgetMember(tx: Db, memberId: Id): Promise<void> {
  await tx.update(practiceEvidence).set({ memberId: null }).where(eq(practiceEvidence.memberId, memberId))
}
