import { existsSync } from 'node:fs'
import { type AddEvidence, EVIDENCE_CONSENT_TEXT, type Id, newId } from '@academy/contract'
import { type Academy, openAcademy, type Person, refusalOf } from '@academy/testkit'
import { everythingIn } from '@academy/testkit/everything'
import { expect, test } from 'vitest'
import { auditOf } from '../../platform/audit/store.ts'
import { bring, pdf, photo } from '../../platform/files/test-files.ts'
import { aPractice } from '../test-shelf.ts'

const DAY = 24 * 3600_000
const inDays = (days: number, from = Date.now()) => new Date(from + days * DAY).toISOString().slice(0, 10)
const consent = (until = inDays(30)) => ({ text: EVIDENCE_CONSENT_TEXT, by: 'ата-аналар, қағазда', until }) as const

const note = (practiceId: Id, change: Partial<AddEvidence> = {}): AddEvidence => ({
  id: newId(),
  practiceId,
  trialId: null,
  kind: 'note',
  text: 'Топта бәрі тапты.',
  fileId: null,
  people: false,
  consent: null,
  ...change,
})

async function openClass(visibility: 'public' | 'members' = 'public') {
  let ahead = 0
  const academy = await openAcademy({ clock: { now: () => new Date(Date.now() + ahead) } })
  const [author, teacher, parent, leader] = await Promise.all([
    academy.person('teacher', { name: 'Айгүл Үлгі' }),
    academy.person('teacher', { name: 'Берік Үлгі', placeId: academy.places.otherSchool }),
    academy.person('parent'),
    academy.person('school-leader'),
  ])
  const practice = aPractice(academy.places.school, { visibility })
  await author.rpc.practices.publish.mutate(practice)
  const all = (who: Person) => who.rpc.practices.evidence.query({ practiceId: practice.id })
  const add = (who: Person, it: AddEvidence) => who.rpc.practices.addEvidence.mutate(it)
  const job = academy.rooms.practices.jobs.find(({ name }) => name.includes('consent'))
  return {
    academy,
    author,
    teacher,
    parent,
    leader,
    practiceId: practice.id,
    all,
    add,
    pass: (ms: number) => {
      ahead += ms
    },
    tick: async () => job?.run(() => false),
  }
}

/** A photo with people, agreed to. */
async function shown(academy: Academy, who: Person, practiceId: Id, until = inDays(30)) {
  const { id: fileId } = await bring(academy, who, { name: 'Алихан.jpg', bytes: await photo() })
  const it = note(practiceId, { kind: 'photo', text: 'Топпен', fileId, people: true, consent: consent(until) })
  await who.rpc.practices.addEvidence.mutate(it)
  const path = academy.rooms.files.bytes.pathOf(fileId)
  return { ...it, fileId, onDisk: () => [existsSync(path), existsSync(`${path}-small`)] }
}

test('a note, an observation and a photo stand with the practice for members who may see it', async () => {
  const { academy, teacher, parent, practiceId, all, add } = await openClass()
  await using _ = academy
  await add(teacher, note(practiceId))
  await add(teacher, note(practiceId, { kind: 'observation', text: 'ИИН 930101300123 жазба' }))
  const { fileId } = await shown(academy, teacher, practiceId)
  const mine = await all(teacher)
  expect(mine).toMatchObject({ all: 3, gone: 0, mayAdd: true, next: null })
  expect(mine.items.map(({ kind, by }) => [kind, by])).toEqual([
    ['photo', 'Берік Үлгі'],
    ['observation', 'Берік Үлгі'],
    ['note', 'Берік Үлгі'],
  ])
  expect(mine.items[0]).toMatchObject({
    photo: { fileId, name: '', kind: 'image' },
    consent: { by: 'ата-аналар, қағазда' },
    mayWithdraw: true,
  })
  const theirs = await all(parent)
  expect(theirs).toMatchObject({ mayAdd: false })
  expect(theirs.items.every((it) => it.consent === null && !it.mayWithdraw)).toBe(true)
  expect((await parent.get(`/files/${fileId}/small`)).status).toBe(200)
  expect(await refusalOf(add(parent, note(practiceId)))).toEqual({ code: 'refused' })
})

