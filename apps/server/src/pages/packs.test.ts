import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Id, newId, PACKS, type PackOpened, type Refusal } from '@academy/contract'
import { type Academy, openAcademy, type Person, refusalOf } from '@academy/testkit'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { bring, pdf, photo, zip } from '../platform/files/test-files.ts'
import { aPractice, open } from '../practices/test-shelf.ts'

type Entries = Record<string, Buffer>

async function openShelf() {
  const academy = await openAcademy({ pages: true })
  const aigul = await academy.person('teacher', { name: 'Айгүл Үлгі' })
  const [plan, picture] = await Promise.all([
    bring(academy, aigul, { placeId: academy.places.school, name: 'Жоспар.pdf', bytes: pdf() }),
    bring(academy, aigul, { placeId: academy.places.school, name: 'Қар.jpg', bytes: await photo() }),
  ])
  const practice = aPractice(academy.places.school, {
    title: 'Қар астындағы тіршілік',
    licence: 'CC-BY-SA-4.0',
    attachments: [
      { fileId: plan.id, name: 'Жоспар' },
      { fileId: picture.id, name: 'Қар қимасы' },
    ],
  })
  await aigul.rpc.practices.publish.mutate(practice)
  return { academy, aigul, practice }
}

async function taken(who: Person, practiceId: Id): Promise<Buffer> {
  const answer = await who.get(`/kk/practices/${practiceId}/pack.zip`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return Buffer.from(await answer.arrayBuffer())
}

async function brought(
  academy: Academy,
  who: Person,
  pack: Buffer,
  { id = newId(), placeId = academy.places.school } = {},
) {
  const answer = await fetch(`${academy.url}${PACKS}?id=${id}&placeId=${placeId}`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/zip' },
    body: pack as never,
  })
  const said = (await answer.json()) as PackOpened & { error?: { data: { refusal: Refusal } } }
  return { status: answer.status, opened: said as PackOpened, code: said.error?.data.refusal.code }
}

const entriesOf = (pack: Buffer): Entries =>
  Object.fromEntries(Object.entries(unzipSync(pack)).map(([name, bytes]) => [name, Buffer.from(bytes)]))
const repacked = (entries: Entries) => zip(Object.entries(entries).map(([name, bytes]) => ({ name, bytes })))

