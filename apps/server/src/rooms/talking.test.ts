import { type MessageView, newId, personalStream, type ReplyGot, topicStream } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { openRoom, openVillage, saidIn, say, startTopic, words } from './test-village.ts'

const viewsOf = (news: { view: unknown }[]) => news.map(({ view }) => view as MessageView)

test('what a teacher writes is before the parent at once, with who wrote it, and the other way round', async () => {
  const { academy, teacher, parent, topicId } = await openVillage()
  await using _ = academy
  const [atTeacher, atParent] = await Promise.all([
    teacher.listen(topicStream(topicId)),
    parent.listen(topicStream(topicId)),
  ])

  await say(teacher, topicId, 'Ертең автобус сағат тоғызда.', { language: 'kk' })
  await say(parent, topicId, 'Рақмет, күтеміз.')

  const heard = viewsOf(await atParent.settled())
  expect(heard.map(({ n, body, author }) => [n, body, author?.name, author?.role])).toEqual([
    [2, 'Ертең автобус сағат тоғызда.', 'Үлгі Мұғалім', 'teacher'],
    [3, 'Рақмет, күтеміз.', 'Үлгі Ата-ана', 'parent'],
  ])
  expect(heard[0]?.language).toBe('kk')
  expect(await atTeacher.settled()).toEqual(await atParent.settled())
})

test('a message written without a line keeps its place in the order of arrival and says when it was written', async () => {
  const { academy, teacher, parent, topicId } = await openVillage()
  await using _ = academy
  const twoHoursAgo = Date.now() - 2 * 3600_000
  await say(teacher, topicId, 'Қазір жазылды.')
  await say(parent, topicId, 'Екі сағат бұрын жазылды.', { composedAt: twoHoursAgo })

  const said = await saidIn(teacher, topicId)
  expect(said.map((m) => m.body)).toEqual(['Боранда сабақ қалай болады?', 'Қазір жазылды.', 'Екі сағат бұрын жазылды.'])
  expect(said[2]?.composedAt).toBe(twoHoursAgo)
  expect(said[2]?.at).toBeGreaterThan(twoHoursAgo)
})

test('whoever was without a line hears on return what was said since, once and in order', async () => {
  const { academy, teacher, parent, topicId } = await openVillage()
  await using _ = academy
  const before = await parent.listen(topicStream(topicId))
  await say(teacher, topicId, 'Естілді.')
  const last = (await before.settled()).at(-1)?.seq ?? 0
  before.socket.close()
  for (const body of ['Бірінші.', 'Екінші.']) await say(teacher, topicId, body)
  await academy.settle()

  const socket = await parent.socket()
  const caughtUp = await socket.timeout(5000).emitWithAck('follow', { stream: topicStream(topicId), after: last })
  if (!caughtUp.ok || caughtUp.data.from !== 'news') throw new TypeError('was sent to take a snapshot')
  expect(viewsOf(caughtUp.data.news).map((m) => m.body)).toEqual(['Бірінші.', 'Екінші.'])
})

test('five people writing at once: every number once, none left out, each person in their own order', async () => {
  const { academy, topicId } = await openVillage()
  await using _ = academy
  const people = await Promise.all(Array.from({ length: 5 }, () => academy.person('parent')))
  const reader = await people[0]?.listen(topicStream(topicId))

  await Promise.all(
    people.map(async (person, who) => {
      for (let turn = 0; turn < 20; turn++) await say(person, topicId, `${who} ${turn}`)
    }),
  )

  const said = (await saidIn(people[1] as never, topicId)).slice(1)
  expect(said.map((m) => m.n)).toEqual(Array.from({ length: 100 }, (_, i) => i + 2))
  for (const [who] of people.entries()) {
    const own = said.filter((m) => m.body.startsWith(`${who} `)).map((m) => Number(m.body.split(' ')[1]))
    expect(own).toEqual(Array.from({ length: 20 }, (_, turn) => turn))
  }
  // The stream's order is the messages' order, and nobody heard of anything twice. Frames may overtake each other on the way.
  const heard = ((await reader?.settled()) ?? []).toSorted((a, b) => a.seq - b.seq)
  expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, i) => i + 2))
  expect(viewsOf(heard).map((m) => m.n)).toEqual(said.map((m) => m.n))
})

test('an outbox that sends one message a hundred times at once makes one message with one answer', async () => {
  const { academy, parent, topicId } = await openVillage()
  await using _ = academy
  const heard = await parent.listen(topicStream(topicId))
  const once = words(topicId, 'Бір рет.')

  const answers = await Promise.all(Array.from({ length: 100 }, () => parent.rpc.rooms.post.mutate(once)))

  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect((await saidIn(parent, topicId)).map((m) => m.body)).toEqual(['Боранда сабақ қалай болады?', 'Бір рет.'])
  expect(await heard.settled()).toHaveLength(1)
  expect(await refusalOf(parent.rpc.rooms.post.mutate({ ...once, body: 'Басқа.' }))).toEqual({
    code: 'command/conflict',
  })
})

