import { newId, type TellTrial, wholeContent } from '@academy/contract'
import { searchDocuments } from '@academy/database'
import { type Person, refusalOf } from '@academy/testkit'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as tables from '../../tables.ts'
import { newPractice, shelve } from '../shelve.ts'
import { aPractice, open, openShelf, share } from '../test-shelf.ts'

/** A try as a teacher's form sends it. */
const aTrial = (practiceId: string, placeId: string, more: Partial<TellTrial> = {}): TellTrial => ({
  id: newId(),
  practiceId,
  placeId,
  version: 1,
  outcome: 'worked',
  day: '2026-11-20',
  classKind: 'ungraded',
  grades: [3, 4],
  pupils: 9,
  language: 'kk',
  happened: 'Балалар өздері өлшеді.',
  conditions: '',
  changed: '',
  ...more,
})

async function openTrials() {
  const shelf = await openShelf()
  const { academy } = shelf
  const { school, otherSchool } = academy.places
  const dana = await academy.person('teacher', { name: 'Дана Үлгі', placeId: otherSchool })
  const tell = (who: Person, practiceId: string, more: Partial<TellTrial> = {}) => {
    const trial = aTrial(practiceId, who === dana ? otherSchool : school, more)
    return who.rpc.practices.tellTrial.mutate(trial).then(() => trial.id)
  }
  const trials = (who: Pick<Person, 'rpc'>, practiceId: string) => who.rpc.practices.trials.query({ practiceId })
  const adapt = async (who: Person, practiceId: string, more: Parameters<typeof aPractice>[1] = {}) => {
    const made = aPractice(who === dana ? otherSchool : school, { origin: { practiceId, version: 1 }, ...more })
    await who.rpc.practices.publish.mutate(made)
    return made
  }
  const spread = (who: Pick<Person, 'rpc'>, practiceId: string) =>
    who.rpc.practices.spread.query({ practiceId, locale: 'kk' })
  return { ...shelf, dana, tell, trials, adapt, spread }
}

test('tries told and taken back in one moment are all there, and the practice is found by what stands at the end', async () => {
  const { academy, aigul, trials } = await openTrials()
  await using _ = academy
  const { school, otherSchool } = academy.places
  const practice = await share(academy, aigul)
  const far = await Promise.all([1, 2, 3, 4, 5].map(() => academy.person('teacher', { placeId: otherSchool })))
  const near = await Promise.all([1, 2].map(() => academy.person('teacher')))
  const found = async () => {
    const [row] = await academy.db.read.select().from(searchDocuments).where(eq(searchDocuments.id, practice.id))
    return row && { weight: row.weight, marked: row.extra !== null }
  }
  const told = far.map((who) => ({ who, trial: aTrial(practice.id, otherSchool) }))
  await Promise.all(told.map(({ who, trial }) => who.rpc.practices.tellTrial.mutate(trial)))
  expect((await trials(aigul, practice.id)).counts).toMatchObject({ tries: 5, independentSchools: 1 })
  expect(await found()).toEqual({ weight: 1, marked: true })

  const back = told.map(({ who, trial }) => who.rpc.practices.takeBackTrial.mutate({ id: newId(), trialId: trial.id }))
  const own = near.map((who) => who.rpc.practices.tellTrial.mutate(aTrial(practice.id, school)))
  await Promise.all([...back, ...own])
  expect((await trials(aigul, practice.id)).counts).toMatchObject({ tries: 2, independentSchools: 0 })
  expect(await found()).toEqual({ weight: 0, marked: false })
})

