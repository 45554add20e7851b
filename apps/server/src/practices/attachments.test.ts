import { newId } from '@academy/contract'
import { type Person, refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { bring, pdf, photo } from '../platform/files/test-files.ts'
import { aPractice, edited, open, openShelf, share } from './test-shelf.ts'

const status = async (who: Person, id: string, path = '') => (await who.get(`/files/${id}${path}`)).status

test('a photo and a plan stand in the practice under the names the author gave them, for whoever reads it', async () => {
  const { academy, aigul, berik, stranger } = await openShelf()
  await using _ = academy
  const picture = await bring(academy, aigul, { name: 'IMG_1.jpg', bytes: await photo() })
  const plan = await bring(academy, aigul, { name: 'plan.pdf', bytes: pdf() })
  const attachments = [
    { fileId: picture.id, name: 'Қардың қимасы' },
    { fileId: plan.id, name: 'Сабақ жоспары' },
  ]
  const shown = await share(academy, aigul, { attachments })
  const members = await share(academy, berik, { visibility: 'members' })
  expect((await open(stranger, shown.id)).practice.attachments).toEqual([
    expect.objectContaining({ fileId: picture.id, name: 'Қардың қимасы', kind: 'image', width: 480, height: 640 }),
    expect.objectContaining({ fileId: plan.id, name: 'Сабақ жоспары', kind: 'document', width: null }),
  ])
  for (const who of [aigul, berik, stranger]) {
    expect(await status(who, picture.id)).toBe(200)
    expect(await status(who, picture.id, '/small')).toBe(200)
    expect(await status(who, plan.id)).toBe(200)
  }
  // Asked on every reading: what is withdrawn is gone for the next one, kept or not.
  const etag = (await stranger.get(`/files/${picture.id}`)).headers.get('etag') ?? ''
  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: shown.id, reason: '' })
  expect((await stranger.get(`/files/${picture.id}`, { 'if-none-match': etag })).status).toBe(404)
  expect(await status(berik, picture.id)).toBe(404)
  expect(await status(aigul, picture.id)).toBe(200)
  expect(members.visibility).toBe('members')
})

test('files of a practice for members are theirs, also for whoever knows the address', async () => {
  const { academy, aigul, berik, stranger } = await openShelf()
  await using _ = academy
  const { id } = await bring(academy, aigul, { name: 'a.jpg', bytes: await photo() })
  await share(academy, aigul, { visibility: 'members', attachments: [{ fileId: id, name: 'Сурет' }] })
  expect(await status(berik, id)).toBe(200)
  expect(await status(stranger, id)).toBe(404)
})

test('what an edit takes out is for those who may read the version it stood in', async () => {
  const { academy, aigul, berik, leader } = await openShelf()
  await using _ = academy
  const { id } = await bring(academy, aigul, { name: 'a.jpg', bytes: await photo() })
  const practice = await share(academy, aigul, { attachments: [{ fileId: id, name: 'Сурет' }] })
  await aigul.rpc.practices.edit.mutate(edited(practice, 1, { attachments: [] }))
  expect(await Promise.all([aigul, leader, berik].map((who) => status(who, id)))).toEqual([200, 200, 404])
  // And it can stand in it again.
  await aigul.rpc.practices.edit.mutate(edited(practice, 2))
  expect(await status(berik, id)).toBe(200)
})

test('nobody takes in what is another’s, and one file stands in one practice', async () => {
  const { academy, aigul, berik } = await openShelf()
  await using _ = academy
  const { id } = await bring(academy, aigul, { name: 'a.pdf', bytes: pdf() })
  const attachments = [{ fileId: id, name: 'Жоспар' }]
  const take = (who: Person) =>
    refusalOf(
      who.rpc.practices.publish.mutate({
        ...aPractice(academy.places.school, { attachments }),
        composedAt: Date.now(),
      }),
    )
  const theirs = await take(berik)
  const unknown = await refusalOf(
    berik.rpc.practices.publish.mutate({
      ...aPractice(academy.places.school, { attachments: [{ fileId: newId(), name: 'Жоспар' }] }),
      composedAt: Date.now(),
    }),
  )
  expect(theirs).toEqual(unknown)
  await share(academy, aigul, { attachments })
  expect(await take(aigul)).toEqual({ code: 'files/gone' })
})

test('words that came before their photo wait for it; those whose photo was refused or never came are told so', async () => {
  const { academy, aigul } = await openShelf()
  await using _ = academy
  const [coming, wrong] = [newId(), newId()]
  const written = {
    ...aPractice(academy.places.school, { attachments: [{ fileId: coming, name: 'Сурет' }] }),
    composedAt: Date.now(),
  }
  const publish = () => aigul.rpc.practices.publish.mutate(written)
  expect(await refusalOf(publish())).toEqual({ code: 'files/not-here-yet', retryAfter: 15 })
  await bring(academy, aigul, { id: coming, name: 'a.jpg', bytes: await photo() })
  const done = await publish()
  expect((await open(aigul, written.id)).practice.attachments).toHaveLength(1)
  // The answer was lost: the same command again changes nothing.
  expect(await publish()).toEqual(done)

  await bring(academy, aigul, { id: wrong, name: 'a.jpg', bytes: pdf() })
  const attachments = [{ fileId: wrong, name: 'Сурет' }]
  const refused = { ...aPractice(academy.places.school, { attachments }), composedAt: Date.now() }
  expect(await refusalOf(aigul.rpc.practices.publish.mutate(refused))).toEqual({ code: 'files/not-what-it-says' })
  const old = {
    ...aPractice(academy.places.school, { attachments: [{ fileId: newId(), name: 'Сурет' }] }),
    composedAt: Date.now() - 8 * 24 * 3600_000,
  }
  expect(await refusalOf(aigul.rpc.practices.publish.mutate(old))).toEqual({ code: 'files/gone' })
})

test('a refused edit takes no file in', async () => {
  const { academy, aigul } = await openShelf()
  await using _ = academy
  const practice = await share(academy, aigul)
  await aigul.rpc.practices.edit.mutate(edited(practice, 1))
  const { id } = await bring(academy, aigul, { name: 'a.pdf', bytes: pdf() })
  const stale = edited(practice, 1, { attachments: [{ fileId: id, name: 'Жоспар' }] })
  expect(await refusalOf(aigul.rpc.practices.edit.mutate(stale))).toEqual({ code: 'practices/edited-elsewhere' })
  expect((await academy.rooms.files.find([id])).get(id)?.subjectId).toBeNull()
})
