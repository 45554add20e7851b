import { type CreateCommunity, newId } from '@academy/contract'
import { type Academy, openAcademy, type Person, refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { auditOf } from '../platform/audit/store.ts'

async function found(who: Person, community: Partial<CreateCommunity> = {}): Promise<string> {
  const id = newId()
  const name = { kk: 'Қауымдастық', ru: '', en: '' }
  await who.rpc.communities.create.mutate({ id, name, kind: 'subject', placeId: null, ...community })
  return id
}

const named = (kk: string) => ({ name: { kk, ru: '', en: '' } })
const join = (who: Person, communityId: string) => who.rpc.communities.join.mutate({ id: newId(), communityId })
const leave = (who: Person, communityId: string) => who.rpc.communities.leave.mutate({ id: newId(), communityId })
const showOut = (by: Person, communityId: string, who: Person, on = true) =>
  by.rpc.communities.showOut.mutate({ id: newId(), communityId, memberId: who.id, on })

async function inDistrict(academy: Academy) {
  const [administrator, officer, teacher, parent] = await Promise.all([
    academy.person('administrator'),
    academy.person('district-officer'),
    academy.person('teacher'),
    academy.person('parent'),
  ])
  return { administrator, officer, teacher, parent }
}

test('a parent finds a community, joins it, and is counted; leaving undoes it', async () => {
  await using academy = await openAcademy()
  const { administrator, parent } = await inDistrict(academy)
  const id = await found(administrator)
  const [seen] = (await parent.rpc.communities.list.query({})).items
  expect(seen).toMatchObject({ id, people: 1, joined: false, place: null, may: { join: true, run: false } })

  await join(parent, id)
  await join(parent, id)
  expect(await parent.rpc.communities.open.query({ communityId: id })).toMatchObject({ people: 2, joined: true })
  expect((await parent.rpc.communities.list.query({ mine: true })).items).toHaveLength(1)

  await leave(parent, id)
  expect(await parent.rpc.communities.open.query({ communityId: id })).toMatchObject({ people: 1, joined: false })
  expect((await parent.rpc.communities.list.query({ mine: true })).items).toEqual([])
})

test('communities are listed by the Kazakh alphabet, page after page', async () => {
  await using academy = await openAcademy()
  const { administrator, parent } = await inDistrict(academy)
  for (const kk of ['Физика', 'Қазақ тілі', 'Карта', 'Әдебиет', 'Алгебра']) await found(administrator, named(kk))
  const names: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof parent.rpc.communities.list.query>> = await parent.rpc.communities.list.query(
      { limit: 2, cursor },
    )
    names.push(...page.items.map(({ name }) => name.kk))
    cursor = page.next
  } while (cursor)
  expect(names).toEqual(['Алгебра', 'Әдебиет', 'Карта', 'Қазақ тілі', 'Физика'])
})

test('a community of a school is seen and joined by those who stand there', async () => {
  await using academy = await openAcademy()
  const { officer, teacher, parent } = await inDistrict(academy)
  const id = await found(teacher, { kind: 'school', placeId: academy.places.school })
  const neighbour = await academy.person('parent', { placeId: academy.places.otherSchool })

  expect((await neighbour.rpc.communities.list.query({})).items).toEqual([])
  expect(await refusalOf(join(neighbour, id))).toEqual({ code: 'not-found' })
  expect(await refusalOf(neighbour.rpc.communities.open.query({ communityId: id }))).toEqual({ code: 'not-found' })
  for (const who of [parent, officer]) expect((await who.rpc.communities.list.query({})).items).toHaveLength(1)
  await join(parent, id)
})

