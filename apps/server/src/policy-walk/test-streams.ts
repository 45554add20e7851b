import { deskStream, liveStream, roomStream, topicStream } from '@academy/contract'
import type { Who } from './test-cast.ts'
import type { On, Table } from './test-lines.ts'
import { live } from './test-live.ts'
import { members } from './test-members.ts'
import { rooms } from './test-rooms.ts'

export interface StreamLine {
  table: Table<never>
  part?: string
  of: (thing: Record<string, string>, by: Who) => string
  on: On
}

const streams = <T extends object>(table: Table<T>, of: (thing: T, by: Who) => string, on: On, part?: string) =>
  ({ table, of, on, ...(part ? { part } : {}) }) as unknown as StreamLine

const IN_THE_ROOM: On = {
  own: 'PTLRMODA',
  same: 'PTLRMODA',
  near: 'DA',
  far: 'A',
  ended: 'PTLRMODA',
  gone: 'PTLRMODA',
  unknown: '',
}

/** Who may follow which stream, by its kind. Whoever may not, hears that there is none: strangers and guests, too. */
export const STREAMS: Record<string, StreamLine> = {
  room: streams(rooms, ({ roomId }) => roomStream(roomId), IN_THE_ROOM),
  topic: streams(rooms, ({ topicId }) => topicStream(topicId), IN_THE_ROOM),
  live: streams(live, ({ sessionId }) => liveStream(sessionId), {
    own: 'PTLRMODFAG',
    same: 'PTLRMODFA',
    near: 'DFA',
    far: 'A',
    ended: 'PTLRMODFAG',
    gone: 'PTLRMODFA',
    unknown: '',
  }),
  'live::desk': streams(live, ({ sessionId }) => deskStream(sessionId), {
    own: 'PTLRMODFA',
    same: 'LODA',
    near: 'DA',
    far: 'A',
    ended: 'PTLRMODFA',
    gone: 'LODA',
    unknown: '',
  }),
  member: streams(
    members,
    ({ memberId }) => `member:${memberId}`,
    { own: 'PTLRMODFA', same: '', near: '', far: '', gone: '', unknown: '' },
    'person',
  ),
}
