import { EVIDENCE_CONSENT_TEXT, type Id, newId } from '@academy/contract'
import { openAcademy, type Person } from '@academy/testkit'
import { expect, test } from 'vitest'
import { bring, pdf, photo } from '../platform/files/test-files.ts'
import { aPractice, edited } from './test-shelf.ts'

/** What everything written here holds, and nothing else does; and what it is looked for by. */
const CANARY = 'сиқырқоңыз'
const SOUGHT = 'Қылқалампыр'
const WORDS = `${SOUGHT} ${CANARY}`

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10)

/** A practice that was read, tried, translated, adapted, collected, shown with photos and written together with somebody who is off again. */
async function openHouse() {
  const academy = await openAcademy({ pages: true })
  const { school, otherSchool } = academy.places
  const [aigul, berik, dana, leader, parent] = await Promise.all([
    academy.person('teacher', { name: 'Айгүл Үлгі' }),
    academy.person('teacher', { name: 'Берік Үлгі', placeId: otherSchool }),
    academy.person('teacher', { name: 'Дана Үлгі', placeId: otherSchool }),
    academy.person('school-leader', { placeId: otherSchool }),
    academy.person('parent', { placeId: otherSchool }),
  ])
  const [plan, picture, seen] = await Promise.all([
    bring(academy, aigul, { placeId: school, name: `${WORDS}.pdf`, bytes: pdf() }),
    bring(academy, aigul, { placeId: school, name: 'a.jpg', bytes: await photo() }),
    bring(academy, berik, { placeId: otherSchool, name: 'b.jpg', bytes: await photo({ width: 320 }) }),
  ])
  const practice = aPractice(school, {
    title: `${WORDS} туралы`,
    purpose: WORDS,
    core: WORDS,
    needs: WORDS,
    steps: [{ text: WORDS, minutes: null }],
    alsoIn: [{ language: 'en', title: WORDS, summary: WORDS }],
    attachments: [
      { fileId: plan.id, name: WORDS },
      { fileId: picture.id, name: WORDS },
    ],
  })
  const practiceId = practice.id
  await aigul.rpc.practices.publish.mutate(practice)

  const link = await aigul.rpc.practices.authorLink.query({ practiceId })
  await dana.rpc.practices.joinAuthors.mutate({ id: newId(), practiceId, ...link })
  await dana.rpc.practices.edit.mutate(edited(practice, 1, { reflection: WORDS }))
  await aigul.rpc.practices.removeCoAuthor.mutate({ id: newId(), practiceId, memberId: dana.id })

  const texts = { title: WORDS, purpose: WORDS, core: WORDS, needs: WORDS, reflection: WORDS, 'steps.0.text': WORDS }
  const save = { id: newId(), practiceId, language: 'ru' as const, base: 0, ofVersion: 2, texts }
  await berik.rpc.practices.saveTranslation.mutate(save)
  await aigul.rpc.practices.verifyTranslation.mutate({ id: newId(), practiceId, language: 'ru', n: 1 })
  await berik.rpc.practices.tellTrial.mutate({
    id: newId(),
    practiceId,
    version: 1,
    placeId: otherSchool,
    outcome: 'did-not-work',
    day: '2026-01-20',
    classKind: 'usual',
    grades: [5],
    pupils: null,
    language: 'kk',
    happened: WORDS,
    conditions: WORDS,
    changed: WORDS,
  })
  await berik.rpc.practices.addEvidence.mutate({
    id: newId(),
    practiceId,
    trialId: null,
    kind: 'photo',
    text: WORDS,
    fileId: seen.id,
    people: true,
    consent: { text: EVIDENCE_CONSENT_TEXT, by: WORDS, until: inDays(30) },
  })
  const collectionId = newId()
  await berik.rpc.practices.makeCollection.mutate({ id: collectionId, title: 'Қысқы', note: '', practiceId })
  await berik.rpc.practices.shareCollection.mutate({ id: newId(), collectionId, shared: true })
  // Its words are its own; what it comes from is another thing's.
  const adapted = aPractice(otherSchool, { title: 'Құм туралы', origin: { practiceId, version: 2 } })
  await berik.rpc.practices.publish.mutate(adapted)
  return {
    academy,
    practice,
    aigul,
    others: { berik, dana, leader, parent, stranger: academy.stranger() } as Record<string, Person>,
    fileIds: [plan.id, picture.id],
    evidenceFile: seen.id,
    collectionId,
    adaptedId: adapted.id,
  }
}

type House = Awaited<ReturnType<typeof openHouse>>

