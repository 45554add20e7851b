import { CONSENT_TEXT, newId } from '@academy/contract'
import { everythingIn } from '@academy/testkit/everything'
import { openHouse, refusal, staff } from '@academy/testkit/house'
import { describe, expect, test } from 'vitest'
import { auditOf } from '../platform/audit/store.ts'

describe('an invitation is enough to join', () => {
  test('from the command line to a parent, each invited by the one before', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    const link = await house.inviteAs(teacher.browser, 'parent', house.map.school, { note: '5Ә сыныбы' })
    const guest = house.browser()
    expect(await guest.as((api) => api.members.invitation({ token: link.token }))).toMatchObject({
      role: 'parent',
      place: { name: { kk: 'Үлгі мектебі' } },
      above: [{ kind: 'region' }, { kind: 'district' }],
      note: '5Ә сыныбы',
      inviter: teacher.name,
    })

    const parent = await house.accept(link.token)
    const { me } = await parent.browser.as((api) => api.members.who())
    expect(me).toMatchObject({
      id: parent.id,
      name: parent.name,
      loginName: parent.loginName,
      roles: [{ role: 'parent', place: { id: house.map.school } }],
      consent: { textVersion: CONSENT_TEXT },
    })
    const [mine] = (await teacher.browser.as((api) => api.members.invitations({}))).items
    expect(mine).toMatchObject({ used: 1, uses: 60, state: 'open', inviter: teacher.name })
    const acts = await auditOf(house.db.read, { kind: 'member', id: parent.id })
    expect(acts).toMatchObject([{ act: 'members.role-given', actorId: teacher.id, note: 'parent' }])
  })

  test('a teacher invites parents but no teachers, and nobody to another school', async () => {
    await using house = await openHouse()
    const { teacher, leader } = await staff(house)
    expect(await refusal(house.inviteAs(teacher.browser, 'teacher', house.map.school))).toEqual({ code: 'refused' })
    expect(await refusal(house.inviteAs(leader.browser, 'teacher', house.map.neighbour))).toEqual({ code: 'refused' })
    expect(await refusal(house.inviteAs(leader.browser, 'teacher', newId()))).toEqual({ code: 'not-found' })
    expect(await refusal(house.inviteAs(house.browser(), 'parent', house.map.school))).toEqual({ code: 'signed-out' })
  })

  test('a role is held at a place of its kind, for at most ninety days of waiting', async () => {
    await using house = await openHouse()
    const { admin } = await staff(house)
    const asked = house.inviteAs(admin.browser, 'teacher', house.map.district)
    expect(await refusal(asked)).toEqual({ code: 'bad-input', fields: ['placeId'] })
    const long = { expiresAt: Date.now() + house.days(91) }
    expect(await refusal(house.inviteAs(admin.browser, 'teacher', house.map.school, long))).toEqual({
      code: 'bad-input',
      fields: ['expiresAt'],
    })
  })

  test('the same command gives the same link again, and the database does not hold it', async () => {
    await using house = await openHouse()
    const { leader } = await staff(house)
    const command = { id: newId(), role: 'teacher' as const, placeId: house.map.school }
    const first = await leader.browser.as((api) => api.members.invite(command))
    const again = await leader.browser.as((api) => api.members.invite(command))
    expect(again).toEqual(first)
    expect(first.token).toMatch(/^[\w-]{22}$/)
    expect((await everythingIn(house.db)).includes(first.token)).toBe(false)
  })
})

describe('an invitation that does not work', () => {
  test('unknown, expired, revoked and used up are one answer, and nobody joins', async () => {
    await using house = await openHouse()
    const { leader } = await staff(house)
    const invite = (more: object = {}) => house.inviteAs(leader.browser, 'teacher', house.map.school, more)
    const [revoked, usedUp, expired] = [await invite(), await invite({ uses: 1 }), await invite()]
    await leader.browser.as((api) => api.members.revokeInvitation({ id: newId(), invitationId: revoked.id }))
    await house.accept(usedUp.token)
    const tokens = [revoked.token, usedUp.token, 'A'.repeat(22)]
    house.later(house.days(15))
    for (const token of [...tokens, expired.token]) {
      const seen = house.browser().as((api) => api.members.invitation({ token }))
      expect(await refusal(seen)).toEqual({ code: 'members/invitation-ended' })
      expect(await refusal(house.accept(token))).toEqual({ code: 'members/invitation-ended' })
    }
    const states = (await leader.browser.as((api) => api.members.invitations({}))).items.map(({ state }) => state)
    expect(states.toSorted()).toEqual(['expired', 'expired', 'revoked', 'used-up'].toSorted())
  })

  test('of five people who open a link for three at once, three come in', async () => {
    await using house = await openHouse()
    const { leader } = await staff(house)
    const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school, { uses: 3 })
    const came = await Promise.allSettled(Array.from({ length: 5 }, () => house.accept(token)))
    expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    const { items } = await leader.browser.as((api) => api.members.membersOf({ placeId: house.map.school }))
    expect(items.filter(({ roles }) => roles.includes('teacher'))).toHaveLength(4)
  })
})

