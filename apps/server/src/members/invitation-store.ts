import type { Id } from '@academy/contract'
import type { Db } from '@academy/database'
import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { invitations, verifications } from './tables.ts'

export type InvitationRow = typeof invitations.$inferSelect

export async function addInvitation(tx: Db, row: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(row)
}

export async function findInvitation(db: Db, id: Id): Promise<InvitationRow | undefined> {
  const [row] = await db.select().from(invitations).where(eq(invitations.id, id))
  return row
}

export async function findInvitationByToken(db: Db, tokenHash: string): Promise<InvitationRow | undefined> {
  const [row] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash))
  return row
}

/** Takes one use, counted in SQL: a whole class opens the link in one evening. Undefined when none is left or it ended. */
export async function useInvitation(tx: Db, tokenHash: string, now: Date): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .update(invitations)
    .set({ used: sql`${invitations.used} + 1` })
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
        lt(invitations.used, invitations.uses),
      ),
    )
    .returning()
  return row
}

/** Gives a use back: the person held the role already. */
export async function giveBackUse(tx: Db, id: Id): Promise<void> {
  await tx
    .update(invitations)
    .set({ used: sql`${invitations.used} - 1` })
    .where(eq(invitations.id, id))
}

export async function revokeInvitation(tx: Db, id: Id, at: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(and(eq(invitations.id, id), isNull(invitations.revokedAt)))
}

/** One's own invitations, or all of a place; newest first. */
export async function listInvitations(
  db: Db,
  q: { of: { inviterId: Id } | { placeId: Id }; before: { at: number; id: string } | null; limit: number },
): Promise<InvitationRow[]> {
  const at = invitations.createdAt
  const earlier = q.before
    ? or(lt(at, new Date(q.before.at)), and(eq(at, new Date(q.before.at)), lt(invitations.id, q.before.id)))
    : undefined
  const whose = 'inviterId' in q.of ? eq(invitations.inviterId, q.of.inviterId) : eq(invitations.placeId, q.of.placeId)
  return db.select().from(invitations).where(and(whose, earlier)).orderBy(desc(at), desc(invitations.id)).limit(q.limit)
}

// Recovery links: better-auth reads and spends these.

export async function addVerification(tx: Db, row: typeof verifications.$inferInsert): Promise<void> {
  await tx.insert(verifications).values(row)
}

export async function findVerification(
  db: Db,
  identifier: string,
): Promise<typeof verifications.$inferSelect | undefined> {
  const [row] = await db.select().from(verifications).where(eq(verifications.identifier, identifier))
  return row
}

/** A new link makes the earlier ones of this person useless. */
export async function dropVerifications(tx: Db, memberId: Id): Promise<void> {
  await tx.delete(verifications).where(eq(verifications.value, memberId))
}
