import { newId } from '@academy/contract'
import { everythingIn } from '@academy/testkit/everything'
import { type House, openHouse, refusal, staff } from '@academy/testkit/house'
import { describe, expect, test } from 'vitest'
import { auditOf } from '../platform/audit/store.ts'

type Person = Awaited<ReturnType<House['accept']>>

const issue = (by: Person, memberId: string) =>
  by.browser.as((api) => api.members.issueRecovery({ id: newId(), memberId }))
const recover = (house: House, token: string, password = 'көктем келді') =>
  house.browser().as((api) => api.members.recover({ token, password }))
const signIn = (house: House, who: Person, password: string) =>
  house.browser().as((api) => api.members.signIn({ name: who.loginName, password, sharedPhone: false }))

describe('recovery without mail', () => {
  test('the inviter gives a link; it sets a new password once and ends every login', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    const parent = await house.accept((await house.inviteAs(teacher.browser, 'parent', house.map.school)).token)
    const link = await issue(teacher, parent.id)
    expect((await everythingIn(house.db)).includes(link.token)).toBe(false)
    const card = await house.browser().as((api) => api.members.recovery({ token: link.token }))
    expect(card).toEqual({ name: parent.name, loginName: parent.loginName, expiresAt: link.expiresAt })

    expect(await refusal(recover(house, link.token, 'қазақстан'))).toMatchObject({ code: 'members/weak-password' })
    await recover(house, link.token)
    expect((await parent.browser.who()).actor.kind).toBe('stranger')
    expect(house.ended).toHaveLength(1)
    expect(await refusal(recover(house, link.token))).toEqual({ code: 'members/recovery-ended' })
    expect(await refusal(signIn(house, parent, parent.password))).toEqual({ code: 'members/wrong-password' })
    await signIn(house, parent, 'көктем келді')
    const acts = await auditOf(house.db.read, { kind: 'member', id: parent.id })
    expect(acts.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['members.recovered', parent.id],
      ['members.recovery-issued', teacher.id],
      ['members.role-given', teacher.id],
    ])
  })

  test('a later link makes the earlier one useless, and a day makes both', async () => {
    await using house = await openHouse()
    const { leader, teacher } = await staff(house)
    const first = await issue(leader, teacher.id)
    const second = await issue(leader, teacher.id)
    expect(await refusal(recover(house, first.token))).toEqual({ code: 'members/recovery-ended' })
    house.later(house.days(1.01))
    expect(await refusal(recover(house, second.token))).toEqual({ code: 'members/recovery-ended' })
    expect((await teacher.browser.who()).actor.kind).toBe('member')
  })

  test('the same command gives the same link again', async () => {
    await using house = await openHouse()
    const { leader, teacher } = await staff(house)
    const command = { id: newId(), memberId: teacher.id }
    const first = await leader.browser.as((api) => api.members.issueRecovery(command))
    expect(await leader.browser.as((api) => api.members.issueRecovery(command))).toEqual(first)
  })

  test('nobody recovers who they do not lead, nor an account that can do more than they could give', async () => {
    await using house = await openHouse()
    const { admin, leader, teacher } = await staff(house)
    const parent = await house.accept((await house.inviteAs(teacher.browser, 'parent', house.map.school)).token)
    for (const [by, whom] of [
      [teacher, leader],
      [leader, admin],
      [parent, teacher],
      [leader, leader],
    ] as const)
      expect(await refusal(issue(by, whom.id))).toEqual({ code: 'not-found' })
    expect(await refusal(issue(leader, newId()))).toEqual({ code: 'not-found' })

    const { token } = await house.inviteAs(admin.browser, 'mentor', house.map.district)
    await parent.browser.as((api) => api.members.acceptAsMember({ id: newId(), token }))
    expect(await refusal(issue(teacher, parent.id))).toEqual({ code: 'not-found' })
    await issue(admin, parent.id)
  })

  test('two who open one link at once: one sets the password', async () => {
    await using house = await openHouse()
    const { leader, teacher } = await staff(house)
    const { token } = await issue(leader, teacher.id)
    const both = await Promise.allSettled([recover(house, token, 'бірінші сөз'), recover(house, token, 'екінші сөз')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [right, wrong] =
      both[0]?.status === 'fulfilled' ? ['бірінші сөз', 'екінші сөз'] : ['екінші сөз', 'бірінші сөз']
    await signIn(house, teacher, right ?? '')
    expect(await refusal(signIn(house, teacher, wrong ?? ''))).toEqual({ code: 'members/wrong-password' })
  })
})

describe('recovery by mail', () => {
  test('the same answer for every address; a letter in the person’s language only to a known one', async () => {
    await using house = await openHouse()
    const { leader } = await staff(house)
    const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school)
    const teacher = await house.accept(token, { email: 'teacher@example.kz', locale: 'ru' })
    const ask = (email: string) => house.browser().as((api) => api.members.requestRecovery({ email, locale: 'kk' }))
    expect(await ask('nobody@example.kz')).toBeNull()
    expect(house.letters).toEqual([])
    expect(await ask('TEACHER@example.kz')).toBeNull()
    expect(house.letters).toMatchObject([{ to: 'teacher@example.kz', subject: 'Восстановление пароля' }])
    const link = /https:\/\/academy\.example\.kz\/ru\/recover\/([\w-]+)/.exec(house.letters[0]?.text ?? '')
    await recover(house, link?.[1] ?? '')
    await signIn(house, teacher, 'көктем келді')
  })

  test('an address gets at most three letters an hour', async () => {
    await using house = await openHouse()
    const ask = () => house.browser().as((api) => api.members.requestRecovery({ email: 'x@example.kz', locale: 'kk' }))
    for (let n = 0; n < 3; n++) await ask()
    expect(await refusal(ask())).toMatchObject({ code: 'too-many' })
  })

  test('production without SMTP says plainly that there is none', async () => {
    await using house = await openHouse({ mail: false })
    const ask = house.browser().as((api) => api.members.requestRecovery({ email: 'x@example.kz', locale: 'kk' }))
    expect(await refusal(ask)).toEqual({ code: 'members/no-mail' })
    expect(await house.browser().as((api) => api.members.entry())).toEqual({ demo: [], recoveryByMail: false })
  })
})
