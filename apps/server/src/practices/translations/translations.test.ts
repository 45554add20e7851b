import { type Id, type Locale, newId, type Texts } from '@academy/contract'
import { type AcademyOptions, openAcademy, type Person, refusalOf } from '@academy/testkit'
import { everythingIn } from '@academy/testkit/everything'
import { describe, expect, test } from 'vitest'
import { edited, open, share, titles } from '../test-shelf.ts'

const RUSSIAN = {
  title: 'Жизнь под снегом',
  purpose: 'Наблюдаем зимнюю степь.',
  'steps.0.text': 'Раскапываем снег и рисуем слои.',
  'steps.1.text': 'Обсуждаем находки.',
} satisfies Texts

type Sent = Parameters<Person['rpc']['practices']['saveTranslation']['mutate']>[0]

/** Aigul wrote it in Kazakh, Berik of her school and Dana of another translate, Olga reads Russian. */
export async function openTranslations(options: Partial<AcademyOptions> = {}) {
  const academy = await openAcademy(options)
  const { otherSchool } = academy.places
  const [aigul, berik, dana, leader, olga] = await Promise.all([
    academy.person('teacher', { name: 'Айгүл Үлгі' }),
    academy.person('teacher', { name: 'Берік Үлгі' }),
    academy.person('teacher', { name: 'Дана Үлгі', placeId: otherSchool }),
    academy.person('school-leader', { name: 'Ләззат Үлгі' }),
    academy.person('parent', { name: 'Ольга Үлгі', placeId: otherSchool }),
  ])
  const practice = await share(academy, aigul)
  const ref = (language: Locale = 'ru') => ({ practiceId: practice.id, language })
  const save = (who: Person, more: Partial<Sent> = {}) =>
    who.rpc.practices.saveTranslation.mutate({ id: newId(), ...ref(), base: 0, ofVersion: 1, texts: RUSSIAN, ...more })
  const verify = (who: Person, n: number) => who.rpc.practices.verifyTranslation.mutate({ id: newId(), ...ref(), n })
  const withdraw = (who: Person, n: number) =>
    who.rpc.practices.withdrawTranslation.mutate({ id: newId(), ...ref(), n })
  const opened = (who: Person, since: number | null = null) => who.rpc.practices.translation.query({ ...ref(), since })
  const edit = (base: number, change: Parameters<typeof edited>[2]) =>
    aigul.rpc.practices.edit.mutate(edited(practice, base, change))
  const read = async (who: Person, locale: Locale = 'ru') => (await open(who, practice.id, locale)).translation
  return { academy, aigul, berik, dana, leader, olga, practice, save, verify, withdraw, opened, edit, read, ref }
}

