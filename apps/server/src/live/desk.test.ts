import { deskStream, liveStream, newId, type QuestionView } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { openHall, question } from './test-hall.ts'

async function hallWithQuestions(...bodies: string[]) {
  const hall = await openHall()
  const { academy, sessionId } = hall
  const aigul = await academy.person('parent')
  const asked = []
  for (const body of bodies) {
    const one = question(sessionId, body)
    await aigul.rpc.live.ask.mutate(one)
    asked.push({ ...one, deed: () => ({ id: newId(), sessionId, questionId: one.id }) })
  }
  return { ...hall, aigul, asked }
}

test('one question is on air at a time; the one before it has been answered', async () => {
  const { academy, host, sessionId, aigul, asked } = await hallWithQuestions('Бір', 'Екі')
  await using _ = academy
  const [one, two] = asked
  if (!one || !two) throw new Error('two questions')
  // What was asked before one listens has been told by then.
  await academy.settle()
  const heard = await aigul.listen(liveStream(sessionId))

  await host.rpc.live.air.mutate(one.deed())
  expect((await aigul.rpc.live.open.query({ sessionId })).onAir?.body).toBe('Бір')
  // A view is of the moment it is told: the first is heard before the second is put on air.
  await heard.settled()
  await host.rpc.live.air.mutate(two.deed())

  const opened = await aigul.rpc.live.open.query({ sessionId })
  expect(opened.onAir?.body).toBe('Екі')
  expect(opened.counts).toMatchObject({ queue: 0, answered: 1 })
  const states = (await heard.settled()).map((n) => [(n.view as QuestionView).body, (n.view as QuestionView).state])
  expect(states).toEqual([
    ['Бір', 'answering'],
    ['Екі', 'answering'],
    ['Бір', 'answered'],
  ])
})

test('a written answer, an edit and a merge reach the hall and the asker', async () => {
  const { academy, host, sessionId, aigul, asked } = await hallWithQuestions('Автобус кашан', 'Көлік бола ма?')
  await using _ = academy
  const [one, two] = asked
  if (!one || !two) throw new Error('two questions')
  await host.rpc.live.edit.mutate({ ...one.deed(), body: 'Автобус қашан жүреді?' })
  await host.rpc.live.merge.mutate({ ...two.deed(), intoId: one.id })
  await host.rpc.live.answer.mutate({ ...one.deed(), text: 'Дүйсенбіден бастап, 8:10-да.' })

  const opened = await aigul.rpc.live.open.query({ sessionId })
  expect(opened.mine.find((q) => q.id === one.id)).toMatchObject({
    body: 'Автобус қашан жүреді?',
    original: 'Автобус кашан',
    state: 'answered',
  })
  // Who asked the merged one has the same answer.
  expect(opened.mine.find((q) => q.id === two.id)).toMatchObject({
    state: 'answered',
    mergedInto: { body: 'Автобус қашан жүреді?' },
    answer: { text: 'Дүйсенбіден бастап, 8:10-да.' },
  })
  const { items } = await aigul.rpc.live.questions.query({ sessionId, list: 'answered' })
  expect(items).toEqual([expect.objectContaining({ id: one.id, edited: true })])
})

test('deeds that do not fit the state are refused and change nothing', async () => {
  const { academy, host, sessionId, aigul, asked } = await hallWithQuestions('Бір')
  await using _ = academy
  const [one] = asked
  if (!one) throw new Error('a question')
  await host.rpc.live.decline.mutate({ ...one.deed(), reason: 'Басқа жерде айтылды' })
  expect(await refusalOf(host.rpc.live.approve.mutate(one.deed()))).toEqual({ code: 'live/wrong-state' })
  expect(await refusalOf(host.rpc.live.air.mutate(one.deed()))).toEqual({ code: 'live/wrong-state' })
  expect(await refusalOf(host.rpc.live.merge.mutate({ ...one.deed(), intoId: newId() }))).toMatchObject({
    code: 'live/wrong-state',
  })
  await host.rpc.live.restore.mutate(one.deed())
  expect(await refusalOf(host.rpc.live.merge.mutate({ ...one.deed(), intoId: newId() }))).toEqual({ code: 'not-found' })
  expect((await aigul.rpc.live.open.query({ sessionId })).queue.items).toHaveLength(1)
})

test('the desk is not there for a parent, nor for the leader of another school', async () => {
  const { academy, sessionId, aigul, asked } = await hallWithQuestions('Бір')
  await using _ = academy
  const far = await academy.person('school-leader', { placeId: academy.places.otherSchool })
  const [one] = asked
  if (!one) throw new Error('a question')
  for (const nosy of [aigul, far]) {
    expect(await refusalOf(nosy.rpc.live.desk.query({ sessionId }))).toEqual({ code: 'not-found' })
    expect(await refusalOf(nosy.rpc.live.putAway.mutate(one.deed()))).toEqual({ code: 'not-found' })
    await expect(nosy.listen(deskStream(sessionId))).rejects.toThrow('not-found')
  }
})

test('two moderators at once cannot both put a question on air twice', async () => {
  const { academy, host, sessionId, asked } = await hallWithQuestions('Бір', 'Екі', 'Үш')
  await using _ = academy
  await Promise.all(asked.map((one) => host.rpc.live.air.mutate(one.deed())))
  const desk = await host.rpc.live.desk.query({ sessionId })
  expect(desk.onAir).not.toBeNull()
  expect(desk.ended.filter((q) => q.state === 'answered')).toHaveLength(2)
})

test('losing the role ends what the desk hears within a second', async () => {
  const { academy, sessionId, aigul } = await hallWithQuestions('Бір')
  await using _ = academy
  const admin = await academy.person('administrator')
  const keeper = await academy.person('room-moderator')
  // What was announced before the keeper came is on its way still.
  await academy.settle()
  const heard = await keeper.listen(deskStream(sessionId))
  await admin.rpc.members.endRole.mutate({
    id: newId(),
    memberId: keeper.id,
    role: 'room-moderator',
    placeId: academy.places.school,
  })
  await expect.poll(() => heard.ended, { timeout: 1000 }).toBe(true)
  await aigul.rpc.live.ask.mutate(question(sessionId, 'Енді естімейді'))
  await academy.settle()
  expect(heard.news).toEqual([])
})
