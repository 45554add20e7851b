import { type Id, newId } from '@academy/contract'
import type { Letter } from './test-cast.ts'
import { communities } from './test-communities.ts'
import { live } from './test-live.ts'
import { members } from './test-members.ts'
import { rooms } from './test-rooms.ts'
import type { AnyTable, Thing } from './test-tries.ts'

/** A deed on what is one's own that names something else besides: a thing that stands elsewhere is as good as none. */
export interface Crossed {
  procedure: string
  by: Letter
  table: AnyTable
  part?: string
  /** Which of the far thing's ids is named; with `hidden`, which of one's own is not to be named. */
  names: string
  hidden?: true
  input: (own: Thing, named: Id) => object
}

const cmd = (more: object) => ({ id: newId(), ...more })
const onQuestion = (procedure: string, more: object = {}): Crossed => ({
  procedure: `live.${procedure}`,
  by: 'T',
  table: live as unknown as AnyTable,
  names: 'questionId',
  input: ({ sessionId }, questionId) => cmd({ sessionId, questionId, ...more }),
})

export const CROSSED: Crossed[] = [
  onQuestion('approve'),
  onQuestion('edit', { body: 'Басқаша' }),
  onQuestion('air'),
  onQuestion('answered'),
  onQuestion('answer', { text: 'Ертең.' }),
  onQuestion('decline', { reason: 'Тақырыптан тыс.' }),
  onQuestion('putAway'),
  onQuestion('restore'),
  {
    ...onQuestion('merge'),
    input: ({ sessionId, questionId }, intoId) => cmd({ sessionId, questionId, intoId }),
  },
  { ...onQuestion('support', { on: true }), by: 'G' },
  // What waits for review or was put away is not there for the hall.
  { ...onQuestion('support', { on: true }), by: 'G', names: 'reviewId', hidden: true },
  { ...onQuestion('support', { on: true }), by: 'G', names: 'awayId', hidden: true },
  {
    procedure: 'rooms.post',
    by: 'P',
    table: rooms as unknown as AnyTable,
    names: 'messageId',
    input: ({ topicId }, replyTo) => cmd({ topicId, replyTo, body: 'Мен де.' }),
  },
  {
    procedure: 'communities.showOut',
    by: 'L',
    table: communities as unknown as AnyTable,
    names: 'memberId',
    input: ({ communityId }, memberId) => cmd({ communityId, memberId, on: true }),
  },
  {
    procedure: 'members.grantRole',
    by: 'L',
    table: members as unknown as AnyTable,
    part: 'person',
    names: 'memberId',
    input: ({ placeId }, memberId) => cmd({ placeId, memberId, role: 'parent' }),
  },
]
