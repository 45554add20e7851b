import { type Id, newId } from '@academy/contract'
import { scopeOf } from '../communities/index.ts'
import * as tables from '../tables.ts'
import type { World } from './test-cast.ts'
import { makeCommunity } from './test-communities.ts'
import { defineTable, type Wanted } from './test-lines.ts'

const title = { kk: 'Мектеп бөлмесі', ru: '', en: '' }

/**
 * One's own room; one's own topic in another's room; one's own message in another's topic.
 * Over: the room is archived; one's own topic stands in an archived room, another's is closed; the message was deleted.
 */
async function make(world: World, wanted: Wanted) {
  const { academy } = world
  const { place, owner, over } = wanted
  const at = new Date()
  const own = owner.id !== place.teacher
  const [roomId, hall, topicId, open, messageId] = [newId(), newId(), newId(), newId(), newId()]
  await academy.db.write(async (tx) => {
    const room = (id: Id, hostId: Id, archived: boolean) =>
      tx.insert(tables.rooms).values({
        id,
        kind: 'school',
        audience: 'place',
        placeId: place.id,
        scope: scopeOf(place.path),
        communityId: null,
        title,
        hostId,
        archivedAt: archived ? at : null,
        createdAt: at,
      })
    const topic = (id: Id, of: Id, authorId: Id, closed: boolean) =>
      tx.insert(tables.topics).values({
        id,
        roomId: of,
        title: 'Қысқы жол',
        authorId,
        at,
        lastAt: at,
        lastN: 1,
        messages: 1,
        closedAt: closed ? at : null,
      })
    const message = (id: Id, of: Id, deleted: boolean) =>
      tx.insert(tables.messages).values({
        id,
        topicId: of,
        n: 1,
        authorId: owner.id,
        body: deleted ? '' : 'Боранда сабақ қалай болады?',
        at,
        ...(deleted ? { deletedAt: at, deletedBy: 'author' as const } : {}),
      })
    await room(roomId, owner.id, over)
    await room(hall, place.teacher, over && own)
    await topic(topicId, hall, owner.id, over && !own)
    await topic(open, roomId, place.teacher, false)
    await message(newId(), topicId, false)
    await message(messageId, open, over)
  })
  return { placeId: place.id, roomId, topicId, messageId, ...(await community(world, wanted)) }
}

const community = async (world: World, wanted: Wanted) => {
  const { communityId } = await makeCommunity(world, wanted)
  return { communityId }
}

const cmd = <T extends object>(more: T) => ({ id: newId(), ...more })
const byRoom = ({ roomId }: { roomId: string }) => ({ roomId })
const byTopic = ({ topicId }: { topicId: string }) => ({ topicId })
const body = 'Мен де айтайын.'

/** A school's room is for those of that very school, and for who answers for places above. */
const SEEN = {
  own: 'PTLRMODA',
  same: 'PTLRMODA',
  near: 'DA',
  far: 'A',
  ended: 'PTLRMODA',
  gone: 'PTLRMODA',
  unknown: '',
}
const OPENERS = {
  own: 'TLRODA refused:PMF',
  same: 'TLRODA refused:PMF',
  near: 'DA refused:PTLRMOF',
  far: 'A refused:PTLRMODF',
  unknown: '',
}

