import { type Actor, newId, type PlacePath, ROLES, type Role } from '@academy/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mayEndRole,
  mayEnterDemo,
  mayGrantRole,
  mayInvite,
  mayIssueRecovery,
  mayListMembers,
  mayRevokeInvitation,
} from './members.ts'

const [region, district, otherDistrict, school, neighbour] = [newId(), newId(), newId(), newId(), newId()]
const atSchool: PlacePath = [region, district, school]
const atNeighbour: PlacePath = [region, district, neighbour]
const atDistrict: PlacePath = [region, district]
const atOtherDistrict: PlacePath = [region, otherDistrict]

const stranger: Actor = { kind: 'stranger' }
const guest: Actor = { kind: 'guest', id: newId() }
const person = (...roles: [Role, string][]): Extract<Actor, { kind: 'member' }> => ({
  kind: 'member',
  id: newId(),
  name: 'Үлгі',
  roles: roles.map(([role, placeId]) => ({ role, placeId })),
})
const administrator = person(['administrator', region])
const officer = person(['district-officer', district])
const leader = person(['school-leader', school])
const teacher = person(['teacher', school])
const parent = person(['parent', school])

describe('who may invite whom', () => {
  const invitedBy = (actor: Actor, path: PlacePath) => ROLES.filter((role) => mayInvite(actor, { role, path }))

  test('an administrator invites anybody anywhere', () => {
    expect(invitedBy(administrator, atSchool)).toEqual([...ROLES])
    expect(invitedBy(administrator, [newId()])).toEqual([...ROLES])
  })

  test('a district officer invites to the schools of the district and nowhere else', () => {
    const everybody = ['teacher', 'parent', 'school-leader', 'trainer', 'mentor', 'room-moderator']
    expect(invitedBy(officer, atSchool)).toEqual(everybody)
    expect(invitedBy(officer, atDistrict)).toEqual(everybody)
    expect(invitedBy(officer, atOtherDistrict)).toEqual([])
    expect(invitedBy(officer, [region])).toEqual([])
  })

  test('a school leader invites teachers, parents and room moderators of the own school', () => {
    expect(invitedBy(leader, atSchool)).toEqual(['teacher', 'parent', 'room-moderator'])
    expect(invitedBy(leader, atNeighbour)).toEqual([])
    expect(invitedBy(leader, atDistrict)).toEqual([])
  })

  test('a teacher invites parents of the own school', () => {
    expect(invitedBy(teacher, atSchool)).toEqual(['parent'])
    expect(invitedBy(teacher, atNeighbour)).toEqual([])
  })

  test.each([
    ['a parent', parent],
    ['a trainer', person(['trainer', district])],
    ['a mentor', person(['mentor', district])],
    ['a room moderator', person(['room-moderator', district])],
    ['a programme partner', person(['programme-partner', region])],
    ['somebody whose roles ended', person()],
    ['a guest', guest],
    ['a stranger', stranger],
  ])('%s invites nobody', (_, actor) => {
    for (const path of [atSchool, atDistrict, [region]]) expect(invitedBy(actor, path)).toEqual([])
  })

  test('nobody but an administrator brings in somebody stronger than themselves', () => {
    const strength: Role[] = ['parent', 'teacher', 'school-leader', 'district-officer', 'administrator']
    fc.assert(
      fc.property(fc.constantFrom(...strength), fc.constantFrom(...strength), (mine, theirs) => {
        const actor = person([mine, region])
        if (mine !== 'administrator' && mayInvite(actor, { role: theirs, path: atSchool }))
          expect(strength.indexOf(theirs)).toBeLessThan(strength.indexOf(mine))
      }),
    )
  })
})

test('an invitation is revoked by who made it or by who leads there', () => {
  const invitation = { role: 'parent' as const, path: atSchool, inviterId: teacher.id }
  expect(mayRevokeInvitation(teacher, invitation)).toBe(true)
  expect(mayRevokeInvitation(leader, invitation)).toBe(true)
  expect(mayRevokeInvitation(officer, invitation)).toBe(true)
  expect(mayRevokeInvitation(person(['school-leader', neighbour]), invitation)).toBe(false)
  expect(mayRevokeInvitation(parent, invitation)).toBe(false)
  expect(mayRevokeInvitation(stranger, { ...invitation, inviterId: null })).toBe(false)
})

