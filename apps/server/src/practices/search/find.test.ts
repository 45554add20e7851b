import { newId, type PublishPractice } from '@academy/contract'
import { countDocuments, findDocuments, getMeta, setMeta } from '@academy/database'
import { type Academy, type Person, refusalOf } from '@academy/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KIND } from '../content.ts'
import { edited, list, openShelf, share } from '../test-shelf.ts'
import { packFacts, unpackFacts } from './facts.ts'
import { excerptOf } from './found.ts'
import { reindex } from './reindex.ts'
import { INDEX_VERSION, TOKEN } from './tokens.ts'

let academy: Academy
let aigul: Person
let berik: Person
let stranger: Person
const BARE = { resources: [], methods: [], evidence: [], purpose: '—', subjects: ['homeroom'], needs: '' }
const a = (title: string, step: string, more: Partial<PublishPractice> = {}) =>
  share(academy, aigul, { ...BARE, title, steps: [{ text: step, minutes: null }], ...more })

beforeAll(async () => {
  ;({ academy, aigul, berik, stranger } = await openShelf())
  await a('Таба нан бөлшегі', 'Бөлшектерді салыстырамыз', { subjects: ['math'] })
  await a('Дробь на лепёшке', 'Складываем дробь и режем лепёшку на доли', { language: 'ru', subjects: ['math'] })
  await a('Fractions of a loaf', 'Compare the slices', { language: 'en', subjects: ['math'] })
  await a('Роза ветров', 'Считаем дни, когда дул буран', { language: 'ru' })
  await a('Сыныптан шығар сәт', 'Соңында шығу парағын толтырамыз')
  await a('Құпия сабақ', 'Тек мүшелерге: қарлығаш', { visibility: 'members' })
})
afterAll(() => academy[Symbol.asyncDispose]())

const find = async (search: string, more = {}, who = stranger) => {
  const page = await list(who, { search, ...more })
  return { ...page, titles: page.items.map(({ title }) => title) }
}
const marked = (text: string, marks: readonly (readonly [number, number])[] = []) =>
  marks.map(([from, to]) => text.slice(from, to))

describe('across languages', () => {
  test.each([
    ['бөлшек', 'Таба нан бөлшегі'],
    ['дробями', 'Дробь на лепёшке'],
    ['fraction', 'Fractions of a loaf'],
  ])('%s finds all three, its own language first', async (search, own) => {
    const { titles, items, total } = await find(search)
    expect(titles[0]).toBe(own)
    expect(titles.toSorted()).toEqual(['Fractions of a loaf', 'Дробь на лепёшке', 'Таба нан бөлшегі'].toSorted())
    expect(total).toBe(3)
    expect(items.map((row) => row.found?.across)).toEqual([false, true, true])
  })

  test('a name of several words is one thing, in whatever form: exit ticket is шығу парағы', async () => {
    expect((await find('exit tickets')).titles).toEqual(['Сыныптан шығар сәт'])
    expect((await find('выходных билетов')).titles).toEqual(['Сыныптан шығар сәт'])
    expect((await find('жел розасы')).titles).toEqual(['Роза ветров'])
  })

  test('what is sifted by language stays sifted', async () => {
    expect((await find('бөлшек', { languages: ['ru'] })).titles).toEqual(['Дробь на лепёшке'])
  })
})

describe('a slip of the finger', () => {
  test.each([
    ['дробб', 'дробь', 'Дробь на лепёшке'],
    ['бөлшекк', 'бөлшек', 'Таба нан бөлшегі'],
    ['fractoins', 'fractions', 'Fractions of a loaf'],
    ['роза ветроф', 'роза ветров', 'Роза ветров'],
  ])('%s is taken for %s, and it is said', async (search, meant, first) => {
    const { titles, searchedFor } = await find(search)
    expect(searchedFor).toBe(meant)
    expect(titles[0]).toBe(first)
  })

  test('what is found as typed is never taken for anything else', async () => {
    for (const search of ['дробь', 'бөлш', 'ветров', 'буран']) expect((await find(search)).searchedFor).toBeNull()
  })

  test('whoever meant what they typed is not mended again', async () => {
    expect(await find('дробб', { asTyped: true })).toMatchObject({ titles: [], total: 0, searchedFor: null })
    const facets = await stranger.rpc.practices.facets.query({ locale: 'kk', search: 'дробб', asTyped: true })
    expect(facets.languages).toEqual({ kk: 0, ru: 0, en: 0 })
    expect((await stranger.rpc.practices.facets.query({ locale: 'kk', search: 'дробб' })).languages.ru).toBe(1)
  })

  test('a word that has only just been published is known at once', async () => {
    expect((await find('телескопп')).searchedFor).toBeNull()
    await a('Телескоп құрастыру', 'Линзаларды қоямыз', { subjects: ['physics'] })
    expect(await find('телескопп')).toMatchObject({ searchedFor: 'телескоп', titles: ['Телескоп құрастыру'] })
  })

  test('nothing near is nothing', async () => {
    expect(await find('экзопланета')).toMatchObject({ titles: [], total: 0, searchedFor: null })
  })

  test('no word that only members may find is named to anybody else, nor does it change what they are told', async () => {
    expect(await find('қарлығашш', {}, berik)).toMatchObject({ searchedFor: 'қарлығаш', titles: ['Құпия сабақ'] })
    for (const search of ['қарлығашш', 'қарлығаш', 'қарлығ', 'қар'])
      expect(await find(search)).toMatchObject({ searchedFor: null, titles: [], total: 0 })
  })
})

