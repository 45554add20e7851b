import { deskStream, liveStream, newId, personalStream, type QuestionView } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { openHall, openSession, question } from './test-hall.ts'

test('what a parent asks is heard by the hall at once', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const [aigul, berik] = await Promise.all([academy.person('parent', { name: 'Айгүл Үлгі' }), academy.person('parent')])
  const heard = await berik.listen(liveStream(sessionId))

  const asked = question(sessionId, 'Қыста автобус қалай жүреді?')
  const done = await aigul.rpc.live.ask.mutate(asked)

  expect(done.id).toBe(asked.id)
  expect(await heard.settled()).toEqual([
    expect.objectContaining({
      kind: 'question.asked',
      subjectId: asked.id,
      view: expect.objectContaining({ body: asked.body, votes: 0, author: { name: 'Айгүл Үлгі', role: 'member' } }),
    }),
  ])
})

test('a question sent again by the outbox is one question with the same answer, and heard once', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const [aigul, berik] = await Promise.all([academy.person('parent'), academy.person('parent')])
  const heard = await berik.listen(liveStream(sessionId))
  const asked = question(sessionId, 'Үйірме қашан ашылады?')

  const answers = await Promise.all(Array.from({ length: 20 }, () => aigul.rpc.live.ask.mutate(asked)))

  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await heard.settled()).toHaveLength(1)
  expect((await berik.rpc.live.open.query({ sessionId })).queue.items).toHaveLength(1)
})

test('the same id with another text is a conflict, never "accepted"', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const aigul = await academy.person('parent')
  const asked = question(sessionId, 'Бірінші')
  await aigul.rpc.live.ask.mutate(asked)

  expect(await refusalOf(aigul.rpc.live.ask.mutate({ ...asked, body: 'Екінші' }))).toEqual({ code: 'command/conflict' })
  const [kept] = (await aigul.rpc.live.open.query({ sessionId })).queue.items
  expect(kept?.body).toBe('Бірінші')
})

