import { randomBytes } from 'node:crypto'
import { CONSENT_TEXT, newId } from '@academy/contract'
import * as tables from '../tables.ts'
import { PASSWORD, type World } from './test-cast.ts'
import { defineTable, type Wanted } from './test-lines.ts'

const cmd = <T extends object>(more: T = {} as T) => ({ id: newId(), ...more })
const HOUR = 3600_000

/** Of people, what a line asks for. Who is over was deleted; a link that is over was taken back or used. */
const MAKE = {
  async person({ member }: World, { place, owner, over, oneself }: About) {
    const person = await member([{ role: 'parent', placeId: place.id }], { erased: over })
    const { id, loginName, email } = person
    return {
      memberId: oneself ?? id,
      loginName,
      email,
      password: owner.id !== place.teacher ? PASSWORD : 'бүркіт емес 12',
    }
  },
  async invitee({ member }: World, { place, over, owner }: About) {
    const { id } = await member([{ role: 'parent', placeId: place.id }], { inviterId: owner.id, erased: over })
    return { inviteeId: id }
  },
  async invitation({ academy, chief }: World, { place, owner, over }: About) {
    const { invitations } = academy.rooms.members.services
    const [invitationId, token, at] = [newId(), secret(), new Date()]
    const link = {
      id: invitationId,
      role: 'parent' as const,
      placeId: place.id,
      inviterId: owner.id,
      uses: 50,
      note: '',
      at,
    }
    const expiresAt = new Date(at.getTime() + HOUR)
    await academy.db.write((tx) => invitations.addInvitation(tx, { ...link, expiresAt }, token))
    if (over) await invitations.revoke(chief, cmd({ invitationId }))
    return { invitationId, token }
  },
  async recovery({ academy, chief, member }: World, { place, over }: About) {
    const { id: memberId } = await member([{ role: 'parent', placeId: place.id }])
    const { roles } = academy.rooms.members.services
    const { token } = await roles.issueRecovery(chief, cmd({ memberId }))
    if (over) await roles.issueRecovery(chief, cmd({ memberId }))
    return { recoveryToken: token }
  },
  async login({ academy, member }: World, { place, oneself }: About) {
    const memberId = oneself ?? (await member([{ role: 'parent', placeId: place.id }])).id
    const [loginId, at] = [newId(), new Date()]
    const times = { createdAt: at, seenAt: at, expiresAt: new Date(at.getTime() + HOUR) }
    await academy.db.write(async (tx) => {
      await tx.insert(tables.logins).values({ id: loginId, memberId, tokenHash: secret(), device: '', ...times })
    })
    return { loginId }
  },
}

type About = Wanted & { oneself: string | undefined }
type Made = Record<
  | 'placeId'
  | 'memberId'
  | 'loginName'
  | 'email'
  | 'password'
  | 'inviteeId'
  | 'invitationId'
  | 'token'
  | 'recoveryToken'
  | 'loginId',
  string
>

async function make(world: World, wanted: Wanted): Promise<Made> {
  const { place, owner, part } = wanted
  const oneself = owner.kind === 'member' && owner.id !== place.teacher ? owner.id : undefined
  const made = part ? await MAKE[part as keyof typeof MAKE](world, { ...wanted, oneself }) : {}
  return { placeId: place.id, ...made } as Made
}

const secret = () => randomBytes(18).toString('base64url')

const newcomer = () => ({
  name: 'Жаңа Адам',
  loginName: `jana.${newId().toLowerCase()}`.slice(0, 30),
  password: PASSWORD,
  consent: { textVersion: CONSENT_TEXT },
  locale: 'kk' as const,
  sharedPhone: false,
})

const byLink = (ended: string) => ({
  own: '*',
  same: '*',
  far: '*',
  gone: `${ended}:*`,
  unknown: `${ended}:*`,
})

const items = (answer: unknown) => (answer as { items: { id: string }[] }).items.map(({ id }) => id)