/** The same pack with another card, and a manifest that says so. */
function withCard(entries: Entries, change: (card: Record<string, unknown>) => void, path = 'card.json'): Entries {
  const card = JSON.parse(String(entries['card.json']))
  change(card)
  return withFile(entries, path, Buffer.from(JSON.stringify(card)))
}
function withFile(entries: Entries, path: string, bytes: Buffer): Entries {
  const manifest = JSON.parse(String(entries['manifest.json']))
  const rest = manifest.files.filter((it: { path: string }) => it.path !== path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  manifest.files = [...rest, { path, size: bytes.length, sha256 }]
  return { ...entries, [path]: bytes, 'manifest.json': Buffer.from(JSON.stringify(manifest)) }
}
const withManifest = (entries: Entries, change: object): Entries => ({
  ...entries,
  'manifest.json': Buffer.from(JSON.stringify({ ...JSON.parse(String(entries['manifest.json'])), ...change })),
})

test('a practice goes to another academy as a file, with its files, and says there whose it was', async () => {
  const { academy, aigul, practice } = await openShelf()
  await using _ = academy
  await using far = await openAcademy({ pages: true })
  const pack = await taken(academy.stranger(), practice.id)
  const entries = entriesOf(pack)
  expect(Object.keys(entries).sort()).toEqual([
    'card.json',
    'files/01.pdf',
    'files/02.webp',
    'index.html',
    'manifest.json',
  ])
  const page = String(entries['index.html'])
  for (const part of ['Қар астындағы тіршілік', 'href="files/01.pdf"', 'src="files/02.webp"', 'CC BY-SA 4.0'])
    expect(page).toContain(part)
  expect(page).not.toContain('<script')

  const berik = await far.person('teacher')
  const id = newId()
  const { status, opened } = await brought(far, berik, pack, { id })
  expect(status).toBe(200)
  expect(opened.origin).toBeNull()
  expect(opened.card).toMatchObject({
    title: practice.title,
    licence: 'CC-BY-SA-4.0',
    source: { author: 'Айгүл Үлгі' },
  })
  // The answer was lost on the way: the same pack once more gives the same files.
  expect((await brought(far, berik, pack, { id })).opened).toEqual(opened)

  const own = { ...opened.card, id: newId(), placeId: far.places.school, visibility: 'public' as const }
  await berik.rpc.practices.publish.mutate(own)
  const { practice: shown } = await open(berik, own.id)
  expect(shown.attachments.map(({ name, kind }) => [name, kind])).toEqual([
    ['Жоспар', 'document'],
    ['Қар қимасы', 'image'],
  ])
  const [plan] = shown.attachments
  expect(Buffer.from(await (await far.stranger().get(`/files/${plan?.fileId}`)).arrayBuffer())).toEqual(pdf())
  const html = await (await far.stranger().get(`/kk/practices/${own.id}`)).text()
  expect(html).toContain('Айгүл Үлгі')
  expect(html).toContain(`/kk/practices/${practice.id}`)
  expect((await open(aigul, practice.id)).practice.attachments).toHaveLength(2)
})

test('what came in a pack keeps the terms it came with and the name of whose it was, whatever is sent later', async () => {
  const { academy, aigul, practice } = await openShelf()
  await using _ = academy
  await using far = await openAcademy()
  const pack = await taken(aigul, practice.id)
  const berik = await far.person('teacher')
  // Made by hand, a card may say what its own terms do not allow.
  const lies = repacked(withCard(entriesOf(pack), (card) => Object.assign(card, { licence: 'CC0-1.0', source: null })))
  for (const one of [pack, lies])
    expect((await brought(far, berik, one)).opened.card).toMatchObject({
      licence: 'CC-BY-SA-4.0',
      source: { author: 'Айгүл Үлгі', licence: 'CC-BY-SA-4.0' },
    })
  const { opened } = await brought(far, berik, pack)
  const own = { ...opened.card, id: newId(), placeId: far.places.school, visibility: 'public' as const }
  const refused = { code: 'practices/licence', fields: ['licence'] }
  expect(await refusalOf(berik.rpc.practices.publish.mutate({ ...own, licence: 'CC-BY-4.0' }))).toEqual(refused)
  await berik.rpc.practices.publish.mutate(own)
  const { placeId: _place, id: practiceId, ...card } = own
  const edit = { ...card, practiceId, base: 1, id: newId(), source: null }
  expect(await refusalOf(berik.rpc.practices.edit.mutate({ ...edit, licence: 'CC0-1.0' }))).toEqual(refused)
  await berik.rpc.practices.edit.mutate(edit)
  expect((await open(berik, own.id)).practice).toMatchObject({ source: { author: 'Айгүл Үлгі' }, version: 2 })

  // Who adapts it there names the same source.
  const dana = await far.person('teacher')
  const { source: _source, licence: _licence, attachments: _files, ...words } = own
  const next = { ...words, id: newId(), origin: { practiceId: own.id, version: 2 } }
  await dana.rpc.practices.publish.mutate(next)
  expect((await open(dana, next.id)).practice).toMatchObject({
    licence: 'CC-BY-SA-4.0',
    source: { author: 'Айгүл Үлгі' },
  })
})

test('files that do not fit into a pack are named before it is taken and in it, in the reader’s language', async () => {
  await using academy = await openAcademy({ pages: true })
  const aigul = await academy.person('teacher')
  const large = Buffer.concat([pdf(), Buffer.alloc(17 * 1024 * 1024)])
  const names = ['Бірінші бейне', 'Екінші бейне', 'Жоспар']
  const attachments: { fileId: Id; name: string }[] = []
  for (const name of names) {
    const bytes = name === 'Жоспар' ? pdf() : large
    const { id } = await bring(academy, aigul, { placeId: academy.places.school, name: `${name}.pdf`, bytes })
    attachments.push({ fileId: id, name })
  }
  const practice = aPractice(academy.places.school, { attachments })
  await aigul.rpc.practices.publish.mutate(practice)

  const said = {
    kk: 'Мұнда сыймады: «Екінші бейне».',
    ru: 'Сюда не поместилось: «Екінші бейне».',
    en: 'Did not fit in here: «Екінші бейне».',
  }
  for (const [locale, words] of Object.entries(said)) {
    const answer = await academy.stranger().get(`/${locale}/practices/${practice.id}/pack.zip`)
    const entries = entriesOf(Buffer.from(await answer.arrayBuffer()))
    expect(Object.keys(entries).sort()).toEqual([
      'card.json',
      'files/01.pdf',
      'files/02.pdf',
      'index.html',
      'manifest.json',
    ])
    expect(String(entries['index.html'])).toContain(words)
  }
  const page = await (await academy.stranger().get(`/ru/practices/${practice.id}`)).text()
  expect(page).toContain('В ZIP не поместится: «Екінші бейне».')
  const { opened } = await brought(academy, aigul, await taken(aigul, practice.id))
  expect(opened.card.attachments?.map(({ name }) => name)).toEqual(['Бірінші бейне', 'Жоспар'])
})

test('opened in the academy it comes from, it is an adaptation of what stands there', async () => {
  const { academy, practice } = await openShelf()
  await using _ = academy
  const berik = await academy.person('teacher')
  const { opened } = await brought(academy, berik, await taken(berik, practice.id))
  expect(opened).toMatchObject({ origin: { practiceId: practice.id, version: 1 }, card: { source: null } })
  const own = { ...opened.card, id: newId(), placeId: academy.places.school, visibility: 'public' as const }
  await berik.rpc.practices.publish.mutate({ ...own, origin: opened.origin ?? undefined })
  expect((await open(berik, own.id)).practice.chain).toMatchObject([{ id: practice.id, author: 'Айгүл Үлгі' }])
})

test('what does harm, is not whole or is something else is refused in words, and leaves nothing behind', async () => {
  const { academy, practice } = await openShelf()
  await using _ = academy
  const berik = await academy.person('teacher')
  const pack = await taken(berik, practice.id)
  const good = entriesOf(pack)
  const listed = (more: Parameters<typeof zip>[0]) =>
    zip([...Object.entries(good).map(([name, bytes]) => ({ name, bytes })), ...more])
  const nothing = Buffer.alloc(20 * 1024 * 1024)
  const cases: [why: string, pack: Buffer, code: string][] = [
    ['no zip', Buffer.from('Сәлем! Бұл – жай мәтін.'), 'practices/no-pack'],
    ['nothing', Buffer.from('PK'), 'practices/no-pack'],
    ['another zip', zip([{ name: 'photo.txt', bytes: Buffer.from('x') }]), 'practices/no-pack'],
    ['cut short', pack.subarray(0, pack.length - 400), 'practices/pack-damaged'],
    ['of another kind', repacked(withManifest(good, { format: 'h5p' })), 'practices/no-pack'],
    ['of tomorrow', repacked(withManifest(good, { version: 2 })), 'practices/pack-too-new'],
    ['with more in the manifest', repacked(withManifest(good, { run: 'rm' })), 'practices/pack-damaged'],
    ['a path out', listed([{ name: '../../etc/passwd', bytes: Buffer.from('x') }]), 'practices/pack-unsafe'],
    ['a path of the machine', listed([{ name: '/etc/passwd', bytes: Buffer.from('x') }]), 'practices/pack-unsafe'],
    ['a path of Windows', listed([{ name: 'C:\\x', bytes: Buffer.from('x') }]), 'practices/pack-unsafe'],
    [
      'a link',
      listed([{ name: 'files/03.pdf', bytes: Buffer.from('/etc/passwd'), link: true }]),
      'practices/pack-unsafe',
    ],
    ['a script beside', listed([{ name: 'run.js', bytes: Buffer.from('x') }]), 'practices/pack-unsafe'],
    ['two of one name', listed([{ name: 'card.json', bytes: good['card.json'] as Buffer }]), 'practices/pack-unsafe'],
    ['unlisted', listed([{ name: 'files/09.pdf', bytes: pdf() }]), 'practices/pack-damaged'],
    [
      'many',
      listed(Array.from({ length: 40 }, (_, n) => ({ name: `files/${n + 10}.pdf`, bytes: pdf() }))),
      'practices/pack-unsafe',
    ],
    ['a bomb', listed([{ name: 'files/03.pdf', bytes: nothing }]), 'practices/pack-unsafe'],
    ['a bomb that lies', listed([{ name: 'files/03.pdf', bytes: nothing, claims: 1000 }]), 'practices/pack-damaged'],
    ['other bytes', repacked({ ...good, 'files/01.pdf': pdf('басқа') }), 'practices/pack-damaged'],
    [
      'no card',
      repacked(Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'card.json'))),
      'practices/pack-damaged',
    ],
    [
      'what no card has',
      repacked(
        withCard(good, (card) => {
          card.admin = true
        }),
      ),
      'practices/pack-damaged',
    ],
    [
      'a card too long',
      repacked(
        withCard(good, (card) => {
          card.purpose = 'x'.repeat(500_000)
        }),
      ),
      'practices/pack-damaged',
    ],
    [
      'words nobody knows',
      repacked(
        withCard(good, (card) => {
          card.subjects = ['alchemy']
        }),
      ),
      'practices/pack-too-new',
    ],
    [
      'a file that is not there',
      repacked(
        withCard(good, (card) => {
          card.attachments = [{ path: 'files/77.pdf', name: 'x' }]
        }),
      ),
      'practices/pack-damaged',
    ],
    [
      'a program called a PDF',
      repacked(withFile(good, 'files/01.pdf', Buffer.from('MZ\u0090\0\u0003'))),
      'files/not-what-it-says',
    ],
    [
      'a picture that is none',
      repacked(withFile(good, 'files/02.webp', Buffer.from('<svg onload=alert(1)>'))),
      'files/not-what-it-says',
    ],
  ]
  const mine = async () => ({ ...(await berik.rpc.members.exportMe.query()), exportedAt: '' })
  const before = await mine()
  for (const [why, pack, code] of cases) expect([why, (await brought(academy, berik, pack)).code]).toEqual([why, code])
  expect(await mine()).toEqual(before)
  expect(await readdir(join(academy.dataDirectory, 'files/up'))).toEqual([])
})

