import { type Actor, type CommunityFacts, newId, ROLES, type Role } from '@academy/contract'
import { describe, expect, test } from 'vitest'
import {
  isInCommunity,
  mayFoundCommunity,
  mayJoinCommunity,
  mayLeaveCommunity,
  mayRunCommunity,
  maySeeCommunity,
  standsIn,
} from './communities.ts'

const [region, district, elsewhere, school] = [newId(), newId(), newId(), newId()]
const atSchool = [region, district, school]
const atDistrict = [region, district]

const person = (role: Role, placeId: string): Actor => ({
  kind: 'member',
  id: newId(),
  name: 'Үлгі',
  roles: [{ role, placeId }],
})
const stranger: Actor = { kind: 'stranger' }
const guest: Actor = { kind: 'guest', id: newId() }
const parent = person('parent', school)
const anyOfDistrict: CommunityFacts = { placePath: atDistrict, heldPaths: [atSchool], joined: false, shownOut: false }
const everywhere: CommunityFacts = { placePath: [], heldPaths: [], joined: false, shownOut: false }

test('a parent of a village school stands in the school, its district and its region, and nowhere else', () => {
  expect(standsIn(parent, atSchool, [atSchool])).toBe(true)
  expect(standsIn(parent, atDistrict, [atSchool])).toBe(true)
  expect(standsIn(parent, [region], [atSchool])).toBe(true)
  expect(standsIn(parent, [region, elsewhere], [atSchool])).toBe(false)
  expect(standsIn(parent, [region, district, newId()], [atSchool])).toBe(false)
  expect(standsIn(person('district-officer', district), atSchool, [atDistrict])).toBe(true)
})

describe('who founds a community', () => {
  const founds = (placeId: string, path: string[] | null) =>
    ROLES.filter((role) => mayFoundCommunity(person(role, placeId), path && { id: path.at(-1) ?? '', path }))

  test('at a school: its teachers, trainers and those who answer for it', () => {
    expect(founds(school, atSchool)).toEqual([
      'teacher',
      'school-leader',
      'trainer',
      'room-moderator',
      'district-officer',
      'administrator',
    ])
    expect(founds(elsewhere, atSchool)).toEqual([])
  })

  test('for the whole academy: administrators', () => {
    expect(founds(region, null)).toEqual(['administrator'])
    expect(mayFoundCommunity(guest, null)).toBe(false)
  })
})

test('every member joins what is for everybody; guests and strangers join nothing', () => {
  expect(mayJoinCommunity(parent, everywhere)).toBe(true)
  expect(
    [guest, stranger].some((actor) => mayJoinCommunity(actor, everywhere) || maySeeCommunity(actor, everywhere)),
  ).toBe(false)
})

test('a community of a place is seen and joined by those who stand there', () => {
  expect(mayJoinCommunity(parent, anyOfDistrict)).toBe(true)
  const other = { ...anyOfDistrict, heldPaths: [[region, elsewhere]] }
  expect(maySeeCommunity(person('parent', elsewhere), other)).toBe(false)
})

test('who was shown out does not come back by joining again', () => {
  const out = { ...anyOfDistrict, joined: false, shownOut: true }
  expect(mayJoinCommunity(parent, out)).toBe(false)
  expect(isInCommunity(parent, { ...out, joined: true })).toBe(false)
})

test('who no longer stands at the place is no longer in its community', () => {
  const joined = { ...anyOfDistrict, joined: true }
  expect(isInCommunity(parent, joined)).toBe(true)
  const former: Actor = { ...(parent as Extract<Actor, { kind: 'member' }>), roles: [] }
  expect(isInCommunity(former, { ...joined, heldPaths: [] })).toBe(false)
  expect(mayLeaveCommunity(former, { ...joined, heldPaths: [] })).toBe(true)
})

test('a community is run by those who answer for its place, not by every teacher', () => {
  expect(mayRunCommunity(person('room-moderator', district), anyOfDistrict)).toBe(true)
  expect(mayRunCommunity(person('teacher', district), anyOfDistrict)).toBe(false)
  expect(mayRunCommunity(person('school-leader', school), anyOfDistrict)).toBe(false)
  expect(mayRunCommunity(person('administrator', region), everywhere)).toBe(true)
  expect(mayRunCommunity(person('district-officer', district), everywhere)).toBe(false)
})
