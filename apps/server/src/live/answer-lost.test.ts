import { newId } from '@academy/contract'
import { type Person, refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { openHall, press, question } from './test-hall.ts'

const HOUR = 3600_000

/** What the desk does when a hall goes home: the times are moved so that it is over. */
const close = (host: Person, sessionId: string) =>
  host.rpc.live.update.mutate({
    id: newId(),
    sessionId,
    title: { kk: 'Мектеп пен үй', ru: '', en: '' },
    opensAt: Date.now() - 2 * HOUR,
    startsAt: Date.now() - 2 * HOUR,
    closesAt: Date.now() - HOUR,
    naming: 'asker-chooses',
    review: false,
  })

const archive = (host: Person, sessionId: string) => host.rpc.live.archive.mutate({ id: newId(), sessionId })

describe('whose answer was lost on the way is told, when sent again,', () => {
  test('that the question and the vote were taken, though the session is over by now', async () => {
    const { academy, host, sessionId } = await openHall()
    await using _ = academy
    const [aigul, berik] = await Promise.all([academy.person('parent'), academy.person('parent')])
    const asked = question(sessionId, 'Үйірме бола ма?')
    const taken = await aigul.rpc.live.ask.mutate(asked)
    const vote = press(sessionId, asked.id)
    const counted = await berik.rpc.live.support.mutate(vote)

    await close(host, sessionId)
    expect(await aigul.rpc.live.ask.mutate(asked)).toEqual(taken)
    expect(await berik.rpc.live.support.mutate(vote)).toEqual(counted)
    expect(await refusalOf(aigul.rpc.live.ask.mutate(question(sessionId, 'Кеш')))).toEqual({ code: 'live/closed' })
    expect(await refusalOf(berik.rpc.live.support.mutate(press(sessionId, asked.id, false)))).toEqual({
      code: 'live/closed',
    })
    // The same id with another body is no repetition.
    expect(await refusalOf(aigul.rpc.live.ask.mutate({ ...asked, body: 'Басқа' }))).toEqual({ code: 'live/closed' })
    expect(await refusalOf(berik.rpc.live.support.mutate({ ...vote, on: false }))).toEqual({ code: 'live/closed' })

    await archive(host, sessionId)
    expect(await aigul.rpc.live.ask.mutate(asked)).toEqual(taken)
    // Of sealed votes nobody knows any more whose they were.
    expect(await refusalOf(berik.rpc.live.support.mutate(vote))).toEqual({ code: 'live/closed' })
  })

  test('that the support of a question answered meanwhile was counted', async () => {
    const { academy, host, sessionId } = await openHall()
    await using _ = academy
    const berik = await academy.person('parent')
    const asked = question(sessionId, 'Асхана қашан ашылады?')
    await host.rpc.live.ask.mutate(asked)
    const vote = press(sessionId, asked.id)
    const counted = await berik.rpc.live.support.mutate(vote)
    await host.rpc.live.answer.mutate({ id: newId(), sessionId, questionId: asked.id, text: 'Дүйсенбіде.' })

    expect(await berik.rpc.live.support.mutate(vote)).toEqual(counted)
    expect(await refusalOf(berik.rpc.live.support.mutate(press(sessionId, asked.id)))).toEqual({
      code: 'live/wrong-state',
    })
  })

  test('that the desk’s deed was done, though the session was archived or the role ended since', async () => {
    const { academy, host, sessionId } = await openHall()
    await using _ = academy
    const [keeper, admin] = [await academy.person('room-moderator'), await academy.person('administrator')]
    const asked = question(sessionId, 'Жол қашан жөнделеді?')
    await host.rpc.live.ask.mutate(asked)
    const airing = { id: newId(), sessionId, questionId: asked.id }
    const aired = await keeper.rpc.live.air.mutate(airing)
    const showing = { id: newId(), sessionId, on: true }
    const shown = await keeper.rpc.live.showCode.mutate(showing)
    await archive(host, sessionId)

    expect(await keeper.rpc.live.air.mutate(airing)).toEqual(aired)
    expect(await keeper.rpc.live.showCode.mutate(showing)).toEqual(shown)
    expect((await host.rpc.live.desk.query({ sessionId })).code).toBeNull()
    await admin.rpc.members.endRole.mutate({
      id: newId(),
      memberId: keeper.id,
      role: 'room-moderator',
      placeId: academy.places.school,
    })
    expect(await keeper.rpc.live.air.mutate(airing)).toEqual(aired)
    expect(await refusalOf(keeper.rpc.live.air.mutate({ ...airing, id: newId() }))).toEqual({ code: 'not-found' })
  })
})

test("an id that is another person's question is a conflict: nothing is written over, nothing falls over", async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const [aigul, berik] = await Promise.all([academy.person('parent'), academy.person('parent')])
  const asked = question(sessionId, 'Айгүлдің сұрағы')
  await aigul.rpc.live.ask.mutate(asked)
  const same = { ...question(sessionId, 'Беріктің сұрағы'), id: asked.id }
  expect(await refusalOf(berik.rpc.live.ask.mutate(same))).toEqual({ code: 'command/conflict' })
  const { queue } = await berik.rpc.live.open.query({ sessionId })
  expect(queue.items.map(({ body }) => body)).toEqual(['Айгүлдің сұрағы'])
})
