import { type Actor, type Member, newId, type Role, type RoomFacts } from '@academy/contract'
import { describe, expect, test } from 'vitest'
import {
  mayArchiveRoom,
  mayDeleteMessage,
  mayEditMessage,
  mayEnterRoom,
  mayModerateRoom,
  mayOpenRoom,
  mayPost,
  mayRenameTopic,
  mayStartTopic,
} from './rooms.ts'

const [region, district, elsewhere, school, neighbour] = [newId(), newId(), newId(), newId(), newId()]
const paths: Record<string, string[]> = {
  [region]: [region],
  [district]: [region, district],
  [elsewhere]: [region, elsewhere],
  [school]: [region, district, school],
  [neighbour]: [region, district, neighbour],
}
const pathOf = (place: string) => paths[place] ?? []

const person = (...roles: [Role, string][]): Member => ({
  kind: 'member',
  id: newId(),
  name: 'Үлгі',
  roles: roles.map(([role, placeId]) => ({ role, placeId })),
})
const guest: Actor = { kind: 'guest', id: newId() }
const stranger: Actor = { kind: 'stranger' }

/** The room as it looks for that person. */
const seenBy = (actor: Actor, room: Partial<RoomFacts> = {}): RoomFacts => ({
  kind: 'theme',
  audience: 'place',
  placePath: pathOf(school),
  hostId: null,
  archived: false,
  joined: false,
  heldPaths: actor.kind === 'member' ? actor.roles.map((held) => pathOf(held.placeId)) : [],
  ...room,
})
const enters = (actor: Actor, room?: Partial<RoomFacts>) => mayEnterRoom(actor, seenBy(actor, room))

const parent = person(['parent', school])
const teacher = person(['teacher', school])
const officer = person(['district-officer', district])

describe('who comes into', () => {
  test("a school's room: those of the school and those who answer for it", () => {
    const room = { kind: 'school' } as const
    expect([parent, teacher, person(['school-leader', school]), officer].every((who) => enters(who, room))).toBe(true)
    expect(enters(person(['room-moderator', district]), room)).toBe(true)
    expect(enters(person(['parent', neighbour]), room)).toBe(false)
    expect(enters(person(['trainer', district]), room)).toBe(false)
    expect(enters(person(['programme-partner', region]), room)).toBe(false)
  })

  test('a room of a district: everybody who stands in it', () => {
    const room = { placePath: pathOf(district) }
    expect([parent, officer, person(['programme-partner', region])].every((who) => enters(who, room))).toBe(true)
    expect(enters(person(['parent', elsewhere]), room)).toBe(false)
  })

  test('a room for members: every member, from wherever', () => {
    const room = { audience: 'members' } as const
    expect(enters(person(['parent', elsewhere]), room)).toBe(true)
    expect(enters(person(), room)).toBe(true)
    expect(enters(guest, room)).toBe(false)
    expect(enters(stranger, room)).toBe(false)
  })

  test("a community's room: who joined, and who answers for its place", () => {
    const room = { kind: 'community', audience: 'community' } as const
    expect(enters(teacher, room)).toBe(false)
    expect(enters(teacher, { ...room, joined: true })).toBe(true)
    expect(enters(officer, room)).toBe(true)
  })

  test('nothing: guests and strangers, whatever they claim', () => {
    for (const audience of ['place', 'members', 'community'] as const)
      for (const who of [guest, stranger]) expect(enters(who, { audience, joined: true })).toBe(false)
  })
})

describe('who opens a room', () => {
  const opens = (actor: Actor, room: { kind: 'theme' | 'community'; joined: boolean }) =>
    mayOpenRoom(actor, { ...room, placePath: pathOf(school) })

  test('teachers, trainers and those who answer for the place; parents write in them', () => {
    expect(opens(teacher, { kind: 'theme', joined: false })).toBe(true)
    expect(opens(officer, { kind: 'theme', joined: false })).toBe(true)
    expect(opens(parent, { kind: 'theme', joined: false })).toBe(false)
    expect(opens(person(['teacher', neighbour]), { kind: 'theme', joined: false })).toBe(false)
  })

  test('for a community: one of the community, or who answers for the place', () => {
    expect(opens(teacher, { kind: 'community', joined: false })).toBe(false)
    expect(opens(teacher, { kind: 'community', joined: true })).toBe(true)
    expect(opens(officer, { kind: 'community', joined: false })).toBe(true)
  })
})

test('in an archived room and a closed topic nobody writes, whoever they are', () => {
  for (const actor of [parent, officer]) {
    expect(mayPost(actor, seenBy(actor), { closed: false })).toBe(true)
    expect(mayPost(actor, seenBy(actor), { closed: true })).toBe(false)
    expect(mayPost(actor, seenBy(actor, { archived: true }), { closed: false })).toBe(false)
    expect(mayStartTopic(actor, seenBy(actor, { archived: true }))).toBe(false)
    expect(mayEnterRoom(actor, seenBy(actor, { archived: true }))).toBe(true)
  }
})

describe('a message', () => {
  const own = { authorId: parent.id, closed: false }

  test('is edited by its author alone', () => {
    expect(mayEditMessage(parent, seenBy(parent), own)).toBe(true)
    for (const other of [teacher, officer]) expect(mayEditMessage(other, seenBy(other), own)).toBe(false)
    expect(mayEditMessage(parent, seenBy(parent), { ...own, closed: true })).toBe(false)
    expect(mayEditMessage(parent, seenBy(parent), { ...own, authorId: null })).toBe(false)
  })

  test('is deleted by its author, also from an archived room, and by a room moderator', () => {
    expect(mayDeleteMessage(parent, seenBy(parent, { archived: true }), own)).toBe(true)
    expect(mayDeleteMessage(officer, seenBy(officer), own)).toBe(true)
    expect(mayDeleteMessage(teacher, seenBy(teacher), own)).toBe(false)
  })

  test('stays out of reach of an author who may no longer come in', () => {
    const moved: Member = { ...parent, roles: [{ role: 'parent', placeId: elsewhere }] }
    expect(mayDeleteMessage(moved, seenBy(moved), own)).toBe(false)
    expect(mayEditMessage(moved, seenBy(moved), own)).toBe(false)
  })
})

test('the host moderates the room for as long as they are in it', () => {
  const hosted = { hostId: teacher.id }
  expect(mayModerateRoom(teacher, seenBy(teacher, hosted))).toBe(true)
  expect(mayArchiveRoom(teacher, seenBy(teacher, hosted))).toBe(true)
  expect(mayModerateRoom(teacher, seenBy(teacher))).toBe(false)
  const moved: Member = { ...teacher, roles: [{ role: 'teacher', placeId: elsewhere }] }
  expect(mayModerateRoom(moved, seenBy(moved, hosted))).toBe(false)
})

test('a topic is renamed by who began it or by a room moderator', () => {
  expect(mayRenameTopic(parent, seenBy(parent), { authorId: parent.id })).toBe(true)
  expect(mayRenameTopic(teacher, seenBy(teacher), { authorId: parent.id })).toBe(false)
  expect(mayRenameTopic(officer, seenBy(officer, { archived: true }), { authorId: parent.id })).toBe(true)
  expect(mayRenameTopic(parent, seenBy(parent, { archived: true }), { authorId: parent.id })).toBe(false)
})
