import { type Id, newId, type QuestionState } from '@academy/contract'
import { sign } from '../platform/keys.ts'
import * as tables from '../tables.ts'
import type { World } from './test-cast.ts'
import { defineTable, type Wanted } from './test-lines.ts'

const title = { kk: 'Мектеп пен үй', ru: '', en: '' }
const HOUR = 3600_000
let codes = 100_000

/** A session that its owner hosts, or a guest came into by the link. The one that is over was archived. */
async function make({ academy }: World, { place, owner, over }: Wanted) {
  const now = Date.now()
  const at = new Date(now)
  const [sessionId, questionId, otherId, reviewId, onAirId, awayId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ]
  const { keys } = academy.rooms
  const code = String(++codes).padStart(6, '0')
  if (!over) keys.take(`ballots-${sessionId}`)
  await academy.db.write(async (tx) => {
    await tx.insert(tables.liveSessions).values({
      id: sessionId,
      placeId: place.id,
      hostId: owner.kind === 'member' ? owner.id : place.teacher,
      title,
      opensAt: new Date(now - HOUR),
      startsAt: at,
      closesAt: new Date(now + HOUR),
      archivedAt: over ? at : null,
      ...(over ? {} : { code, codeUntil: new Date(now + HOUR) }),
      naming: 'asker-chooses',
      review: false,
      createdAt: at,
    })
    const question = (id: Id, state: QuestionState) =>
      tx.insert(tables.liveQuestions).values({
        id,
        sessionId,
        authorId: owner.id,
        authorKind: owner.kind,
        anonymous: false,
        body: 'Жол қашан ашылады?',
        state,
        at,
      })
    await question(questionId, 'queued')
    await question(otherId, 'queued')
    await question(reviewId, 'review')
    await question(onAirId, 'answering')
    await question(awayId, 'away')
    if (owner.kind === 'guest')
      await tx.insert(tables.liveParticipants).values({ sessionId, actorId: owner.id, joinedAt: at })
  })
  const key = sign(keys.take('live-links'), `${sessionId} 1`).slice(0, 22)
  return { placeId: place.id, sessionId, questionId, otherId, reviewId, onAirId, awayId, key, code }
}

type Made = Awaited<ReturnType<typeof make>>

const cmd = <T extends object>(more: T) => ({ id: newId(), ...more })
const ref = ({ sessionId }: Made) => ({ sessionId })
const times = () => ({ opensAt: Date.now() - HOUR, startsAt: Date.now(), closesAt: Date.now() + HOUR })
const settings = () => ({ title, naming: 'asker-chooses', review: false, ...times() })

/** Who belongs to the place comes in; a guest where they were let in. */
const ENTER = {
  own: 'PTLRMODFAG',
  same: 'PTLRMODFA',
  near: 'DFA',
  far: 'A',
  ended: 'PTLRMODFAG',
  gone: 'PTLRMODFA',
  unknown: '',
}
const TAKE_PART = { ...ENTER, ended: 'live/closed:PTLRMODFAG', gone: 'live/closed:PTLRMODFA' }
/** The host, and who answers for the place. For everybody else there is no desk. */
const SEE_DESK = { own: 'PTLRMODFA', same: 'LODA', near: 'DA', far: 'A', ended: 'PTLRMODFA', gone: 'LODA', unknown: '' }
const RUN_DESK = { ...SEE_DESK, ended: 'live/closed:PTLRMODFA', gone: 'live/closed:LODA' }
const deed = (questionId: 'questionId' | 'reviewId' | 'onAirId' | 'awayId', more: object = {}) => ({
  input: (it: Made) => cmd({ ...ref(it), questionId: it[questionId], ...more }),
  on: RUN_DESK,
})

export const live = defineTable<Made>({
  room: 'live',
  door: 'members',
  sight: 'live.open',
  make,
  lines: {
    sessions: {
      input: () => ({ limit: 100 }),
      finds: (answer: { items: { id: string }[] }, { sessionId }) => answer.items.some(({ id }) => id === sessionId),
      on: { ...ENTER, own: 'PTLRMODFA', ended: 'PTLRMODFA' },
    },
    create: {
      input: ({ placeId }) => cmd({ placeId, ...settings() }),
      on: { own: 'TLRMODA', same: 'TLRMODA', near: 'DA', far: 'A', unknown: '' },
    },
    update: { input: (it) => cmd({ ...ref(it), ...settings() }), on: RUN_DESK },

    'join (by the link)': {
      sight: 'itself',
      door: 'everybody',
      newcomers: true,
      input: ({ sessionId, key }) => ({ sessionId, key }),
      on: { own: '*', same: '*', near: '*', far: '*', ended: '*', gone: '*', unknown: '' },
    },
    'join (by a made-up key)': {
      door: 'everybody',
      input: ({ sessionId }) => ({ sessionId, key: 'AAAAAAAAAAAAAAAAAAAAAA' }),
      on: { own: '', same: '', near: '', far: '', ended: '', gone: '', unknown: '' },
    },
    'join (by the code)': {
      sight: 'itself',
      door: 'everybody',
      newcomers: true,
      input: ({ code }) => ({ code }),
      on: {
        own: '*',
        same: '*',
        near: '*',
        far: '*',
        ended: 'live/wrong-code:*',
        gone: 'live/wrong-code:*',
        unknown: 'live/wrong-code:*',
      },
    },
    open: { door: 'participants', input: ref, on: ENTER },
    questions: { door: 'participants', input: (it) => ({ ...ref(it), list: 'queue' }), on: ENTER },
    ask: {
      door: 'participants',
      input: (it) => cmd({ ...ref(it), body: 'Автобус қашан жүреді?', anonymous: false }),
      on: TAKE_PART,
    },
    support: {
      door: 'participants',
      input: (it) => cmd({ ...ref(it), questionId: it.questionId, on: true }),
      on: TAKE_PART,
    },

    desk: { input: ref, on: SEE_DESK },
    wall: { input: ref, on: SEE_DESK },
    approve: deed('reviewId'),
    edit: deed('questionId', { body: 'Мектеп жолы қашан ашылады?' }),
    air: deed('questionId'),
    answered: deed('onAirId'),
    answer: deed('questionId', { text: 'Ертең.' }),
    merge: {
      input: (it) => cmd({ ...ref(it), questionId: it.questionId, intoId: it.otherId }),
      on: RUN_DESK,
    },
    decline: deed('questionId', { reason: 'Тақырыптан тыс.' }),
    putAway: deed('questionId'),
    restore: deed('awayId'),
    showCode: { input: (it) => cmd({ ...ref(it), on: true }), on: RUN_DESK },
    archive: { input: (it) => cmd(ref(it)), on: RUN_DESK },
  },
})