describe('a long question', () => {
  test('is answered by what has all its words, and after that by what lacks one', async () => {
    const { titles } = await find('дробь лепёшку режем')
    expect(titles[0]).toBe('Дробь на лепёшке')
    expect((await find('дробь лепёшку парашют')).titles).toContain('Дробь на лепёшке')
    expect((await find('дробь парашют')).titles).toEqual([])
  })
})

describe('what was looked for is marked', () => {
  test('in the title, whatever its ending', async () => {
    const { items } = await find('бөлшектерді')
    expect(marked(items[0]?.title ?? '', items[0]?.found?.title)).toEqual(['бөлшегі'])
  })

  test('where the title does not say it, in a stretch of the text that does', async () => {
    const { items } = await find('долями')
    const { excerpt, title } = items[0]?.found ?? {}
    expect(title).toEqual([])
    expect(excerpt?.language).toBe('ru')
    expect(marked(excerpt?.text ?? '', excerpt?.marks)).toEqual(['доли'])
  })

  test('by what it means, in another language', async () => {
    const { items } = await find('fraction', { languages: ['kk'] })
    expect(marked(items[0]?.title ?? '', items[0]?.found?.title)).toEqual(['бөлшегі'])
    const ticket = (await find('exit ticket')).items[0]?.found?.excerpt
    expect(marked(ticket?.text ?? '', ticket?.marks)).toEqual(['шығу', 'парағын'])
  })

  test('while it is typed, where a word begins so', async () => {
    const { items, titles } = await find('лепё', { typing: true })
    expect(titles).toEqual(['Дробь на лепёшке'])
    expect(marked(items[0]?.title ?? '', items[0]?.found?.title)).toEqual(['лепёшке'])
  })

  test('without a search nothing is', async () => {
    expect((await list(stranger)).items.every((row) => row.found === null)).toBe(true)
  })

  test('a stretch begins and ends with whole words and keeps its marks', () => {
    const text = `${'сөз '.repeat(60)}бөлшек${' тағы'.repeat(60)}`
    const { text: shown, marks } = excerptOf(text, [[240, 246]])
    expect(marked(shown, marks)).toEqual(['бөлшек'])
    expect(shown).toMatch(/^… (сөз )+бөлшек( тағы)+ …$/)
    expect(shown.length).toBeLessThan(150)
    expect(excerptOf('бөлшек', [[0, 6]])).toEqual({ text: 'бөлшек', marks: [[0, 6]] })
    const long = 'а'.repeat(500)
    expect(excerptOf(long, [[0, 500]]).text.length).toBeLessThan(150)
  })
})

