import type { Actor, LiveFacts, Role } from '@academy/contract'
import { expect, test } from 'vitest'
import { mayAsk, mayEnterLive, mayHostLive, mayRunDesk } from './live.ts'

const person = (id: string, role: Role, placeId: string): Actor => ({
  kind: 'member',
  id,
  name: id,
  roles: [{ role, placeId }],
})
const session: LiveFacts = {
  hostId: 'host',
  placePath: ['region', 'district', 'school'],
  state: 'open',
  naming: 'asker-chooses',
  participant: false,
}
const stranger: Actor = { kind: 'stranger' }
const guest: Actor = { kind: 'guest', id: 'g' }

test('a stranger sees nothing of a session, a guest only after joining', () => {
  expect(mayEnterLive(stranger, { ...session, participant: true })).toBe(false)
  expect(mayEnterLive(guest, session)).toBe(false)
  expect(mayEnterLive(guest, { ...session, participant: true })).toBe(true)
})

test('a parent of the school enters and asks; a parent of another school does not', () => {
  expect(mayAsk(person('p', 'parent', 'school'), session)).toBe(true)
  expect(mayAsk(person('p', 'parent', 'elsewhere'), session)).toBe(false)
})

test('nobody asks before it opens or after it closes', () => {
  for (const state of ['before', 'closed', 'archived'] as const)
    expect(mayAsk(person('p', 'parent', 'school'), { ...session, state })).toBe(false)
})

test('the desk is for the host and for those who answer for the place, not for every teacher', () => {
  expect(mayRunDesk(person('host', 'teacher', 'school'), session)).toBe(true)
  expect(mayRunDesk(person('t', 'teacher', 'school'), session)).toBe(false)
  expect(mayRunDesk(person('l', 'school-leader', 'school'), session)).toBe(true)
  expect(mayRunDesk(person('l', 'school-leader', 'elsewhere'), session)).toBe(false)
  expect(mayRunDesk(person('d', 'district-officer', 'district'), session)).toBe(true)
  expect(mayRunDesk({ kind: 'guest', id: 'host' }, session)).toBe(false)
})

test('parents and partners join sessions, they do not open them', () => {
  expect(mayHostLive(person('p', 'parent', 'school'), session.placePath)).toBe(false)
  expect(mayHostLive(person('f', 'programme-partner', 'district'), session.placePath)).toBe(false)
  expect(mayHostLive(person('t', 'teacher', 'school'), session.placePath)).toBe(true)
})
