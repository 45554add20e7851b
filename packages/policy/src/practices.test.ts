import { type Actor, newId, type PlacePath, type PracticeFacts, ROLES, type Role } from '@academy/contract'
import { describe, expect, test } from 'vitest'
import {
  mayEditPractice,
  mayInviteCoAuthor,
  mayJoinAuthors,
  mayKnowWithdrawn,
  mayPublishPractice,
  mayPublishPracticeSomewhere,
  mayRemoveCoAuthor,
  maySeePractice,
  maySeePracticeVersions,
  mayWithdrawPractice,
} from './practices.ts'

const [region, district, school, neighbour] = [newId(), newId(), newId(), newId()]
const atSchool: PlacePath = [region, district, school]
const atNeighbour: PlacePath = [region, district, neighbour]

const person = (...roles: [Role, string][]): Extract<Actor, { kind: 'member' }> => ({
  kind: 'member',
  id: newId(),
  name: 'Үлгі',
  roles: roles.map(([role, placeId]) => ({ role, placeId })),
})
const stranger: Actor = { kind: 'stranger' }
const guest: Actor = { kind: 'guest', id: newId() }
const author = person(['teacher', school])
const colleague = person(['teacher', school])
const parent = person(['parent', school])
const leader = person(['school-leader', school])
const otherLeader = person(['school-leader', neighbour])
const officer = person(['district-officer', district])
const administrator = person(['administrator', region])
const everybody = [stranger, guest, author, colleague, parent, leader, otherLeader, officer, administrator]

const along = person(['teacher', neighbour])
const practice: PracticeFacts = {
  authorId: author.id,
  coAuthorIds: [along.id],
  placePath: atSchool,
  visibility: 'public',
  withdrawn: false,
}
const forMembers: PracticeFacts = { ...practice, visibility: 'members' }
const withdrawn: PracticeFacts = { ...practice, withdrawn: true }
const withdrawnForMembers: PracticeFacts = { ...forMembers, withdrawn: true }

const who = (may: (actor: Actor, practice: PracticeFacts) => boolean, of: PracticeFacts) =>
  everybody.filter((actor) => may(actor, of))

describe('who writes along', () => {
  test('changes the words, reads earlier versions and what was withdrawn; does not withdraw or invite', () => {
    expect(mayEditPractice(along, practice)).toBe(true)
    expect(maySeePracticeVersions(along, practice)).toBe(true)
    expect(maySeePractice(along, withdrawn)).toBe(true)
    expect(mayWithdrawPractice(along, practice)).toBe(false)
    expect(mayInviteCoAuthor(along, practice)).toBe(false)
  })

  test('a colleague who may publish joins, nobody twice; one is taken off by the author or by oneself', () => {
    expect(who(mayJoinAuthors, practice)).toEqual([colleague, leader, otherLeader])
    expect(mayJoinAuthors(along, practice)).toBe(false)
    expect(mayJoinAuthors(colleague, withdrawn)).toBe(false)
    expect(mayRemoveCoAuthor(author, practice, along.id)).toBe(true)
    expect(mayRemoveCoAuthor(along, practice, along.id)).toBe(true)
    expect(mayRemoveCoAuthor(along, practice, author.id)).toBe(false)
    expect(mayRemoveCoAuthor(leader, practice, along.id)).toBe(false)
  })
})

describe('who may publish', () => {
  test('teachers, trainers, mentors and school leaders, in the name of the place where they are that', () => {
    const publishers = ROLES.filter((role) => mayPublishPractice(person([role, school]), atSchool))
    expect(publishers).toEqual(['teacher', 'school-leader', 'trainer', 'mentor'])
    expect(mayPublishPractice(author, atNeighbour)).toBe(false)
    expect(mayPublishPractice(person(['trainer', district]), atNeighbour)).toBe(true)
  })

  test('nobody without an account', () => {
    expect(mayPublishPractice(stranger, atSchool)).toBe(false)
    expect(mayPublishPractice(guest, atSchool)).toBe(false)
  })

  test('the way to the form is shown to those who may publish somewhere', () => {
    expect([author, leader].every(mayPublishPracticeSomewhere)).toBe(true)
    expect([stranger, guest, parent, officer, administrator].some(mayPublishPracticeSomewhere)).toBe(false)
  })
})

describe('who sees it', () => {
  test('everybody a public one', () => {
    expect(who(maySeePractice, practice)).toEqual(everybody)
  })

  test('only people with an account one for members', () => {
    expect(who(maySeePractice, forMembers)).toEqual(everybody.filter((actor) => actor.kind === 'member'))
  })

  test('only its author and those who answer for the place a withdrawn one', () => {
    expect(who(maySeePractice, withdrawn)).toEqual([author, leader, administrator])
    expect(who(maySeePractice, withdrawnForMembers)).toEqual([author, leader, administrator])
  })

  test('a stranger is told that a public one was withdrawn, of one for members there is nothing to tell', () => {
    expect(mayKnowWithdrawn(stranger, withdrawn)).toBe(true)
    expect(mayKnowWithdrawn(stranger, withdrawnForMembers)).toBe(false)
    expect(mayKnowWithdrawn(guest, withdrawnForMembers)).toBe(false)
    expect(mayKnowWithdrawn(parent, withdrawnForMembers)).toBe(true)
    expect(mayKnowWithdrawn(stranger, practice)).toBe(false)
  })

  test('earlier versions are for those who keep it', () => {
    for (const it of [practice, forMembers, withdrawn])
      expect(who(maySeePracticeVersions, it)).toEqual([author, leader, administrator])
  })
})

describe('who changes it', () => {
  test('only the author edits', () => {
    expect(who(mayEditPractice, practice)).toEqual([author])
    expect(who(mayEditPractice, forMembers)).toEqual([author])
  })

  test('the author, the leader of the school and an administrator withdraw', () => {
    expect(who(mayWithdrawPractice, practice)).toEqual([author, leader, administrator])
  })

  test('what is withdrawn is neither edited nor withdrawn again', () => {
    expect(who(mayEditPractice, withdrawn)).toEqual([])
    expect(who(mayWithdrawPractice, withdrawn)).toEqual([])
  })

  test('a practice whose author is gone belongs to nobody who might claim it', () => {
    const orphan = { ...practice, authorId: null }
    expect(who(mayEditPractice, orphan)).toEqual([])
    expect(who(mayWithdrawPractice, orphan)).toEqual([leader, administrator])
  })
})
