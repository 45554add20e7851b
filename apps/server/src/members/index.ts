import type { Id } from '@academy/contract'
import type { Store } from '@academy/database'
import type { Clock } from '../platform/clock.ts'
import type { Commands } from '../platform/commands.ts'
import type { DoDeed } from '../platform/deeds.ts'
import type { Keys } from '../platform/keys.ts'
import type { Personal } from '../platform/personal.ts'
import { type AuthDeps, createAuth } from './auth.ts'
import { createDoors } from './doors.ts'
import { createIdentity } from './identity.ts'
import { createInvitations } from './invitations.ts'
import { inviteAdmin } from './invite-admin.ts'
import { createLogins, type WrongRates } from './logins.ts'
import { createMail, type Mail } from './mail.ts'
import { createMe } from './me.ts'
import { createProfiles } from './profiles.ts'
import { createRecovery } from './recovery.ts'
import { recoveryLetter } from './recovery-letter.ts'
import { createRoles } from './roles.ts'
import { membersRouter } from './router.ts'
import { type MemberHooks, type MembersDeps, type PlaceLookup, roleViews } from './shared.ts'
import { findMember, forgetExpired, rolesOf } from './store.ts'

export { addDemoMember } from './demo-member.ts'
export type { Letter, Mail } from './mail.ts'
export type { Profile } from './profiles.ts'
export type { MemberHooks } from './shared.ts'

export interface MembersRoomDeps {
  db: Store
  clock: Clock
  commands: Commands
  doDeed: DoDeed
  keys: Keys
  personal: Personal
  places: PlaceLookup
  config: { secure: boolean; demoPublic: boolean; smtpUrl: string | undefined; mailFrom: string | undefined }
  mode: 'demo' | 'production'
  address(): string
  onFault(error: unknown, what: string): void
  /** Tests take a mailbox and their own bounds of wrong passwords. */
  mail?: Mail
  wrongPasswords?: WrongRates
}

/** The door of members; everything else in this folder is private. */
export function createMembers(room: MembersRoomDeps) {
  const { address, clock, config, db, keys, onFault, personal, places } = room
  const hooks: MemberHooks = { onLoginEnded: [], onMembershipEnded: [], onMemberErased: [], contributeToExport: [] }
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const mail =
    room.mail ?? createMail({ smtpUrl: config.smtpUrl, from: config.mailFrom, demo: room.mode === 'demo', say })

  const sendRecovery: AuthDeps['sendRecovery'] = async ({ memberId, email, token }) => {
    const locale = (await findMember(db.read, memberId))?.locale ?? 'kk'
    const letter = recoveryLetter(locale, `${address()}/${locale}/recover/${token}`)
    // Not waited for: how long a letter takes would tell whether there is such an address.
    void mail.send({ to: email, ...letter }).catch((error) => onFault(error, 'recovery letter'))
  }

  const auth = createAuth({
    db,
    secret: keys.take('logins').toString('base64url'),
    secure: config.secure,
    address,
    onLoginEnded: (ids) => {
      for (const hook of hooks.onLoginEnded) hook(ids)
    },
    sendRecovery,
    onFault,
  })
  const demo = { on: room.mode === 'demo', open: config.demoPublic }
  const deps: MembersDeps = {
    db,
    clock,
    commands: room.commands,
    doDeed: room.doDeed,
    keys,
    places,
    auth,
    mail,
    hooks,
    demo,
  }

  const identity = createIdentity(deps, config.secure)
  const logins = createLogins(deps, room.wrongPasswords)
  const invitations = createInvitations(deps, logins)
  const roles = createRoles(deps)
  const recovery = createRecovery(deps)
  const me = createMe(deps, logins)
  const doors = createDoors(deps, logins)

  // The browser shows the roles as they are now; which one changed is in the news itself.
  personal.register('role', async (read, memberId, rows) => {
    const views = await roleViews(places, await rolesOf(read, memberId))
    return rows.map(() => views)
  })
  personal.register('me', async (_read, memberId, rows) => {
    const view = await me.meView(memberId)
    return rows.map(() => view)
  })

  const services = { identity, logins, invitations, roles, recovery, me, doors }
  return {
    router: membersRouter(services),
    services,
    hooks,
    identify: identity.identify,
    keepLogin: identity.keepLogin,
    newGuest: identity.newGuest,
    guestOf: identity.guestOf,
    forgetGuests: me.forgetGuests,
    namesOf: invitations.namesOf,
    ...createProfiles(deps),
    who: me.who,
    invitationCard: invitations.card,
    doors: doors.doors,
    entry: doors.entry,
    enterDemo: doors.enterDemo,
    /** A login without a password, for the testkit: nothing that a browser can reach leads here. */
    openLogin: async (memberId: Id): Promise<string[]> =>
      (await auth.enter({ cookieHeader: undefined, device: 'test' }, { memberId, sharedPhone: false })).cookies,
    signIn: logins.signIn,
    signOut: logins.signOut,
    /** For `pnpm academy invite-admin`: what to print. */
    inviteAdministrator: async () => inviteAdmin({ ...deps, regionId: await places.firstRegion(), address: address() }),
    jobs: [
      {
        name: 'forget ended logins and recovery links',
        every: 6 * 3600_000,
        run: () => db.write((tx) => forgetExpired(tx, clock.now())),
      },
    ],
  }
}

export type Members = ReturnType<typeof createMembers>
