import { newId } from '@academy/contract'
import { expect, test } from 'vitest'
import { openShelf, share } from './test-shelf.ts'

test('practices like one are of its subject, the nearest in grade and method first; its family and what is not for the reader are not among them', async () => {
  const { academy, aigul, berik, stranger } = await openShelf()
  await using _ = academy
  const one = await share(academy, aigul, { title: 'Қар', subjects: ['biology'], grades: [7], methods: ['inquiry'] })
  const far = { subjects: ['biology'], grades: [11], methods: [] }
  await share(academy, aigul, { title: 'Алыс', ...far })
  await share(academy, aigul, { title: 'Жақын', subjects: ['biology'], grades: [7], methods: ['inquiry'] })
  await share(academy, aigul, { title: 'Басқа пән', subjects: ['art'], grades: [7], methods: ['inquiry'] })
  await share(academy, aigul, { title: 'Қатысушыларға', ...far, grades: [7], visibility: 'members' })
  await share(academy, berik, { title: 'Бейімделген', ...far, origin: { practiceId: one.id, version: 1 } })
  const gone = await share(academy, aigul, { title: 'Қайтарылған', ...far, grades: [7] })
  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: gone.id, reason: '' })

  const like = async (who: typeof berik) =>
    (await who.rpc.practices.similar.query({ practiceId: one.id, locale: 'kk' })).map((row) => row.title)
  expect(await like(berik)).toEqual(['Жақын', 'Қатысушыларға', 'Алыс'])
  expect(await like(stranger)).toEqual(['Жақын', 'Алыс'])
})