test("another person's message id is a conflict: nothing is written over, nothing falls over", async () => {
  const { academy, teacher, parent, topicId, firstId } = await openVillage()
  await using _ = academy
  const stolen = { ...words(topicId, 'Менікі.'), id: firstId }
  expect(await refusalOf(parent.rpc.rooms.post.mutate(stolen))).toEqual({ code: 'command/conflict' })
  expect((await saidIn(teacher, topicId)).map((m) => m.body)).toEqual(['Боранда сабақ қалай болады?'])
  await say(parent, topicId, 'Нөмір жоғалмады.')
  expect((await saidIn(teacher, topicId)).map((m) => m.n)).toEqual([1, 2])
})

describe('answering a message', () => {
  test('shows what is answered, and tells the one who wrote it', async () => {
    const { academy, teacher, parent, topicId, firstId, roomId } = await openVillage()
    await using _ = academy
    const told = await teacher.listen(personalStream({ kind: 'member', id: teacher.id, name: '', roles: [] }))

    const answer = words(topicId, 'Қашықтан болады.', { replyTo: firstId })
    await parent.rpc.rooms.post.mutate(answer)

    const [, said] = await saidIn(teacher, topicId)
    expect(said?.replyTo).toEqual({ id: firstId, n: 1, name: 'Үлгі Мұғалім', excerpt: 'Боранда сабақ қалай болады?' })
    const [news] = await told.settled()
    expect(news).toMatchObject({ kind: 'reply.got', subjectId: answer.id })
    expect(news?.view as ReplyGot).toMatchObject({ roomId, topicId, topicTitle: 'Қысқы жол', message: { n: 2 } })
  })

  test('in another topic is as good as answering nothing', async () => {
    const { academy, parent, teacher, roomId, topicId } = await openVillage()
    await using _ = academy
    const other = await startTopic(teacher, roomId, { title: 'Басқа', body: 'Басқа тақырып.' })
    for (const replyTo of [other.messageId, newId()])
      expect(await refusalOf(say(parent, topicId, 'Жауап', { replyTo }))).toEqual({ code: 'not-found' })
  })

  test('one’s own tells nobody', async () => {
    const { academy, teacher, topicId, firstId } = await openVillage()
    await using _ = academy
    const told = await teacher.listen(personalStream({ kind: 'member', id: teacher.id, name: '', roles: [] }))
    await say(teacher, topicId, 'Толықтыру.', { replyTo: firstId })
    expect(await told.settled()).toEqual([])
  })
})

