import { newId, personalStream, roomStream } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { addMessages } from './messages-store.ts'
import { newMessage } from './shared.ts'
import { openRoom, openVillage, saidIn, say, startTopic } from './test-village.ts'
import { changeTopic } from './topics-store.ts'

type Village = Awaited<ReturnType<typeof openVillage>>

/** A long talk, put into the database in one go: `count` messages after the first, by the teacher. */
async function longTalk({ academy, teacher, topicId }: Village, count: number): Promise<void> {
  const at = new Date()
  await academy.db.write(async (tx) => {
    const rows = Array.from({ length: count }, (_, i) =>
      newMessage({
        id: newId(),
        topicId,
        n: i + 2,
        authorId: teacher.id,
        body: `№ ${i + 2}`,
        language: null,
        replyTo: null,
        at,
      }),
    )
    await addMessages(tx, rows)
    await changeTopic(tx, topicId, { lastN: count + 1, messages: count + 1 })
  })
}

const read = (who: Village['parent'], topicId: string, upTo: number) =>
  who.rpc.rooms.read.mutate({ id: newId(), topicId, upTo })

const numbers = (said: { n: number }[]) => said.map(({ n }) => n)
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i)

describe('opening a topic', () => {
  test('begins a little before the first new message', async () => {
    const village = await openVillage()
    await using _ = village.academy
    const { parent, topicId } = village
    await longTalk(village, 199)
    await read(parent, topicId, 120)

    const opened = await parent.rpc.rooms.topic.query({ topicId })
    expect(opened).toMatchObject({ upTo: 120, firstUnread: 121, unread: 80, older: true, newer: true })
    expect(numbers(opened.messages)).toEqual(from(111, 160))
  })

  test('shows the last fifty where nothing is new, and where the new ones are among them', async () => {
    const village = await openVillage()
    await using _ = village.academy
    const { parent, topicId } = village
    await longTalk(village, 199)
    for (const [upTo, firstUnread] of [
      [195, 196],
      [200, null],
    ] as const) {
      await read(parent, topicId, upTo)
      const opened = await parent.rpc.rooms.topic.query({ topicId })
      expect(opened).toMatchObject({ firstUnread, unread: 200 - upTo, older: true, newer: false })
      expect(numbers(opened.messages)).toEqual(from(151, 200))
    }
  })

  test('of few messages shows all of them', async () => {
    const { academy, parent, topicId } = await openVillage()
    await using _ = academy
    const opened = await parent.rpc.rooms.topic.query({ topicId })
    expect(opened).toMatchObject({ older: false, newer: false, firstUnread: 1, unread: 1, upTo: 0 })
    expect(numbers(opened.messages)).toEqual([1])
  })

  test('by a link to a message begins around that message, and a made-up one still shows the topic', async () => {
    const village = await openVillage()
    await using _ = village.academy
    const { parent, topicId } = village
    await longTalk(village, 199)
    const around = async (n: number) => numbers((await parent.rpc.rooms.topic.query({ topicId, around: n })).messages)
    expect(await around(60)).toEqual(from(50, 99))
    expect(await around(0)).toEqual(from(1, 50))
    expect(await around(9_000_000)).toEqual(from(151, 200))
  })
})

test('scrolling up and down meets every message once, whatever is written and deleted meanwhile', async () => {
  const village = await openVillage()
  await using _ = village.academy
  const { parent, teacher, topicId } = village
  await longTalk(village, 99)
  const opened = await parent.rpc.rooms.topic.query({ topicId, around: 60 })
  let seen = numbers(opened.messages)
  const [gone] = (await parent.rpc.rooms.messages.query({ topicId, after: 9, limit: 1 })).messages
  await teacher.rpc.rooms.delete.mutate({ id: newId(), messageId: gone?.id ?? '' })
  for (let more = opened.older; more; ) {
    const page = await parent.rpc.rooms.messages.query({ topicId, before: seen[0] ?? 1, limit: 7 })
    await say(teacher, topicId, 'Арасында.')
    seen = [...numbers(page.messages), ...seen]
    more = page.more
  }
  for (let more = true; more; ) {
    const page = await parent.rpc.rooms.messages.query({ topicId, after: seen.at(-1) ?? 0, limit: 7 })
    seen.push(...numbers(page.messages))
    more = page.more
  }
  expect(seen).toEqual(from(1, (await saidIn(parent, topicId)).length))
})

