import { type Actor, newId, type Role } from '@academy/contract'
import { expect, test } from 'vitest'
import { mayAddPlace, mayEditPlace } from './places.ts'

const [region, district, elsewhere, school] = [newId(), newId(), newId(), newId()]
const person = (role: Role, placeId: string): Actor => ({
  kind: 'member',
  id: newId(),
  name: 'Үлгі',
  roles: [{ role, placeId }],
})
const administrator = person('administrator', region)
const officer = person('district-officer', district)

test('an administrator adds regions and districts, a district officer what lies in the district', () => {
  expect(mayAddPlace(administrator, { kind: 'region', above: [] })).toBe(true)
  expect(mayAddPlace(officer, { kind: 'region', above: [] })).toBe(false)
  expect(mayAddPlace(officer, { kind: 'district', above: [region] })).toBe(false)
  expect(mayAddPlace(officer, { kind: 'school', above: [region, district] })).toBe(true)
  expect(mayAddPlace(officer, { kind: 'school', above: [region, elsewhere] })).toBe(false)
  expect(mayAddPlace(person('school-leader', school), { kind: 'school', above: [region, district] })).toBe(false)
  expect(mayAddPlace({ kind: 'stranger' }, { kind: 'school', above: [region, district] })).toBe(false)
})

test('a school leader does not rename the school, and an officer not the district', () => {
  const path = [region, district, school]
  expect(mayEditPlace(person('school-leader', school), { kind: 'school', path })).toBe(false)
  expect(mayEditPlace(officer, { kind: 'school', path })).toBe(true)
  expect(mayEditPlace(officer, { kind: 'district', path: [region, district] })).toBe(false)
  expect(mayEditPlace(administrator, { kind: 'district', path: [region, district] })).toBe(true)
})