describe('taking words back', () => {
  test('an edited message is the new text everywhere, marked as edited', async () => {
    const { academy, teacher, parent, topicId, firstId } = await openVillage()
    await using _ = academy
    await say(parent, topicId, 'Жауап.', { replyTo: firstId })
    await academy.settle()
    const heard = await parent.listen(topicStream(topicId))
    const before = await academy.rooms.streams.seqOf(topicStream(topicId))

    await teacher.rpc.rooms.edit.mutate({ id: newId(), messageId: firstId, body: 'Жаңа мәтін.' })

    // The message, and the answer that quotes it.
    expect(viewsOf(await heard.settled())).toEqual([
      expect.objectContaining({ id: firstId, n: 1, body: 'Жаңа мәтін.', editedAt: expect.any(Number) }),
      expect.objectContaining({ n: 2, replyTo: expect.objectContaining({ excerpt: 'Жаңа мәтін.' }) }),
    ])
    const [first, answer] = await saidIn(parent, topicId)
    expect([first?.body, answer?.replyTo?.excerpt]).toEqual(['Жаңа мәтін.', 'Жаңа мәтін.'])
    // Somebody who comes back after it hears the old news with the text of now.
    const late = await academy.rooms.streams.after(topicStream(topicId), 0)
    expect(late.seq).toBe(before + 2)
    expect(JSON.stringify(late)).not.toContain('Боранда')
  })

  test('a deleted message leaves its place, its author and nothing of what it said', async () => {
    const { academy, teacher, parent, topicId, firstId } = await openVillage()
    await using _ = academy
    await say(parent, topicId, 'Жауап.', { replyTo: firstId })
    await academy.settle()
    const heard = await parent.listen(topicStream(topicId))

    await teacher.rpc.rooms.delete.mutate({ id: newId(), messageId: firstId })

    const [gone, quoting] = viewsOf(await heard.settled())
    expect(gone).toMatchObject({ n: 1, body: '', deleted: { by: 'author', reason: null }, author: { id: teacher.id } })
    // Nor does it live on in the quote that stands on somebody's screen.
    expect(quoting).toMatchObject({ n: 2, replyTo: { n: 1, excerpt: null } })
    const [first, answer] = await saidIn(parent, topicId)
    expect(first?.body).toBe('')
    expect(answer?.replyTo).toMatchObject({ n: 1, excerpt: null })
    expect(JSON.stringify(await academy.rooms.streams.after(topicStream(topicId), 0))).not.toContain('Боранда')
    const opened = await parent.rpc.rooms.topic.query({ topicId })
    expect(opened.topic.messages).toBe(1)
    expect(opened.topic.lastN).toBe(2)
  })

  test('what was deleted is neither edited nor deleted again', async () => {
    const { academy, teacher, topicId, firstId } = await openVillage()
    await using _ = academy
    await teacher.rpc.rooms.delete.mutate({ id: newId(), messageId: firstId })
    const edit = teacher.rpc.rooms.edit.mutate({ id: newId(), messageId: firstId, body: 'Қайта.' })
    expect(await refusalOf(edit)).toEqual({ code: 'rooms/message-gone' })
    const again = teacher.rpc.rooms.delete.mutate({ id: newId(), messageId: firstId })
    expect(await refusalOf(again)).toEqual({ code: 'rooms/message-gone' })
    expect((await saidIn(teacher, topicId)).map((m) => m.body)).toEqual([''])
  })

  test('an edit and a deletion that cross end with nothing to read', async () => {
    const { academy, teacher, topicId, firstId } = await openVillage()
    await using _ = academy
    await Promise.allSettled(
      Array.from({ length: 10 }, (_, turn) =>
        turn === 5
          ? teacher.rpc.rooms.delete.mutate({ id: newId(), messageId: firstId })
          : teacher.rpc.rooms.edit.mutate({ id: newId(), messageId: firstId, body: `Түзету ${turn}` }),
      ),
    )
    const [first] = await saidIn(teacher, topicId)
    expect(first).toMatchObject({ body: '', deleted: { by: 'author' } })
  })

  test('a room moderator takes away what does not belong, and says why; nobody else does', async () => {
    const { academy, teacher, parent, topicId } = await openVillage()
    await using _ = academy
    const moderator = await academy.person('room-moderator')
    const { id } = await say(parent, topicId, 'Баланың аты-жөні.')
    const neighbour = await academy.person('parent')
    expect(await refusalOf(neighbour.rpc.rooms.delete.mutate({ id: newId(), messageId: id, reason: 'x' }))).toEqual({
      code: 'refused',
    })
    expect(await refusalOf(moderator.rpc.rooms.delete.mutate({ id: newId(), messageId: id }))).toEqual({
      code: 'bad-input',
      fields: ['reason'],
    })
    expect(await refusalOf(moderator.rpc.rooms.edit.mutate({ id: newId(), messageId: id, body: 'Өзгерту' }))).toEqual({
      code: 'refused',
    })
    await moderator.rpc.rooms.delete.mutate({ id: newId(), messageId: id, reason: 'Баланың аты жазылған.' })
    expect((await saidIn(teacher, topicId)).at(-1)).toMatchObject({
      body: '',
      deleted: { by: 'room-moderator', reason: 'Баланың аты жазылған.' },
    })
  })
})

test('a number like an IIN never reaches the store, whether in a title, a message or an edit', async () => {
  const { academy, teacher, roomId } = await openVillage()
  await using _ = academy
  const iin = '990101300122'
  const { topicId, messageId } = await startTopic(teacher, roomId, { title: `Құжат ${iin}`, body: `ЖСН ${iin}` })
  await teacher.rpc.rooms.edit.mutate({ id: newId(), messageId, body: `Түзету: ${iin}` })
  const opened = await teacher.rpc.rooms.topic.query({ topicId })
  expect(JSON.stringify(opened)).not.toContain(iin)
  expect(opened.messages[0]?.body).toBe('Түзету: ••••••••••••')
})

test('a topic with no message, an empty message or one too long is bad input, and nothing is kept', async () => {
  const { academy, teacher, parent, roomId, topicId } = await openVillage()
  await using _ = academy
  for (const body of ['', '   ', 'а'.repeat(4001), 'a\0b', '\ud800'])
    expect(await refusalOf(say(parent, topicId, body))).toEqual({ code: 'bad-input', fields: ['body'] })
  expect(await refusalOf(startTopic(teacher, roomId, { title: ' ' }))).toEqual({ code: 'bad-input', fields: ['title'] })
  const far = await refusalOf(say(parent, topicId, 'Болашақтан', { composedAt: 9_000_000_000_000_000 }))
  expect(far).toEqual({ code: 'bad-input', fields: ['composedAt'] })
  expect(await saidIn(parent, topicId)).toHaveLength(1)
})