describe('a reader', () => {
  test('is given what somebody verified, in their language, beside the original; never a draft', async () => {
    const { academy, dana, berik, olga, practice, save, verify, read } = await openTranslations()
    await using _ = academy
    await save(dana)
    expect(await read(olga)).toBeNull()
    await verify(berik, 1)
    for (const reader of [olga, academy.stranger()]) {
      const { practice: original, translation } = await open(reader, practice.id, 'ru')
      expect(original).toMatchObject({ title: practice.title, language: 'kk' })
      expect(translation).toMatchObject({
        content: { title: RUSSIAN.title, language: 'ru', steps: [{ text: RUSSIAN['steps.0.text'], minutes: 25 }, {}] },
        translator: 'Дана Үлгі',
        verifiedBy: 'Берік Үлгі',
        by: 'person',
        stale: false,
      })
    }
    expect(await read(olga, 'kk')).toBeNull()
    expect(await read(olga, 'en')).toBeNull()
    // Somebody goes on with it: readers keep what was verified.
    await save(dana, { base: 1, texts: { ...RUSSIAN, title: 'Черновик' } })
    expect((await read(olga))?.content.title).toBe(RUSSIAN.title)
  })

  test('is told that the original moved on, and reads what was verified all the same', async () => {
    const { academy, dana, berik, olga, save, verify, edit, read } = await openTranslations()
    await using _ = academy
    await save(dana)
    await verify(berik, 1)
    await edit(1, { title: 'Қар астында не бар?' })
    expect(await read(olga)).toMatchObject({ stale: true, changed: ['title'], content: { title: RUSSIAN.title } })
    const texts = { ...RUSSIAN, title: 'Что под снегом?' }
    await save(dana, { base: 1, ofVersion: 2, texts })
    expect(await read(olga)).toMatchObject({ stale: true, content: { title: RUSSIAN.title } })
    await verify(berik, 2)
    expect(await read(olga)).toMatchObject({ stale: false, content: { title: 'Что под снегом?' } })
  })

  test('has it as good as it was after a change that is no text, with the minutes of today', async () => {
    const { academy, dana, berik, olga, practice, save, verify, edit, read, opened } = await openTranslations()
    await using _ = academy
    await save(dana)
    await verify(berik, 1)
    const steps = practice.steps.map((step) => ({ ...step, minutes: 7 }))
    await edit(1, { minutes: 40, grades: [4], steps })
    expect(await read(olga)).toMatchObject({
      verified: true,
      stale: false,
      changed: [],
      content: { title: RUSSIAN.title, steps: [{ text: RUSSIAN['steps.0.text'], minutes: 7 }, { minutes: 7 }] },
    })
    expect(await opened(dana)).toMatchObject({ changed: [], newest: { verified: true, stale: false } })
    // What was written of the version before is said to hold without writing it anew.
    await save(dana, { base: 1, ofVersion: 1, texts: { ...RUSSIAN, title: 'Под снегом' } })
    expect((await opened(berik)).may.verify).toBe(true)
    await verify(berik, 2)
    expect(await read(olga)).toMatchObject({ stale: false, content: { title: 'Под снегом' } })
    // A step more: the others keep their words, and the new one is named.
    const more = { ...steps[0], text: 'Қорытынды жасаймыз.', minutes: 5 }
    await edit(2, { minutes: 40, grades: [4], steps: [...steps, more] as typeof steps })
    expect(await read(olga)).toMatchObject({
      stale: true,
      changed: ['steps.2.text'],
      content: { steps: [{ text: RUSSIAN['steps.0.text'] }, { text: RUSSIAN['steps.1.text'] }] },
    })
  })

  test('finds it by its words and its language, and sees its title in the list', async () => {
    const { academy, dana, berik, olga, practice, save, verify, withdraw, leader } = await openTranslations()
    await using _ = academy
    const found = async () => ({
      byWord: await titles(olga, { search: 'раскапываем' }),
      byLanguage: await titles(olga, { languages: ['ru'] }),
      counted: (await olga.rpc.practices.facets.query({ locale: 'ru' })).languages.ru,
    })
    await save(dana)
    expect(await found()).toEqual({ byWord: [], byLanguage: [], counted: 0 })
    await verify(berik, 1)
    expect(await found()).toEqual({ byWord: [practice.title], byLanguage: [practice.title], counted: 1 })
    const [row] = (await olga.rpc.practices.list.query({ locale: 'ru' })).items
    expect(row?.brief).toEqual({ title: RUSSIAN.title, summary: RUSSIAN.purpose })
    await withdraw(leader, 1)
    expect(await found()).toEqual({ byWord: [], byLanguage: [], counted: 0 })
    expect((await olga.rpc.practices.list.query({ locale: 'ru' })).items[0]?.brief).toBeNull()
  })
})