describe('how far somebody has read', () => {
  test('never goes back, whichever device says so last', async () => {
    const village = await openVillage()
    await using _ = village.academy
    const { parent, topicId } = village
    await longTalk(village, 29)
    await Promise.all([20, 5, 12, 1, 19].map((n) => read(parent, topicId, n)))
    expect((await parent.rpc.rooms.topic.query({ topicId })).upTo).toBe(20)
  })

  test('is told to their other devices once, and to nobody else', async () => {
    const village = await openVillage()
    await using _ = village.academy
    const { academy, parent, teacher, topicId, roomId } = village
    await longTalk(village, 29)
    const own = personalStream({ kind: 'member', id: parent.id, name: '', roles: [] })
    const phone = await parent.listen(own)
    const room = await teacher.listen(roomStream(roomId))
    await expect(teacher.listen(own)).rejects.toThrow('not-found')

    await read(parent, topicId, 10)
    await read(parent, topicId, 10)
    await read(parent, topicId, 4)

    expect((await phone.settled()).map(({ kind, view }) => [kind, view])).toEqual([
      ['reading.moved', { roomId, topicId, upTo: 10, unread: 20 }],
    ])
    expect(await room.settled()).toEqual([])
    await academy.settle()
  })

  test('is at most what was written: a made-up number hides nothing that comes', async () => {
    const { academy, parent, teacher, topicId } = await openVillage()
    await using _ = academy
    await read(parent, topicId, Number.MAX_SAFE_INTEGER)
    await say(teacher, topicId, 'Жаңа хабар.')
    expect(await parent.rpc.rooms.topic.query({ topicId })).toMatchObject({ upTo: 1, firstUnread: 2, unread: 1 })
    expect((await refusalOf(read(parent, topicId, -1))).code).toBe('bad-input')
    expect((await refusalOf(read(parent, topicId, 1.5))).code).toBe('bad-input')
  })

  test('leaves out one’s own messages and deleted ones', async () => {
    const { academy, parent, teacher, topicId } = await openVillage()
    await using _ = academy
    await read(parent, topicId, 1)
    await say(parent, topicId, 'Өзімдікі.')
    const { id } = await say(teacher, topicId, 'Жойылады.')
    await say(teacher, topicId, 'Қалады.')
    await teacher.rpc.rooms.delete.mutate({ id: newId(), messageId: id })
    expect(await parent.rpc.rooms.topic.query({ topicId })).toMatchObject({ firstUnread: 4, unread: 1 })
    const [item] = (await parent.rpc.rooms.list.query({})).items
    expect(item?.unread).toBe(1)
  })

  test('is counted up to a hundred', async () => {
    const village = await openVillage()
    await using _ = village.academy
    const { parent, roomId } = village
    await longTalk(village, 150)
    expect((await parent.rpc.rooms.list.query({})).items[0]?.unread).toBe(100)
    expect((await parent.rpc.rooms.open.query({ roomId })).topics.items[0]?.unread).toBe(100)
  })
})

describe('the lists', () => {
  test('of rooms begin with the liveliest and page without a gap or a twin', async () => {
    const { academy, teacher, parent, topicId, roomId } = await openVillage()
    await using _ = academy
    const theme = { kind: 'theme', audience: 'members' } as const
    const made: string[] = []
    for (let n = 0; n < 6; n++) made.push((await openRoom(academy, teacher, theme)).roomId)
    await startTopic(teacher, made[2] ?? '', { title: 'Көктем' })
    await say(teacher, topicId, 'Ең соңғы.')

    const listed: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof parent.rpc.rooms.list.query>> = await parent.rpc.rooms.list.query({
        limit: 2,
        cursor,
      })
      listed.push(...page.items.map(({ id }) => id))
      cursor = page.next
    } while (cursor)

    expect(listed.slice(0, 2)).toEqual([roomId, made[2]])
    expect([...listed].sort()).toEqual([roomId, ...made].sort())
    const [first, second] = (await parent.rpc.rooms.list.query({})).items
    expect(first?.latest).toEqual({ topicId, title: 'Қысқы жол' })
    expect(second).toMatchObject({ latest: { title: 'Көктем' }, unread: 1, place: { kind: 'school' }, community: null })
    expect((await parent.rpc.rooms.list.query({ kind: 'school' })).items.map(({ id }) => id)).toEqual([roomId])
  })

  test('of rooms leave archived ones to a list of their own', async () => {
    const { academy, teacher, parent, roomId } = await openVillage()
    await using _ = academy
    await teacher.rpc.rooms.archive.mutate({ id: newId(), roomId, on: true })
    expect((await parent.rpc.rooms.list.query({})).items).toEqual([])
    expect((await parent.rpc.rooms.list.query({ archived: true })).items[0]).toMatchObject({
      id: roomId,
      archivedAt: expect.any(Number),
    })
  })

  test('of topics begin with the liveliest, with what is new in each', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    const ids = [topicId]
    for (let n = 0; n < 4; n++) ids.push((await startTopic(teacher, roomId, { title: `Тақырып ${n}` })).topicId)
    await say(teacher, topicId, 'Ең соңғы.')
    await read(parent, ids[4] ?? '', 1)

    const first = await parent.rpc.rooms.topics.query({ roomId, limit: 3 })
    const rest = await parent.rpc.rooms.topics.query({ roomId, limit: 3, cursor: first.next })
    expect([...first.items, ...rest.items].map(({ id, unread }) => [id, unread])).toEqual([
      [topicId, 2],
      [ids[4], 0],
      [ids[3], 1],
      [ids[2], 1],
      [ids[1], 1],
    ])
    expect(rest.next).toBeNull()
  })

  test('refuse a made-up cursor without falling over', async () => {
    const { academy, parent, roomId } = await openVillage()
    await using _ = academy
    for (const cursor of [
      'x',
      Buffer.from('[9e15,"a"]').toString('base64url'),
      Buffer.from('["a",1]').toString('base64url'),
    ]) {
      expect(await refusalOf(parent.rpc.rooms.list.query({ cursor }))).toEqual({
        code: 'bad-input',
        fields: ['cursor'],
      })
      expect(await refusalOf(parent.rpc.rooms.topics.query({ roomId, cursor }))).toEqual({
        code: 'bad-input',
        fields: ['cursor'],
      })
    }
  })
})
