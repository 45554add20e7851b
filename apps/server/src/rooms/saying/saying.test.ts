import { type MessageView, newId, type ReactionKind, topicStream } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { everythingIn } from '@academy/testkit/everything'
import { describe, expect, test } from 'vitest'
import { openVillage, saidIn, say } from '../test-village.ts'

const reaction = (messageId: string, kind: ReactionKind, on = true) => ({ id: newId(), messageId, kind, on })

describe('saying something without words', () => {
  test('counts each person once, is seen by all at once, and can be taken back', async () => {
    const { academy, teacher, parent, topicId, firstId } = await openVillage()
    await using _ = academy
    const heard = await teacher.listen(topicStream(topicId))
    const thanks = reaction(firstId, 'thanks')
    for (const once of [thanks, thanks, reaction(firstId, 'thanks')]) await parent.rpc.rooms.react.mutate(once)
    await teacher.rpc.rooms.react.mutate(reaction(firstId, 'thanks'))
    await teacher.rpc.rooms.react.mutate(reaction(firstId, 'unclear'))

    const views = (await heard.settled()).map(({ view }) => (view as MessageView).reactions)
    expect(views.at(-1)).toEqual([
      ['thanks', 2],
      ['unclear', 1],
    ])
    const opened = await parent.rpc.rooms.topic.query({ topicId })
    expect(opened.own).toEqual({ [firstId]: ['thanks'] })
    await parent.rpc.rooms.react.mutate(reaction(firstId, 'thanks', false))
    const page = await parent.rpc.rooms.messages.query({ topicId, after: 0 })
    expect([page.own, page.messages[0]?.reactions]).toEqual([
      {},
      [
        ['thanks', 1],
        ['unclear', 1],
      ],
    ])
  })

  test('goes with the message, and with the person', async () => {
    const { academy, teacher, parent, topicId, firstId } = await openVillage()
    await using _ = academy
    await parent.rpc.rooms.react.mutate(reaction(firstId, 'agree'))
    expect((await academy.rooms.rooms.contributeToExport(parent.id)).reactions).toMatchObject([{ kind: 'agree' }])
    await academy.db.write(async (tx) => {
      for (const forget of academy.rooms.members.hooks.onMemberErased) await forget(tx, parent.id, new Date())
    })
    expect((await saidIn(teacher, topicId))[0]?.reactions).toBeUndefined()
    await teacher.rpc.rooms.react.mutate(reaction(firstId, 'agree'))
    await teacher.rpc.rooms.delete.mutate({ id: newId(), messageId: firstId })
    expect((await saidIn(teacher, topicId))[0]?.reactions).toBeUndefined()
    expect(await refusalOf(teacher.rpc.rooms.react.mutate(reaction(firstId, 'agree')))).toEqual({
      code: 'rooms/message-gone',
    })
  })
})

describe('how a message read before', () => {
  test('is read by its author and the room moderator, newest first, and by nobody else', async () => {
    const { academy, teacher, parent, topicId } = await openVillage()
    await using _ = academy
    const neighbour = await academy.person('parent')
    const { id: messageId } = await say(parent, topicId, 'Бірінші')
    for (const body of ['Екінші', 'Үшінші']) await parent.rpc.rooms.edit.mutate({ id: newId(), messageId, body })

    for (const who of [parent, teacher]) {
      const first = await who.rpc.rooms.earlier.query({ messageId, limit: 1 })
      expect(first.items.map(({ body }) => body)).toEqual(['Екінші'])
      const rest = await who.rpc.rooms.earlier.query({ messageId, cursor: first.next })
      expect([rest.items.map(({ body }) => body), rest.next]).toEqual([['Бірінші'], null])
    }
    expect(await refusalOf(neighbour.rpc.rooms.earlier.query({ messageId }))).toEqual({ code: 'refused' })
    expect((await saidIn(neighbour, topicId)).at(-1)?.body).toBe('Үшінші')
  })

  test('is gone with the message', async () => {
    const { academy, teacher, parent, topicId } = await openVillage()
    await using _ = academy
    const { id: messageId } = await say(parent, topicId, 'Айтылмауы керек')
    await parent.rpc.rooms.edit.mutate({ id: newId(), messageId, body: 'Басқаша' })
    await parent.rpc.rooms.delete.mutate({ id: newId(), messageId })
    expect((await teacher.rpc.rooms.earlier.query({ messageId })).items).toEqual([])
    expect(await everythingIn(academy.db)).not.toContain('Айтылмауы')
  })
})

test('marks reach the reader as a tree, and a quote has the words without them', async () => {
  const { academy, teacher, parent, topicId } = await openVillage()
  await using _ = academy
  const { id } = await say(teacher, topicId, '**Ертең** сабақ жоқ')
  await say(parent, topicId, 'Түсіндім.', { replyTo: id })
  const [, marked, answer] = await saidIn(parent, topicId)
  expect(marked?.text).toEqual([{ t: 'p', c: [{ t: 'strong', c: ['Ертең'] }, ' сабақ жоқ'] }])
  expect(marked?.body).toBe('**Ертең** сабақ жоқ')
  expect([answer?.text, answer?.replyTo?.excerpt]).toEqual([undefined, 'Ертең сабақ жоқ'])
})
