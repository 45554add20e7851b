import { newId, topicStream } from '@academy/contract'
import { everythingIn } from '@academy/testkit/everything'
import { expect, test } from 'vitest'
import { openVillage, saidIn, say } from './test-village.ts'

test('of a deleted message no table keeps a word, nor of what it said before it was edited', async () => {
  const { academy, teacher, parent, topicId } = await openVillage()
  await using _ = academy
  const gone = await say(parent, topicId, 'Жойылатын сөз')
  const edited = await say(parent, topicId, 'Түзетілетін сөз')
  await parent.rpc.rooms.edit.mutate({ id: newId(), messageId: gone.id, body: 'Түзетілген сөз' })
  await say(teacher, topicId, 'Жауап.', { replyTo: gone.id })
  await parent.rpc.rooms.delete.mutate({ id: newId(), messageId: gone.id })
  await parent.rpc.rooms.edit.mutate({ id: newId(), messageId: edited.id, body: 'Қалатын сөз' })

  const kept = await everythingIn(academy.db)
  for (const word of ['Қалатын', 'Түзетілетін']) expect(kept).toContain(word)
  for (const word of ['Жойылатын', 'Түзетілген']) expect(kept).not.toContain(word)
})

test('news of a room hold no text at all', async () => {
  const { academy, parent, topicId } = await openVillage()
  await using _ = academy
  await say(parent, topicId, 'Хабардың мәтіні')
  const news = (await everythingIn(academy.db)).split('\n').filter((row) => row.includes('"stream"'))
  expect(news.some((row) => row.includes(topicStream(topicId)))).toBe(true)
  for (const row of news) expect(row).not.toContain('мәтіні')
})

test('what somebody said stays after their account is deleted, by nobody', async () => {
  const { academy, teacher, parent, topicId, roomId } = await openVillage()
  await using _ = academy
  const { id } = await say(parent, topicId, 'Менің тәжірибем осындай.')
  await say(teacher, topicId, 'Рақмет.', { replyTo: id })
  await parent.rpc.rooms.start.mutate({
    id: newId(),
    roomId,
    title: 'Менің тақырыбым',
    messageId: newId(),
    body: 'Сөз',
  })
  await parent.rpc.rooms.read.mutate({ id: newId(), topicId, upTo: 3 })

  await academy.db.write(async (tx) => {
    for (const forget of academy.rooms.members.hooks.onMemberErased) await forget(tx, parent.id, new Date())
  })

  const said = await saidIn(teacher, topicId)
  expect(said.map(({ body, author }) => [body, author?.id ?? null])).toEqual([
    ['Боранда сабақ қалай болады?', teacher.id],
    ['Менің тәжірибем осындай.', null],
    ['Рақмет.', teacher.id],
  ])
  expect(said[2]?.replyTo).toMatchObject({ name: null, excerpt: 'Менің тәжірибем осындай.' })
  const mine = (await everythingIn(academy.db))
    .split('\n')
    .filter((row) => /"(topicId|roomId|lastN|communityId)"/.test(row))
  expect(mine.length).toBeGreaterThan(3)
  expect(mine.filter((row) => row.includes(parent.id))).toEqual([])
})

test('“my data” holds every message and topic of mine that stands, and nothing of others', async () => {
  const { academy, parent, topicId } = await openVillage()
  await using _ = academy
  await say(parent, topicId, 'Менікі.')
  const { id } = await say(parent, topicId, 'Жойылды.')
  await parent.rpc.rooms.delete.mutate({ id: newId(), messageId: id })
  const mine = await academy.rooms.rooms.contributeToExport(parent.id)
  expect(mine.messages.map(({ text }) => text)).toEqual(['Менікі.'])
  expect(mine.topics).toEqual([])
})
