import { newId, roomStream, topicStream } from '@academy/contract'
import type { Heard } from '@academy/testkit'
import { afterEach, expect, test, vi } from 'vitest'
import { openVillage, say, startTopic } from './test-village.ts'
import { createTyping } from './typing.ts'

afterEach(() => void vi.useRealTimers())

const latest = (heard: Heard, name: string) => heard.gauges.filter((gauge) => gauge.name === name).at(-1)?.value

test('who types is seen by those in the topic, and no longer once it was sent', async () => {
  const { academy, teacher, parent, topicId } = await openVillage()
  await using _ = academy
  const [atTeacher, atParent] = await Promise.all([
    teacher.listen(topicStream(topicId)),
    parent.listen(topicStream(topicId)),
  ])

  atParent.socket.emit('moment', { stream: topicStream(topicId), name: 'typing' })
  await expect.poll(() => latest(atTeacher, 'typing')).toEqual([{ id: parent.id, name: 'Үлгі Ата-ана' }])
  await say(parent, topicId, 'Жаздым.')
  await expect.poll(() => latest(atTeacher, 'typing')).toEqual([])
})

test('nobody types in a topic they do not follow', async () => {
  const { academy, teacher, parent, topicId, roomId } = await openVillage()
  await using _ = academy
  const { topicId: other } = await startTopic(teacher, roomId)
  const [atTeacher, elsewhere] = await Promise.all([
    teacher.listen(topicStream(topicId)),
    parent.listen(topicStream(other)),
  ])
  elsewhere.socket.emit('moment', { stream: topicStream(topicId), name: 'typing' })
  elsewhere.socket.emit('moment', { stream: topicStream(other), name: 'typing' })
  await expect.poll(() => latest(elsewhere, 'typing')).toEqual([expect.objectContaining({ id: parent.id })])
  expect(latest(atTeacher, 'typing')).toEqual([])
})

test('five seconds after the last key nobody is typing', () => {
  vi.useFakeTimers()
  const told: string[][] = []
  const typing = createTyping({ now: () => new Date(Date.now()) }, (topicId) => {
    told.push(typing.in(topicId).map(({ name }) => name))
  })
  const person = (name: string) => ({ kind: 'member', id: newId(), name, roles: [] }) as const
  const [aigul, berik] = [person('Айгүл'), person('Берік')]
  typing.typed('t', aigul)
  vi.advanceTimersByTime(2000)
  typing.typed('t', berik)
  vi.advanceTimersByTime(2900)
  typing.typed('t', aigul)
  vi.advanceTimersByTime(2200)
  expect(typing.in('t').map(({ name }) => name)).toEqual(['Айгүл'])
  vi.advanceTimersByTime(3000)
  expect(typing.in('t')).toEqual([])
  expect(told.at(-1)).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('how many are here follows who comes and goes', async () => {
  const { academy, teacher, parent, topicId } = await openVillage()
  await using _ = academy
  const atTeacher = await teacher.listen(topicStream(topicId))
  const atParent = await parent.listen(topicStream(topicId))
  await expect.poll(() => latest(atTeacher, 'here')).toBe(2)
  atParent.socket.close()
  await expect.poll(() => latest(atTeacher, 'here')).toBe(1)
})

test('a room shows where something is written, without news of every message', async () => {
  const { academy, teacher, parent, topicId, roomId } = await openVillage()
  await using _ = academy
  const room = await parent.listen(roomStream(roomId))
  expect(latest(room, 'activity')).toMatchObject({ [topicId]: { lastN: 1, messages: 1 } })
  await say(teacher, topicId, 'Тағы бір сөз.')
  await expect.poll(() => latest(room, 'activity')).toMatchObject({ [topicId]: { lastN: 2, messages: 2 } })
  expect(await room.settled()).toEqual([])

  const begun = await startTopic(teacher, roomId, { title: 'Жаңа тақырып' })
  expect((await room.settled()).map(({ kind, view }) => [kind, view])).toEqual([
    ['topic.started', expect.objectContaining({ id: begun.topicId, title: 'Жаңа тақырып', lastN: 1, messages: 1 })],
  ])
})
