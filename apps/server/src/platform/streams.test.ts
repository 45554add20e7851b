import { LIMITS, newId } from '@academy/contract'
import { openAcademy } from '@academy/testkit'
import { expect, test } from 'vitest'
import { addNews } from './store.ts'

const DAY = 24 * 3600_000

test('whoever was away for a thousand news hears them; one more, or thirty days, and they are shown how it stands now', async () => {
  await using academy = await openAcademy()
  const { db, rooms } = academy
  const tell = (stream: string, times: number, at: Date) =>
    db.write(async (tx) => {
      for (let n = 0; n < times; n++) await addNews(tx, stream, { kind: 'topic.changed', subjectId: newId(), at })
    })
  const now = Date.now()
  const [busy, old] = [`topic:${newId()}`, `topic:${newId()}`]
  await tell(busy, LIMITS.newsBehind + 1, new Date(now))
  const heard = await rooms.streams.after(busy, 1)
  expect(heard.from === 'news' && heard.news.map(({ seq }) => seq)).toEqual(
    Array.from({ length: LIMITS.newsBehind }, (_, n) => n + 2),
  )
  expect(await rooms.streams.after(busy, 0)).toEqual({ from: 'snapshot', seq: LIMITS.newsBehind + 1 })

  await tell(old, 1, new Date(now - 31 * DAY))
  await tell(old, 1, new Date(now - 29 * DAY))
  expect(await rooms.streams.after(old, 0)).toEqual({ from: 'snapshot', seq: 2 })
  expect(await rooms.streams.after(old, 1)).toMatchObject({ from: 'news', seq: 2 })
  // A number from another history, such as a database restored from its backup.
  expect(await rooms.streams.after(old, 7)).toEqual({ from: 'snapshot', seq: 2 })
})