export const members = defineTable<Made>({
  room: 'members',
  door: 'members',
  make,
  lines: {
    who: { door: 'everybody', on: '*' },
    entry: { door: 'everybody', on: '*' },
    // With the right password one comes in, whoever sits at the browser. A wrong one and a wrong name are one answer.
    signIn: {
      part: 'person',
      door: 'everybody',
      newcomers: true,
      input: ({ loginName, password }) => ({ name: loginName, password, sharedPhone: false }),
      on: {
        own: 'PTLRMODFAG members/wrong-password:S',
        same: 'members/wrong-password:*',
        far: 'members/wrong-password:*',
        gone: 'members/wrong-password:*',
        unknown: 'members/wrong-password:*',
      },
    },
    signOut: { door: 'everybody', newcomers: true, on: '*' },
    enterDemo: { door: 'everybody', newcomers: true, input: () => ({ role: 'parent' }), on: '*' },
    'enterDemo (nobody there)': { door: 'everybody', input: () => ({ role: 'mentor' }), on: '' },

    invitation: {
      part: 'invitation',
      door: 'everybody',
      input: ({ token }) => ({ token }),
      on: byLink('members/invitation-ended'),
    },
    accept: {
      part: 'invitation',
      door: 'everybody',
      newcomers: true,
      input: ({ token }) => cmd({ token, ...newcomer() }),
      on: byLink('members/invitation-ended'),
    },
    acceptAsMember: {
      part: 'invitation',
      newcomers: true,
      input: ({ token }) => cmd({ token }),
      on: {
        own: 'PTLRMODFA',
        same: 'PTLRMODFA',
        near: 'PTLRMODFA',
        far: 'PTLRMODFA',
        ended: 'members/invitation-ended:PTLRMODFA',
        gone: 'members/invitation-ended:PTLRMODFA',
        unknown: 'members/invitation-ended:PTLRMODFA',
      },
    },
    // Places are public: who may not invite there is told so.
    'invite (a parent)': {
      input: ({ placeId }) => cmd({ role: 'parent', placeId }),
      on: {
        own: 'TLDA refused:PRMOF',
        same: 'TLDA refused:PRMOF',
        near: 'DA refused:PTLRMOF',
        far: 'A refused:PTLRMODF',
        unknown: '',
      },
    },
    'invite (a teacher)': {
      input: ({ placeId }) => cmd({ role: 'teacher', placeId }),
      on: {
        own: 'LDA refused:PTRMOF',
        same: 'LDA refused:PTRMOF',
        near: 'DA refused:PTLRMOF',
        far: 'A refused:PTLRMODF',
        unknown: '',
      },
    },
    'invite (a school leader)': {
      input: ({ placeId }) => cmd({ role: 'school-leader', placeId }),
      on: {
        own: 'DA refused:PTLRMOF',
        same: 'DA refused:PTLRMOF',
        near: 'DA refused:PTLRMOF',
        far: 'A refused:PTLRMODF',
        unknown: '',
      },
    },
    'invitations (one’s own)': {
      part: 'invitation',
      input: () => ({ limit: 100 }),
      finds: (answer: never, { invitationId }) => items(answer).includes(invitationId),
      on: { own: 'PTLRMODFA', same: '', near: '', far: '', ended: 'PTLRMODFA', gone: '', unknown: '' },
    },
    'invitations (of a place)': {
      input: ({ placeId }) => ({ placeId }),
      on: { own: 'LDA', same: 'LDA', near: 'DA', far: 'A', unknown: '' },
    },
    revokeInvitation: {
      part: 'invitation',
      input: ({ invitationId }) => cmd({ invitationId }),
      on: { own: 'PTLRMODFA', same: 'TLDA', near: 'DA', far: 'A', ended: 'PTLRMODFA', gone: 'TLDA', unknown: '' },
    },

    recovery: {
      part: 'recovery',
      door: 'everybody',
      input: ({ recoveryToken }) => ({ token: recoveryToken }),
      on: byLink('members/recovery-ended'),
    },
    recover: {
      part: 'recovery',
      door: 'everybody',
      input: ({ recoveryToken }) => ({ token: recoveryToken, password: 'жаңа сөз 2026' }),
      on: byLink('members/recovery-ended'),
    },
    requestRecovery: {
      part: 'person',
      door: 'everybody',
      input: ({ email }) => ({ email, locale: 'kk' }),
      on: { own: '*', same: '*', near: '*', far: '*', ended: '*', gone: '*', unknown: '*' },
    },
    // Nobody issues a link to themselves, and who was deleted is not there.
    issueRecovery: {
      part: 'person',
      input: ({ memberId }) => cmd({ memberId }),
      on: { own: '', same: 'LDA', near: 'DA', far: 'A', ended: '', gone: '', unknown: '' },
    },
    'issueRecovery (to whom one invited)': {
      part: 'invitee',
      input: ({ inviteeId }) => cmd({ memberId: inviteeId }),
      on: { own: 'TLDA', same: 'LDA', near: 'DA', far: 'A', ended: '', gone: '', unknown: '' },
    },

    membersOf: {
      input: ({ placeId }) => ({ placeId }),
      on: { own: 'LDA', same: 'LDA', near: 'DA', far: 'A', unknown: '' },
    },
    grantRole: {
      part: 'person',
      newcomers: true,
      input: ({ memberId, placeId }) => cmd({ memberId, placeId, role: 'room-moderator' }),
      on: { own: 'LDA', same: 'LDA', near: 'DA', far: 'A', gone: '', unknown: '' },
    },
    // Nobody climbs by granting themselves more than they might give.
    'grantRole (climbing)': {
      part: 'person',
      newcomers: true,
      input: ({ memberId, placeId }) => cmd({ memberId, placeId, role: 'school-leader' }),
      on: { own: 'DA', same: 'DA', near: 'DA', far: 'A', gone: '', unknown: '' },
    },
    // Everybody may lay down their own.
    endRole: {
      part: 'person',
      newcomers: true,
      input: ({ memberId, placeId }) => cmd({ memberId, placeId, role: 'parent' }),
      on: { own: 'PTLRMODFA', same: 'LDA', near: 'DA', far: 'A', gone: 'LDA', unknown: '' },
    },

    updateMe: { input: () => cmd({ name: 'Үлгі', locale: 'ru' }), on: 'PTLRMODFA' },
    logins: { on: 'PTLRMODFA' },
    // Somebody else's login is not found and not ended: the answer is the same.
    endLogin: {
      part: 'login',
      input: ({ loginId }) => cmd({ loginId }),
      on: {
        own: 'PTLRMODFA',
        same: 'PTLRMODFA',
        near: 'PTLRMODFA',
        far: 'PTLRMODFA',
        unknown: 'PTLRMODFA',
      },
    },
    endOtherLogins: { newcomers: true, input: () => cmd(), on: 'PTLRMODFA' },
    changePassword: {
      newcomers: true,
      input: () => ({ password: PASSWORD, newPassword: 'тағы бір сөз 7' }),
      on: 'PTLRMODFA',
    },
    'changePassword (not one’s own)': {
      input: () => ({ password: 'басқа біреудікі', newPassword: 'тағы бір сөз 7' }),
      on: 'members/wrong-password:PTLRMODFA',
    },
    withdrawConsent: { newcomers: true, input: () => cmd(), on: 'PTLRMODFA' },
    exportMe: { on: 'PTLRMODFA' },
    deleteMe: { newcomers: true, input: () => ({ password: PASSWORD }), on: 'PTLRMODFA' },
    'deleteMe (without the password)': {
      input: () => ({ password: 'басқа біреудікі' }),
      on: 'members/wrong-password:PTLRMODFA',
    },
  },
})
