import type { Actor, PlaceBrief, PlaceKind, Role } from '@academy/contract'
import { expect, test } from 'vitest'
import { inviteChoices } from './invite-choices.ts'

const place = (kind: PlaceKind): PlaceBrief => ({ id: kind, kind, name: { kk: kind, ru: kind, en: kind }, demo: false })
const choices = (...held: [Role, PlaceKind][]) => {
  const actor: Actor = {
    kind: 'member',
    id: 'm',
    name: 'Үлгі',
    roles: held.map(([role, kind]) => ({ role, placeId: kind })),
  }
  const own = held.map(([role, kind]) => ({ role, place: place(kind) }))
  return inviteChoices(actor, own, [place('district')])
}
const roles = (all: ReturnType<typeof choices>) => all.map(({ role }) => role)

test('a teacher invites the parents of the own school and nobody else', () => {
  const all = choices(['teacher', 'school'])
  expect(roles(all)).toEqual(['parent'])
  expect(all[0]).toMatchObject({ places: [{ id: 'school' }], schoolsOf: [] })
})

test('a parent invites nobody', () => {
  expect(choices(['parent', 'school'])).toEqual([])
})

test('a school leader invites teachers, parents and room moderators to the school', () => {
  expect(roles(choices(['school-leader', 'school']))).toEqual(['teacher', 'parent', 'room-moderator'])
})

test('a district officer chooses among the schools of the district, and the district itself where the role can be held there', () => {
  const all = choices(['district-officer', 'district'])
  expect(all.find(({ role }) => role === 'teacher')).toMatchObject({ places: [], schoolsOf: [{ id: 'district' }] })
  expect(all.find(({ role }) => role === 'mentor')).toMatchObject({ places: [{ id: 'district' }] })
  expect(roles(all)).not.toContain('district-officer')
})

test('an administrator invites to every role, officers to a district', () => {
  const all = choices(['administrator', 'region'])
  expect(roles(all)).toHaveLength(9)
  expect(all.find(({ role }) => role === 'district-officer')?.places).toEqual([place('district')])
})

test('who teaches at one school and leads another may invite teachers to the latter only', () => {
  const actor: Actor = {
    kind: 'member',
    id: 'm',
    name: 'Үлгі',
    roles: [
      { role: 'teacher', placeId: 'a' },
      { role: 'school-leader', placeId: 'b' },
    ],
  }
  const [a, b] = ['a', 'b'].map((id) => ({ ...place('school'), id }))
  if (!a || !b) throw new TypeError('two places')
  const all = inviteChoices(actor, [
    { role: 'teacher', place: a },
    { role: 'school-leader', place: b },
  ])
  expect(all.find(({ role }) => role === 'teacher')?.places).toEqual([b])
  expect(all.find(({ role }) => role === 'parent')?.places).toEqual([a, b])
})
