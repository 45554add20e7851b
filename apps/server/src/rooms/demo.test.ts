import { openAcademy } from '@academy/testkit'
import { expect, test } from 'vitest'
import { fillDemo } from '../demo/index.ts'
import { DEMO_COMMUNITIES, DEMO_ROOMS } from './demo-talk.ts'
import { say } from './test-village.ts'

test('in the demo a parent finds rooms with talk in them, new messages, and answers', async () => {
  await using academy = await openAcademy()
  await fillDemo(academy.rooms, academy.db)
  const parent = academy.stranger()
  await parent.rpc.members.enterDemo.mutate({ role: 'parent' })

  const { items } = await parent.rpc.rooms.list.query({})
  expect(items.map(({ title, unread }) => [title.kk, unread])).toEqual([
    ['Мектеп пен үй', 3],
    ['Біріктірілген сынып', 12],
    ['Ауылдағы үйірмелер', 0],
  ])
  const [room] = items
  const opened = await parent.rpc.rooms.topic.query({ topicId: room?.latest?.topicId ?? '' })
  expect(opened).toMatchObject({ firstUnread: 6, unread: 2, may: { post: true, moderate: false } })
  expect(opened.messages.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(opened.messages[1]).toMatchObject({
    author: { name: 'Гүлнар Үлгі', role: 'school-leader', place: { kk: 'Талапкер' } },
    replyTo: { n: 1, name: 'Бақыт Мысал' },
  })
  await say(parent, opened.topic.id, 'Біз де осылай істейміз.')

  const communities = await parent.rpc.communities.list.query({})
  expect(communities.items.map(({ joined }) => joined).sort()).toEqual([false, false, true])
})

test('everything said in the demo is in the order it was said, and nothing in the future', async () => {
  for (const { topics } of DEMO_ROOMS)
    for (const { ago, talk } of topics) {
      expect(ago).toBeGreaterThan(0)
      for (const [n, { answers, after }] of talk.entries()) {
        expect(after).toBeGreaterThanOrEqual(0)
        if (answers !== undefined) expect(answers).toBeLessThanOrEqual(n)
      }
    }
  for (const { name } of DEMO_COMMUNITIES) expect([name.kk, name.ru, name.en].every(Boolean)).toBe(true)
})