describe('somebody shown out', () => {
  test('is out for good, until let in again, and both are in the audit', async () => {
    await using academy = await openAcademy()
    const { officer, teacher, parent } = await inDistrict(academy)
    const id = await found(officer, { placeId: academy.places.district })
    await Promise.all([join(teacher, id), join(parent, id)])

    expect(await refusalOf(showOut(teacher, id, parent))).toEqual({ code: 'refused' })
    await showOut(officer, id, parent)
    expect(await refusalOf(join(parent, id))).toEqual({ code: 'refused' })
    await leave(parent, id)
    expect(await refusalOf(join(parent, id))).toEqual({ code: 'refused' })
    expect((await parent.rpc.communities.open.query({ communityId: id })).may.join).toBe(false)

    await showOut(officer, id, parent, false)
    await join(parent, id)
    const acts = await auditOf(academy.db.read, { kind: 'member', id: parent.id })
    expect(acts.map(({ act, actorId, note }) => [act, actorId, note])).toEqual([
      ['communities.let-in-again', officer.id, id],
      ['communities.shown-out', officer.id, id],
    ])
  })

  test('must have been in: showing out who never joined is not-found', async () => {
    await using academy = await openAcademy()
    const { officer, parent } = await inDistrict(academy)
    const id = await found(officer, { placeId: academy.places.district })
    expect(await refusalOf(showOut(officer, id, parent))).toEqual({ code: 'not-found' })
  })
})

test('who is in is seen by those who run the community, page after page', async () => {
  await using academy = await openAcademy()
  const { officer, teacher, parent } = await inDistrict(academy)
  const id = await found(officer, { placeId: academy.places.district })
  await join(teacher, id)
  await join(parent, id)
  expect(await refusalOf(parent.rpc.communities.people.query({ communityId: id }))).toEqual({ code: 'refused' })
  const first = await officer.rpc.communities.people.query({ communityId: id, limit: 2 })
  const rest = await officer.rpc.communities.people.query({ communityId: id, limit: 2, cursor: first.next })
  expect([...first.items, ...rest.items].map((person) => person.id)).toEqual([officer.id, teacher.id, parent.id])
  expect(first.items[0]).toMatchObject({ name: officer.name, shownOut: false })
  expect(rest.next).toBeNull()
})

test('founding is for those who may, at a place that is there', async () => {
  await using academy = await openAcademy()
  const { officer, teacher, parent } = await inDistrict(academy)
  expect(await refusalOf(found(parent, { placeId: academy.places.school }))).toEqual({ code: 'refused' })
  expect(await refusalOf(found(officer))).toEqual({ code: 'refused' })
  expect(await refusalOf(found(teacher, { placeId: academy.places.otherSchool }))).toEqual({ code: 'refused' })
  expect(await refusalOf(found(officer, { placeId: newId() }))).toEqual({ code: 'not-found' })
  const id = await found(officer, { placeId: academy.places.district })
  expect(await refusalOf(found(officer, { id, placeId: academy.places.district, ...named('Басқа') }))).toEqual({
    code: 'command/conflict',
  })
  expect(await refusalOf(found(teacher, { id, placeId: academy.places.school }))).toEqual({ code: 'command/conflict' })
})

test('a phone that sends joining or leaving again gets the first answer', async () => {
  await using academy = await openAcademy()
  const { administrator, parent } = await inDistrict(academy)
  const communityId = await found(administrator)
  const joining = { id: newId(), communityId }
  const answers = await Promise.all(Array.from({ length: 20 }, () => parent.rpc.communities.join.mutate(joining)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  const leaving = { id: newId(), communityId }
  const done = await parent.rpc.communities.leave.mutate(leaving)
  expect(await parent.rpc.communities.leave.mutate(leaving)).toEqual(done)
  // A joining sent again after it was left does not bring anybody back.
  expect(await parent.rpc.communities.join.mutate(joining)).toEqual(answers[0])
  expect((await parent.rpc.communities.open.query({ communityId })).joined).toBe(false)
})

test('an erased member is in no community; “my data” names those one is in', async () => {
  await using academy = await openAcademy()
  const { administrator, parent } = await inDistrict(academy)
  const id = await found(administrator)
  await join(parent, id)
  expect((await academy.rooms.communities.contributeToExport(parent.id)).communities).toMatchObject([{ id }])
  await academy.db.write((tx) => academy.rooms.communities.onMemberErased(tx, parent.id))
  expect((await academy.rooms.communities.contributeToExport(parent.id)).communities).toEqual([])
  expect(await parent.rpc.communities.open.query({ communityId: id })).toMatchObject({ people: 1, joined: false })
})
