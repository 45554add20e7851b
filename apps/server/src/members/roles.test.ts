import { newId, type Role } from '@academy/contract'
import { openHouse, refusal, staff } from '@academy/testkit/house'
import { expect, test } from 'vitest'
import { auditOf } from '../platform/audit/store.ts'

test('a leader sees the people of the school in the order of the Kazakh alphabet, page by page, without contacts', async () => {
  await using house = await openHouse()
  const { leader, teacher } = await staff(house)
  const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school)
  for (const name of ['Яна', 'Әлия', 'Ғани', 'Анар', 'Інжу']) await house.accept(token, { name })
  const list = (cursor: string | null = null) =>
    leader.browser.as((api) => api.members.membersOf({ placeId: house.map.school, limit: 4, cursor }))
  const first = await list()
  const second = await list(first.next)
  const names = [...first.items, ...second.items].map(({ name }) => name)
  const others = [leader.name, teacher.name]
  expect(names.filter((name) => !others.includes(name ?? ''))).toEqual(['Анар', 'Әлия', 'Ғани', 'Інжу', 'Яна'])
  expect(second.next).toBeNull()
  expect(Object.keys(first.items[0] ?? {}).toSorted()).toEqual(
    ['id', 'mayManage', 'mayRecover', 'name', 'roles', 'since'].toSorted(),
  )
  const own = first.items.concat(second.items).find(({ id }) => id === leader.id)
  expect(own).toMatchObject({ roles: ['school-leader'], mayManage: true, mayRecover: false })
  for (const other of [teacher, await house.accept(token)])
    expect(await refusal(other.browser.as((api) => api.members.membersOf({ placeId: house.map.school })))).toEqual({
      code: 'not-found',
    })
  const neighbour = leader.browser.as((api) => api.members.membersOf({ placeId: house.map.neighbour }))
  expect(await refusal(neighbour)).toEqual({ code: 'not-found' })
  const forged = leader.browser.as((api) => api.members.membersOf({ placeId: house.map.school, cursor: 'x' }))
  expect(await refusal(forged)).toMatchObject({ code: 'bad-input' })
})

test('a role is given and ended, the person hears of it and their sockets are asked again', async () => {
  await using house = await openHouse()
  const { leader, teacher } = await staff(house)
  const role: Role = 'room-moderator'
  const grant = { id: newId(), memberId: teacher.id, role, placeId: house.map.school }
  const given = await leader.browser.as((api) => api.members.grantRole(grant))
  expect(await leader.browser.as((api) => api.members.grantRole(grant))).toEqual(given)
  expect((await teacher.browser.who()).actor).toMatchObject({
    roles: expect.arrayContaining([{ role, placeId: house.map.school }]),
  })
  expect(house.rechecked).toEqual([teacher.id])
  const told = await house.streams.after(`member:${teacher.id}`, 0)
  expect(told).toMatchObject({ news: [{ kind: 'role.given', subjectId: house.map.school }] })

  await leader.browser.as((api) => api.members.endRole({ ...grant, id: newId() }))
  expect((await teacher.browser.who()).actor).toMatchObject({ roles: [{ role: 'teacher' }] })
  expect(house.rechecked).toEqual([teacher.id, teacher.id])
  const acts = await auditOf(house.db.read, { kind: 'member', id: teacher.id })
  expect(acts.map(({ act, note }) => `${act} ${note}`)).toEqual([
    'members.role-ended room-moderator',
    'members.role-given room-moderator',
    'members.role-given teacher',
  ])
})

