import { type Id, LIMITS, newId } from '@academy/contract'
import { type Person, refusalOf } from '@academy/testkit'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { collectionPractices, practices } from '../../tables.ts'
import { openShelf, share } from '../test-shelf.ts'

async function openCollections() {
  const shelf = await openShelf()
  const { academy, aigul } = shelf
  const snow = await share(academy, aigul, { title: 'Қар' })
  const wind = await share(academy, aigul, { title: 'Жел' })
  const ice = await share(academy, aigul, { title: 'Мұз', visibility: 'members' })
  const make = async (who: Person, practiceId: Id | null = null, title = 'Қыс') => {
    const id = newId()
    await who.rpc.practices.makeCollection.mutate({ id, title, note: '', practiceId })
    return id
  }
  const keep = (who: Person, collectionId: Id, practiceId: Id, position?: number) =>
    who.rpc.practices.keepPractice.mutate({
      id: newId(),
      collectionId,
      practiceId,
      ...(position === undefined ? {} : { position }),
    })
  const put = (who: Person, collectionId: Id, shared: boolean) =>
    who.rpc.practices.shareCollection.mutate({ id: newId(), collectionId, shared })
  const open = (who: Pick<Person, 'rpc'>, collectionId: Id, more: { limit?: number; cursor?: string | null } = {}) =>
    who.rpc.practices.collection.query({ collectionId, locale: 'kk', ...more })
  const titles = async (who: Pick<Person, 'rpc'>, collectionId: Id) =>
    (await open(who, collectionId)).items.map(({ practice }) => practice?.title ?? null)
  const mine = (who: Person, practiceId: Id | null = null) => who.rpc.practices.collections.query({ practiceId })
  return { ...shelf, snow, wind, ice, make, keep, put, open, titles, mine }
}

test('what is done to a collection from several devices in one moment is all done, in one order, and within the bounds', async () => {
  const { academy, aigul, berik, make, keep, open } = await openCollections()
  await using _ = academy
  const shelf: Id[] = []
  for (let n = 0; n < 8; n++) shelf.push((await share(academy, aigul)).id)
  const id = await make(berik)
  // Each from two devices, as different deeds.
  await Promise.all([...shelf, ...shelf].map((practiceId) => keep(berik, id, practiceId)))
  expect(new Set((await open(berik, id)).items.map((it) => it.id))).toEqual(new Set(shelf))
  const rows = await academy.db.read.select().from(collectionPractices).where(eq(collectionPractices.collectionId, id))
  expect(rows.map(({ position }) => position).sort((a, b) => a - b)).toEqual(shelf.map((_, n) => n))

  const made = await Promise.allSettled(Array.from({ length: LIMITS.collections + 3 }, () => make(berik)))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(LIMITS.collections - 1)
})

