import type { Actor, FollowLevel, Id, PlacePath, Role, RoomFacts, RoomKind } from '@academy/contract'
import { KEEPERS, standsIn } from './communities.ts'
import { holds, isMember } from './roles.ts'

const HOSTS: readonly Role[] = [...KEEPERS, 'teacher', 'trainer']

/** Open a room at a place. A community's room is opened by somebody of the community, or by who answers for the place. */
export const mayOpenRoom = (actor: Actor, room: { kind: RoomKind; placePath: PlacePath; joined: boolean }): boolean =>
  holds(actor, HOSTS, room.placePath) && (room.kind !== 'community' || room.joined || keeps(actor, room))

const keeps = (actor: Actor, room: { placePath: PlacePath }): boolean => holds(actor, KEEPERS, room.placePath)

/**
 * A school's room is for those of that very school: a trainer or a partner of the district does not listen in on its parents.
 * Other rooms of a place are for all who stand there.
 */
const isFor = (actor: Actor, room: RoomFacts): boolean => {
  if (!isMember(actor)) return false
  if (room.audience === 'members') return true
  if (room.audience === 'community') return room.joined
  if (room.kind === 'school') return actor.roles.some((held) => held.placeId === room.placePath.at(-1))
  return standsIn(actor, room.placePath, room.heldPaths)
}

/** Read the room and follow it. */
export const mayEnterRoom = (actor: Actor, room: RoomFacts): boolean => isFor(actor, room) || keeps(actor, room)

/** Close topics, take away what does not belong, archive. The host of a room does so for as long as they are in it. */
export const mayModerateRoom = (actor: Actor, room: RoomFacts): boolean =>
  keeps(actor, room) || (isFor(actor, room) && isMember(actor) && actor.id === room.hostId)

export const mayArchiveRoom = mayModerateRoom

export const mayStartTopic = (actor: Actor, room: RoomFacts): boolean => mayEnterRoom(actor, room) && !room.archived

/** Everybody who may read may write, as long as the topic is open. */
export const mayPost = (actor: Actor, room: RoomFacts, topic: { closed: boolean }): boolean =>
  mayStartTopic(actor, room) && !topic.closed

/** A topic's title belongs to who began it; a room moderator mends it too, for a title may name a child. */
export const mayRenameTopic = (actor: Actor, room: RoomFacts, topic: { authorId: Id | null }): boolean =>
  mayModerateRoom(actor, room) || (mayStartTopic(actor, room) && isMember(actor) && actor.id === topic.authorId)

export const mayCloseTopic = mayModerateRoom

/** Who asked says what settled it; a room moderator does, too. */
export const mayResolveTopic = (actor: Actor, room: RoomFacts, topic: { authorId: Id | null }): boolean =>
  !room.archived && mayRenameTopic(actor, room, topic)

export const mayPinTopic = (actor: Actor, room: RoomFacts): boolean => mayModerateRoom(actor, room) && !room.archived

/** How closely a topic is followed: by the choice made for it, or for its room, or as everybody does at first. */
export const followLevel = (topic: FollowLevel | null, room: FollowLevel | null): FollowLevel =>
  topic ?? room ?? 'mentions'

const isOwn = (actor: Actor, message: { authorId: Id | null }): boolean =>
  isMember(actor) && actor.id === message.authorId

/** Nobody edits another's words; a room moderator takes them away instead. */
export const mayEditMessage = (
  actor: Actor,
  room: RoomFacts,
  message: { authorId: Id | null; closed: boolean },
): boolean => mayPost(actor, room, message) && isOwn(actor, message)

/** How a message read before it was edited: a word taken back in an edit is no less said to who answers for the room. */
export const mayReadEarlier = (actor: Actor, room: RoomFacts, message: { authorId: Id | null }): boolean =>
  mayEnterRoom(actor, room) && (isOwn(actor, message) || mayModerateRoom(actor, room))

/** One's own words may always be taken back, also where nothing is written any more. */
export const mayDeleteMessage = (actor: Actor, room: RoomFacts, message: { authorId: Id | null }): boolean =>
  mayEnterRoom(actor, room) && (isOwn(actor, message) || mayModerateRoom(actor, room))