describe('what fits one’s own school', () => {
  test('comes first among equals, is told why, and to whoever has no school nothing is told', async () => {
    const small = await academy.person('teacher', { placeId: academy.places.otherSchool })
    const admin = await academy.person('administrator')
    await admin.rpc.places.edit.mutate({
      id: newId(),
      placeId: academy.places.otherSchool,
      name: { kk: 'Шағын мектеп', ru: 'Малая школа', en: 'Small school' },
      kato: null,
      school: { officialName: null, type: 'basic', isSmall: true, languages: ['kk'], supportSchoolId: null },
    })
    await a('Қоңыздар', 'Шөптен табамыз', { ungraded: true })
    await a('Қоңыздар', 'Шөптен табамыз', { internet: 'students' })
    expect((await find('қоңыз')).items.every((row) => row.found?.fit.length === 0)).toBe(true)
    const own = await find('қоңыз', {}, small)
    expect(own.items.map((row) => row.found?.fit)).toEqual([['ungraded', 'language', 'offline'], ['language']])
  })

  test('what was tried in schools like it can be sifted and is counted, until the try is taken back', async () => {
    const practice = await a('Аралар', 'Гүлді бақылаймыз')
    const small = await academy.person('teacher', { placeId: academy.places.otherSchool })
    const facets = (who: Person) => who.rpc.practices.facets.query({ locale: 'kk' })
    expect((await facets(stranger)).triedLikeMine).toBeNull()
    expect((await facets(small)).triedLikeMine).toBe(0)
    const id = newId()
    await small.rpc.practices.tellTrial.mutate({
      id,
      practiceId: practice.id,
      version: 1,
      placeId: academy.places.otherSchool,
      outcome: 'did-not-work',
      day: '2026-01-15',
      classKind: 'usual',
      grades: [7],
      pupils: null,
      language: 'kk',
      happened: 'Гүл әлі ашылмаған.',
      conditions: '',
      changed: '',
    })
    academy.rooms.practices.library.changed()
    expect((await find('', { triedLikeMine: true }, small)).titles).toEqual(['Аралар'])
    expect((await find('гүл', { triedLikeMine: true }, small)).titles).toEqual(['Аралар'])
    expect((await find('аралар', {}, small)).items[0]?.found?.fit).toContain('tried')
    expect((await facets(small)).triedLikeMine).toBe(1)
    expect((await find('', { triedLikeMine: true })).total).toBeGreaterThan(5)
    // An edit changes what it says, not what others did with it.
    await aigul.rpc.practices.edit.mutate(edited(practice, 1, { title: 'Аралар мен гүлдер' }))
    expect((await find('', { triedLikeMine: true }, small)).titles).toEqual(['Аралар мен гүлдер'])
    await small.rpc.practices.takeBackTrial.mutate({ id: newId(), trialId: id })
    expect((await find('', { triedLikeMine: true }, small)).titles).toEqual([])
    expect((await find('гүл', { triedLikeMine: true }, small)).titles).toEqual([])
  })
})

describe('the index', () => {
  test('knows no name of a person, and nothing of what was withdrawn', async () => {
    const practice = await a('Тырналар', 'Ұшып барады')
    expect((await find('тырна')).total).toBe(1)
    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: '' })
    expect(await find('тырна')).toMatchObject({ total: 0, searchedFor: null })
    expect((await find('тырна', {}, aigul)).total).toBe(0)
    for (const word of ['айгүл', 'үлгі'])
      expect(
        await countDocuments(academy.db.read, { kind: KIND, wish: { any: [TOKEN.word(word), TOKEN.stem(word)] } }, 9),
      ).toBe(0)
  })

  test('of an older making is made anew while the academy runs, and is found again as it was', async () => {
    const schoolsAmong = academy.rooms.places.schoolsAmong
    const everything = { kind: KIND, wish: { all: [] } }
    const before = await findDocuments(academy.db.read, everything, { limit: 99 })
    const asked = await find('бөлшек')
    expect(await reindex({ db: academy.db, schoolsAmong })).toBe(0)
    await academy.db.write((tx) => setMeta(tx, 'practices.index', `${INDEX_VERSION - 1}`))
    expect(await reindex({ db: academy.db, schoolsAmong })).toBe(0)
    expect(await getMeta(academy.db.read, 'practices.index')).toBe(`${INDEX_VERSION}`)
    expect(await reindex({ db: academy.db, schoolsAmong }, { all: true })).toBe(before.length)
    expect(await findDocuments(academy.db.read, everything, { limit: 99 })).toEqual(before)
    expect((await find('бөлшек')).titles).toEqual(asked.titles)
  })

  test('is made anew up to where the server stops, and goes on there', async () => {
    const schoolsAmong = academy.rooms.places.schoolsAmong
    await academy.db.write((tx) => setMeta(tx, 'practices.index', '0'))
    expect(await reindex({ db: academy.db, schoolsAmong }, { stop: () => true })).toBe(0)
    expect(await getMeta(academy.db.read, 'practices.index')).toBe('0')
    await reindex({ db: academy.db, schoolsAmong })
    expect(await getMeta(academy.db.read, 'practices.index')).toBe(`${INDEX_VERSION}`)
  })

  test('tells of each hit what it is weighed by', () => {
    const content = {
      ungraded: true,
      internet: 'students' as const,
      devices: 'shared' as const,
      classSize: { from: 3, to: 200 },
    }
    expect(unpackFacts(packFacts(content as never, ['kk', 'en']))).toEqual({
      ...content,
      languages: ['kk', 'en'],
      classSize: { from: 3, to: 63 },
    })
    const bare = { ungraded: false, internet: 'none' as const, devices: null, classSize: null }
    expect(unpackFacts(packFacts(bare as never, ['ru']))).toEqual({ ...bare, languages: ['ru'] })
  })
})

test('a filter of the wrong kind is bad input', async () => {
  expect(await refusalOf(list(stranger, { literacy: ['magic'] as never }))).toEqual({
    code: 'bad-input',
    fields: ['literacy.0'],
  })
})