describe('a collection', () => {
  test('is made with a practice in it, filled, put in order, and one’s own alone until it is shared', async () => {
    const { academy, berik, leader, stranger, snow, wind, ice, make, keep, put, open, titles, mine } =
      await openCollections()
    await using _ = academy
    const id = await make(berik, snow.id)
    await keep(berik, id, wind.id)
    await keep(berik, id, ice.id, 0)
    expect(await titles(berik, id)).toEqual(['Мұз', 'Қар', 'Жел'])
    const move = (practiceId: Id, position: number) =>
      berik.rpc.practices.movePractice.mutate({ id: newId(), collectionId: id, practiceId, position })
    await move(ice.id, 2)
    expect(await titles(berik, id)).toEqual(['Қар', 'Жел', 'Мұз'])
    await move(wind.id, 0)
    expect(await titles(berik, id)).toEqual(['Жел', 'Қар', 'Мұз'])
    await move(wind.id, 99)
    expect(await titles(berik, id)).toEqual(['Қар', 'Мұз', 'Жел'])
    expect((await mine(berik, snow.id)).items).toMatchObject([{ id, title: 'Қыс', practices: 3, holds: true }])
    expect((await mine(berik, newId())).items).toMatchObject([{ holds: false }])
    expect((await mine(leader)).items).toEqual([])

    for (const who of [leader, stranger]) expect(await refusalOf(open(who, id))).toMatchObject({ code: 'not-found' })
    await put(berik, id, true)
    expect(await open(leader, id)).toMatchObject({ collection: { by: 'Берік Үлгі' }, total: 3, may: { edit: false } })
    expect(await refusalOf(keep(leader, id, snow.id))).toMatchObject({ code: 'refused' })
    await put(berik, id, false)
    for (const who of [leader, stranger]) expect(await refusalOf(open(who, id))).toMatchObject({ code: 'not-found' })
  })

  test('shows each reader what they may see, and neither names nor counts the rest; its owner learns that one is gone', async () => {
    const { academy, aigul, berik, leader, stranger, snow, wind, ice, make, keep, put, open, titles } =
      await openCollections()
    await using _ = academy
    const id = await make(berik, snow.id)
    await keep(berik, id, ice.id)
    await keep(berik, id, wind.id)
    await put(berik, id, true)
    expect(await titles(leader, id)).toEqual(['Қар', 'Мұз', 'Жел'])
    const seen = await open(stranger, id)
    expect(seen).toMatchObject({ total: 2, next: null })
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Мұз|${ice.id}`))

    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: snow.id, reason: '' })
    expect(await titles(berik, id)).toEqual([null, 'Мұз', 'Жел'])
    // The author still reads her own page; in another's collection it is gone for her, too.
    for (const who of [aigul, leader]) expect(await titles(who, id)).toEqual(['Мұз', 'Жел'])
    expect(await open(stranger, id)).toMatchObject({ total: 1, items: [{ practice: { title: 'Жел' } }] })
    expect(JSON.stringify(await open(berik, id))).not.toContain('"Қар"')
    expect(await refusalOf(make(berik, snow.id))).toMatchObject({ code: 'practices/withdrawn' })
    await berik.rpc.practices.letGoPractice.mutate({ id: newId(), collectionId: id, practiceId: snow.id })
    expect(await titles(berik, id)).toEqual(['Мұз', 'Жел'])
  })

  test('is read page by page; each practice once', async () => {
    const { academy, berik, snow, wind, ice, make, keep, open } = await openCollections()
    await using _ = academy
    const id = await make(berik)
    for (const one of [snow, wind, ice]) await keep(berik, id, one.id)
    const first = await open(berik, id, { limit: 2 })
    const second = await open(berik, id, { limit: 2, cursor: first.next })
    expect([...first.items, ...second.items].map((it) => it.id)).toEqual([snow.id, wind.id, ice.id])
    expect(second.next).toBeNull()
    await make(berik, null, 'Көктем')
    const { items, next } = await berik.rpc.practices.collections.query({ limit: 1 })
    const rest = await berik.rpc.practices.collections.query({ limit: 1, cursor: next })
    expect([...items, ...rest.items].map(({ title }) => title)).toEqual(['Көктем', 'Қыс'])
  })

  test('sent twice by a bad line stands once; what is there already, or gone already, stays so', async () => {
    const { academy, berik, snow, wind, keep, titles, mine } = await openCollections()
    await using _ = academy
    const made = { id: newId(), title: 'Қыс 990101300122', note: '', practiceId: snow.id }
    const done = await berik.rpc.practices.makeCollection.mutate(made)
    expect(await berik.rpc.practices.makeCollection.mutate(made)).toEqual(done)
    expect((await mine(berik)).items).toMatchObject([{ title: 'Қыс ••••••••••••' }])
    await keep(berik, made.id, snow.id)
    await keep(berik, made.id, wind.id)
    expect(await titles(berik, made.id)).toEqual(['Қар', 'Жел'])
    for (let twice = 0; twice < 2; twice++)
      await berik.rpc.practices.letGoPractice.mutate({ id: newId(), collectionId: made.id, practiceId: snow.id })
    expect(await titles(berik, made.id)).toEqual(['Жел'])
    await keep(berik, made.id, snow.id, 0)
    expect(await titles(berik, made.id)).toEqual(['Қар', 'Жел'])
    const gone = { id: newId(), collectionId: made.id }
    const away = await berik.rpc.practices.deleteCollection.mutate(gone)
    expect(await berik.rpc.practices.deleteCollection.mutate(gone)).toEqual(away)
    expect((await mine(berik)).items).toEqual([])
    expect(await refusalOf(keep(berik, made.id, snow.id))).toMatchObject({ code: 'not-found' })
  })

  test('does not take more than it may hold, nor one person more than they may have', async () => {
    const { academy, berik, snow, wind, make, keep } = await openCollections()
    await using _ = academy
    const id = await make(berik, snow.id)
    await academy.db.write(async (tx) => {
      const [row] = await tx.select().from(practices).limit(1)
      if (!row) throw new TypeError('nothing is shared')
      const many = Array.from({ length: LIMITS.collectionPractices - 1 }, () => newId())
      await tx.insert(practices).values(many.map((practiceId) => ({ ...row, id: practiceId })))
      await tx
        .insert(collectionPractices)
        .values(many.map((practiceId, n) => ({ collectionId: id, practiceId, position: n + 1, at: new Date() })))
    })
    expect(await refusalOf(keep(berik, id, wind.id))).toMatchObject({ code: 'practices/collection-full' })
    for (let n = 1; n < LIMITS.collections; n++) await make(berik)
    expect(await refusalOf(make(berik))).toMatchObject({ code: 'practices/too-many-collections' })
  })

  test('goes with its owner’s account, and is in what they take along before', async () => {
    const { academy, berik, stranger, snow, make, put, open } = await openCollections()
    await using _ = academy
    const id = await make(berik, snow.id)
    await put(berik, id, true)
    expect((await academy.rooms.practices.contributeToExport(berik.id)).collections).toMatchObject([
      { id, title: 'Қыс', shared: true, practices: [snow.id] },
    ])
    await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, berik.id, new Date()))
    expect(await refusalOf(open(stranger, id))).toMatchObject({ code: 'not-found' })
    expect((await academy.rooms.practices.contributeToExport(berik.id)).collections).toEqual([])
  })
})