/** Every way in the interface that might say something of it. Refusals say nothing. */
async function saidTo({ rpc }: Person, { practice, adaptedId, collectionId }: House): Promise<Record<string, string>> {
  const practiceId = practice.id
  const { practices: ask, members } = rpc
  const at = (id: Id, locale: 'kk' | 'ru' = 'kk') => ({ practiceId: id, locale })
  const found = { locale: 'kk' as const, search: SOUGHT }
  const ways: Record<string, () => Promise<unknown>> = {
    open: () => ask.open.query(at(practiceId)),
    'open in Russian': () => ask.open.query(at(practiceId, 'ru')),
    'the adaptation': () => ask.open.query(at(adaptedId)),
    'beside its origin': () => ask.originChanges.query(at(adaptedId)),
    similar: () => ask.similar.query(at(adaptedId)),
    'similar to it': () => ask.similar.query(at(practiceId)),
    spread: () => ask.spread.query(at(adaptedId)),
    'its spread': () => ask.spread.query(at(practiceId)),
    newest: () => ask.list.query({ locale: 'kk' }),
    search: () => ask.list.query(found),
    'as typed': () => ask.list.query({ ...found, asTyped: true }),
    'a slip of the finger': () => ask.list.query({ ...found, search: 'Қылқаламптыр' }),
    beginning: () => ask.list.query({ ...found, search: SOUGHT.slice(0, 5) }),
    'in the other language': () => ask.list.query({ ...found, locale: 'ru', languages: ['ru'] }),
    'of the canary alone': () => ask.list.query({ locale: 'ru', search: CANARY }),
    tries: () => ask.trials.query({ practiceId }),
    evidence: () => ask.evidence.query({ practiceId }),
    reviews: () => ask.reviews.query({ practiceId }),
    translations: () => ask.translations.query({ practiceId }),
    translation: () => ask.translation.query({ practiceId, language: 'ru' }),
    collection: () => ask.collection.query({ collectionId, locale: 'kk' }),
    versions: () => ask.versions.query({ practiceId }),
    version: () => ask.version.query({ practiceId, n: 1 }),
    changes: () => ask.changes.query({ practiceId, from: 1, to: 2, locale: 'kk' }),
    'co-authors': () => ask.coAuthors.query({ practiceId }),
    echoes: () => ask.echoes.query({ locale: 'kk' }),
    record: () => ask.myRecord.query({ locale: 'kk' }),
    'one’s own': () => ask.mine.query({}),
    'reviews that wait': () => ask.reviewQueue.query({ locale: 'kk' }),
    collections: () => ask.collections.query({ practiceId }),
    who: () => members.who.query(),
  }
  const said = Object.entries(ways).map(async ([name, way]) => {
    const answer = await way().catch((error: Error) => error.message)
    return [name, JSON.stringify(answer).toLowerCase()] as const
  })
  return Object.fromEntries(await Promise.all(said))
}

/** Every address, with what a browser kept of it. */
const addressesOf = ({ practice, fileIds, evidenceFile, collectionId, adaptedId }: House) => [
  ...['kk', 'ru'].flatMap((locale) => [
    ...['', '?simple=1', '?original=1', '/print', '/sheet.pdf', '/pack.zip', '/spread', '/edit', '/try'].map(
      (way) => `/${locale}/practices/${practice.id}${way}`,
    ),
    `/${locale}/data/practices/${practice.id}`,
    `/${locale}/data/practices`,
    `/${locale}/data/practices?q=${encodeURIComponent(SOUGHT)}`,
    `/${locale}/practices.atom`,
    `/${locale}/practices?simple=1`,
    `/${locale}/practices`,
    `/${locale}`,
    `/${locale}/home`,
    `/${locale}/collections/${collectionId}`,
    `/${locale}/collections/${collectionId}?simple=1`,
    `/${locale}/practices/${adaptedId}`,
    `/${locale}/practices/${adaptedId}?simple=1`,
    `/${locale}/practices/${adaptedId}/print`,
  ]),
  ...[...fileIds, evidenceFile].flatMap((id) => [`/files/${id}`, `/files/${id}/small`]),
]

/** What the answer to an address gives away of it: its words, its bytes, or that it is still what the browser has. */
async function givenAway(who: Person, path: string, own: boolean, etag?: string): Promise<string | undefined> {
  const answer = await who.get(path, etag ? { 'if-none-match': etag } : {})
  const type = answer.headers.get('content-type') ?? ''
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (own && (answer.status === 200 || answer.status === 304)) return `${answer.status} ${type}`
  if (answer.status >= 500) return `${answer.status}`
  return bytes.toString('utf8').toLowerCase().includes(CANARY) ? 'its words' : undefined
}

async function nothingIsSaid(house: House, to: readonly string[], kept: ReadonlyMap<string, string>) {
  const { practice, fileIds, evidenceFile } = house
  const ids = [practice.id, ...fileIds, evidenceFile]
  for (const name of to) {
    const who = house.others[name] as Person
    for (const [way, said] of Object.entries(await saidTo(who, house)))
      expect(said, `${way}, to ${name}`).not.toContain(CANARY)
    for (const path of addressesOf(house)) {
      const own = ids.some((id) => path.includes(id))
      const away = await givenAway(who, path, own, kept.get(`${name} ${path}`))
      expect(away, `${path}, to ${name}`).toBeUndefined()
    }
  }
}

/** Everybody looks at everything, so that whatever may be kept is. */
async function lookedAt(house: House): Promise<Map<string, string>> {
  const kept = new Map<string, string>()
  let seen = 0
  for (const [name, who] of Object.entries(house.others)) {
    for (const said of Object.values(await saidTo(who, house))) if (said.includes(CANARY)) seen++
    for (const path of addressesOf(house)) {
      const answer = await who.get(path)
      const etag = answer.headers.get('etag')
      if (etag) kept.set(`${name} ${path}`, etag)
      if ((await answer.text()).toLowerCase().includes(CANARY)) seen++
    }
  }
  // Else nothing below would show anything.
  expect(seen).toBeGreaterThan(50)
  return kept
}

test('what is withdrawn is nowhere any more: on no page, in no list, count, file or feed, for nobody who does not keep it', async () => {
  const house = await openHouse()
  await using _ = house.academy
  const kept = await lookedAt(house)
  const { aigul, practice } = house
  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: '' })
  await nothingIsSaid(house, Object.keys(house.others), kept)
}, 120_000)

test('what is for members only from now on is nowhere for strangers, in whatever their browsers kept', async () => {
  const house = await openHouse()
  await using _ = house.academy
  const kept = await lookedAt(house)
  const { aigul, practice } = house
  await aigul.rpc.practices.edit.mutate(edited(practice, 2, { visibility: 'members' }))
  await nothingIsSaid(house, ['stranger'], kept)
  const { berik } = house.others
  expect(JSON.stringify(await saidTo(berik as Person, house))).toContain(CANARY)
}, 120_000)