describe('a try', () => {
  test('that did not work is told and counted like one that did, without a score', async () => {
    const { academy, aigul, berik, dana, stranger, tell, trials } = await openTrials()
    await using _ = academy
    const { id } = await share(academy, aigul)
    await tell(dana, id, { outcome: 'did-not-work', conditions: 'Боран болды.' })
    await tell(berik, id, { outcome: 'partly' })
    await tell(aigul, id)
    const seen = await trials(stranger, id)
    expect(seen.counts).toEqual({
      tries: 3,
      schools: 2,
      independentSchools: 1,
      outcomes: { worked: 1, partly: 1, 'did-not-work': 1 },
    })
    expect(seen.items).toMatchObject([
      { by: 'Айгүл Үлгі', mine: false },
      { by: 'Берік Үлгі' },
      { by: 'Дана Үлгі', outcome: 'did-not-work', conditions: 'Боран болды.', day: '2026-11-20' },
    ])
    expect((await trials(dana, id)).items.map(({ mine }) => mine)).toEqual([false, false, true])
  })

  test('sent twice by a bad line stands once; changed and taken back by its writer alone, and its words go', async () => {
    const { academy, aigul, dana, tell, trials } = await openTrials()
    await using _ = academy
    const { id } = await share(academy, aigul)
    const trial = aTrial(id, academy.places.otherSchool)
    const done = await dana.rpc.practices.tellTrial.mutate(trial)
    expect(await dana.rpc.practices.tellTrial.mutate(trial)).toEqual(done)
    const { practiceId: _p, placeId: _s, version: _v, id: trialId, ...told } = trial
    const change = () => ({
      ...told,
      trialId,
      id: newId(),
      outcome: 'partly' as const,
      changed: 'Қарды сыныпта өлшедік.',
    })
    expect(await refusalOf(aigul.rpc.practices.editTrial.mutate(change()))).toMatchObject({ code: 'not-found' })
    expect(await refusalOf(aigul.rpc.practices.takeBackTrial.mutate({ id: newId(), trialId }))).toMatchObject({
      code: 'not-found',
    })
    await dana.rpc.practices.editTrial.mutate(change())
    expect((await trials(aigul, id)).items).toMatchObject([{ outcome: 'partly', changed: 'Қарды сыныпта өлшедік.' }])
    await dana.rpc.practices.takeBackTrial.mutate({ id: newId(), trialId })
    expect(await trials(aigul, id)).toMatchObject({ items: [], counts: { tries: 0, schools: 0 } })
    expect(await refusalOf(dana.rpc.practices.editTrial.mutate(change()))).toMatchObject({ code: 'not-found' })
    const other = await tell(dana, id)
    expect((await trials(aigul, id)).items).toMatchObject([{ id: other }])
  })

  test('is refused where one does not teach, of what is withdrawn, of a version and of a day that are none', async () => {
    const { academy, aigul, dana, tell } = await openTrials()
    await using _ = academy
    const parent = await academy.person('parent')
    const { id } = await share(academy, aigul)
    const refused = (who: Person, more: Partial<TellTrial> = {}) => refusalOf(tell(who, id, more))
    expect(await refused(parent)).toMatchObject({ code: 'refused' })
    expect(await refused(dana, { placeId: academy.places.school })).toMatchObject({ code: 'refused' })
    expect(await refused(dana, { version: 2 })).toMatchObject({ code: 'bad-input', fields: ['version'] })
    for (const day of ['2026-02-30', '2026-13-01', 'кеше'])
      expect(await refused(dana, { day })).toMatchObject({ code: 'bad-input' })
    expect(await refusalOf(tell(dana, newId()))).toMatchObject({ code: 'not-found' })
    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: id, reason: '' })
    expect(await refused(dana)).toMatchObject({ code: 'practices/withdrawn' })
  })

  test('an identification number in it is masked; a deleted teacher’s try stays, by nobody', async () => {
    const { academy, aigul, dana, tell, trials } = await openTrials()
    await using _ = academy
    const { id } = await share(academy, aigul)
    await tell(dana, id, { happened: 'Оқушы 990101300122 өлшеді' })
    await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, dana.id, new Date()))
    expect((await trials(aigul, id)).items).toMatchObject([{ happened: 'Оқушы •••••••••••• өлшеді', by: null }])
    expect((await trials(aigul, id)).counts.tries).toBe(1)
  })
})

test('a lesson still to come is no try; an author is told of others’ tries, not of their own', async () => {
  const { academy, aigul, dana, tell } = await openTrials()
  await using _ = academy
  const { id } = await share(academy, aigul)
  const heard = await aigul.listen(`member:${aigul.id}`)
  expect(await refusalOf(tell(dana, id, { day: '2099-01-01' }))).toMatchObject({ code: 'bad-input', fields: ['day'] })
  await tell(aigul, id)
  await tell(dana, id)
  await academy.settle()
  expect(heard.news.filter((news) => news.kind === 'trial.told')).toHaveLength(1)
})

test('an author’s own try at another school stays no independent one when their account is deleted', async () => {
  const { academy, aigul, dana, trials, spread, adapt } = await openTrials()
  await using _ = academy
  const { otherSchool } = academy.places
  const moved = await academy.person('teacher', { placeId: otherSchool })
  const snow = await share(academy, aigul)
  const wind = await adapt(aigul, snow.id)
  await academy.db.write((tx) =>
    tx.insert(tables.practiceTrials).values([
      { ...aTrial(snow.id, otherSchool), memberId: aigul.id, at: new Date() },
      { ...aTrial(wind.id, otherSchool), memberId: aigul.id, at: new Date() },
    ]),
  )
  const independent = async () => [
    (await trials(moved, snow.id)).counts.independentSchools,
    (await spread(moved, snow.id)).totals.independentSchools,
  ]
  expect(await independent()).toEqual([0, 0])
  await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, aigul.id, new Date()))
  expect(await independent()).toEqual([0, 0])
  await dana.rpc.practices.tellTrial.mutate(aTrial(snow.id, otherSchool))
  expect(await independent()).toEqual([1, 1])
})

