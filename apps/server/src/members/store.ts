import type { Id, Role, RoleHeld } from '@academy/contract'
import { type Db, type Params, prepared } from '@academy/database'
import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import { countSharedChange } from '../platform/store.ts'
import { consents, credentials, invitations, logins, memberRoles, members, verifications } from './tables.ts'

export type MemberRow = typeof members.$inferSelect
export type LoginRow = typeof logins.$inferSelect
export type ConsentRow = typeof consents.$inferSelect

// Who is it

const loginByToken = prepared((db, p: Params<{ tokenHash: string }>) =>
  db
    .select({
      loginId: logins.id,
      createdAt: logins.createdAt,
      seenAt: logins.seenAt,
      expiresAt: logins.expiresAt,
      memberId: members.id,
      name: members.name,
      role: memberRoles.role,
      placeId: memberRoles.placeId,
    })
    .from(logins)
    .innerJoin(members, eq(members.id, logins.memberId))
    .leftJoin(memberRoles, eq(memberRoles.memberId, logins.memberId))
    .where(eq(logins.tokenHash, p.tokenHash)),
)

export interface KnownLogin {
  loginId: Id
  createdAt: Date
  seenAt: Date
  expiresAt: Date
  member: { id: Id; name: string; roles: RoleHeld[] }
}

/** The login of that cookie with its member and their roles, in one indexed read. */
export async function findLogin(db: Db, tokenHash: string): Promise<KnownLogin | undefined> {
  const rows = await loginByToken(db, { tokenHash })
  const [first] = rows
  if (!first || first.name === null) return undefined
  const roles = rows.flatMap(({ role, placeId }) => (role && placeId ? [{ role, placeId }] : []))
  const { loginId, createdAt, seenAt, expiresAt, memberId, name } = first
  return { loginId, createdAt, seenAt, expiresAt, member: { id: memberId, name, roles } }
}

const byId = prepared((db, p: Params<{ id: string }>) => db.select().from(members).where(eq(members.id, p.id)))

export async function findMember(db: Db, id: Id): Promise<MemberRow | undefined> {
  return (await byId(db, { id }))[0]
}

export async function findMembers(db: Db, ids: readonly Id[]): Promise<MemberRow[]> {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(members)
        .where(inArray(members.id, [...new Set(ids)]))
}

export async function isTaken(
  db: Db,
  names: { loginName?: string | undefined; email?: string | undefined },
): Promise<boolean> {
  const same = [
    ...(names.loginName ? [eq(members.loginName, names.loginName)] : []),
    ...(names.email ? [eq(members.email, names.email)] : []),
  ]
  const rows = await db
    .select({ id: members.id })
    .from(members)
    .where(or(...same))
    .limit(1)
  return rows.length > 0
}

export async function addMember(tx: Db, row: typeof members.$inferInsert): Promise<void> {
  await tx.insert(members).values(row)
}

export async function changeMember(tx: Db, id: Id, change: Partial<MemberRow>): Promise<void> {
  await tx.update(members).set(change).where(eq(members.id, id))
  if (change.name !== undefined) await countSharedChange(tx)
}

export async function addCredential(tx: Db, row: { id: Id; memberId: Id; password: string; at: Date }): Promise<void> {
  const { id, memberId, password, at } = row
  await tx
    .insert(credentials)
    .values({ id, memberId, providerId: 'credential', accountId: memberId, password, createdAt: at, updatedAt: at })
}

export async function demoMembers(db: Db): Promise<{ id: Id; name: string | null; role: Role; placeId: Id }[]> {
  return db
    .select({ id: members.id, name: members.name, role: memberRoles.role, placeId: memberRoles.placeId })
    .from(members)
    .innerJoin(memberRoles, eq(memberRoles.memberId, members.id))
    .where(and(eq(members.demo, true), isNull(members.erasedAt)))
    .orderBy(asc(members.createdAt), asc(members.id))
}

// Roles

const rolesByMember = prepared((db, p: Params<{ memberId: string }>) =>
  db
    .select({ role: memberRoles.role, placeId: memberRoles.placeId })
    .from(memberRoles)
    .where(eq(memberRoles.memberId, p.memberId)),
)

export async function rolesOf(db: Db, memberId: Id): Promise<RoleHeld[]> {
  return rolesByMember(db, { memberId })
}

export async function rolesOfMany(db: Db, ids: readonly Id[]): Promise<Map<Id, RoleHeld[]>> {
  const held = new Map<Id, RoleHeld[]>()
  if (ids.length === 0) return held
  const rows = await db
    .select()
    .from(memberRoles)
    .where(inArray(memberRoles.memberId, [...ids]))
  for (const { memberId, role, placeId } of rows) held.set(memberId, [...(held.get(memberId) ?? []), { role, placeId }])
  return held
}

/** False when the role was held already. */
export async function addRole(tx: Db, memberId: Id, { role, placeId }: RoleHeld, since: Date): Promise<boolean> {
  const added = await tx
    .insert(memberRoles)
    .values({ memberId, role, placeId, since })
    .onConflictDoNothing()
    .returning({ role: memberRoles.role })
  return added.length > 0
}

