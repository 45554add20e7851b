import { newId, roomStream, topicStream } from '@academy/contract'
import { mayEnterRoom } from '@academy/policy'
import { refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { createRoomsShared } from './shared.ts'
import { findRoom } from './store.ts'
import { openRoom, openVillage, say, startTopic, words } from './test-village.ts'

test('to those it is not for, a room does not exist: not in a list, not by its id, not by a topic, message or stream', async () => {
  const { academy, roomId, topicId, firstId } = await openVillage()
  await using _ = academy
  const elsewhere = await academy.person('parent', { placeId: academy.places.otherSchool })
  const partner = await academy.person('programme-partner')
  for (const outsider of [elsewhere, partner]) {
    const { rooms } = outsider.rpc
    expect((await rooms.list.query({})).items).toEqual([])
    const id = newId()
    const calls = [
      () => rooms.open.query({ roomId }),
      () => rooms.topics.query({ roomId }),
      () => rooms.topic.query({ topicId }),
      () => rooms.messages.query({ topicId, after: 0 }),
      () => rooms.post.mutate(words(topicId, 'Мен де.')),
      () => rooms.start.mutate({ id, roomId, title: 'Т', messageId: newId(), body: 'М' }),
      () => rooms.rename.mutate({ id, topicId, title: 'Т' }),
      () => rooms.close.mutate({ id, topicId, on: true }),
      () => rooms.edit.mutate({ id, messageId: firstId, body: 'М' }),
      () => rooms.delete.mutate({ id, messageId: firstId, reason: 'себеп' }),
      () => rooms.read.mutate({ id, topicId, upTo: 1 }),
      () => rooms.archive.mutate({ id, roomId, on: true }),
    ]
    for (const call of calls) expect(await refusalOf(call())).toEqual({ code: 'not-found' })
    for (const stream of [roomStream(roomId), topicStream(topicId)])
      await expect(outsider.listen(stream)).rejects.toThrow('not-found')
  }
})

test('strangers are asked to sign in and hear nothing', async () => {
  const { academy, roomId, topicId } = await openVillage()
  await using _ = academy
  const stranger = academy.stranger()
  expect(await refusalOf(stranger.rpc.rooms.list.query({}))).toEqual({ code: 'signed-out' })
  expect(await refusalOf(say(stranger, topicId, 'Сәлем'))).toEqual({ code: 'signed-out' })
  for (const stream of [roomStream(roomId), topicStream(topicId)])
    await expect(stranger.listen(stream)).rejects.toThrow('not-found')
})

test('what is not there is answered like what is not theirs', async () => {
  const { academy, parent } = await openVillage()
  await using _ = academy
  const nothing = newId()
  expect(await refusalOf(parent.rpc.rooms.open.query({ roomId: nothing }))).toEqual({ code: 'not-found' })
  expect(await refusalOf(parent.rpc.rooms.topic.query({ topicId: nothing }))).toEqual({ code: 'not-found' })
  const edit = parent.rpc.rooms.edit.mutate({ id: newId(), messageId: nothing, body: 'М' })
  expect(await refusalOf(edit)).toEqual({ code: 'not-found' })
})

test('the list shows a room exactly where the door lets the person in', async () => {
  const { academy, teacher } = await openVillage()
  await using _ = academy
  const { places } = academy
  const officer = await academy.person('district-officer')
  const administrator = await academy.person('administrator')
  const communityId = newId()
  const name = { kk: 'Математика', ru: '', en: '' }
  await officer.rpc.communities.create.mutate({ id: communityId, name, kind: 'subject', placeId: places.district })

  const theme = { kind: 'theme', communityId: null } as const
  await openRoom(academy, officer, { ...theme, audience: 'place', placeId: places.district })
  await openRoom(academy, administrator, { ...theme, audience: 'place', placeId: places.region })
  await openRoom(academy, teacher, { ...theme, audience: 'place', placeId: places.school })
  await openRoom(academy, teacher, { ...theme, audience: 'members', placeId: places.school })
  await openRoom(academy, officer, { kind: 'school', audience: 'place', placeId: places.otherSchool })
  await openRoom(academy, officer, { kind: 'community', audience: 'community', placeId: places.district, communityId })
  await openRoom(academy, officer, { kind: 'community', audience: 'members', placeId: places.district, communityId })

  const people = [
    teacher,
    officer,
    administrator,
    await academy.person('parent'),
    await academy.person('parent', { placeId: places.otherSchool }),
    await academy.person('trainer', { placeId: places.district }),
    await academy.person('room-moderator', { placeId: places.otherSchool }),
    await academy.person('programme-partner'),
    await academy.member('Үлгі Екеу', [
      { role: 'parent', placeId: places.school },
      { role: 'teacher', placeId: places.otherSchool },
    ]),
    await academy.member('Үлгі Рөлсіз', []),
  ]
  const joined = people[3]
  await joined?.rpc.communities.join.mutate({ id: newId(), communityId })

  const shared = createRoomsShared({ ...academy.rooms, db: academy.db } as never)
  const everything = (await administrator.rpc.rooms.list.query({})).items.map(({ id }) => id)
  expect(everything).toHaveLength(8)
  const seen = new Set<string>()
  for (const person of people) {
    const actor = await academy.rooms.members.memberOf(person.id)
    const listed = (await person.rpc.rooms.list.query({})).items.map(({ id }) => id)
    for (const id of everything) {
      const room = await findRoom(academy.db.read, id)
      if (!room || !actor) throw new TypeError('made above')
      const may = mayEnterRoom(actor, await shared.factsFor(actor, room))
      expect({ who: person.name, room: room.kind, listed: listed.includes(id) }).toEqual({
        who: person.name,
        room: room.kind,
        listed: may,
      })
      seen.add(`${may}`)
    }
  }
  expect([...seen].sort()).toEqual(['false', 'true'])
})

describe('who stops belonging', () => {
  async function inACommunity() {
    const village = await openVillage()
    const { academy, teacher } = village
    const officer = await academy.person('district-officer')
    const communityId = newId()
    const name = { kk: 'Сынып жетекшілері', ru: '', en: '' }
    await officer.rpc.communities.create.mutate({
      id: communityId,
      name,
      kind: 'theme',
      placeId: academy.places.district,
    })
    const join = (who: typeof teacher) => who.rpc.communities.join.mutate({ id: newId(), communityId })
    await Promise.all([join(teacher), join(village.parent)])
    const community = { kind: 'community', audience: 'community', communityId } as const
    const { roomId } = await openRoom(academy, teacher, community)
    const { topicId } = await startTopic(teacher, roomId)
    await academy.settle()
    return { ...village, officer, communityId, join, roomId, topicId }
  }

  test('by leaving the community hears nothing more, within a second', async () => {
    const { academy, teacher, parent, communityId, topicId, roomId } = await inACommunity()
    await using _ = academy
    const heard = await parent.listen(topicStream(topicId))
    await say(teacher, topicId, 'Бірінші.')
    expect(await heard.settled()).toHaveLength(1)

    await parent.rpc.communities.leave.mutate({ id: newId(), communityId })
    await expect.poll(() => heard.ended, { timeout: 1000 }).toBe(true)
    await say(teacher, topicId, 'Екінші.')
    expect(await heard.settled()).toHaveLength(1)
    expect(await refusalOf(parent.rpc.rooms.open.query({ roomId }))).toEqual({ code: 'not-found' })
  })

  test('by being shown out hears nothing more and does not come back by joining again', async () => {
    const { academy, officer, teacher, parent, communityId, topicId, join } = await inACommunity()
    await using _ = academy
    const heard = await parent.listen(topicStream(topicId))
    await officer.rpc.communities.showOut.mutate({ id: newId(), communityId, memberId: parent.id, on: true })
    await expect.poll(() => heard.ended, { timeout: 1000 }).toBe(true)
    await say(teacher, topicId, 'Сырттағы естімейді.')
    expect(await heard.settled()).toEqual([])
    expect(await refusalOf(join(parent))).toEqual({ code: 'refused' })
    await officer.rpc.communities.showOut.mutate({ id: newId(), communityId, memberId: parent.id, on: false })
    await join(parent)
    await say(parent, topicId, 'Қайтып келдім.')
  })

  test('by losing the role leaves the school’s room', async () => {
    const { academy, parent, teacher, topicId } = await openVillage()
    await using _ = academy
    const leader = await academy.person('school-leader')
    const heard = await parent.listen(topicStream(topicId))
    const role = { memberId: parent.id, role: 'parent', placeId: academy.places.school } as const
    await leader.rpc.members.endRole.mutate({ id: newId(), ...role })
    await expect.poll(() => heard.ended, { timeout: 1000 }).toBe(true)
    await say(teacher, topicId, 'Тек мектептікілерге.')
    expect(await heard.settled()).toEqual([])
  })

  test('is not shown later what was answered to them in the room they left', async () => {
    const { academy, teacher, parent, communityId, topicId } = await inACommunity()
    await using _ = academy
    const { id } = await say(parent, topicId, 'Сұрағым бар.')
    await say(teacher, topicId, 'Құпия жауап.', { replyTo: id })
    await parent.rpc.communities.leave.mutate({ id: newId(), communityId })
    const late = await academy.rooms.streams.after(`member:${parent.id}`, 0)
    expect(late).toMatchObject({ from: 'news' })
    expect(JSON.stringify(late)).not.toContain('Құпия')
  })

  test('is not told later how much is unread in the room they left', async () => {
    const { academy, teacher, parent, communityId, topicId } = await inACommunity()
    await using _ = academy
    await say(teacher, topicId, 'Бірінші.')
    await parent.rpc.rooms.read.mutate({ id: newId(), topicId, upTo: 1 })
    const told = () => academy.rooms.streams.after(`member:${parent.id}`, 0)
    expect(await told()).toMatchObject({ news: [{ kind: 'reading.moved', view: { topicId, unread: 1 } }] })
    await parent.rpc.communities.leave.mutate({ id: newId(), communityId })
    expect(await told()).toMatchObject({ news: [{ kind: 'reading.moved', view: null }] })
  })
})

describe('opening a room', () => {
  test('parents write in rooms and do not open them', async () => {
    const { academy, parent } = await openVillage()
    await using _ = academy
    expect(await refusalOf(openRoom(academy, parent))).toEqual({ code: 'refused' })
  })

  test('a school’s room is at a school, a community’s belongs to one, and each kind has its audience', async () => {
    const { academy } = await openVillage()
    await using _ = academy
    const officer = await academy.person('district-officer')
    const { district, school } = academy.places
    expect(await refusalOf(openRoom(academy, officer, { placeId: district }))).toEqual({
      code: 'bad-input',
      fields: ['placeId'],
    })
    expect(await refusalOf(openRoom(academy, officer, { placeId: newId() }))).toEqual({ code: 'not-found' })
    const community = { kind: 'community', audience: 'community', placeId: school } as const
    expect(await refusalOf(openRoom(academy, officer, { ...community, communityId: newId() }))).toEqual({
      code: 'not-found',
    })
    for (const wrong of [
      { ...community, communityId: null },
      { kind: 'theme', audience: 'community' },
      { kind: 'school', audience: 'members' },
      { kind: 'theme', communityId: newId() },
      { title: { kk: '', ru: ' ', en: '' } },
    ] as const)
      expect((await refusalOf(openRoom(academy, officer, wrong))).code).toBe('bad-input')
  })

  test('for a community needs that one may see it: no leader opens a room in the name of another school’s', async () => {
    const { academy, teacher } = await openVillage()
    await using _ = academy
    const { school, otherSchool } = academy.places
    const communityId = newId()
    const name = { kk: 'Мектептің бірлестігі', ru: '', en: '' }
    await teacher.rpc.communities.create.mutate({ id: communityId, name, kind: 'theme', placeId: school })
    const leader = await academy.person('school-leader', { placeId: otherSchool })
    const room = { kind: 'community', audience: 'community', placeId: otherSchool } as const
    for (const one of [communityId, newId()])
      expect(await refusalOf(openRoom(academy, leader, { ...room, communityId: one }))).toEqual({ code: 'not-found' })
    await openRoom(academy, teacher, { ...room, placeId: school, communityId })
  })

  test('what room moderators did to others is in the audit', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    const { id } = await say(parent, topicId, 'Артық сөз.')
    await teacher.rpc.rooms.delete.mutate({ id: newId(), messageId: id, reason: 'Тақырыптан тыс.' })
    await teacher.rpc.rooms.close.mutate({ id: newId(), topicId, on: true })
    await teacher.rpc.rooms.archive.mutate({ id: newId(), roomId, on: true })
    const { auditOf } = await import('../platform/audit/store.ts')
    const acts = await Promise.all(
      [
        { kind: 'message', id },
        { kind: 'topic', id: topicId },
        { kind: 'room', id: roomId },
      ].map((subject) => auditOf(academy.db.read, subject)),
    )
    expect(acts.flat().map(({ act, actorId, note }) => [act, actorId, note])).toEqual([
      ['rooms.message-deleted', teacher.id, null],
      ['rooms.topic-closed', teacher.id, null],
      ['rooms.archived', teacher.id, null],
    ])
  })
})