test('a large family is counted whole, and says how much of it is not drawn', async () => {
  const { academy, aigul, stranger, spread } = await openTrials()
  await using _ = academy
  const first = await share(academy, aigul)
  const { school } = academy.places
  const many = Array.from({ length: 160 }, () =>
    newPractice(
      {
        id: newId(),
        authorId: aigul.id,
        placeId: school,
        visibility: 'public',
        at: new Date(),
        origin: { practiceId: first.id, version: 1 },
      },
      wholeContent(aPractice(school)),
    ),
  )
  await academy.db.write(async (tx) => {
    for (const made of many) await shelve(tx, made)
  })
  const seen = await spread(stranger, first.id)
  expect(seen.totals.adaptations).toBe(160)
  expect(seen.nodes.length + seen.more).toBe(161)
  expect(seen.more).toBeGreaterThan(0)
})

describe('an adaptation', () => {
  test('names the chain it comes from; what a reader may not see of it is passed over', async () => {
    const { academy, aigul, dana, berik, stranger, adapt } = await openTrials()
    await using _ = academy
    const first = await share(academy, aigul, { title: 'Қар' })
    const second = await adapt(dana, first.id, { title: 'Жел', visibility: 'members' })
    const third = await adapt(berik, second.id, { title: 'Мұз' })
    const chain = async (who: Person) => (await open(who, third.id)).practice.chain.map(({ title }) => title)
    expect(await chain(aigul)).toEqual(['Жел', 'Қар'])
    expect(await chain(stranger)).toEqual(['Қар'])
    await dana.rpc.practices.withdraw.mutate({ id: newId(), practiceId: second.id, reason: '' })
    expect(await chain(aigul)).toEqual(['Қар'])
  })

  test('of what is withdrawn, unknown, or of a version that is none is refused; nothing is published', async () => {
    const { academy, aigul, dana, stranger, adapt } = await openTrials()
    await using _ = academy
    const { id } = await share(academy, aigul)
    const origin = (practiceId: string, version: number) => ({ origin: { practiceId, version } })
    expect(await refusalOf(adapt(dana, id, origin(id, 2)))).toMatchObject({ code: 'bad-input', fields: ['origin'] })
    expect(await refusalOf(adapt(dana, newId()))).toMatchObject({ code: 'not-found' })
    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: id, reason: '' })
    expect(await refusalOf(adapt(dana, id))).toMatchObject({ code: 'practices/withdrawn' })
    expect((await stranger.rpc.practices.list.query({ locale: 'kk' })).items).toEqual([])
  })
})

test('a practice is shown from school to school: the whole family, what was tried, and what broke where', async () => {
  const { academy, aigul, dana, berik, stranger, tell, adapt, spread } = await openTrials()
  await using _ = academy
  const snow = await share(academy, aigul, { title: 'Қар' })
  await tell(dana, snow.id, { outcome: 'did-not-work', conditions: 'Қар аз болды.' })
  const wind = await adapt(dana, snow.id, { title: 'Жел' })
  await tell(berik, wind.id, { outcome: 'partly', happened: 'Жел болмады.' })
  const hidden = await adapt(berik, wind.id, { title: 'Жасырын', visibility: 'members' })
  await tell(dana, hidden.id, { conditions: 'Жасырын жағдай', outcome: 'partly' })
  const { school, otherSchool } = academy.places
  for (const from of [snow.id, wind.id]) {
    const seen = await spread(stranger, from)
    expect(seen.nodes.map(({ title, originId }) => [title, originId])).toEqual([
      ['Қар', null],
      ['Жел', snow.id],
    ])
    expect(seen.totals).toEqual({ tries: 2, adaptations: 1, schools: 2, independentSchools: 1 })
    expect(seen.ways).toEqual([
      { from: school, to: otherSchool, tries: 1, adaptations: 1 },
      { from: otherSchool, to: school, tries: 1, adaptations: 0 },
    ])
    expect(seen.breaks).toMatchObject([
      { practiceId: wind.id, why: 'Жел болмады.' },
      { practiceId: snow.id, why: 'Қар аз болды.' },
    ])
    expect(JSON.stringify(seen)).not.toContain('Жасырын')
  }
  expect((await spread(aigul, snow.id)).totals).toEqual({ tries: 3, adaptations: 2, schools: 2, independentSchools: 1 })
})