/** False when the role was not held. */
export async function dropRole(tx: Db, memberId: Id, { role, placeId }: RoleHeld): Promise<boolean> {
  const dropped = await tx
    .delete(memberRoles)
    .where(and(eq(memberRoles.memberId, memberId), eq(memberRoles.role, role), eq(memberRoles.placeId, placeId)))
    .returning({ role: memberRoles.role })
  return dropped.length > 0
}

/**
 * Who administers, one id per role held. Touches every administrator's row first, so that on PostgreSQL two who lay down the role
 * in the same second wait for each other, and the second one is told.
 */
export async function administrators(tx: Db): Promise<Id[]> {
  const held = await tx
    .update(memberRoles)
    .set({ role: 'administrator' })
    .where(eq(memberRoles.role, 'administrator'))
    .returning({ id: memberRoles.memberId })
  return held.map(({ id }) => id)
}

/** Members with a role at this very place, in the order of the Kazakh alphabet. */
export async function membersAt(
  db: Db,
  q: { placeId: Id; last: { nameKey: string; id: string } | null; limit: number },
): Promise<MemberRow[]> {
  const here = db.select({ id: memberRoles.memberId }).from(memberRoles).where(eq(memberRoles.placeId, q.placeId))
  const after = q.last
    ? or(gt(members.nameKey, q.last.nameKey), and(eq(members.nameKey, q.last.nameKey), gt(members.id, q.last.id)))
    : undefined
  return db
    .select()
    .from(members)
    .where(and(inArray(members.id, here), after))
    .orderBy(asc(members.nameKey), asc(members.id))
    .limit(q.limit)
}

// Logins

export async function loginsOf(db: Db, memberId: Id, now: Date): Promise<LoginRow[]> {
  return db
    .select()
    .from(logins)
    .where(and(eq(logins.memberId, memberId), gt(logins.expiresAt, now)))
    .orderBy(desc(logins.seenAt), desc(logins.id))
    .limit(100)
}

export async function putOffLogin(tx: Db, id: Id, seenAt: Date, expiresAt: Date): Promise<void> {
  await tx.update(logins).set({ seenAt, expiresAt }).where(eq(logins.id, id))
}

/** Ends one login of this member; the ids of what ended. */
export async function dropLogin(tx: Db, memberId: Id, id: Id): Promise<Id[]> {
  const dropped = await tx
    .delete(logins)
    .where(and(eq(logins.id, id), eq(logins.memberId, memberId)))
    .returning({ id: logins.id })
  return dropped.map((row) => row.id)
}

/** Ends all logins of this member but one; the ids of what ended. */
export async function dropLogins(tx: Db, memberId: Id, except: Id | null = null): Promise<Id[]> {
  const dropped = await tx
    .delete(logins)
    .where(and(eq(logins.memberId, memberId), except ? ne(logins.id, except) : undefined))
    .returning({ id: logins.id })
  return dropped.map((row) => row.id)
}

// Consent

export async function addConsent(tx: Db, row: typeof consents.$inferInsert): Promise<void> {
  await tx.insert(consents).values(row)
}

/** The consent that holds, if any. */
export async function consentOf(db: Db, memberId: Id): Promise<ConsentRow | undefined> {
  const [row] = await db
    .select()
    .from(consents)
    .where(and(eq(consents.memberId, memberId), isNull(consents.withdrawnAt)))
    .orderBy(desc(consents.at))
    .limit(1)
  return row
}

export async function consentsOf(db: Db, memberId: Id): Promise<ConsentRow[]> {
  return db.select().from(consents).where(eq(consents.memberId, memberId)).orderBy(asc(consents.at))
}

export async function withdrawConsents(tx: Db, memberId: Id, at: Date): Promise<void> {
  await tx
    .update(consents)
    .set({ withdrawnAt: at })
    .where(and(eq(consents.memberId, memberId), isNull(consents.withdrawnAt)))
}

// Forgetting

/** Leaves of a person only a row that says somebody was here. */
export async function eraseMember(tx: Db, memberId: Id, at: Date): Promise<void> {
  await tx.delete(logins).where(eq(logins.memberId, memberId))
  await tx.delete(credentials).where(eq(credentials.memberId, memberId))
  await tx.delete(consents).where(eq(consents.memberId, memberId))
  await tx.delete(memberRoles).where(eq(memberRoles.memberId, memberId))
  await tx.delete(verifications).where(eq(verifications.value, memberId))
  await tx.update(invitations).set({ inviterId: null, note: '' }).where(eq(invitations.inviterId, memberId))
  await tx.update(members).set({ inviterId: null }).where(eq(members.inviterId, memberId))
  await tx
    .update(members)
    .set({ name: null, nameKey: '', loginName: null, email: null, locale: 'kk', inviterId: null, erasedAt: at })
    .where(eq(members.id, memberId))
  await countSharedChange(tx)
}

/** Logins and recovery links past their time. */
export async function forgetExpired(tx: Db, now: Date): Promise<void> {
  await tx.delete(logins).where(lt(logins.expiresAt, now))
  await tx.delete(verifications).where(lt(verifications.expiresAt, now))
}
