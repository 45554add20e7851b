import { newId } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { edited, open, openShelf, share } from '../test-shelf.ts'

async function openFamily(origin = {}) {
  const shelf = await openShelf()
  const { academy, aigul, berik } = shelf
  const first = await share(academy, aigul, { core: 'Қарды қазу.', ...origin })
  const adaptation = await share(academy, berik, {
    title: 'Құм астындағы тіршілік',
    purpose: first.purpose,
    core: 'Құмды қазу.',
    origin: { practiceId: first.id, version: 1 },
  })
  const changes = (who = aigul, practiceId = adaptation.id) =>
    who.rpc.practices.originChanges.query({ practiceId, locale: 'kk' })
  return { ...shelf, first, adaptation, changes }
}

test('an adaptation says what it made otherwise; only the origin’s author may take a change in', async () => {
  const { academy, aigul, berik, first, changes } = await openFamily()
  await using _ = academy
  const seen = await changes()
  expect(seen).toMatchObject({ origin: { id: first.id, n: 1, madeFrom: true }, language: 'kk', takeIn: true })
  expect(seen?.changes.map((it) => ('field' in it ? it.field : it.kind))).toEqual(['title', 'core'])
  expect(await changes(berik)).toMatchObject({ takeIn: false })
  expect(await changes(aigul, first.id)).toBeNull()
})

test('what its author took out of the origin later is not shown to others beside it', async () => {
  const { academy, aigul, berik, first, changes } = await openFamily({ needs: 'Көршінің күрегі' })
  await using _ = academy
  await aigul.rpc.practices.edit.mutate(edited(first, 1, { needs: '' }))
  expect(JSON.stringify(await changes())).toContain('Көршінің күрегі')
  const others = await changes(berik)
  expect(others).toMatchObject({ origin: { n: 2, madeFrom: false } })
  expect(JSON.stringify(others)).not.toContain('Көршінің күрегі')
})

test('where the origin is withdrawn, nothing of it is shown beside the adaptation, but to those who keep it', async () => {
  const { academy, aigul, berik, first, changes } = await openFamily()
  await using _ = academy
  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: first.id, reason: '' })
  expect(await changes(berik)).toBeNull()
  expect(await changes()).toMatchObject({ takeIn: false })
})

test('a change taken back in is credited to whoever made it, on the page and for strangers', async () => {
  const { academy, aigul, berik, stranger, first, adaptation } = await openFamily()
  await using _ = academy
  const input = { ...edited(first, 1, { core: 'Құмды қазу.' }), takenFrom: adaptation.id }
  const done = await aigul.rpc.practices.edit.mutate(input)
  expect(await aigul.rpc.practices.edit.mutate(input)).toEqual(done)

  for (const who of [aigul, stranger])
    expect((await open(who, first.id)).practice.credits).toMatchObject([
      { id: adaptation.id, title: 'Құм астындағы тіршілік', author: 'Берік Үлгі' },
    ])
  // A later edit of one's own takes no credit away; a second change from the same one is the same credit.
  await aigul.rpc.practices.edit.mutate(edited(first, 2, { needs: 'Күрек' }))
  await aigul.rpc.practices.edit.mutate({ ...edited(first, 3), takenFrom: adaptation.id })
  expect((await open(aigul, first.id)).practice.credits).toHaveLength(1)

  await berik.rpc.practices.withdraw.mutate({ id: newId(), practiceId: adaptation.id, reason: '' })
  expect((await open(stranger, first.id)).practice.credits).toEqual([])
})

test('nothing is taken in from what is no adaptation of it, or from one that is not theirs to see', async () => {
  const { academy, aigul, berik, first, adaptation } = await openFamily()
  await using _ = academy
  const other = await share(academy, berik)
  const take = (takenFrom: string) => refusalOf(aigul.rpc.practices.edit.mutate({ ...edited(first, 1), takenFrom }))
  expect(await take(other.id)).toEqual({ code: 'bad-input', fields: ['takenFrom'] })
  expect(await take(newId())).toEqual({ code: 'not-found' })
  await berik.rpc.practices.withdraw.mutate({ id: newId(), practiceId: adaptation.id, reason: '' })
  expect(await take(adaptation.id)).toEqual({ code: 'practices/withdrawn' })
  expect((await open(aigul, first.id)).practice.version).toBe(1)
})

test('what is made of a practice keeps its terms: share-alike stays share-alike, now and in every later edit', async () => {
  const { academy, aigul, berik } = await openShelf()
  await using _academy = academy
  const first = await share(academy, aigul, { licence: 'CC-BY-SA-4.0' })
  const origin = { practiceId: first.id, version: 1 }
  const refused = { code: 'practices/licence', fields: ['licence'] }
  for (const licence of ['CC-BY-4.0', 'CC-BY-NC-4.0', 'CC0-1.0'] as const)
    expect(await refusalOf(share(academy, berik, { origin, licence }))).toEqual(refused)

  // A page that says nothing of it means the same terms.
  const { origin: _, ...adaptation } = await share(academy, berik, { origin })
  expect((await open(berik, adaptation.id)).practice.licence).toBe('CC-BY-SA-4.0')
  expect(await refusalOf(berik.rpc.practices.edit.mutate(edited(adaptation, 1, { licence: 'CC-BY-4.0' })))).toEqual(
    refused,
  )
  // What was given under it once stays given, also where the origin's author offers the next version on others.
  await aigul.rpc.practices.edit.mutate(edited(first, 1, { licence: 'CC-BY-4.0' }))
  expect(await refusalOf(berik.rpc.practices.edit.mutate(edited(adaptation, 1, { licence: 'CC0-1.0' })))).toEqual(
    refused,
  )
  await berik.rpc.practices.edit.mutate(edited(adaptation, 1, { licence: 'CC-BY-SA-4.0' }))

  // Nor is it taken back in under others; and one's own work binds nobody.
  const taking = { ...edited(first, 2), takenFrom: adaptation.id }
  expect(await refusalOf(aigul.rpc.practices.edit.mutate({ ...taking, licence: 'CC-BY-4.0' }))).toEqual(refused)
  await aigul.rpc.practices.edit.mutate({ ...taking, id: newId(), licence: 'CC-BY-SA-4.0' })
  expect(await refusalOf(aigul.rpc.practices.edit.mutate(edited(first, 3, { licence: 'CC-BY-4.0' })))).toEqual(refused)
  await share(academy, aigul, { origin, licence: 'CC0-1.0' })
})

test('terms that rule each other out are not mixed', async () => {
  const { academy, aigul, berik } = await openShelf()
  await using _ = academy
  const first = await share(academy, aigul, { licence: 'CC-BY-NC-4.0' })
  const source = {
    title: 'Алыстағы',
    author: 'Асан',
    place: '',
    url: 'https://far.example/kk',
    licence: 'CC-BY-SA-4.0' as const,
  }
  for (const licence of [undefined, 'CC-BY-SA-4.0', 'CC-BY-NC-4.0'] as const)
    expect(
      await refusalOf(share(academy, berik, { origin: { practiceId: first.id, version: 1 }, source, licence })),
    ).toEqual({ code: 'practices/licence', fields: ['licence'] })
})
