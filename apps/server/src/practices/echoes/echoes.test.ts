import { newId } from '@academy/contract'
import type { Person } from '@academy/testkit'
import { expect, test } from 'vitest'
import * as tables from '../../tables.ts'
import { aPractice, openShelf, share } from '../test-shelf.ts'

async function openEchoes() {
  const from = Date.now()
  // By hand: what came before and what came after is told apart.
  let ahead = 0
  const clock = { now: () => new Date(from + ahead) }
  const later = () => {
    ahead += 1000
  }
  const shelf = await openShelf({ clock })
  const { academy } = shelf
  const { school, otherSchool } = academy.places
  const dana = await academy.person('teacher', { name: 'Дана Үлгі', placeId: otherSchool })
  const told = {
    day: '2026-11-20',
    classKind: 'usual' as const,
    grades: [3],
    pupils: null,
    language: 'kk' as const,
    happened: 'Бәрі өлшеді.',
    conditions: '',
    changed: '',
  }
  const tell = async (who: Person, practiceId: string, outcome: 'worked' | 'did-not-work' = 'worked') => {
    const id = newId()
    const placeId = who === dana ? otherSchool : school
    await who.rpc.practices.tellTrial.mutate({ id, practiceId, version: 1, placeId, outcome, ...told })
    return id
  }
  const adapt = async (who: Person, practiceId: string, title: string) => {
    const placeId = who === dana ? otherSchool : school
    const made = aPractice(placeId, { origin: { practiceId, version: 1 }, title })
    await who.rpc.practices.publish.mutate(made)
    return made.id
  }
  const echoes = (who: Person, more: { unseen?: boolean; limit?: number; cursor?: string | null } = {}) =>
    who.rpc.practices.echoes.query({ locale: 'kk', ...more })
  const see = (who: Person, upTo: number) => who.rpc.practices.seeEchoes.mutate({ id: newId(), upTo })
  return { ...shelf, clock, later, dana, tell, adapt, echoes, see }
}

test('an author learns who tried and adapted a practice, whatever came of it, and nothing of their own deeds', async () => {
  const { academy, later, aigul, berik, dana, tell, adapt, echoes } = await openEchoes()
  await using _ = academy
  const { id } = await share(academy, aigul, { title: 'Қар' })
  await tell(aigul, id)
  await adapt(aigul, id, 'Өзімдікі')
  const failed = await tell(dana, id, 'did-not-work')
  later()
  const wind = await adapt(berik, id, 'Жел')
  const { items, next } = await echoes(aigul)
  expect(items).toMatchObject([
    { kind: 'adapted', id: wind, practice: { id, title: 'Қар' }, adaptation: { id: wind, title: 'Жел' }, seen: false },
    { kind: 'tried', id: failed, by: 'Дана Үлгі', place: { id: academy.places.otherSchool }, adaptation: null },
  ])
  expect(next).toBeNull()
  // The same words of thanks for all: what came of it is not told here.
  expect(JSON.stringify(items)).not.toMatch(/did-not-work|outcome/)
  for (const who of [berik, dana]) expect((await echoes(who)).items).toEqual([])
})

test('what was seen is kept as seen, on every device and once for all; what comes after is new', async () => {
  const { academy, later, aigul, dana, berik, tell, echoes, see } = await openEchoes()
  await using _ = academy
  const { id } = await share(academy, aigul)
  await tell(dana, id)
  const [first] = (await echoes(aigul, { unseen: true })).items
  const upTo = first?.at ?? 0
  const command = { id: newId(), upTo }
  const done = await aigul.rpc.practices.seeEchoes.mutate(command)
  expect(await aigul.rpc.practices.seeEchoes.mutate(command)).toEqual(done)
  expect((await echoes(aigul, { unseen: true })).items).toEqual([])
  expect((await echoes(aigul)).items).toMatchObject([{ seen: true }])
  later()
  const second = await tell(berik, id)
  await see(aigul, upTo - 1000)
  expect((await echoes(aigul, { unseen: true })).items).toMatchObject([{ id: second, seen: false }])
  // A phone whose clock is ahead has not seen what is still to come.
  await see(aigul, Date.UTC(2999, 0))
  later()
  const third = await tell(dana, id)
  expect((await echoes(aigul, { unseen: true })).items).toMatchObject([{ id: third }])
})