test('members of a school are listed for its leader, its district and administrators', () => {
  expect([administrator, officer, leader].map((actor) => mayListMembers(actor, atSchool))).toEqual([true, true, true])
  expect([teacher, parent, guest, stranger].some((actor) => mayListMembers(actor, atSchool))).toBe(false)
  expect(mayListMembers(leader, atNeighbour)).toBe(false)
})

describe('giving and ending roles', () => {
  test('a leader gives a role to somebody of the school, not to a stranger to it', () => {
    expect(mayGrantRole(leader, { role: 'teacher', path: atSchool, heldPaths: [atSchool] })).toBe(true)
    expect(mayGrantRole(leader, { role: 'teacher', path: atSchool, heldPaths: [atNeighbour] })).toBe(false)
    expect(mayGrantRole(leader, { role: 'school-leader', path: atSchool, heldPaths: [atSchool] })).toBe(false)
    expect(mayGrantRole(administrator, { role: 'administrator', path: [region], heldPaths: [] })).toBe(true)
  })

  test('a teacher invites parents but gives no roles', () => {
    expect(mayGrantRole(teacher, { role: 'parent', path: atSchool, heldPaths: [atSchool] })).toBe(false)
    expect(mayEndRole(teacher, { role: 'parent', path: atSchool, memberId: parent.id })).toBe(false)
  })

  test('everybody may lay down their own role', () => {
    expect(mayEndRole(parent, { role: 'parent', path: atSchool, memberId: parent.id })).toBe(true)
    expect(mayEndRole(parent, { role: 'parent', path: atSchool, memberId: teacher.id })).toBe(false)
    expect(mayEndRole(leader, { role: 'teacher', path: atSchool, memberId: teacher.id })).toBe(true)
    expect(mayEndRole(leader, { role: 'school-leader', path: atSchool, memberId: officer.id })).toBe(false)
  })
})

describe('recovery without mail', () => {
  const invited = { memberId: parent.id, inviterId: teacher.id, roles: [{ role: 'parent' as const, path: atSchool }] }

  test('comes from the inviter or a school leader', () => {
    expect(mayIssueRecovery(teacher, invited)).toBe(true)
    expect(mayIssueRecovery(leader, invited)).toBe(true)
    expect(mayIssueRecovery(person(['teacher', school]), invited)).toBe(false)
    expect(mayIssueRecovery(person(['school-leader', neighbour]), invited)).toBe(false)
    expect(mayIssueRecovery(stranger, invited)).toBe(false)
  })

  test('never opens an account that can do more than the issuer could give', () => {
    const risen = { ...invited, roles: [...invited.roles, { role: 'district-officer' as const, path: atDistrict }] }
    expect(mayIssueRecovery(teacher, risen)).toBe(false)
    expect(mayIssueRecovery(leader, risen)).toBe(false)
    expect(mayIssueRecovery(officer, risen)).toBe(false)
    expect(mayIssueRecovery(administrator, risen)).toBe(true)
    const elsewhereToo = { ...invited, roles: [...invited.roles, { role: 'parent' as const, path: atNeighbour }] }
    expect(mayIssueRecovery(leader, elsewhereToo)).toBe(false)
    expect(mayIssueRecovery(officer, elsewhereToo)).toBe(true)
  })

  test('is not for oneself, nor for somebody without any role', () => {
    expect(mayIssueRecovery(administrator, { memberId: administrator.id, inviterId: null, roles: invited.roles })).toBe(
      false,
    )
    expect(mayIssueRecovery(administrator, { ...invited, roles: [] })).toBe(false)
  })
})

test('a demo open to the world has no door for administrators and district officers', () => {
  const doors = (demo: { on: boolean; open: boolean }) => ROLES.filter((role) => mayEnterDemo(role, demo))
  expect(doors({ on: true, open: false })).toEqual([...ROLES])
  expect(doors({ on: true, open: true })).toEqual(
    ROLES.filter((role) => role !== 'administrator' && role !== 'district-officer'),
  )
  expect(doors({ on: false, open: false })).toEqual([])
})