test('over the socket the same router answers, with the same checks', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const aigul = await academy.person('parent')
  const socket = await aigul.socket()
  const call = (path: string, input: unknown) =>
    socket.timeout(5000).emitWithAck('call', { type: 'mutation', path, input, contract: 1 })

  const asked = question(sessionId, 'Сұрақ')
  expect(await call('live.ask', asked)).toMatchObject({ ok: true, data: { id: asked.id } })
  expect(await call('live.ask', { ...asked, id: newId(), body: '' })).toEqual({
    ok: false,
    error: { code: 'bad-input', fields: ['body'] },
  })
  expect(await call('live.join', { code: '123456' })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  expect(await call('live.nothing', {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('where questions are reviewed, the hall hears of one only after the desk let it through', async () => {
  const { academy, host } = await openHall()
  await using _ = academy
  const { sessionId } = await openSession(academy, host, { review: true })
  const [aigul, berik] = await Promise.all([academy.person('parent'), academy.person('parent')])
  const hall = await berik.listen(liveStream(sessionId))
  const desk = await host.listen(deskStream(sessionId))
  const asked = question(sessionId, 'Асхана мәзірі қайда?')

  await aigul.rpc.live.ask.mutate(asked)
  expect(await hall.settled()).toEqual([])
  expect(await desk.settled()).toHaveLength(1)
  expect((await berik.rpc.live.open.query({ sessionId })).queue.items).toEqual([])

  await host.rpc.live.approve.mutate({ id: newId(), sessionId, questionId: asked.id })
  expect(await hall.settled()).toEqual([
    expect.objectContaining({ subjectId: asked.id, view: expect.objectContaining({ state: 'queued' }) }),
  ])
})

test('who asks without a name is nobody to the hall and to the desk', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  const aigul = await academy.person('parent', { name: 'Айгүл Құпия' })
  const desk = await host.listen(deskStream(sessionId))
  await aigul.rpc.live.ask.mutate(question(sessionId, 'Атымды айтпаңыз', true))

  const everything = JSON.stringify([
    await desk.settled(),
    await host.rpc.live.desk.query({ sessionId }),
    await host.rpc.live.wall.query({ sessionId }),
    await host.rpc.live.open.query({ sessionId }),
  ])
  expect(everything).toContain('Атымды айтпаңыз')
  expect(everything).not.toContain('Құпия')
  expect(everything).not.toContain(aigul.id)
})

test('where names are wanted, a nameless question is refused and nothing is written', async () => {
  const { academy, host } = await openHall()
  await using _ = academy
  const { sessionId } = await openSession(academy, host, { naming: 'named' })
  const aigul = await academy.person('parent')
  expect(await refusalOf(aigul.rpc.live.ask.mutate(question(sessionId, 'Сұрақ', true)))).toEqual({
    code: 'live/no-anonymous',
  })
  expect((await aigul.rpc.live.open.query({ sessionId })).mine).toEqual([])
})

test('a parent of another school, and a stranger, learn nothing: the session does not exist for them', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const far = await academy.person('parent', { placeId: academy.places.otherSchool })
  const unknown = newId()

  for (const id of [sessionId, unknown]) {
    expect(await refusalOf(far.rpc.live.open.query({ sessionId: id }))).toEqual({ code: 'not-found' })
    expect(await refusalOf(far.rpc.live.ask.mutate(question(id, 'Сұрақ')))).toEqual({ code: 'not-found' })
    await expect(far.listen(liveStream(id))).rejects.toThrow('not-found')
  }
  expect(await refusalOf(academy.stranger().rpc.live.open.query({ sessionId }))).toEqual({ code: 'signed-out' })
})

test('nobody asks before it opens or after it closes, and is told which', async () => {
  const { academy, host } = await openHall()
  await using _ = academy
  const now = Date.now()
  const early = await openSession(academy, host, { opensAt: now + 1000, startsAt: now + 2000, closesAt: now + 3000 })
  const late = await openSession(academy, host, { opensAt: now - 3000, startsAt: now - 2000, closesAt: now - 1000 })
  const aigul = await academy.person('parent')
  expect(await refusalOf(aigul.rpc.live.ask.mutate(question(early.sessionId, 'Ерте')))).toEqual({
    code: 'live/not-open',
  })
  expect(await refusalOf(aigul.rpc.live.ask.mutate(question(late.sessionId, 'Кеш')))).toEqual({ code: 'live/closed' })
})

test('an IIN that slips into a question is masked before it is kept', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const aigul = await academy.person('parent')
  await aigul.rpc.live.ask.mutate(question(sessionId, 'Баламның ЖСН 990101350012, неге тізімде жоқ?'))
  const [kept] = (await aigul.rpc.live.open.query({ sessionId })).queue.items
  expect(kept?.body).not.toContain('990101350012')
})

test('at most ten questions of one person wait at a time', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const aigul = await academy.person('parent')
  for (let n = 0; n < 10; n++) await aigul.rpc.live.ask.mutate(question(sessionId, `Сұрақ ${n}`))
  expect(await refusalOf(aigul.rpc.live.ask.mutate(question(sessionId, 'Он бірінші')))).toEqual({
    code: 'live/too-many-questions',
  })
})

test('whoever was away hears exactly what they missed, and never the text of what has gone since', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  const [aigul, berik] = await Promise.all([academy.person('parent'), academy.person('parent')])
  const opened = await berik.rpc.live.open.query({ sessionId })
  const [stays, goes] = [question(sessionId, 'Қалады'), question(sessionId, 'Кетеді')]
  await aigul.rpc.live.ask.mutate(stays)
  await aigul.rpc.live.ask.mutate(goes)
  await host.rpc.live.putAway.mutate({ id: newId(), sessionId, questionId: goes.id })

  const socket = await berik.socket()
  const ack = await socket.emitWithAck('follow', { stream: liveStream(sessionId), after: opened.seq })

  expect(ack).toMatchObject({ ok: true, data: { from: 'news', seq: opened.seq + 3 } })
  expect(JSON.stringify(ack)).not.toContain('Кетеді')
  const views = ack.ok && ack.data.from === 'news' ? ack.data.news.map((n) => n.view as QuestionView | null) : []
  expect(views.map((view) => view?.body ?? null)).toEqual(['Қалады', null, null])
})

test('a cursor from nowhere is told to take a snapshot', async () => {
  const { academy, sessionId } = await openHall()
  await using _ = academy
  const aigul = await academy.person('parent')
  const socket = await aigul.socket()
  for (const after of [null, 999_999])
    expect(await socket.emitWithAck('follow', { stream: liveStream(sessionId), after })).toMatchObject({
      ok: true,
      data: { from: 'snapshot' },
    })
})

test('every asker learns what became of the question, on a stream that is theirs alone', async () => {
  const { academy, host, sessionId } = await openHall()
  await using _ = academy
  const [aigul, berik] = await Promise.all([academy.person('parent'), academy.person('parent')])
  const own = await aigul.listen(personalStream({ kind: 'member', id: aigul.id, name: '', roles: [] }))
  const asked = question(sessionId, 'Жауап бола ма?')
  await aigul.rpc.live.ask.mutate(asked)
  await host.rpc.live.decline.mutate({ id: newId(), sessionId, questionId: asked.id, reason: 'Бұл жеке мәселе' })

  const told = await own.settled()
  expect(told.at(-1)).toMatchObject({ kind: 'question.told', view: { state: 'declined', reason: 'Бұл жеке мәселе' } })
  await expect(berik.listen(`member:${aigul.id}`)).rejects.toThrow('not-found')
})