test('no photo of evidence is ever for the public, also of a public practice', async () => {
  const { academy, teacher, practiceId, all } = await openClass('public')
  await using _ = academy
  const { fileId } = await shown(academy, teacher, practiceId)
  const stranger = academy.stranger()
  expect((await stranger.rpc.practices.open.query({ practiceId, locale: 'kk' })).practice.id).toBe(practiceId)
  expect((await stranger.get(`/files/${fileId}`)).status).toBe(404)
  expect(await refusalOf(all(stranger))).toEqual({ code: 'signed-out' })
})

test('people are shown only with their consent, for days that are to come', async () => {
  const { academy, teacher, practiceId, add } = await openClass()
  await using _ = academy
  const { id: fileId } = await bring(academy, teacher, { name: 'a.jpg', bytes: await photo() })
  const picture = (change: Partial<AddEvidence>) => note(practiceId, { kind: 'photo', fileId, text: '', ...change })
  for (const [wrong, field] of [
    [picture({ people: true }), 'consent'],
    [picture({ consent: consent() }), 'consent'],
    [picture({ people: true, consent: { ...consent(), by: ' ' } }), 'consent.by'],
    [picture({ people: true, consent: consent(inDays(-2)) }), 'consent.until'],
    [picture({ people: true, consent: consent(inDays(4 * 366)) }), 'consent.until'],
    [picture({ people: true, consent: consent('2027-02-31') }), 'consent.until'],
    [picture({ fileId: null }), 'fileId'],
    [note(practiceId, { fileId }), 'fileId'],
    [note(practiceId, { text: '  ' }), 'text'],
  ] as const)
    expect(await refusalOf(add(teacher, wrong))).toMatchObject({ code: 'bad-input', fields: [field] })
  const plan = await bring(academy, teacher, { name: 'a.pdf', bytes: pdf() })
  expect(await refusalOf(add(teacher, picture({ fileId: plan.id })))).toMatchObject({ fields: ['fileId'] })
  // Nobody is to be recognised, so nobody is asked.
  await add(teacher, picture({}))
})

test('a withdrawn one is gone at once, bytes and words and who agreed, and is still counted', async () => {
  const { academy, teacher, author, parent, practiceId, all } = await openClass()
  await using _ = academy
  const it = await shown(academy, teacher, practiceId)
  for (const who of [author, parent])
    expect(await refusalOf(who.rpc.practices.withdrawEvidence.mutate({ id: newId(), evidenceId: it.id }))).toEqual({
      code: 'refused',
    })
  const command = { id: newId(), evidenceId: it.id }
  const done = await teacher.rpc.practices.withdrawEvidence.mutate(command)
  expect(it.onDisk()).toEqual([false, false])
  expect((await teacher.get(`/files/${it.fileId}`)).status).toBe(404)
  expect(await all(teacher)).toMatchObject({ items: [], all: 1, gone: 1 })
  const rows = await everythingIn(academy.db)
  for (const trace of ['Топпен', 'ата-аналар', 'Алихан']) expect(rows).not.toContain(trace)
  expect(rows).toContain(EVIDENCE_CONSENT_TEXT)
  expect(await teacher.rpc.practices.withdrawEvidence.mutate(command)).toEqual(done)
})