describe('translating', () => {
  test('may be left half done; it is shown to nobody, and nobody can say that it holds', async () => {
    const { academy, dana, berik, save, verify, opened } = await openTranslations()
    await using _ = academy
    await save(dana, { texts: { title: 'Жизнь под снегом' } })
    const half = await opened(berik)
    expect(half).toMatchObject({
      original: { language: 'kk', version: 1, texts: { title: 'Қар астындағы тіршілік' } },
      newest: { n: 1, whole: false, verified: false, texts: { title: 'Жизнь под снегом' } },
      base: 1,
      may: { translate: true, verify: false, machine: false },
    })
    expect(await refusalOf(verify(berik, 1))).toMatchObject({ code: 'practices/translation-unfinished' })
    await save(berik, { base: 1 })
    expect((await opened(dana)).may).toMatchObject({ verify: true, withdraw: false })
  })

  test('on two phones at once loses nothing: the second hears of it, and both are there to be compared', async () => {
    const { academy, dana, berik, save, opened } = await openTranslations()
    await using _ = academy
    await save(dana, { texts: { title: 'Общее начало' } })
    await save(dana, { base: 1, texts: { title: 'Дана' } })
    expect(await refusalOf(save(berik, { base: 1, texts: { title: 'Берік' } }))).toMatchObject({
      code: 'practices/edited-elsewhere',
    })
    expect(await opened(berik, 1)).toMatchObject({
      base: 2,
      newest: { texts: { title: 'Дана' } },
      since: { title: 'Общее начало' },
    })
    await save(berik, { base: 2, texts: { title: 'Берік' } })
    expect((await opened(dana)).newest).toMatchObject({ n: 3, translator: 'Берік Үлгі' })
  })

  test('on top of a save that was refused is refused, too, though another has its number', async () => {
    const { academy, dana, berik, save, opened } = await openTranslations()
    await using _ = academy
    await save(dana, { texts: { title: 'Дана' } })
    const [first, second] = [newId(), newId()]
    expect(await refusalOf(save(berik, { id: first, base: 0, texts: { title: 'Берік' } }))).toMatchObject({
      code: 'practices/edited-elsewhere',
    })
    expect(await refusalOf(save(berik, { id: second, base: 1, on: first }))).toMatchObject({
      code: 'practices/edited-elsewhere',
    })
    expect((await opened(berik)).newest).toMatchObject({ n: 1, texts: { title: 'Дана' } })
    await save(berik, { id: first, base: 1, texts: { title: 'Екеуміз' } })
    await save(berik, { id: second, base: 2, on: first })
    expect((await opened(dana)).base).toBe(3)
  })

  test('that is sent twice is saved once', async () => {
    const { academy, dana, practice, opened } = await openTranslations()
    await using _ = academy
    const input = {
      id: newId(),
      practiceId: practice.id,
      language: 'ru' as const,
      base: 0,
      ofVersion: 1,
      texts: RUSSIAN,
    }
    const done = await dana.rpc.practices.saveTranslation.mutate(input)
    expect(await dana.rpc.practices.saveTranslation.mutate(input)).toEqual(done)
    expect((await opened(dana)).base).toBe(1)
  })

  test('of an earlier version shows nobody that version who did not translate it while it was the one shown', async () => {
    let ahead = 0
    const clock = { now: () => new Date(Date.now() + ahead) }
    const { academy, berik, dana, save, opened, edit } = await openTranslations({ clock })
    await using _ = academy
    await edit(1, { purpose: 'Күзгі даланы бақылау.' })
    ahead += 60_000
    await save(dana, { ofVersion: 1, texts: { title: 'Снег' } })
    expect(await opened(dana)).toMatchObject({ changed: expect.arrayContaining(['purpose']), was: null })
    expect(JSON.stringify(await opened(dana))).not.toContain('Қыстағы')
    await save(berik, { base: 1, ofVersion: 2, texts: { title: 'Снега' } })
    await edit(2, { purpose: 'Көктемгі даланы бақылау.' })
    expect((await opened(berik)).was?.purpose).toBe('Күзгі даланы бақылау.')
    expect((await opened(dana)).was).toBeNull()
    // Nor does it come along with one's own words.
    const { written } = (await academy.rooms.practices.contributeToExport(dana.id)).translations
    expect(written[0]?.content).toMatchObject({ title: 'Снег', purpose: '' })
    expect(Object.keys(written[0]?.content ?? {})).not.toContain('attachments')
  })

  test('after the original moved on says what changed; what it was is for those who know it', async () => {
    const { academy, dana, berik, save, opened, edit, verify } = await openTranslations()
    await using _ = academy
    await save(dana)
    await edit(1, { purpose: 'Қыстағы даланы зерттеу.' })
    const forDana = await opened(dana)
    expect(forDana).toMatchObject({ changed: ['purpose'], newest: { stale: true } })
    expect(forDana.was?.purpose).toBe('Қыстағы даланы бақылау.')
    expect(await opened(berik)).toMatchObject({ changed: ['purpose'], was: null })
    expect(await refusalOf(verify(berik, 1))).toMatchObject({ code: 'practices/translation-behind' })
  })

  test('is refused into its own language, of a version or a text that is none, and to whoever does not teach', async () => {
    const { academy, dana, olga, save, practice, aigul } = await openTranslations()
    await using _ = academy
    expect(await refusalOf(save(dana, { language: 'kk' }))).toMatchObject({ code: 'bad-input', fields: ['language'] })
    expect(await refusalOf(save(dana, { ofVersion: 2 }))).toMatchObject({ code: 'bad-input', fields: ['ofVersion'] })
    expect(await refusalOf(save(dana, { texts: { 'steps.5.text': 'Нет такого шага' } }))).toMatchObject({
      code: 'bad-input',
      fields: ['texts'],
    })
    expect(await refusalOf(save(dana, { texts: {} }))).toMatchObject({ code: 'bad-input' })
    expect(await refusalOf(save(olga))).toMatchObject({ code: 'refused' })
    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: '' })
    expect(await refusalOf(save(dana))).toMatchObject({ code: 'practices/withdrawn' })
  })

  test('masks an identification number', async () => {
    const { academy, dana, save, opened } = await openTranslations()
    await using _ = academy
    await save(dana, { texts: { ...RUSSIAN, purpose: 'Ученик 990101300122' } })
    expect((await opened(dana)).newest?.texts.purpose).toBe('Ученик ••••••••••••')
  })

  test('is helped by the academy’s glossary', async () => {
    const { academy, aigul, dana } = await openTranslations()
    await using _ = academy
    const { id } = await share(academy, aigul, { purpose: 'Қалыптастырушы бағалау: оқушылар өзін-өзі бағалайды.' })
    const { terms } = await dana.rpc.practices.translation.query({ practiceId: id, language: 'ru' })
    expect(terms).toContainEqual({ from: 'қалыптастырушы бағалау', to: ['формативное оценивание', 'ФО'] })
    expect(terms).toContainEqual({ from: 'оқушы', to: ['ученик', 'обучающийся'] })
    expect(terms.map(({ from }) => from)).not.toContain('мұғалім')
    // A beginning alone is no term: «формула» has nothing to do with «ФО», nor «лицо» with «лицей».
    const bill = await share(academy, aigul, { language: 'ru', title: 'Формула', purpose: 'Номер лицевого счёта.' })
    expect((await dana.rpc.practices.translation.query({ practiceId: bill.id, language: 'en' })).terms).toEqual([])
  })
})

