import { type FollowLevel, newId, personalStream } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { openRoom, openVillage, say, startTopic } from './test-village.ts'

type Village = Awaited<ReturnType<typeof openVillage>>
type Who = Village['parent']

const followTopic = (who: Who, topicId: string, level: FollowLevel | null) =>
  who.rpc.rooms.followTopic.mutate({ id: newId(), topicId, level })
const followRoom = (who: Who, roomId: string, level: FollowLevel | null) =>
  who.rpc.rooms.followRoom.mutate({ id: newId(), roomId, level })

const unreadIn = async (who: Who, roomId: string) =>
  (await who.rpc.rooms.list.query({ limit: 100 })).items.find(({ id }) => id === roomId)?.unread
const topicFor = async (who: Who, roomId: string, topicId: string) =>
  (await who.rpc.rooms.topics.query({ roomId })).items.find(({ id }) => id === topicId)
const toCatchUp = async (who: Who) => (await who.rpc.rooms.catchUp.query({})).items.map(({ id }) => id)

describe('following', () => {
  test('whoever begins a topic follows it; others are told of what concerns them', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    expect(await topicFor(teacher, roomId, topicId)).toMatchObject({ follow: 'all' })
    expect(await topicFor(parent, roomId, topicId)).toMatchObject({ follow: 'mentions', unread: 1 })
  })

  test('what is muted counts nowhere as new, and opens where one stopped all the same', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    await say(teacher, topicId, 'Жол жабық.')
    await followTopic(parent, topicId, 'none')

    expect(await unreadIn(parent, roomId)).toBe(0)
    expect(await topicFor(parent, roomId, topicId)).toMatchObject({ follow: 'none', unread: 0 })
    expect(await toCatchUp(parent)).toEqual([])
    const opened = await parent.rpc.rooms.topic.query({ topicId })
    expect(opened).toMatchObject({ firstUnread: 1, follow: { chosen: 'none', level: 'none' } })

    await followTopic(parent, topicId, null)
    expect(await unreadIn(parent, roomId)).toBe(2)
  })

  test('a topic follows its room until somebody chooses for it alone', async () => {
    const { academy, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    await followRoom(parent, roomId, 'none')
    expect(await unreadIn(parent, roomId)).toBe(0)
    expect((await parent.rpc.rooms.open.query({ roomId })).follow).toEqual({ chosen: 'none', level: 'none' })

    await followTopic(parent, topicId, 'mentions')
    expect(await unreadIn(parent, roomId)).toBe(1)
    await followRoom(parent, roomId, null)
    await followTopic(parent, topicId, null)
    expect((await parent.rpc.rooms.topic.query({ topicId })).follow).toEqual({ chosen: null, level: 'mentions' })
  })

  test('how one follows is told to one’s other devices and to nobody else', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    const mine = await parent.listen(personalStream({ kind: 'member', id: parent.id, name: '', roles: [] }))
    const theirs = await teacher.listen(personalStream({ kind: 'member', id: teacher.id, name: '', roles: [] }))
    await followTopic(parent, topicId, 'all')
    await followRoom(parent, roomId, 'none')
    expect((await mine.settled()).map(({ kind, view }) => [kind, view])).toEqual([
      ['following.topic', { roomId, topicId, chosen: 'all', level: 'all' }],
      ['following.room', { roomId, topicId: null, chosen: 'none', level: 'none' }],
    ])
    expect(await theirs.settled()).toEqual([])
  })

  test('of a room one may not enter nothing is followed', async () => {
    const { academy, roomId, topicId } = await openVillage()
    await using _ = academy
    const other = await academy.person('parent', { placeId: academy.places.otherSchool })
    expect(await refusalOf(followRoom(other, roomId, 'all'))).toMatchObject({ code: 'not-found' })
    expect(await refusalOf(followTopic(other, topicId, 'all'))).toMatchObject({ code: 'not-found' })
  })

  test('“my data” says what one follows, and with the account that goes', async () => {
    const { academy, parent, topicId } = await openVillage()
    await using _ = academy
    await followTopic(parent, topicId, 'all')
    const data = await academy.rooms.rooms.contributeToExport(parent.id)
    expect(data.follows).toEqual([{ id: topicId, level: 'all' }])
    await academy.db.write((tx) => academy.rooms.rooms.onMemberErased(tx, parent.id))
    expect((await academy.rooms.rooms.contributeToExport(parent.id)).follows).toEqual([])
  })
})

describe('catching up', () => {
  test('shows what is new in all one’s rooms, the liveliest first, and no longer once it was read', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    const second = await openRoom(academy, teacher, { kind: 'theme', audience: 'members' })
    const there = await startTopic(teacher, second.roomId, { title: 'Ортақ бөлме' })
    const quiet = await startTopic(parent, roomId, { title: 'Өзім бастадым' })
    await say(teacher, topicId, 'Ең соңғысы')

    const page = await parent.rpc.rooms.catchUp.query({})
    expect(page.items.map(({ id, unread }) => [id, unread])).toEqual([
      [topicId, 2],
      [there.topicId, 1],
    ])
    expect(page.items[0]?.room.kk).toBe('Мектеп бөлмесі')
    expect(await toCatchUp(teacher)).toEqual([quiet.topicId])

    await parent.rpc.rooms.read.mutate({ id: newId(), topicId, upTo: 2 })
    expect(await toCatchUp(parent)).toEqual([there.topicId])
  })

  test('goes on page by page, meets every topic once, and shows nothing of archived rooms', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    const more = []
    for (let n = 0; n < 4; n++) more.push((await startTopic(teacher, roomId, { title: `Тақырып ${n}` })).topicId)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof parent.rpc.rooms.catchUp.query>> = await parent.rpc.rooms.catchUp.query({
        limit: 2,
        cursor,
      })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual([...more.reverse(), topicId])

    await teacher.rpc.rooms.archive.mutate({ id: newId(), roomId, on: true })
    expect(await toCatchUp(parent)).toEqual([])
  })

  test('a room’s topics can be listed by what is new alone', async () => {
    const { academy, teacher, parent, roomId, topicId } = await openVillage()
    await using _ = academy
    const own = await startTopic(parent, roomId)
    const fresh = async (who: Who) =>
      (await who.rpc.rooms.topics.query({ roomId, unread: true })).items.map(({ id }) => id)
    expect(await fresh(parent)).toEqual([topicId])
    expect(await fresh(teacher)).toEqual([own.topicId])
  })
})