test('what was taken back or withdrawn is told no longer; that a leader withdrew a practice is', async () => {
  const { academy, aigul, dana, leader, tell, adapt, echoes } = await openEchoes()
  await using _ = academy
  const { id } = await share(academy, aigul, { title: 'Қар' })
  const other = await share(academy, aigul, { title: 'Жел' })
  const trialId = await tell(dana, id)
  const madeId = await adapt(dana, id, 'Мұз')
  await dana.rpc.practices.takeBackTrial.mutate({ id: newId(), trialId })
  await dana.rpc.practices.withdraw.mutate({ id: newId(), practiceId: madeId, reason: '' })
  expect((await echoes(aigul)).items).toEqual([])
  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: other.id, reason: '' })
  expect((await echoes(aigul)).items).toEqual([])
  await leader.rpc.practices.withdraw.mutate({ id: newId(), practiceId: id, reason: 'Аты-жөні бар.' })
  expect((await echoes(aigul)).items).toMatchObject([{ kind: 'withdrawn', id, practice: { title: 'Қар' } }])
})

test('a review is told to the author when it is sent, and to its reviewer when the author opens it', async () => {
  const { academy, clock, aigul, dana, echoes } = await openEchoes()
  await using _ = academy
  const { id } = await share(academy, aigul, { title: 'Қар' })
  const [roundId, reviewId] = [newId(), newId()]
  await academy.db.write(async (tx) => {
    const at = clock.now()
    const round = { id: roundId, practiceId: id, version: 1, askedBy: aigul.id, wanted: 1, at }
    await tx.insert(tables.reviewRounds).values(round)
    await tx.insert(tables.reviews).values({
      id: reviewId,
      roundId,
      reviewerId: dana.id,
      placeId: academy.places.otherSchool,
      takenAt: at,
      scores: { aim: 2, repeatable: 2, core: 2, evidence: 2, conditions: 2 },
      strong: 'Анық.',
      question: '',
      next: 'Тағы.',
      sentAt: at,
    })
  })
  expect((await echoes(aigul)).items).toMatchObject([{ kind: 'reviewed', id: reviewId, by: 'Дана Үлгі' }])
  expect((await echoes(dana)).items).toEqual([])
  await aigul.rpc.practices.releaseReview.mutate({ id: newId(), reviewId })
  expect((await echoes(dana)).items).toMatchObject([{ kind: 'released', practice: { id }, by: null, place: null }])
})

test('all of it is read page by page by time, each once; a deleted account leaves no mark of what it saw', async () => {
  const { academy, later, aigul, berik, dana, tell, adapt, echoes, see } = await openEchoes()
  await using _ = academy
  const { id } = await share(academy, aigul)
  const all: string[] = []
  for (const who of [dana, berik, dana]) {
    later()
    all.unshift(await tell(who, id))
    later()
    all.unshift(await adapt(who, id, 'Бейімделген'))
  }
  const read: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof echoes>> = await echoes(aigul, { limit: 2, cursor })
    read.push(...page.items.map((echo) => echo.id))
    cursor = page.next
  } while (cursor)
  expect(read).toEqual(all)
  await see(aigul, Date.now())
  await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, aigul.id, new Date()))
  expect(await academy.db.read.select().from(tables.echoesSeen)).toEqual([])
})

test('who writes along hears what came of it, too', async () => {
  const { academy, aigul, berik, dana, tell, echoes } = await openEchoes()
  await using _ = academy
  const { id: practiceId } = await share(academy, aigul)
  const link = await aigul.rpc.practices.authorLink.query({ practiceId })
  await berik.rpc.practices.joinAuthors.mutate({ id: newId(), practiceId, ...link })
  await tell(dana, practiceId)
  for (const who of [aigul, berik]) expect((await echoes(who)).items).toMatchObject([{ kind: 'tried' }])
})

test('what comes while the list is open is heard of by everybody who writes the practice, and not by whoever did it', async () => {
  const { academy, aigul, berik, dana, tell, echoes } = await openEchoes()
  await using _ = academy
  const { id } = await share(academy, aigul)
  const link = await aigul.rpc.practices.authorLink.query({ practiceId: id })
  await berik.rpc.practices.joinAuthors.mutate({ id: newId(), practiceId: id, ...link })
  const [atAigul, atBerik, atDana] = await Promise.all(
    [aigul, berik, dana].map((who) => who.listen(`member:${who.id}`)),
  )
  const tries = (heard: typeof atAigul) => heard?.news.filter(({ kind }) => kind === 'trial.told') ?? []
  await academy.settle()
  const { seq } = await echoes(aigul)
  await tell(dana, id)
  await academy.settle()
  expect(tries(atAigul)).toMatchObject([{ subjectId: id, seq: seq + 1 }])
  expect(tries(atBerik)).toMatchObject([{ subjectId: id }])
  expect(tries(atDana)).toEqual([])
  await tell(berik, id)
  await academy.settle()
  expect([tries(atAigul).length, tries(atBerik).length]).toEqual([2, 1])
})
