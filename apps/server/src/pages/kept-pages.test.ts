import { newId, type PracticePage } from '@academy/contract'
import { openAcademy, type Person } from '@academy/testkit'
import { expect, test } from 'vitest'
import { aPractice, edited } from '../practices/test-shelf.ts'

const aTry = (practiceId: string, placeId: string) => ({
  id: newId(),
  practiceId,
  version: 1,
  placeId,
  outcome: 'worked' as const,
  day: '2026-01-15',
  classKind: 'ungraded' as const,
  grades: [2, 3],
  pupils: 9,
  language: 'kk' as const,
  happened: 'Балалар өздері өлшеді.',
  conditions: '',
  changed: '',
})

/** A place as a browser keeps it: what it was sent last, and what it is shown the next time. */
async function look(who: Person, path: string) {
  const first = await who.get(path)
  const body = await first.text()
  const etag = first.headers.get('etag') ?? ''
  return { status: first.status, body, etag, again: () => who.get(path, { 'if-none-match': etag }) }
}

async function openShelf() {
  const academy = await openAcademy({ pages: true })
  const aigul = await academy.person('teacher', { name: 'Айгүл Үлгі' })
  const berik = await academy.person('teacher', { name: 'Берік Үлгі', placeId: academy.places.otherSchool })
  const practice = aPractice(academy.places.school)
  await aigul.rpc.practices.publish.mutate(practice)
  const paths = {
    page: `/kk/practices/${practice.id}`,
    list: '/kk/practices',
    data: `/kk/data/practices/${practice.id}`,
    rows: '/kk/data/practices',
    feed: '/kk/practices.atom',
  }
  return { academy, aigul, berik, practice, paths, stranger: academy.stranger() }
}

test('what has not changed is answered in a few bytes: the page, the lists, the data and the feed', async () => {
  const { academy, paths, stranger } = await openShelf()
  await using _ = academy
  for (const path of Object.values(paths)) {
    const seen = await look(stranger, path)
    expect([path, seen.status, seen.etag !== '']).toEqual([path, 200, true])
    const again = await seen.again()
    expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
    expect((await stranger.get(path, { 'if-none-match': `"other", ${seen.etag}` })).status).toBe(304)
    // Packed or not, it is the same.
    const packed = await stranger.get(path, { 'accept-encoding': 'br' })
    expect(await packed.text()).toBe(seen.body)
  }
})

test('after an edit, a try, a new name of the author and of the school, nobody is shown yesterday’s page', async () => {
  const { academy, aigul, berik, practice, paths, stranger } = await openShelf()
  await using _ = academy
  const seen = await Promise.all(Object.values(paths).map((path) => look(stranger, path)))

  await aigul.rpc.practices.edit.mutate(edited(practice, 1, { title: 'Қар астында не бар' }))
  for (const it of seen) {
    const now = await it.again()
    expect(now.status).toBe(200)
    expect(await now.text()).toContain('Қар астында не бар')
  }

  const untried = await look(stranger, paths.page)
  expect(untried.body).not.toContain('1 рет, 1 мектеп')
  await berik.rpc.practices.tellTrial.mutate(aTry(practice.id, academy.places.otherSchool))
  expect(await (await untried.again()).text()).toContain('1 рет, 1 мектеп')

  const named = await look(stranger, paths.data)
  await aigul.rpc.members.updateMe.mutate({ id: newId(), name: 'Айгүл Жаңа', locale: 'kk' })
  expect(await (await named.again()).text()).toContain('Айгүл Жаңа')

  const placed = await look(stranger, paths.page)
  const leader = await academy.person('administrator')
  const name = { kk: 'Жаңа мектеп', ru: 'Новая школа', en: 'New school' }
  const placeId = academy.places.school
  const school = {
    officialName: null,
    type: 'general',
    isSmall: true,
    languages: ['kk'],
    supportSchoolId: null,
  } as const
  await leader.rpc.places.edit.mutate({
    id: newId(),
    placeId,
    name,
    kato: null,
    school: { ...school, languages: ['kk'] },
  })
  expect(await (await placed.again()).text()).toContain('Жаңа мектеп')
})

