import * as v from 'valibot'
import { type Actor, Role } from './actors.ts'
import { command, type Done, instant, line, maybeText, type Page, pageShape } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale } from './locale.ts'
import type { PlaceBrief, PlaceKind } from './places.ts'

/** The kinds of place each role can be held at; it covers everything below. */
export const ROLE_PLACES = {
  teacher: ['school'],
  parent: ['school'],
  'school-leader': ['school'],
  trainer: ['region', 'district', 'school'],
  mentor: ['region', 'district', 'school'],
  'room-moderator': ['region', 'district', 'okrug', 'village', 'school'],
  'district-officer': ['district'],
  'programme-partner': ['region', 'district'],
  administrator: ['region'],
} as const satisfies Record<Role, readonly PlaceKind[]>

export const canBeHeldAt = (role: Role, kind: PlaceKind): boolean =>
  (ROLE_PLACES[role] as readonly PlaceKind[]).includes(kind)

/** The version of the consent text people are shown; the texts stand in the web's dictionaries under this name. */
export const CONSENT_TEXT = '2026-11'
export const Consent = v.strictObject({ textVersion: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)) })

/**
 * A login name in one alphabet, Latin or Cyrillic with the Kazakh letters, so that a look-alike letter cannot lock anybody out.
 * Upper and lower case are the same name.
 */
export const LoginName = v.pipe(
  v.string(),
  v.maxLength(LIMITS.loginName.max),
  v.trim(),
  v.normalize('NFC'),
  v.toLowerCase(),
  v.minLength(LIMITS.loginName.min),
  v.regex(/^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*|[а-яёәғқңөұүһі0-9]+(?:[._-][а-яёәғқңөұүһі0-9]+)*)$/),
)

export const Email = v.pipe(v.string(), v.maxLength(LIMITS.email), v.trim(), v.toLowerCase(), v.email())

/** Counted in characters as a person counts them; nothing is trimmed, spaces may belong to it. */
export const Password = v.pipe(
  v.string(),
  v.maxLength(LIMITS.password.max),
  v.check((s) => s.isWellFormed() && !s.includes('\0') && [...s].length >= LIMITS.password.min),
)

/** What is typed where a password is asked for: it may be of any length once, so a wrong one is wrong and not malformed. */
const typedPassword = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.password.max))

/** The secret part of an invitation's or a recovery's link: 128 bits or more. */
export const LinkToken = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,32}$/))

/** A login name or an e-mail address, as typed. */
export const SignIn = v.strictObject({
  name: line(LIMITS.email),
  password: typedPassword,
  sharedPhone: v.boolean(),
  /** Sent again after `members/consent-needed`, when the person agreed. */
  consent: v.optional(Consent),
})
export type SignIn = v.InferOutput<typeof SignIn>

export const UpdateMe = command({ name: line(LIMITS.name), locale: Locale })
export type UpdateMe = v.InferOutput<typeof UpdateMe>

export const ChangePassword = v.strictObject({ password: typedPassword, newPassword: Password })
export type ChangePassword = v.InferOutput<typeof ChangePassword>

export const EndLogin = command({ loginId: Id })
export const EndOtherLogins = command({})
export const WithdrawConsent = command({})
export const DeleteMe = v.strictObject({ password: typedPassword })
export const DemoEntry = v.strictObject({ role: Role })

export const Invite = command({
  role: Role,
  placeId: Id,
  /** Milliseconds UTC; without it, `LIMITS.invitation.usual` from now. */
  expiresAt: v.optional(instant),
  /** How many people may join by the link; without it, a class for parents and teachers and one for the other roles. */
  uses: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.invitation.uses))),
  /** For the inviter and the invited, such as a class: «5Ә сыныбы». */
  note: v.optional(maybeText(LIMITS.invitation.note), ''),
})
export type Invite = v.InferOutput<typeof Invite>

export const RevokeInvitation = command({ invitationId: Id })
export const InvitationsOf = v.strictObject({ placeId: v.optional(Id), ...pageShape })
export const InvitationRef = v.strictObject({ token: LinkToken })

