import { newId } from '@academy/contract'
import { everythingIn } from '@academy/testkit/everything'
import { expect, test } from 'vitest'
import { edited, open, openShelf, share, titles } from './test-shelf.ts'

test('a deleted author is named nowhere; what was shared stays, by nobody', async () => {
  const { academy, aigul, berik } = await openShelf()
  await using _ = academy
  const practice = await share(academy, aigul)
  await aigul.rpc.practices.edit.mutate(edited(practice, 1, { title: 'Екінші нұсқа' }))
  const gone = await share(academy, aigul, { title: 'Қайтарылған' })
  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: gone.id, reason: '' })

  await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, aigul.id, new Date()))

  expect((await open(berik, practice.id)).practice).toMatchObject({ title: 'Екінші нұсқа', author: null })
  expect(await titles(berik, { search: 'нұсқа' })).toEqual(['Екінші нұсқа'])
  const rows = (await everythingIn(academy.db))
    .split('\n')
    .filter((row) => /"(authorId|writerId|withdrawnBy)"/.test(row))
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.filter((row) => row.includes(aigul.id))).toEqual([])
})

test('no name of a person is in the index', async () => {
  const { academy, aigul } = await openShelf()
  await using _ = academy
  await share(academy, aigul)
  expect(await titles(aigul, { search: 'Айгүл' })).toEqual([])
})

test('“my data” holds every version one wrote, and nothing of others', async () => {
  const { academy, aigul, berik } = await openShelf()
  await using _ = academy
  const practice = await share(academy, aigul)
  await aigul.rpc.practices.edit.mutate(edited(practice, 1, { title: 'Екінші нұсқа' }))
  await share(academy, berik, { title: 'Біреудікі' })
  const { versions } = await academy.rooms.practices.contributeToExport(aigul.id)
  expect(versions.map(({ version, title, purpose }) => ({ version, title, purpose }))).toEqual([
    { version: 1, title: practice.title, purpose: practice.purpose },
    { version: 2, title: 'Екінші нұсқа', purpose: practice.purpose },
  ])
})
