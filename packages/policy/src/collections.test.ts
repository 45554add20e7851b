import type { Actor } from '@academy/contract'
import { expect, test } from 'vitest'
import { mayKeepCollection, maySeeCollection } from './collections.ts'

const member = (id: string): Actor => ({
  kind: 'member',
  id,
  name: id,
  roles: [{ role: 'administrator', placeId: 'all' }],
})
const everybodyElse: Actor[] = [member('other'), { kind: 'guest', id: 'owner' }, { kind: 'stranger' }]

test('a collection is its owner’s until they share it; nobody else ever changes it', () => {
  for (const shared of [false, true]) {
    const collection = { ownerId: 'owner', shared }
    expect(maySeeCollection(member('owner'), collection)).toBe(true)
    expect(mayKeepCollection(member('owner'), collection)).toBe(true)
    for (const other of everybodyElse) {
      expect(maySeeCollection(other, collection)).toBe(shared)
      expect(mayKeepCollection(other, collection)).toBe(false)
    }
  }
})