export const rooms = defineTable({
  room: 'rooms',
  door: 'members',
  sight: 'rooms.open',
  make,
  lines: {
    open: { input: byRoom, on: SEEN },
    list: {
      input: () => ({ limit: 100 }),
      finds: (answer: { items: { id: string }[] }, { roomId }) => answer.items.some(({ id }) => id === roomId),
      on: { ...SEEN, ended: '', gone: '' },
    },
    'list (archived)': {
      input: () => ({ archived: true, limit: 100 }),
      finds: (answer: { items: { id: string }[] }, { roomId }) => answer.items.some(({ id }) => id === roomId),
      on: { ...SEEN, own: '', same: '', near: '', far: '' },
    },
    'create (a school’s)': {
      sight: 'itself',
      input: ({ placeId }) => cmd({ title, kind: 'school', audience: 'place', placeId, communityId: null }),
      on: OPENERS,
    },
    // At one's own place for a community one may see, by who is in it or who answers for the place.
    'create (a community’s)': {
      sight: 'communities.open',
      input: ({ communityId }, by) =>
        cmd({ title, kind: 'community', audience: 'community', placeId: by.place, communityId }),
      on: {
        own: 'TLRODA refused:PMF',
        same: 'LODA refused:PTRMF',
        near: 'DA refused:F',
        far: 'A',
        unknown: '',
      },
    },
    archive: {
      input: (it) => cmd({ ...byRoom(it), on: true }),
      on: {
        own: 'PTLRMODA',
        same: 'LODA refused:PTRM',
        near: 'DA',
        far: 'A',
        ended: 'PTLRMODA',
        gone: 'LODA refused:PTRM',
        unknown: '',
      },
    },

    topics: { input: byRoom, on: SEEN },
    start: {
      input: (it) => cmd({ ...byRoom(it), title: 'Тақырып', messageId: newId(), body }),
      on: { ...SEEN, ended: 'rooms/archived:PTLRMODA', gone: 'rooms/archived:PTLRMODA' },
    },
    rename: {
      input: (it) => cmd({ ...byTopic(it), title: 'Басқаша' }),
      on: {
        own: 'PTLRMODA',
        same: 'LODA refused:PTRM',
        near: 'DA',
        far: 'A',
        ended: 'LODA rooms/archived:PTRM',
        gone: 'LODA refused:PTRM',
        unknown: '',
      },
    },
    close: {
      input: (it) => cmd({ ...byTopic(it), on: true }),
      on: {
        own: 'LODA refused:PTRM',
        same: 'LODA refused:PTRM',
        near: 'DA',
        far: 'A',
        ended: 'LODA refused:PTRM',
        gone: 'LODA refused:PTRM',
        unknown: '',
      },
    },

    resolve: {
      input: (it) => cmd({ ...byTopic(it), on: true }),
      on: {
        own: 'PTLRMODA',
        same: 'LODA refused:PTRM',
        near: 'DA',
        far: 'A',
        ended: 'rooms/archived:PTLRMODA',
        gone: 'LODA refused:PTRM',
        unknown: '',
      },
    },
    pin: {
      input: (it) => cmd({ ...byTopic(it), on: true }),
      on: {
        own: 'LODA refused:PTRM',
        same: 'LODA refused:PTRM',
        near: 'DA',
        far: 'A',
        ended: 'rooms/archived:LODA refused:PTRM',
        gone: 'LODA refused:PTRM',
        unknown: '',
      },
    },
    followRoom: { input: (it) => cmd({ ...byRoom(it), level: 'none' }), on: SEEN },
    followTopic: { input: (it) => cmd({ ...byTopic(it), level: 'all' }), on: SEEN },
    // What one wrote oneself is not new to one.
    catchUp: {
      input: () => ({ limit: 100 }),
      finds: (answer: { items: { roomId: string }[] }, { roomId }) =>
        answer.items.some((item) => item.roomId === roomId),
      on: { ...SEEN, own: '', ended: '', gone: '' },
    },

    topic: { input: byTopic, on: SEEN },
    messages: { input: (it) => ({ ...byTopic(it), after: 0 }), on: SEEN },
    post: {
      input: (it) => cmd({ ...byTopic(it), body }),
      on: { ...SEEN, ended: 'rooms/archived:PTLRMODA', gone: 'rooms/topic-closed:PTLRMODA' },
    },
    edit: {
      input: ({ messageId }) => cmd({ messageId, body }),
      on: {
        own: 'PTLRMODA',
        same: 'refused:PTLRMODA',
        near: 'refused:DA',
        far: 'refused:A',
        ended: 'rooms/message-gone:PTLRMODA',
        gone: 'refused:PTLRMODA',
        unknown: '',
      },
    },
    delete: {
      input: ({ messageId }) => cmd({ messageId, reason: 'Тақырыптан тыс.' }),
      on: {
        own: 'PTLRMODA',
        same: 'LODA refused:PTRM',
        near: 'DA',
        far: 'A',
        ended: 'rooms/message-gone:PTLRMODA',
        gone: 'rooms/message-gone:LODA refused:PTRM',
        unknown: '',
      },
    },
    react: {
      input: ({ messageId }) => cmd({ messageId, kind: 'thanks', on: true }),
      on: {
        ...SEEN,
        ended: 'rooms/message-gone:PTLRMODA',
        gone: 'rooms/message-gone:PTLRMODA',
      },
    },
    earlier: {
      input: ({ messageId }) => ({ messageId }),
      on: {
        own: 'PTLRMODA',
        same: 'LODA refused:PTRM',
        near: 'DA',
        far: 'A',
        ended: 'PTLRMODA',
        gone: 'LODA refused:PTRM',
        unknown: '',
      },
    },
    read: { input: (it) => cmd({ ...byTopic(it), upTo: 1 }), on: SEEN },
  },
})