test('packs are opened by whoever may publish there, and taken by whoever may read', async () => {
  const { academy, aigul, practice } = await openShelf()
  await using _ = academy
  const pack = await taken(aigul, practice.id)
  const parent = await academy.person('parent')
  expect((await brought(academy, parent, pack)).code).toBe('refused')
  expect((await brought(academy, academy.stranger(), pack)).code).toBe('signed-out')
  expect((await brought(academy, aigul, pack, { placeId: academy.places.otherSchool })).code).toBe('refused')
  expect((await brought(academy, aigul, pack, { placeId: newId() })).code).toBe('not-found')
  expect((await brought(academy, aigul, pack, { id: 'x' })).code).toBe('bad-input')
  const bare = await fetch(`${academy.url}${PACKS}?id=${newId()}&placeId=${academy.places.school}`, {
    method: 'POST',
    headers: { cookie: aigul.cookie ?? '', origin: 'https://evil.example', 'content-type': 'application/zip' },
    body: pack as never,
  })
  expect(bare.status).toBe(403)
  expect((await brought(academy, aigul, Buffer.alloc(49 * 1024 * 1024))).code).toBe('too-large')

  const hidden = aPractice(academy.places.school, { visibility: 'members' })
  await aigul.rpc.practices.publish.mutate(hidden)
  expect((await academy.stranger().get(`/kk/practices/${hidden.id}/pack.zip`)).status).toBe(404)
  expect((await parent.get(`/kk/practices/${hidden.id}/pack.zip`)).status).toBe(200)
})
