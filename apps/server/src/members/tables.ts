import type { Locale, Role } from '@academy/contract'
import { bool, id, index, int, primaryKey, ref, table, text, time, uniqueIndex } from '@academy/database/dialect'
import { places } from '../places/tables.ts'

/** Somebody with an account. After deletion the row stays, without anything that tells who it was. */
export const members = table(
  'members',
  {
    id: id(),
    /** Null: deleted. */
    name: text(),
    /** The name as a sort key of the Kazakh alphabet. */
    nameKey: text().notNull(),
    /** In one case and NFC. */
    loginName: text(),
    /** In one case. */
    email: text(),
    locale: text().$type<Locale>().notNull(),
    /** Entered by one press where the database is a demo. */
    demo: bool().notNull().default(false),
    /** Who invited, for recovery without mail. */
    inviterId: text(),
    createdAt: time().notNull(),
    erasedAt: time(),
  },
  (t) => [
    uniqueIndex('members_by_login_name').on(t.loginName),
    uniqueIndex('members_by_email').on(t.email),
    index('members_by_inviter').on(t.inviterId),
  ],
)

/** A role held at a place, and with it everything below. A role that ended is no row; the audit knows. */
export const memberRoles = table(
  'member_roles',
  {
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    role: text().$type<Role>().notNull(),
    placeId: ref(() => places.id).notNull(),
    since: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.role, t.placeId] }),
    index('member_roles_by_place').on(t.placeId, t.role),
    index('member_roles_by_role').on(t.role),
  ],
)

/** One device a member is signed in at (better-auth's `session`). */
export const logins = table(
  'logins',
  {
    id: id(),
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    /** SHA-256 of the cookie's token: a copy of the database opens nothing. */
    tokenHash: text().notNull(),
    /** Such as `Chrome · Android`. */
    device: text().notNull(),
    createdAt: time().notNull(),
    /** Last put off, to the day. */
    seenAt: time().notNull(),
    expiresAt: time().notNull(),
  },
  (t) => [
    uniqueIndex('logins_by_token').on(t.tokenHash),
    index('logins_by_member').on(t.memberId, t.createdAt),
    index('logins_by_expiry').on(t.expiresAt),
  ],
)

/** A member's password as an argon2id hash (better-auth's `account` of the provider `credential`). */
export const credentials = table(
  'credentials',
  {
    id: id(),
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    providerId: text().notNull(),
    accountId: text().notNull(),
    password: text(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
  },
  (t) => [uniqueIndex('credentials_by_member').on(t.memberId, t.providerId)],
)

/** A recovery link that was given out and not yet used (better-auth's `verification`): the hash of its token, and whose it is. */
export const verifications = table(
  'verifications',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    expiresAt: time().notNull(),
  },
  (t) => [
    index('verifications_by_identifier').on(t.identifier),
    index('verifications_by_value').on(t.value),
    index('verifications_by_expiry').on(t.expiresAt),
  ],
)

/** That somebody agreed to which text, and when they took it back. */
export const consents = table(
  'consents',
  {
    id: id(),
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    textVersion: text().notNull(),
    at: time().notNull(),
    withdrawnAt: time(),
  },
  (t) => [index('consents_by_member').on(t.memberId, t.at)],
)

/** A link that brings people in, to one role at one place. */
export const invitations = table(
  'invitations',
  {
    id: id(),
    /** SHA-256 of the link's token. */
    tokenHash: text().notNull(),
    role: text().$type<Role>().notNull(),
    placeId: ref(() => places.id).notNull(),
    /** Null: the command line, or the inviter's account was deleted. */
    inviterId: text(),
    note: text().notNull(),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    uses: int().notNull(),
    used: int().notNull().default(0),
    revokedAt: time(),
  },
  (t) => [
    uniqueIndex('invitations_by_token').on(t.tokenHash),
    index('invitations_by_inviter').on(t.inviterId, t.createdAt),
    index('invitations_by_place').on(t.placeId, t.createdAt),
  ],
)

/** Somebody without an account in live sessions, known by a cookie only. */
export const guests = table(
  'guests',
  {
    id: id(),
    /** SHA-256 of the cookie's token. */
    tokenHash: text().notNull(),
    createdAt: time().notNull(),
  },
  (t) => [uniqueIndex('guests_by_token').on(t.tokenHash), index('guests_by_age').on(t.createdAt)],
)