describe('a closed topic', () => {
  test('takes no more messages until it is opened again, and everybody sees which it is', async () => {
    const { academy, teacher, parent, topicId } = await openVillage()
    await using _ = academy
    const heard = await parent.listen(topicStream(topicId))
    await teacher.rpc.rooms.close.mutate({ id: newId(), topicId, on: true })
    expect(await refusalOf(say(parent, topicId, 'Кеш қалдым.'))).toEqual({ code: 'rooms/topic-closed' })
    expect((await parent.rpc.rooms.topic.query({ topicId })).may.post).toBe(false)
    await teacher.rpc.rooms.close.mutate({ id: newId(), topicId, on: false })
    await say(parent, topicId, 'Енді болады.')
    expect((await heard.settled()).map(({ kind }) => kind)).toEqual([
      'topic.changed',
      'topic.changed',
      'message.posted',
    ])
    expect(await refusalOf(parent.rpc.rooms.close.mutate({ id: newId(), topicId, on: true }))).toEqual({
      code: 'refused',
    })
  })

  test('gives a message whose answer was lost its answer, and refuses a new one', async () => {
    const { academy, teacher, parent, topicId } = await openVillage()
    await using _ = academy
    const sent = words(topicId, 'Жабылмай тұрып.')
    const done = await parent.rpc.rooms.post.mutate(sent)
    await teacher.rpc.rooms.close.mutate({ id: newId(), topicId, on: true })
    expect(await parent.rpc.rooms.post.mutate(sent)).toEqual(done)
  })
})

test('a title that names a child is mended by its author or a room moderator', async () => {
  const { academy, teacher, parent, roomId } = await openVillage()
  await using _ = academy
  const { topicId } = await startTopic(parent, roomId, { title: 'Баланың аты' })
  const other = await academy.person('parent')
  expect(await refusalOf(other.rpc.rooms.rename.mutate({ id: newId(), topicId, title: 'Менше' }))).toEqual({
    code: 'refused',
  })
  await teacher.rpc.rooms.rename.mutate({ id: newId(), topicId, title: 'Бала туралы' })
  await parent.rpc.rooms.rename.mutate({ id: newId(), topicId, title: 'Оқушы туралы' })
  expect((await parent.rpc.rooms.topic.query({ topicId })).topic.title).toBe('Оқушы туралы')
})

test('an archived room is read, not written in; the deletion of one’s own words still works', async () => {
  const { academy, teacher, parent, roomId, topicId } = await openVillage()
  await using _ = academy
  const { id } = await say(parent, topicId, 'Бұрынғы сөз.')
  await teacher.rpc.rooms.archive.mutate({ id: newId(), roomId, on: true })
  expect(await refusalOf(say(parent, topicId, 'Жаңа сөз.'))).toEqual({ code: 'rooms/archived' })
  expect(await refusalOf(startTopic(parent, roomId))).toEqual({ code: 'rooms/archived' })
  expect(await refusalOf(parent.rpc.rooms.edit.mutate({ id: newId(), messageId: id, body: 'Түзету' }))).toEqual({
    code: 'rooms/archived',
  })
  expect((await saidIn(parent, topicId)).map((m) => m.body)).toContain('Бұрынғы сөз.')
  await parent.rpc.rooms.delete.mutate({ id: newId(), messageId: id })
  await teacher.rpc.rooms.archive.mutate({ id: newId(), roomId, on: false })
  await say(parent, topicId, 'Қайта ашылды.')
  expect((await saidIn(parent, topicId)).map((m) => m.body)).toEqual([
    'Боранда сабақ қалай болады?',
    '',
    'Қайта ашылды.',
  ])
})

test('who writes while the room is being archived either is heard or is told why not, and numbers have no gap', async () => {
  const { academy, teacher, parent } = await openVillage()
  await using _ = academy
  const { roomId } = await openRoom(academy, teacher)
  const { topicId } = await startTopic(teacher, roomId)
  const posts = Array.from({ length: 30 }, (_, n) => say(parent, topicId, `Сөз ${n}`))
  const archived = teacher.rpc.rooms.archive.mutate({ id: newId(), roomId, on: true })
  const settled = await Promise.allSettled(posts)
  await archived
  const accepted = settled.filter(({ status }) => status === 'fulfilled').length
  const said = await saidIn(parent, topicId)
  expect(said.map((m) => m.n)).toEqual(Array.from({ length: accepted + 1 }, (_, i) => i + 1))
})
