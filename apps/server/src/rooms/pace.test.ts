import { AcademyError, LIMITS } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { createPace } from './pace.ts'
import { openVillage, saidIn, say, words } from './test-village.ts'

const written =
  (fresh = true) =>
  async () => ({ done: { id: 'x', at: 0 }, fresh })

/** Somebody's pace with hands on the clock. */
function walk(limits?: { atOnce: number; perMinute: number }) {
  let now = 1_800_000_000_000
  const pace = createPace({ now: () => new Date(now) }, limits)
  const wait = (seconds: number) => {
    now += seconds * 1000
  }
  return { pace, wait }
}

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason) => reason,
  )
  if (!(error instanceof AcademyError)) throw new TypeError('was not refused')
  return { code: error.code, ...error.details }
}

test('an outbox of two hundred goes through at once; the next waits three seconds', async () => {
  const { pace, wait } = walk()
  for (let n = 0; n < LIMITS.posts.atOnce; n++) await pace.spend('a', written())
  expect(await refused(pace.spend('a', written()))).toEqual({ code: 'too-many', retryAfter: 3 })
  wait(3)
  await pace.spend('a', written())
  expect(await refused(pace.spend('a', written()))).toEqual({ code: 'too-many', retryAfter: 3 })
})

test('a flood gets twenty a minute and no more, however long it tries', async () => {
  const { pace, wait } = walk()
  for (let n = 0; n < LIMITS.posts.atOnce; n++) await pace.spend('a', written())
  let through = 0
  for (let second = 0; second < 600; second++) {
    wait(1)
    for (let tries = 0; tries < 5; tries++)
      await pace.spend('a', written()).then(
        () => through++,
        () => {},
      )
  }
  expect(through).toBe(10 * LIMITS.posts.perMinute)
})

test('one person’s flood does not slow another', async () => {
  const { pace } = walk({ atOnce: 2, perMinute: 20 })
  for (let n = 0; n < 2; n++) await pace.spend('a', written())
  expect((await refused(pace.spend('a', written()))).code).toBe('too-many')
  await pace.spend('b', written())
})

test('what was refused or had been written before costs nothing', async () => {
  const { pace } = walk({ atOnce: 1, perMinute: 1 })
  const fails = async () => {
    throw new AcademyError('rooms/topic-closed')
  }
  for (let n = 0; n < 5; n++) expect((await refused(pace.spend('a', fails))).code).toBe('rooms/topic-closed')
  for (let n = 0; n < 5; n++) await pace.spend('a', written(false))
  await pace.spend('a', written())
  expect(await refused(pace.spend('a', written()))).toEqual({ code: 'too-many', retryAfter: 60 })
})

test('whoever writes too much is told when to try again, and a message sent before still gets its answer', async () => {
  const { academy, parent, topicId } = await openVillage({ rooms: { rooms: { pace: { atOnce: 3, perMinute: 6 } } } })
  await using _ = academy
  const first = words(topicId, 'Бірінші.')
  const done = await parent.rpc.rooms.post.mutate(first)
  await say(parent, topicId, 'Екінші.')
  await say(parent, topicId, 'Үшінші.')
  expect(await refusalOf(say(parent, topicId, 'Төртінші.'))).toEqual({ code: 'too-many', retryAfter: 10 })
  expect(await parent.rpc.rooms.post.mutate(first)).toEqual(done)
  expect(await saidIn(parent, topicId)).toHaveLength(4)
})