test('made for members or withdrawn, it is in no answer of before; and what members see comes to nobody else', async () => {
  const { academy, aigul, practice, paths, stranger } = await openShelf()
  await using _ = academy
  const hidden = aPractice(academy.places.school, { visibility: 'members', title: 'Тек өзімізге' })
  await aigul.rpc.practices.publish.mutate(hidden)
  // A member looks first: what they see is never the answer of the next one.
  expect(await (await aigul.get('/kk/practices?simple=1')).text()).toContain('Тек өзімізге')
  expect((await aigul.get(`/kk/practices/${hidden.id}?simple=1`)).status).toBe(200)
  for (const path of [paths.list, paths.rows, paths.feed])
    for (const who of [stranger, aigul])
      if (path !== paths.list || who === stranger)
        expect(await (await who.get(path)).text()).not.toContain('Тек өзімізге')
  for (const who of [stranger, aigul]) expect((await who.get(`/kk/data/practices/${hidden.id}`)).status).toBe(404)
  expect((await stranger.get(`/kk/practices/${hidden.id}`)).status).toBe(404)

  const seen = await Promise.all(Object.values(paths).map((path) => look(stranger, path)))
  await aigul.rpc.practices.edit.mutate(edited(practice, 1, { visibility: 'members' }))
  const after = await Promise.all(seen.map((it) => it.again()))
  expect(after.map(({ status }) => status)).toEqual([404, 200, 404, 200, 200])
  for (const it of after) expect(await it.text()).not.toContain(practice.title)

  await aigul.rpc.practices.edit.mutate(edited(practice, 2, { visibility: 'public' }))
  expect((await stranger.get(paths.page)).status).toBe(200)
  await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: '' })
  expect((await stranger.get(paths.page)).status).toBe(410)
  expect((await stranger.get(paths.data)).status).toBe(410)
  expect(((await (await stranger.get(paths.rows)).json()) as PracticePage).items).toEqual([])
})

test('a page names its licence and its feed, and says what it is in words of Schema.org that no text can break out of', async () => {
  const { academy, aigul, stranger } = await openShelf()
  await using _ = academy
  const title = '</script><script>alert(1)</script>'
  const practice = aPractice(academy.places.school, { title, licence: 'CC-BY-SA-4.0' })
  await aigul.rpc.practices.publish.mutate(practice)
  const html = await (await stranger.get(`/ru/practices/${practice.id}`)).text()
  expect(html).not.toContain('<script>alert')
  expect(html).toContain('href="/ru/practices.atom"')
  expect(html).toContain('CC BY-SA 4.0')
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? ''
  expect(JSON.parse(block)).toMatchObject({
    '@type': 'LearningResource',
    name: title,
    inLanguage: 'kk',
    timeRequired: 'PT40M',
    license: 'https://creativecommons.org/licenses/by-sa/4.0/',
    author: { name: 'Айгүл Үлгі' },
  })
  const feed = await (await stranger.get('/kk/practices.atom')).text()
  expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom">')
  expect(feed).not.toContain('<script>alert')
})

test('a page with what is somebody’s own is left in no cache for whoever sits there next', async () => {
  const { academy, aigul, stranger } = await openShelf()
  await using _ = academy
  const practice = aPractice(academy.places.school, { visibility: 'members' })
  await aigul.rpc.practices.publish.mutate(practice)
  const keepOf = async (who: Person, path: string) => (await who.get(path)).headers.get('cache-control')
  for (const path of ['home', 'me', 'practices', `practices/${practice.id}`, `practices/${practice.id}?simple=1`])
    expect(await keepOf(aigul, `/kk/${path}`)).toBe('private, no-store')
  expect(await keepOf(aigul, `/kk/practices/${practice.id}/print`)).toBe('private, no-store')
  const said = await fetch(`${academy.url}/trpc/members.who`, { headers: aigul.headers })
  expect([said.status, said.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  // What is not there for them says so anew each time.
  expect(await keepOf(stranger, `/kk/practices/${practice.id}`)).toBe('private, no-store')
  expect(await keepOf(stranger, '/kk/practices')).toBe('no-cache')
})

test('no name and no title takes the feed away from its readers', async () => {
  const { academy, aigul, stranger } = await openShelf()
  await using _ = academy
  await aigul.rpc.members.updateMe.mutate({ id: newId(), name: 'Айгүл\u0001\u000b ]]></name>', locale: 'kk' })
  await aigul.rpc.practices.publish.mutate(aPractice(academy.places.school, { title: 'Қар\u0002 ]]> &#1; \uffff' }))
  const feed = await (await stranger.get('/kk/practices.atom')).text()
  expect(feed).toContain('<name>Айгүл ]]&gt;&lt;/name&gt;</name>')
  expect(feed.replace(/[\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '')).toBe('')
  // Two are of sections that hold text as it is: none of them ends before its own end.
  for (const [, text = ''] of feed.matchAll(/<!\[CDATA\[(.*?)\]\]><\//gs)) expect(text).not.toContain(']]>')
})

test('whoever asks too fast is told to wait, also for what is kept', async () => {
  await using academy = await openAcademy({ pages: true, rates: { calls: 100, strangers: 2 } })
  const hall = academy.stranger()
  for (let times = 0; times < 2; times++) expect((await hall.get('/kk/data/practices')).status).toBe(200)
  const answer = await hall.get('/kk/data/practices')
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})
