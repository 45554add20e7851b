import { LIMITS, newId, roomStream, topicStream } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { openVillage, saidIn, say, startTopic } from './test-village.ts'

type Village = Awaited<ReturnType<typeof openVillage>>
type Who = Village['parent']

const resolve = (who: Who, topicId: string, answerId: string | null, on = true) =>
  who.rpc.rooms.resolve.mutate({ id: newId(), topicId, on, answerId })
const pin = (who: Who, topicId: string, on = true) => who.rpc.rooms.pin.mutate({ id: newId(), topicId, on })
const topicOf = async (who: Who, topicId: string) => (await who.rpc.rooms.topic.query({ topicId })).topic

describe('a settled topic', () => {
  test('is said so by who asked, with the message that answered; all in the room see it at once', async () => {
    const { academy, teacher, parent, roomId } = await openVillage()
    await using _ = academy
    const { topicId } = await startTopic(parent, roomId, { title: 'Қай күні жиналыс?' })
    const { id } = await say(teacher, topicId, 'Жұма күні, сағат үште.')
    await academy.settle()
    const room = await teacher.listen(roomStream(roomId))
    const topic = await teacher.listen(topicStream(topicId))
    await resolve(parent, topicId, id)

    const settled = { answer: { id, n: 2, name: 'Үлгі Мұғалім', excerpt: 'Жұма күні, сағат үште.' } }
    expect(await topicOf(teacher, topicId)).toMatchObject(settled)
    expect((await topicOf(teacher, topicId)).resolvedAt).not.toBeNull()
    for (const heard of [room, topic])
      expect((await heard.settled()).map(({ kind, view }) => [kind, view])).toEqual([
        ['topic.changed', expect.objectContaining(settled)],
      ])

    await resolve(parent, topicId, null, false)
    expect(await topicOf(teacher, topicId)).toMatchObject({ resolvedAt: null, answer: null })
  })

  test('is not said so by somebody else’s parent, but by a room moderator; the room stays open for more', async () => {
    const { academy, teacher, parent, topicId } = await openVillage()
    await using _ = academy
    expect(await refusalOf(resolve(parent, topicId, null))).toMatchObject({ code: 'refused' })
    await resolve(teacher, topicId, null)
    await say(parent, topicId, 'Рақмет!')
    expect(await topicOf(parent, topicId)).toMatchObject({ answer: null, lastN: 2, closedAt: null })
  })

  test('names no message of another topic, no deleted one, and none that is deleted later', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    const other = await startTopic(teacher, roomId)
    const refused = await refusalOf(resolve(teacher, topicId, other.messageId))
    expect(refused).toMatchObject({ code: 'not-found' })
    const { id } = await say(parent, topicId, 'Автобус жүрмейді.')
    await resolve(teacher, topicId, id)
    await academy.settle()
    const heard = await teacher.listen(roomStream(roomId))
    await parent.rpc.rooms.delete.mutate({ id: newId(), messageId: id })
    await heard.settled()
    const topic = await topicOf(teacher, topicId)
    expect(topic).toMatchObject({ answer: null })
    expect(topic.resolvedAt).not.toBeNull()
    expect(heard.news.at(-1)?.view).toMatchObject({ id: topicId, answer: null })
    expect(await refusalOf(resolve(teacher, topicId, id))).toMatchObject({ code: 'rooms/message-gone' })
    expect(await saidIn(teacher, topicId)).toHaveLength(2)
  })

  test('shows an answer as it was edited last', async () => {
    const { academy, teacher, parent, topicId } = await openVillage()
    await using _ = academy
    const { id } = await say(parent, topicId, 'Сенбі')
    await resolve(teacher, topicId, id)
    await parent.rpc.rooms.edit.mutate({ id: newId(), messageId: id, body: 'Жексенбі' })
    expect(await topicOf(teacher, topicId)).toMatchObject({ answer: { excerpt: 'Жексенбі' } })
  })
})

describe('a pinned topic', () => {
  test('stands above the others until it is taken down, and only a room moderator pins', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    await startTopic(parent, roomId)
    expect(await refusalOf(pin(parent, topicId))).toMatchObject({ code: 'refused' })
    await pin(teacher, topicId)
    const opened = await parent.rpc.rooms.open.query({ roomId })
    expect(opened.pinned.map(({ id }) => id)).toEqual([topicId])
    expect(opened.topics.items).toHaveLength(2)
    await pin(teacher, topicId, false)
    expect((await parent.rpc.rooms.open.query({ roomId })).pinned).toEqual([])
  })

  test('is one of five at most, also when two pin at once', async () => {
    const { academy, teacher, roomId } = await openVillage()
    await using _ = academy
    const ids = []
    for (let n = 0; n < LIMITS.pins + 3; n++) ids.push((await startTopic(teacher, roomId)).topicId)
    const answers = await Promise.all(ids.map((id) => pin(teacher, id).then(() => 'yes', refusal)))
    expect(answers.filter((answer) => answer === 'yes')).toHaveLength(LIMITS.pins)
    expect(answers.filter((answer) => answer === 'rooms/too-many-pins')).toHaveLength(3)
    expect((await teacher.rpc.rooms.open.query({ roomId })).pinned).toHaveLength(LIMITS.pins)
  })
})

const refusal = async (error: unknown) => (await refusalOf(Promise.reject(error))).code