describe('joining', () => {
  test('what is wrong is said by field, nothing is written and the link is not used up', async () => {
    await using house = await openHouse()
    const { leader, teacher } = await staff(house)
    const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school, { uses: 1 })
    const wrong = async (more: object) => refusal(house.accept(token, more))
    expect(await wrong({ loginName: teacher.loginName?.toUpperCase() })).toEqual({
      code: 'members/name-taken',
      fields: ['loginName'],
    })
    expect(await wrong({ loginName: undefined })).toEqual({ code: 'bad-input', fields: ['loginName'] })
    expect(await wrong({ loginName: '990101301001' })).toEqual({ code: 'bad-input', fields: ['loginName'] })
    expect(await wrong({ password: 'қазақстан' })).toEqual({ code: 'members/weak-password', fields: ['password'] })
    expect(await wrong({ loginName: 'bolat', password: 'Bolat2026' })).toMatchObject({ code: 'members/weak-password' })
    for (const password of ['bolat2026', 'bolat2027'])
      expect(await wrong({ loginName: 'bolat2026', password })).toMatchObject({ code: 'members/weak-password' })
    expect(await wrong({ consent: { textVersion: '2020-01' } })).toEqual({ code: 'members/consent-needed' })
    expect((await everythingIn(house.db)).includes('bolat')).toBe(false)
    const joined = await house.accept(token, { loginName: 'Айгүл.Ұстаз', email: 'AIGUL@Example.kz' })
    const { me } = await joined.browser.as((api) => api.members.who())
    expect(me).toMatchObject({ loginName: 'айгүл.ұстаз', email: 'aigul@example.kz' })
  })

  test('an answer lost on the way: sent again, nobody joins twice and the right password lets in', async () => {
    await using house = await openHouse()
    const { leader } = await staff(house)
    const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school, { uses: 1 })
    const first = await house.accept(token)
    const { browser: _, done, ...form } = first
    const phone = house.browser()
    expect(await phone.as((api) => api.members.accept(form))).toEqual(done)
    expect((await phone.who()).actor).toMatchObject({ kind: 'member', id: form.id })

    const thief = house.browser()
    const guessed = thief.as((api) => api.members.accept({ ...form, password: 'бөтен сөз 1' }))
    expect(await refusal(guessed)).toEqual({ code: 'members/wrong-password' })
    const other = thief.as((api) => api.members.accept({ ...form, name: 'Басқа біреу' }))
    expect(await refusal(other)).toEqual({ code: 'command/conflict' })
    expect((await thief.who()).actor.kind).toBe('stranger')
  })

  test('two people who choose one login name in the same moment: one gets it, the other is told', async () => {
    await using house = await openHouse()
    const { leader } = await staff(house)
    const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school)
    const came = await Promise.allSettled([
      house.accept(token, { loginName: 'dana' }),
      house.accept(token, { loginName: 'dana' }),
    ])
    expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = came.find((c) => c.status === 'rejected') as PromiseRejectedResult
    expect(await refusal(Promise.reject(lost.reason))).toMatchObject({ code: 'members/name-taken' })
  })

  test('somebody who is here already takes the role without a new account, and only once', async () => {
    await using house = await openHouse()
    const { leader, teacher, admin } = await staff(house)
    const { token } = await house.inviteAs(admin.browser, 'mentor', house.map.district, { uses: 2 })
    const take = () => teacher.browser.as((api) => api.members.acceptAsMember({ id: newId(), token }))
    await take()
    await take()
    const { me } = await teacher.browser.as((api) => api.members.who())
    expect(me?.roles.map(({ role }) => role).toSorted()).toEqual(['mentor', 'teacher'])
    const [invitation] = (await admin.browser.as((api) => api.members.invitations({}))).items
    expect(invitation).toMatchObject({ role: 'mentor', used: 1 })
    expect(house.rechecked).toContain(teacher.id)
    const elsewhere = leader.browser.as((api) => api.members.invitations({ placeId: house.map.neighbour }))
    expect(await refusal(elsewhere)).toEqual({ code: 'not-found' })
  })

  test('an IIN typed into a name is masked', async () => {
    await using house = await openHouse()
    const { leader } = await staff(house)
    const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school)
    await house.accept(token, { name: 'Үлгі 990101301001' })
    expect((await everythingIn(house.db)).includes('990101301001')).toBe(false)
  })
})

test('a leader ends an invitation of a teacher; a parent cannot', async () => {
  await using house = await openHouse()
  const { leader, teacher } = await staff(house)
  const link = await house.inviteAs(teacher.browser, 'parent', house.map.school)
  const parent = await house.accept(link.token)
  const revoke = (who: typeof parent) =>
    who.browser.as((api) => api.members.revokeInvitation({ id: newId(), invitationId: link.id }))
  expect(await refusal(revoke(parent))).toEqual({ code: 'not-found' })
  await revoke(leader)
  const listed = await leader.browser.as((api) => api.members.invitations({ placeId: house.map.school }))
  expect(listed.items.find(({ id }) => id === link.id)).toMatchObject({ state: 'revoked', inviter: teacher.name })
  expect(await auditOf(house.db.read, { kind: 'invitation', id: link.id })).toMatchObject([
    { act: 'members.invitation-revoked', actorId: leader.id },
    { act: 'members.invited', actorId: teacher.id },
  ])
})