test('what somebody did while they led stays done: sent again after the role is gone, it is answered as it was', async () => {
  await using house = await openHouse()
  const { leader, teacher } = await staff(house)
  const { school } = house.map
  const grant = { id: newId(), memberId: teacher.id, role: 'room-moderator' as const, placeId: school }
  const end = { ...grant, id: newId() }
  const invite = { id: newId(), role: 'teacher' as const, placeId: school, note: 'Есік алдында' }
  const recovery = { id: newId(), memberId: teacher.id }
  const members: typeof leader.browser.as = (ask) => leader.browser.as(ask)
  const given = await members((api) => api.members.grantRole(grant))
  const ended = await members((api) => api.members.endRole(end))
  const invited = await members((api) => api.members.invite(invite))
  const revoke = { id: newId(), invitationId: invited.id }
  const revoked = await members((api) => api.members.revokeInvitation(revoke))
  await members((api) => api.members.issueRecovery(recovery))
  const own = { id: newId(), memberId: leader.id, role: 'school-leader' as const, placeId: school }
  const left = await members((api) => api.members.endRole(own))

  expect(await members((api) => api.members.grantRole(grant))).toEqual(given)
  expect(await members((api) => api.members.endRole(end))).toEqual(ended)
  expect(await members((api) => api.members.invite(invite))).toEqual(invited)
  expect(await members((api) => api.members.revokeInvitation(revoke))).toEqual(revoked)
  expect(await members((api) => api.members.endRole(own))).toEqual(left)
  // Nothing was done a second time, and nothing new is done.
  expect((await auditOf(house.db.read, { kind: 'member', id: teacher.id })).map(({ act }) => act).sort()).toEqual(
    ['members.recovery-issued', 'members.role-ended', 'members.role-given', 'members.role-given'].sort(),
  )
  const refused = { code: 'not-found' }
  expect(await refusal(members((api) => api.members.grantRole({ ...grant, id: newId() })))).toEqual(refused)
  // The same id with other words is no repetition, nor is another person's.
  expect(await refusal(members((api) => api.members.grantRole({ ...grant, role: 'parent' })))).toEqual(refused)
  expect(await refusal(teacher.browser.as((api) => api.members.grantRole(grant)))).toEqual(refused)
  // A key to somebody's account is given to nobody who may not have it now.
  expect(await refusal(members((api) => api.members.issueRecovery(recovery)))).toEqual(refused)
})

test('nobody gives what they could not invite to, nor to people they do not lead', async () => {
  await using house = await openHouse()
  const { admin, leader, teacher } = await staff(house)
  const far = await house.accept((await house.inviteAs(admin.browser, 'teacher', house.map.far)).token)
  const give = (who: typeof leader, memberId: string, role: Role, placeId: string) =>
    refusal(who.browser.as((api) => api.members.grantRole({ id: newId(), memberId, role, placeId })))
  expect(await give(leader, teacher.id, 'school-leader', house.map.school)).toEqual({ code: 'not-found' })
  expect(await give(leader, far.id, 'teacher', house.map.school)).toEqual({ code: 'not-found' })
  expect(await give(teacher, far.id, 'parent', house.map.school)).toEqual({ code: 'not-found' })
  expect(await give(leader, newId(), 'teacher', house.map.school)).toEqual({ code: 'not-found' })
  expect(await give(admin, teacher.id, 'district-officer', house.map.school)).toMatchObject({ code: 'bad-input' })
})

test('the last administrator cannot go, nor can two go at once', async () => {
  await using house = await openHouse()
  const admin = await house.administrator()
  const [held] = (await admin.browser.as((api) => api.members.who())).me?.roles ?? []
  const layDown = (who: typeof admin) =>
    who.browser.as((api) =>
      api.members.endRole({ id: newId(), memberId: who.id, role: 'administrator', placeId: held?.place.id ?? '' }),
    )
  expect(await refusal(layDown(admin))).toEqual({ code: 'members/last-administrator' })
  const leave = admin.browser.as((api) => api.members.deleteMe({ password: admin.password }))
  expect(await refusal(leave)).toEqual({ code: 'members/last-administrator' })
  const second = await house.administrator()
  const both = await Promise.allSettled([layDown(admin), layDown(second)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a parent lays down the own role, and a leader cannot end another leader', async () => {
  await using house = await openHouse()
  const { admin, leader, teacher } = await staff(house)
  const parent = await house.accept((await house.inviteAs(teacher.browser, 'parent', house.map.school)).token)
  const other = await house.accept((await house.inviteAs(admin.browser, 'school-leader', house.map.school)).token)
  const end = (who: typeof parent, whose: typeof parent, role: Role) =>
    who.browser.as((api) => api.members.endRole({ id: newId(), memberId: whose.id, role, placeId: house.map.school }))
  await end(parent, parent, 'parent')
  expect((await parent.browser.who()).actor).toMatchObject({ kind: 'member', roles: [] })
  expect(await refusal(end(leader, other, 'school-leader'))).toEqual({ code: 'not-found' })
})
