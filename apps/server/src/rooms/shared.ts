import {
  AcademyError,
  type Actor,
  type AuthorView,
  type CommunityBrief,
  type Id,
  type Member,
  type MessageView,
  type PlaceBrief,
  type PlacePath,
  type PostMessage,
  type RoomFacts,
  type RoomView,
  roomStream,
  type TopicView,
  topicStream,
} from '@academy/contract'
import type { Db, Store } from '@academy/database'
import { maskIins } from '@academy/language'
import { mayEnterRoom } from '@academy/policy'
import { heldPathsOf } from '../communities/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Commands } from '../platform/commands.ts'
import type { DoDeed, ToTell } from '../platform/deeds.ts'
import type { Streams } from '../platform/streams.ts'
import { findMessages, type MessageRow } from './messages-store.ts'
import { factsOf, presentMessage, presentRoom, presentTopic, withMarks } from './present.ts'
import { countReactions } from './saying/store.ts'
import { findRoom, type RoomRow } from './store.ts'
import { findSpot, type RoomKey, type Spot, type TopicRow } from './topics-store.ts'

const MOST_STANDING = 5000

export interface RoomsDeps {
  db: Store
  clock: Clock
  commands: Commands
  doDeed: DoDeed
  streams: Streams
  places: {
    pathOf(placeId: Id): Promise<PlacePath | undefined>
    briefs(ids: readonly Id[]): Promise<Map<Id, PlaceBrief>>
  }
  communities: {
    sees(member: Member, communityId: Id, heldPaths: readonly PlacePath[]): Promise<boolean>
    has(member: Member, communityId: Id, heldPaths: readonly PlacePath[]): Promise<boolean>
    joinedBy(member: Member, heldPaths: readonly PlacePath[]): Promise<Id[]>
    briefs(ids: readonly Id[]): Promise<Map<Id, CommunityBrief>>
  }
  members: {
    /** Name, main role and village, of those who still have an account. */
    profilesOf(ids: readonly Id[]): Promise<Map<Id, Omit<AuthorView, 'id'>>>
    /** Somebody with the roles they hold now. */
    memberOf(id: Id): Promise<Member | undefined>
  }
  /** How many people follow a stream now. */
  following(stream: string): number
  pace?: { atOnce: number; perMinute: number }
}

export interface Entered<T> {
  row: T
  facts: RoomFacts
}

/** What rooms, topics and messages stand on: who may come in, and how things look. */
export function createRoomsShared(deps: RoomsDeps) {
  const { db, places, communities, members } = deps

  async function factsFor(actor: Actor, room: RoomKey): Promise<RoomFacts> {
    if (actor.kind !== 'member') return factsOf(room, [], false)
    const heldPaths = await heldPathsOf(places, actor)
    const joined = room.communityId !== null && (await communities.has(actor, room.communityId, heldPaths))
    return factsOf(room, heldPaths, joined)
  }

  async function mayLook(actor: Actor, room: RoomKey | undefined): Promise<boolean> {
    return room !== undefined && mayEnterRoom(actor, await factsFor(actor, room))
  }

  /** One answer for what is not there and what is not theirs. */
  async function enter<T extends RoomKey>(actor: Actor, row: T | undefined): Promise<Entered<T>> {
    if (!row) throw new AcademyError('not-found')
    const facts = await factsFor(actor, row)
    if (!mayEnterRoom(actor, facts)) throw new AcademyError('not-found')
    return { row, facts }
  }

  const enterRoom = async (actor: Actor, roomId: Id): Promise<Entered<RoomRow>> =>
    enter(actor, await findRoom(db.read, roomId))
  const enterTopic = async (actor: Actor, topicId: Id): Promise<Entered<Spot>> =>
    enter(actor, await findSpot(db.read, topicId))

  /** Of topics written in lately, what never changes: where they stand and whom their room is for. */
  const standing = new Map<Id, Spot>()

  async function standingOf(topicId: Id): Promise<Spot | undefined> {
    const known = standing.get(topicId)
    if (known) return known
    const spot = await findSpot(db.read, topicId)
    if (!spot) return undefined
    if (standing.size >= MOST_STANDING) standing.clear()
    const lasting = { ...spot, closedAt: null, archivedAt: null, hostId: null }
    standing.set(topicId, lasting)
    return lasting
  }

  /** For posting, which every message pays for: whether the topic still takes messages is asked by the write itself. */
  const enterToPost = async (actor: Actor, topicId: Id): Promise<Entered<Spot>> =>
    enter(actor, await standingOf(topicId))

  async function authorsOf(ids: readonly (Id | null)[]): Promise<Map<Id, AuthorView>> {
    const profiles = await members.profilesOf([...new Set(ids.flatMap((id) => id ?? []))])
    return new Map([...profiles].map(([id, { name, role, place }]) => [id, { id, name, role, place }]))
  }

  async function presentRooms(rows: readonly RoomRow[]): Promise<RoomView[]> {
    const [around, joint] = await Promise.all([
      places.briefs(rows.map((row) => row.placeId)),
      communities.briefs(rows.flatMap((row) => row.communityId ?? [])),
    ])
    return rows.map((row) => {
      const place = around.get(row.placeId)
      // A room's place cannot go: the database holds on to it.
      if (!place) throw new AcademyError('fault')
      return presentRoom(row, place, joint.get(row.communityId ?? '') ?? null)
    })
  }

  async function presentTopics(rows: readonly TopicRow[]): Promise<TopicView[]> {
    const answers = await findMessages(
      db.read,
      rows.flatMap((row) => row.answerId ?? []),
    )
    const authors = await authorsOf([...rows, ...answers.values()].map((row) => row.authorId))
    return rows.map((row) => presentTopic(row, authors, answers.get(row.answerId ?? '')))
  }

  async function presentMessages(read: Db, rows: readonly MessageRow[]): Promise<MessageView[]> {
    const quoted = await findMessages(
      read,
      rows.flatMap((row) => row.replyTo ?? []),
    )
    const authors = await authorsOf([...rows, ...quoted.values()].map((row) => row.authorId))
    const reacted = await countReactions(
      read,
      rows.map(({ id }) => id),
    )
    return rows.map((row) =>
      withMarks(presentMessage(row, authors, quoted.get(row.replyTo ?? '')), reacted.get(row.id)),
    )
  }

  return { factsFor, mayLook, enter, enterRoom, enterTopic, enterToPost, presentRooms, presentTopics, presentMessages }
}

export type RoomsShared = ReturnType<typeof createRoomsShared>

/** What a change of a topic is to those in it and to those who see its room. */
export const topicChanged = (row: { topicId: Id; roomId: Id }): ToTell[] => [
  { stream: topicStream(row.topicId), kind: 'topic.changed', subjectId: row.topicId },
  { stream: roomStream(row.roomId), kind: 'topic.changed', subjectId: row.topicId },
]

/** A row for a message as it was sent. Numbers like an IIN are masked here, whatever the form had warned of. */
export const newMessage = (
  message: Pick<PostMessage, 'id' | 'topicId' | 'body' | 'language' | 'replyTo' | 'composedAt'> & {
    n: number
    authorId: Id | null
    at: Date
  },
): MessageRow => ({
  id: message.id,
  topicId: message.topicId,
  n: message.n,
  authorId: message.authorId,
  body: maskIins(message.body),
  language: message.language,
  replyTo: message.replyTo,
  at: message.at,
  composedAt: message.composedAt === undefined ? null : new Date(message.composedAt),
  editedAt: null,
  deletedAt: null,
  deletedBy: null,
  reason: null,
})