test('who answers for the place takes it away too, and the audit knows', async () => {
  const { academy, teacher, leader, practiceId, all } = await openClass()
  await using _ = academy
  const it = await shown(academy, teacher, practiceId)
  await leader.rpc.practices.withdrawEvidence.mutate({ id: newId(), evidenceId: it.id })
  expect(it.onDisk()).toEqual([false, false])
  expect(await all(teacher)).toMatchObject({ all: 1, gone: 1 })
  const told = await auditOf(academy.db.read, { kind: 'evidence', id: it.id })
  expect(told).toMatchObject([{ actorId: leader.id, act: 'practices.evidence-withdrawn' }])
})

test('from the minute a consent ends nothing is shown, and within the hour the bytes are gone', async () => {
  const { academy, teacher, practiceId, all, pass, tick } = await openClass()
  await using _ = academy
  const tomorrow = inDays(1, Date.now() + 5 * 3600_000)
  const short = await shown(academy, teacher, practiceId, tomorrow)
  const long = await shown(academy, teacher, practiceId)
  const end = Date.parse(`${tomorrow}T23:59:59.999+05:00`)
  pass(end - Date.now() - 60_000)
  await tick()
  expect((await all(teacher)).items).toHaveLength(2)
  expect(short.onDisk()).toEqual([true, true])

  pass(61_000)
  // Before the job comes round it is not served any more.
  expect((await teacher.get(`/files/${short.fileId}`)).status).toBe(404)
  expect(await all(teacher)).toMatchObject({ items: [{ id: long.id }], all: 2, gone: 1 })
  expect(short.onDisk()).toEqual([true, true])
  await tick()
  expect(short.onDisk()).toEqual([false, false])
  expect(long.onDisk()).toEqual([true, true])
  expect(await all(teacher)).toMatchObject({ items: [{ id: long.id }], all: 2, gone: 1 })
  const every = Math.max(...academy.rooms.practices.jobs.map((job) => job.every))
  expect(every).toBeLessThanOrEqual(3600_000)
})

test('bytes that a stop left behind after a consent ended go with the next sweep', async () => {
  const { academy, teacher, practiceId } = await openClass()
  await using _ = academy
  const it = await shown(academy, teacher, practiceId)
  const at = new Date()
  await academy.db.write((tx) => academy.rooms.files.forget(tx, [it.fileId], at))
  expect(it.onDisk()).toEqual([true, true])
  await academy.rooms.files.jobs[0]?.run()
  expect(it.onDisk()).toEqual([false, false])
})

test('evidence belongs to one’s own trial or to none', async () => {
  const { academy, teacher, practiceId, add } = await openClass()
  await using _ = academy
  expect(await refusalOf(add(teacher, note(practiceId, { trialId: newId() })))).toEqual({ code: 'not-found' })
})

test('with a deleted account its photos of people go, its words stay by nobody', async () => {
  const { academy, teacher, author, practiceId, all, add } = await openClass()
  await using _ = academy
  await add(teacher, note(practiceId))
  const it = await shown(academy, teacher, practiceId)
  const exported = await academy.rooms.practices.contributeToExport(teacher.id)
  expect(exported.evidence).toMatchObject([
    { kind: 'note', text: 'Топта бәрі тапты.' },
    { kind: 'photo', consent: { by: 'ата-аналар, қағазда' } },
  ])
  await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, teacher.id, new Date()))
  await academy.rooms.files.jobs[0]?.run()
  expect(it.onDisk()).toEqual([false, false])
  expect(await all(author)).toMatchObject({ items: [{ kind: 'note', by: null }], all: 2, gone: 1 })
})

test('a long list goes on where it stopped', async () => {
  const { academy, teacher, practiceId, add } = await openClass()
  await using _ = academy
  for (let n = 0; n < 5; n++) await add(teacher, note(practiceId, { text: `${n}` }))
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof teacher.rpc.practices.evidence.query>> =
      await teacher.rpc.practices.evidence.query({ practiceId, limit: 2, cursor })
    seen.push(...page.items.map(({ text }) => text))
    cursor = page.next
  } while (cursor)
  expect(seen.sort()).toEqual(['0', '1', '2', '3', '4'])
})
