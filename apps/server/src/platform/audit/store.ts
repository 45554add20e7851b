import { type Id, newId } from '@academy/contract'
import type { Db } from '@academy/database'
import { and, desc, eq } from 'drizzle-orm'
import { audit } from './tables.ts'

export interface Act {
  at: Date
  /** Null: the command line or the academy itself. */
  actorId: Id | null
  act: `${string}.${string}`
  subject: { kind: string; id: Id }
  note?: string | undefined
}

export type AuditRow = typeof audit.$inferSelect

/** Keeps a privileged act, in the write of what it did: one without the other does not happen. */
export async function addAudit(tx: Db, { at, actorId, act, subject, note }: Act): Promise<void> {
  await tx
    .insert(audit)
    .values({ id: newId(), at, actorId, act, subjectKind: subject.kind, subjectId: subject.id, note: note ?? null })
}

/** What was done to a thing or a person, newest first. */
export async function auditOf(db: Db, subject: { kind: string; id: Id }, limit = 50): Promise<AuditRow[]> {
  return db
    .select()
    .from(audit)
    .where(and(eq(audit.subjectKind, subject.kind), eq(audit.subjectId, subject.id)))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit)
}
