import type { LiveSessionView, RoomItem } from '@academy/contract'
import { expect, test } from 'vitest'
import { isParentOnly, sessionsNow, unreadRooms } from './waits.ts'

const HOUR = 3600_000
const session = (id: string, opensAt: number, closesAt: number, archivedAt: number | null = null): LiveSessionView => ({
  id,
  title: { kk: id, ru: id, en: id },
  place: { kk: '', ru: '', en: '' },
  hostName: null,
  opensAt,
  startsAt: opensAt + HOUR,
  closesAt,
  archivedAt,
  naming: 'named',
  review: false,
})

test('what takes questions now stands before what is to come, and what is over is not shown', () => {
  const now = 100 * HOUR
  const all = [
    session('next week', now + 200 * HOUR, now + 203 * HOUR),
    session('over', now - 9 * HOUR, now - HOUR),
    session('archived', now - HOUR, now + HOUR, now),
    session('tomorrow', now + 24 * HOUR, now + 26 * HOUR),
    session('open', now - HOUR, now + HOUR),
  ]
  expect(sessionsNow(all, now).map((one) => one.session.id)).toEqual(['open', 'tomorrow', 'next week'])
})

test('only rooms with something unread wait, the fullest first', () => {
  const room = (id: string, unread: number, lastAt = 0) => ({ id, unread, lastAt }) as RoomItem
  const all = [room('read', 0), room('two', 2), room('five', 5), room('two, later', 2, 9)]
  expect(unreadRooms(all).map(({ id }) => id)).toEqual(['five', 'two, later', 'two'])
})

test('a parent who also teaches is shown the teacher’s day', () => {
  expect(isParentOnly(['parent'])).toBe(true)
  expect(isParentOnly(['parent', 'parent'])).toBe(true)
  expect(isParentOnly(['parent', 'teacher'])).toBe(false)
  expect(isParentOnly([])).toBe(false)
})
