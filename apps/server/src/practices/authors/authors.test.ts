import { LIMITS, newId } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { edited, open, openShelf, share } from '../test-shelf.ts'

async function openPair() {
  const shelf = await openShelf()
  const practice = await share(shelf.academy, shelf.aigul)
  const link = () => shelf.aigul.rpc.practices.authorLink.query({ practiceId: practice.id })
  const join = (who: typeof shelf.berik, by: { key: string; until: number }) =>
    who.rpc.practices.joinAuthors.mutate({ id: newId(), practiceId: practice.id, ...by })
  return { ...shelf, practice, link, join }
}

test('a colleague joins by the author’s link, writes along, and is named on the page', async () => {
  const { academy, aigul, berik, stranger, practice, link, join } = await openPair()
  await using _ = academy
  expect(await refusalOf(berik.rpc.practices.edit.mutate(edited(practice, 1)))).toEqual({ code: 'refused' })
  await join(berik, await link())
  await berik.rpc.practices.edit.mutate(edited(practice, 1, { title: 'Екеуміз жаздық' }))

  const { practice: view, may } = await open(berik, practice.id)
  expect(view).toMatchObject({ title: 'Екеуміз жаздық', author: 'Айгүл Үлгі', coAuthors: ['Берік Үлгі'] })
  expect(may).toEqual({ edit: true, withdraw: false, versions: true })
  expect((await open(stranger, practice.id)).practice.coAuthors).toEqual(['Берік Үлгі'])
  expect(await aigul.rpc.practices.coAuthors.query({ practiceId: practice.id })).toEqual({
    items: [{ id: berik.id, name: 'Берік Үлгі' }],
    may: { invite: true, remove: true, leave: false },
  })
})

test('two who write at once lose nothing: the second is told, and its words stay with it', async () => {
  const { academy, aigul, berik, practice, link, join } = await openPair()
  await using _ = academy
  await join(berik, await link())
  await aigul.rpc.practices.edit.mutate(edited(practice, 1, { needs: 'Күрек' }))
  expect(await refusalOf(berik.rpc.practices.edit.mutate(edited(practice, 1, { needs: 'Қар' })))).toEqual({
    code: 'practices/edited-elsewhere',
  })
})

test('a link is for one: used, changed, or past its day it is over', async () => {
  const { academy, berik, leader, practice, link, join } = await openPair()
  await using _ = academy
  const parent = await academy.person('parent')
  const first = await link()
  const over = { code: 'practices/author-link-over' }
  expect(await refusalOf(join(berik, { ...first, until: first.until + 1 }))).toEqual(over)
  expect(await refusalOf(join(berik, { ...first, key: 'A'.repeat(22) }))).toEqual(over)
  expect(await refusalOf(join(parent, first))).toEqual({ code: 'refused' })
  const command = { id: newId(), practiceId: practice.id, ...first }
  const done = await berik.rpc.practices.joinAuthors.mutate(command)
  expect(await berik.rpc.practices.joinAuthors.mutate(command)).toEqual(done)
  expect(await refusalOf(join(leader, first))).toEqual(over)
})

test('two who open one link at once: one joins, the other is told', async () => {
  const { academy, aigul, berik, leader, practice, link, join } = await openPair()
  await using _ = academy
  const one = await link()
  const came = await Promise.allSettled([join(berik, one), join(leader, one)])
  expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { items } = await aigul.rpc.practices.coAuthors.query({ practiceId: practice.id })
  expect(items).toHaveLength(1)
})

test('who is taken off, or leaves, or deletes the account, writes no more and is named no more', async () => {
  const { academy, aigul, berik, leader, practice, link, join } = await openPair()
  await using _ = academy
  const off = (who: typeof aigul, memberId: string) =>
    who.rpc.practices.removeCoAuthor.mutate({ id: newId(), practiceId: practice.id, memberId })
  await join(berik, await link())
  await join(leader, await link())
  expect(await refusalOf(off(berik, leader.id))).toEqual({ code: 'refused' })
  await off(berik, berik.id)
  expect((await open(aigul, practice.id)).practice.coAuthors).toEqual(['Ләззат Үлгі'])
  await off(aigul, leader.id)
  expect(await refusalOf(off(aigul, leader.id))).toEqual({ code: 'not-found' })

  await join(berik, await link())
  expect((await academy.rooms.practices.contributeToExport(berik.id)).writtenWith).toEqual([practice.id])
  await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, berik.id, new Date()))
  expect(await aigul.rpc.practices.coAuthors.query({ practiceId: practice.id })).toMatchObject({ items: [] })
})

test('a link that was used is over for good: who was taken off does not come back by it, nor anybody by one sent meanwhile', async () => {
  const { academy, aigul, berik, leader, practice, link, join } = await openPair()
  await using _ = academy
  const [used, sent] = [await link(), await link()]
  await join(berik, used)
  await aigul.rpc.practices.removeCoAuthor.mutate({ id: newId(), practiceId: practice.id, memberId: berik.id })
  const over = { code: 'practices/author-link-over' }
  expect(await refusalOf(join(berik, used))).toEqual(over)
  expect(await refusalOf(join(leader, sent))).toEqual(over)
  await join(berik, await link())

  // Nor by a link of somebody who is gone.
  const left = await link()
  await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, aigul.id, new Date()))
  expect(await refusalOf(join(leader, left))).toEqual(over)
})

test('no more write together than may', async () => {
  const { academy, aigul, practice, link, join } = await openPair()
  await using _ = academy
  for (let n = 0; n < LIMITS.coAuthors; n++) await join(await academy.person('teacher'), await link())
  expect(await refusalOf(link())).toEqual({ code: 'practices/too-many-authors' })
  const { may } = await aigul.rpc.practices.coAuthors.query({ practiceId: practice.id })
  expect(may.invite).toBe(false)
})

test('a try by who writes along is nobody’s independent one', async () => {
  const { academy, aigul, practice, link, join } = await openPair()
  await using _ = academy
  const far = await academy.person('teacher', { placeId: academy.places.otherSchool })
  await join(far, await link())
  await far.rpc.practices.tellTrial.mutate({
    id: newId(),
    practiceId: practice.id,
    version: 1,
    placeId: academy.places.otherSchool,
    outcome: 'worked',
    day: '2026-01-20',
    classKind: 'usual',
    grades: [5],
    pupils: null,
    language: 'kk',
    happened: 'Өлшедік.',
    conditions: '',
    changed: '',
  })
  const { totals } = await aigul.rpc.practices.spread.query({ practiceId: practice.id, locale: 'kk' })
  expect(totals).toMatchObject({ tries: 1, independentSchools: 0 })
})
