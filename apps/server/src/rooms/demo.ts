import { type Id, newId } from '@academy/contract'
import type { Store } from '@academy/database'
import { addCommunities, newCommunity } from '../communities/index.ts'
import { DEMO_COMMUNITIES, DEMO_ROOMS, type DemoTopic } from './demo-talk.ts'
import { addMessages, type MessageRow } from './messages-store.ts'
import { newRoom } from './service.ts'
import { newMessage } from './shared.ts'
import { addReadings, addRooms } from './store.ts'
import { addTopic, type TopicRow } from './topics-store.ts'

const MINUTE = 60_000

export interface DemoGround {
  district: Id
  /** Demo schools by name, such as `Талапкер 1`. */
  schools: ReadonlyMap<string, Id>
  people: readonly { id: Id; name: string }[]
}

/** Gives a new database communities, rooms and what was said in them over the last days. */
export async function fillRooms(
  deps: {
    db: Pick<Store, 'write'>
    places: { pathOf(placeId: Id): Promise<readonly Id[] | undefined> }
    now: Date
    since: Date
  },
  ground: DemoGround,
): Promise<void> {
  const { db, places, now, since } = deps
  const found = <T>(thing: T | undefined, name: string): T => {
    if (thing === undefined) throw new TypeError(`nothing in the demo is called ${name}`)
    return thing
  }
  const ids = new Map(ground.people.map(({ name, id }) => [name, id]))
  const who = (name: string) => found(ids.get(name), name)
  const placeOf = (name: string) => (name === 'district' ? ground.district : found(ground.schools.get(name), name))
  const pathOf = async (placeId: Id) => found(await places.pathOf(placeId), placeId)

  const communityIds = new Map(DEMO_COMMUNITIES.map(({ key }) => [key, newId()]))
  const communities = await Promise.all(
    DEMO_COMMUNITIES.map(async ({ key, name, kind, at }) => {
      const placeId = at === null ? null : placeOf(at)
      const path = placeId === null ? [] : await pathOf(placeId)
      return newCommunity({ id: found(communityIds.get(key), key), name, kind, placeId, path, at: since })
    }),
  )
  const people = DEMO_COMMUNITIES.flatMap(({ key, people }) =>
    people.map((name) => ({
      communityId: found(communityIds.get(key), key),
      memberId: who(name),
      joinedAt: since,
      shownOutAt: null,
    })),
  )
  const rooms = await Promise.all(
    DEMO_ROOMS.map(async (room) => {
      const placeId = placeOf(room.at)
      const communityId = room.community === undefined ? null : found(communityIds.get(room.community), room.community)
      const { title, kind, audience, topics, host } = room
      const made = { id: newId(), title, kind, audience, placeId, communityId, hostId: who(host), at: since }
      return { row: newRoom({ ...made, path: await pathOf(placeId) }), topics }
    }),
  )
  const talks = rooms.flatMap(({ row, topics }) => topics.map((topic) => talkOf(row.id, topic, who, now)))

  await db.write(async (tx) => {
    await addCommunities(tx, { communities, people })
    await addRooms(
      tx,
      rooms.map(({ row }) => row),
    )
    for (const { topic, messages } of talks) {
      await addTopic(tx, topic)
      await addMessages(tx, messages)
      await addReadings(tx, readingsOf(topic, messages))
    }
  })
}

function talkOf(
  roomId: Id,
  { title, ago, talk }: DemoTopic,
  who: (name: string) => Id,
  now: Date,
): { topic: TopicRow; messages: MessageRow[] } {
  const topicId = newId()
  const ids = talk.map(() => newId())
  const lasted = talk.reduce((sum, { after }) => sum + after, 0)
  let at = now.getTime() - (ago + lasted) * MINUTE
  const messages = talk.map(({ who: name, says, language, answers, after }, n) => {
    at += after * MINUTE
    return newMessage({
      id: ids[n] as Id,
      topicId,
      n: n + 1,
      authorId: who(name),
      body: says,
      language: language ?? 'kk',
      replyTo: answers === undefined ? null : (ids[answers - 1] as Id),
      at: new Date(at),
    })
  })
  const [first] = messages as [MessageRow]
  const topic = {
    id: topicId,
    roomId,
    title,
    authorId: first.authorId,
    at: first.at,
    lastAt: new Date(at),
    lastN: messages.length,
    messages: messages.length,
    closedAt: null,
    resolvedAt: null,
    answerId: null,
    pinnedAt: null,
  }
  return { topic, messages }
}

/** Everybody has read as far as they wrote; what came after is new to them. */
function readingsOf(topic: TopicRow, messages: readonly MessageRow[]) {
  const upTo = new Map<Id, number>()
  for (const { authorId, n } of messages) if (authorId) upTo.set(authorId, n)
  return [...upTo].map(([memberId, n]) => ({ memberId, topicId: topic.id, upTo: n }))
}