describe('saying that it holds', () => {
  test('takes two pairs of eyes, or the author’s', async () => {
    const { academy, aigul, dana, berik, save, verify, opened } = await openTranslations()
    await using _ = academy
    await save(dana)
    expect((await opened(dana)).may.verify).toBe(false)
    expect(await refusalOf(verify(dana, 1))).toMatchObject({ code: 'refused' })
    await save(berik, { base: 1 })
    // What one looked at is not the newest any more.
    expect(await refusalOf(verify(dana, 1))).toMatchObject({ code: 'practices/edited-elsewhere' })
    await verify(dana, 2)
    await save(aigul, { base: 2 })
    await verify(aigul, 3)
    expect((await opened(berik)).newest).toMatchObject({ n: 3, verified: true, verifiedBy: 'Айгүл Үлгі' })
  })

  test('is heard of by its translator and the author of the practice', async () => {
    const { academy, aigul, dana, berik, save, verify } = await openTranslations()
    await using _ = academy
    const [atAigul, atDana] = await Promise.all([aigul.listen(`member:${aigul.id}`), dana.listen(`member:${dana.id}`)])
    await save(dana)
    await verify(berik, 1)
    await academy.settle()
    const kinds = (heard: typeof atDana) =>
      heard.news.map(({ kind }) => kind).filter((kind) => kind.startsWith('transl'))
    expect(kinds(atAigul)).toEqual(['translation.saved', 'translation.verified'])
    expect(kinds(atDana)).toEqual(['translation.verified'])
  })
})