/** A newcomer accepts: the command's id is the new member's id. */
export const Accept = command({
  token: LinkToken,
  name: line(LIMITS.name),
  /** One of the two is needed; both may be given. */
  loginName: v.optional(LoginName),
  email: v.optional(Email),
  password: Password,
  consent: Consent,
  locale: Locale,
  sharedPhone: v.boolean(),
})
export type Accept = v.InferOutput<typeof Accept>

/** Somebody who is signed in accepts: only the role is added. */
export const AcceptAsMember = command({ token: LinkToken })
export type AcceptAsMember = v.InferOutput<typeof AcceptAsMember>

export const MembersOf = v.strictObject({ placeId: Id, ...pageShape })
export const GrantRole = command({ memberId: Id, role: Role, placeId: Id })
export type GrantRole = v.InferOutput<typeof GrantRole>
export const EndRole = command({ memberId: Id, role: Role, placeId: Id })
export type EndRole = v.InferOutput<typeof EndRole>

export const IssueRecovery = command({ memberId: Id })
export const RecoveryRef = v.strictObject({ token: LinkToken })
export const Recover = v.strictObject({ token: LinkToken, password: Password })
export type Recover = v.InferOutput<typeof Recover>
export const RequestRecovery = v.strictObject({ email: Email, locale: Locale })

/** Who and where: a role with its place's name. */
export interface RoleView {
  role: Role
  place: PlaceBrief
}

/** The person, for the person. */
export interface MeView {
  id: Id
  name: string
  loginName: string | null
  email: string | null
  locale: Locale
  roles: RoleView[]
  /** Null once it was taken back. */
  consent: { textVersion: string; at: number } | null
  /** One of the demo district's members, entered by one press. */
  demo: boolean
}

/** Who a browser acts as: what it files its outbox under, and whom it shows. */
export interface WhoView {
  kind: Actor['kind']
  id: Id | null
  me: MeView | null
  /** "Shared phone" was ticked when this login began: nothing of it stays on the phone after signing out. */
  sharedPhone?: true
}

/** One place a member is signed in at. */
export interface LoginView {
  id: Id
  /** Such as `Chrome · Android`; nothing finer is kept. */
  device: string
  since: number
  /** To the day. */
  lastSeenAt: number
  endsAt: number
  sharedPhone: boolean
  current: boolean
}

export type InvitationState = 'open' | 'expired' | 'used-up' | 'revoked'

/** An invitation for those who may invite there: never its link. */
export interface InvitationView {
  id: Id
  role: Role
  place: PlaceBrief
  note: string
  /** Null when the inviter's account was deleted. */
  inviter: string | null
  createdAt: number
  expiresAt: number
  uses: number
  used: number
  state: InvitationState
}

/** The one time the link is told. A replay of the same command tells it again. */
export interface LinkMade extends Done {
  token: string
  expiresAt: number
}

/** What the invitation's page shows to whoever opened the link. */
export interface InvitationCard {
  role: Role
  place: PlaceBrief
  above: PlaceBrief[]
  note: string
  /** Null when the inviter's account was deleted. */
  inviter: string | null
  expiresAt: number
}

/** What the recovery page shows to whoever opened the link. */
export interface RecoveryCard {
  name: string
  loginName: string | null
  expiresAt: number
}

/** A member as those who lead the place see them: no contacts. */
export interface MemberView {
  id: Id
  /** Null: the account was deleted. */
  name: string | null
  since: number
  /** Roles held at this place. */
  roles: Role[]
  /** May the asking person end these roles, and issue a recovery link? */
  mayManage: boolean
  mayRecover: boolean
}

export type MemberPage = Page<MemberView>
export type InvitationPage = Page<InvitationView>

/** One-press entry on the demo's sign-in page. Empty outside of a demo. */
export interface DemoDoor {
  role: Role
  name: string
  place: PlaceBrief
}

/** How the academy can be entered and recovered, for the sign-in page. */
export interface EntryView {
  demo: DemoDoor[]
  /** Is there mail to send recovery links by? */
  recoveryByMail: boolean
}