describe('taking a draft away', () => {
  test('takes one’s own part, and not what another wrote before; the next save goes on after it', async () => {
    const { academy, dana, berik, save, withdraw, opened } = await openTranslations()
    await using _ = academy
    await save(dana)
    await save(berik, { base: 1, texts: { ...RUSSIAN, title: 'Иначе' } })
    expect(await refusalOf(withdraw(dana, 2))).toMatchObject({ code: 'refused' })
    await withdraw(berik, 2)
    expect(await opened(dana)).toMatchObject({ newest: { n: 1, texts: RUSSIAN }, base: 2 })
    expect(await everythingIn(academy.db)).not.toContain('Иначе')
    await save(berik, { base: 2 })
    expect((await opened(dana)).base).toBe(3)
  })

  test('of what was verified is for the author and those who answer for the place; what was verified before is shown again', async () => {
    const { academy, aigul, dana, berik, save, verify, withdraw, read, olga } = await openTranslations()
    await using _ = academy
    await save(dana)
    await verify(berik, 1)
    await save(dana, { base: 1, texts: { ...RUSSIAN, title: 'Хуже' } })
    await verify(berik, 2)
    expect(await refusalOf(withdraw(dana, 2))).toMatchObject({ code: 'refused' })
    await withdraw(aigul, 2)
    expect((await read(olga))?.content.title).toBe(RUSSIAN.title)
  })
})

test('an account deleted, what was given stays by nobody; “my data” has one’s own words and no others’', async () => {
  const { academy, aigul, dana, berik, olga, save, verify, read } = await openTranslations()
  await using _ = academy
  await save(dana)
  await verify(berik, 1)
  const exported = async (id: Id) => (await academy.rooms.practices.contributeToExport(id)).translations
  expect(await exported(dana.id)).toMatchObject({
    written: [{ language: 'ru', n: 1, content: { title: RUSSIAN.title } }],
    verified: [],
  })
  const ofBerik = await exported(berik.id)
  expect(ofBerik).toMatchObject({ written: [], verified: [{ language: 'ru', n: 1 }] })
  expect(JSON.stringify(ofBerik)).not.toContain(RUSSIAN.title)
  expect(await exported(aigul.id)).toEqual({ written: [], verified: [] })
  for (const who of [dana, berik])
    await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, who.id, new Date()))
  expect(await read(olga)).toMatchObject({ content: { title: RUSSIAN.title }, translator: null, verifiedBy: null })
  const rows = (await everythingIn(academy.db)).split('\n').filter((row) => /"(translatorId|verifiedBy)"/.test(row))
  expect(rows).toHaveLength(1)
  expect(rows.filter((row) => row.includes(dana.id) || row.includes(berik.id))).toEqual([])
})

test('the languages of a practice are listed with how each stands', async () => {
  const { academy, dana, berik, practice, save, verify } = await openTranslations()
  await using _ = academy
  const languages = () => dana.rpc.practices.translations.query({ practiceId: practice.id })
  expect(await languages()).toEqual({ original: 'kk', version: 1, translations: [], may: { translate: true } })
  await save(dana)
  await verify(berik, 1)
  await save(dana, { base: 1, texts: { title: 'Черновик' } })
  expect((await languages()).translations).toMatchObject([
    { language: 'ru', n: 2, whole: false, verified: false, shown: true },
  ])
})
