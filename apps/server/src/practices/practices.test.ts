import { newId, personalStream } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { aPractice, edited, list, open, openShelf, share, titles } from './test-shelf.ts'

describe('sharing', () => {
  test('a teacher shares a practice and another finds all of it on its page', async () => {
    const { academy, aigul, berik } = await openShelf()
    await using _ = academy
    const practice = aPractice(academy.places.school, {
      subjects: ['biology', 'science'],
      grades: [8, 7, 8],
      needs: 'Күрек',
      ungraded: true,
      alsoIn: [{ language: 'ru', title: 'Жизнь под снегом', summary: 'Копаем снег и рисуем слои.' }],
    })

    const done = await aigul.rpc.practices.publish.mutate(practice)

    expect(done).toMatchObject({ id: practice.id, at: expect.any(Number) })
    const { practice: view, may, withdrawal } = await open(berik, practice.id, 'ru')
    expect(view).toMatchObject({
      id: practice.id,
      title: 'Қар астындағы тіршілік',
      language: 'kk',
      brief: { title: 'Жизнь под снегом', summary: 'Копаем снег и рисуем слои.' },
      subjects: [
        { slug: 'biology', name: 'Биология' },
        { slug: 'science', name: 'Естествознание' },
      ],
      grades: [7, 8],
      minutes: 40,
      ungraded: true,
      functionalLiteracy: false,
      internet: 'none',
      author: 'Айгүл Үлгі',
      place: { id: academy.places.school, kind: 'school' },
      visibility: 'public',
      publishedAt: done.at,
      editedAt: null,
      version: 1,
      purpose: practice.purpose,
      steps: practice.steps,
      resources: [{ slug: 'paper', name: 'Бумага, карандаши' }],
      needs: 'Күрек',
      methods: [{ slug: 'inquiry', name: 'Исследование' }],
      evidence: [{ slug: 'notes', name: 'Заметки наблюдения' }],
    })
    expect(withdrawal).toBeNull()
    expect(may).toEqual({ edit: false, withdraw: false, versions: false })
    expect((await open(berik, practice.id, 'kk')).practice.brief).toBeNull()
  })

  test('a practice the outbox sends five times is one practice with the same answer', async () => {
    const { academy, aigul } = await openShelf()
    await using _ = academy
    const practice = aPractice(academy.places.school)
    const answers = await Promise.all(Array.from({ length: 5 }, () => aigul.rpc.practices.publish.mutate(practice)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect((await list(aigul)).total).toBe(1)
  })

  test('an id that is somebody else’s practice is a conflict and changes nothing', async () => {
    const { academy, aigul, berik } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const stolen = { ...practice, title: 'Басқа' }
    expect(await refusalOf(berik.rpc.practices.publish.mutate(stolen))).toEqual({ code: 'command/conflict' })
    expect((await open(berik, practice.id)).practice).toMatchObject({ title: practice.title, author: 'Айгүл Үлгі' })
  })

  test('a parent does not share, nor a teacher in the name of another school', async () => {
    const { academy, aigul, stranger } = await openShelf()
    await using _ = academy
    const parent = await academy.person('parent')
    const practice = aPractice(academy.places.school)
    expect(await refusalOf(parent.rpc.practices.publish.mutate(practice))).toEqual({ code: 'refused' })
    expect(await refusalOf(stranger.rpc.practices.publish.mutate(practice))).toEqual({ code: 'signed-out' })
    const elsewhere = aPractice(academy.places.otherSchool)
    expect(await refusalOf(aigul.rpc.practices.publish.mutate(elsewhere))).toEqual({ code: 'refused' })
    const nowhere = aPractice(newId())
    expect(await refusalOf(aigul.rpc.practices.publish.mutate(nowhere))).toEqual({ code: 'not-found' })
    expect((await list(aigul)).total).toBe(0)
  })

  test('an identification number typed by mistake is masked wherever it stands', async () => {
    const { academy, aigul } = await openShelf()
    await using _ = academy
    const iin = '990101300122'
    const practice = await share(academy, aigul, {
      title: `Тақырып ${iin}`,
      purpose: `Мақсат ${iin}`,
      steps: [{ text: `Қадам ${iin}`, minutes: 5 }],
      needs: `Керек ${iin}`,
      alsoIn: [{ language: 'ru', title: `Тема ${iin}`, summary: `Кратко ${iin}` }],
    })
    const { practice: view } = await open(aigul, practice.id, 'ru')
    expect(JSON.stringify(view)).not.toContain(iin)
    expect(view.title).toBe('Тақырып ••••••••••••')
    expect(await titles(aigul, { search: iin })).toEqual([])
  })
})

describe('what a form may not send', () => {
  const bad: [what: string, change: object, field: string][] = [
    ['no title', { title: '   ' }, 'title'],
    ['a title too long', { title: 'а'.repeat(161) }, 'title'],
    ['no subject', { subjects: [] }, 'subjects'],
    ['a subject that is none', { subjects: ['alchemy'] }, 'subjects'],
    ['a word of the language’s own', { methods: ['constructor'] }, 'methods'],
    ['a grade that is none', { grades: [13] }, 'grades.0'],
    ['no grade', { grades: [] }, 'grades'],
    ['a lesson of no time', { minutes: 0 }, 'minutes'],
    ['no steps', { steps: [] }, 'steps'],
    ['too many steps', { steps: Array(21).fill({ text: 'а', minutes: null }) }, 'steps'],
    ['a step without words', { steps: [{ text: '', minutes: 1 }] }, 'steps.0.text'],
    ['half of a character', { purpose: 'а\ud800' }, 'purpose'],
    ['itself in its own language again', { alsoIn: [{ language: 'kk', title: 'а', summary: 'а' }] }, 'alsoIn'],
    ['a field nobody asked for', { authorId: newId() }, 'authorId'],
    ['a visibility that is none', { visibility: 'secret' }, 'visibility'],
  ]

  test('is named by its field, and nothing is kept', async () => {
    const { academy, aigul } = await openShelf()
    await using _ = academy
    for (const [what, change, field] of bad) {
      const input = { ...aPractice(academy.places.school), ...change } as never
      expect(await refusalOf(aigul.rpc.practices.publish.mutate(input)), what).toEqual({
        code: 'bad-input',
        fields: [field],
      })
    }
    expect((await list(aigul)).total).toBe(0)
  })
})

describe('editing', () => {
  test('an edit shows its new words at once and keeps what was there', async () => {
    const { academy, aigul, berik } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const done = await aigul.rpc.practices.edit.mutate(
      edited(practice, 1, { title: 'Мұз астындағы өмір', grades: [5, 6] }),
    )

    expect((await open(berik, practice.id)).practice).toMatchObject({
      title: 'Мұз астындағы өмір',
      grades: [5, 6],
      version: 2,
      editedAt: done.at,
    })
    expect(await titles(berik, { search: 'мұз' })).toEqual(['Мұз астындағы өмір'])
    expect(await titles(berik, { search: 'тіршілік' })).toEqual([])
    expect(await titles(berik, { grades: [7] })).toEqual([])
    expect(await titles(berik, { grades: [6] })).toEqual(['Мұз астындағы өмір'])

    const versions = await aigul.rpc.practices.versions.query({ practiceId: practice.id })
    expect(versions.items).toMatchObject([
      { n: 2, title: 'Мұз астындағы өмір', by: 'Айгүл Үлгі' },
      { n: 1, title: 'Қар астындағы тіршілік', by: 'Айгүл Үлгі' },
    ])
    const first = await aigul.rpc.practices.version.query({ practiceId: practice.id, n: 1 })
    expect(first.content).toMatchObject({ title: practice.title, grades: [7], steps: practice.steps })
  })

  test('two devices that edit the same version: the second is told, and nothing is written over', async () => {
    const { academy, aigul } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const phone = edited(practice, 1, { title: 'Телефоннан' })
    const laptop = edited(practice, 1, { title: 'Ноутбуктен' })

    const settled = await Promise.allSettled([
      aigul.rpc.practices.edit.mutate(phone),
      aigul.rpc.practices.edit.mutate(laptop),
    ])

    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [won, lost] = settled[0]?.status === 'fulfilled' ? [phone, laptop] : [laptop, phone]
    expect(await refusalOf(aigul.rpc.practices.edit.mutate(lost))).toEqual({ code: 'practices/edited-elsewhere' })
    expect((await open(aigul, practice.id)).practice).toMatchObject({ title: won.title, version: 2 })
    expect((await aigul.rpc.practices.versions.query({ practiceId: practice.id })).items).toHaveLength(2)

    // Made anew from what stands now, it goes through.
    await aigul.rpc.practices.edit.mutate({ ...lost, id: newId(), base: 2 })
    expect((await open(aigul, practice.id)).practice).toMatchObject({ title: lost.title, version: 3 })
  })

  test('an edit whose answer was lost gets it again, also after a later edit', async () => {
    const { academy, aigul } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const second = edited(practice, 1, { title: 'Екінші' })
    const answer = await aigul.rpc.practices.edit.mutate(second)
    await aigul.rpc.practices.edit.mutate(edited(practice, 2, { title: 'Үшінші' }))
    expect(await aigul.rpc.practices.edit.mutate(second)).toEqual(answer)
    expect((await open(aigul, practice.id)).practice).toMatchObject({ title: 'Үшінші', version: 3 })
  })

  test('from a version that never was is a conflict too', async () => {
    const { academy, aigul } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    expect(await refusalOf(aigul.rpc.practices.edit.mutate(edited(practice, 7)))).toEqual({
      code: 'practices/edited-elsewhere',
    })
  })

  test('nobody else edits, not even the leader of the school', async () => {
    const { academy, aigul, berik, leader } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    for (const who of [berik, leader])
      expect(await refusalOf(who.rpc.practices.edit.mutate(edited(practice, 1)))).toEqual({ code: 'refused' })
    expect((await open(berik, practice.id)).practice.version).toBe(1)
  })

  test('earlier versions are for the author and the school, not for every reader', async () => {
    const { academy, aigul, berik, leader, stranger } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const ask = { practiceId: practice.id }
    expect((await leader.rpc.practices.versions.query(ask)).items).toHaveLength(1)
    expect(await refusalOf(berik.rpc.practices.versions.query(ask))).toEqual({ code: 'refused' })
    expect(await refusalOf(berik.rpc.practices.version.query({ ...ask, n: 1 }))).toEqual({ code: 'refused' })
    expect(await refusalOf(stranger.rpc.practices.versions.query(ask))).toEqual({ code: 'signed-out' })
    expect(await refusalOf(aigul.rpc.practices.version.query({ ...ask, n: 2 }))).toEqual({ code: 'not-found' })
  })

  test('many versions come page by page, newest first', async () => {
    const { academy, aigul } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    for (let n = 1; n < 5; n++) await aigul.rpc.practices.edit.mutate(edited(practice, n))
    const first = await aigul.rpc.practices.versions.query({ practiceId: practice.id, limit: 3 })
    const rest = await aigul.rpc.practices.versions.query({ practiceId: practice.id, limit: 3, cursor: first.next })
    expect([first, rest].map((page) => page.items.map(({ n }) => n))).toEqual([
      [5, 4, 3],
      [2, 1],
    ])
    expect(rest.next).toBeNull()
  })
})

describe('withdrawing', () => {
  test('the author withdraws: the page says it is gone, and no list, search or count knows it', async () => {
    const { academy, aigul, berik, stranger } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    await share(academy, aigul, { title: 'Қалғаны' })
    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: '' })

    for (const who of [berik, stranger]) {
      expect(await refusalOf(open(who, practice.id))).toEqual({ code: 'practices/withdrawn' })
      expect(await list(who)).toMatchObject({ items: [{ title: 'Қалғаны' }], total: 1 })
      expect(await titles(who, { search: 'тіршілік' })).toEqual([])
    }
    const { withdrawal, may, practice: view } = await open(aigul, practice.id)
    expect(withdrawal).toMatchObject({ byAuthor: true, reason: '' })
    expect(may).toEqual({ edit: false, withdraw: false, versions: true })
    expect(view.purpose).toBe(practice.purpose)
  })

  test('the leader of the school withdraws with a reason, and the author is told on every device', async () => {
    const { academy, aigul, leader } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const heard = await aigul.listen(personalStream({ kind: 'member', id: aigul.id, name: '', roles: [] }))
    const withdraw = { id: newId(), practiceId: practice.id, reason: 'Баланың аты жазылған' }

    expect(await refusalOf(leader.rpc.practices.withdraw.mutate({ ...withdraw, reason: '  ' }))).toEqual({
      code: 'bad-input',
      fields: ['reason'],
    })
    await leader.rpc.practices.withdraw.mutate(withdraw)

    const withdrawal = { byAuthor: false, reason: 'Баланың аты жазылған' }
    expect(await heard.settled()).toMatchObject([
      { kind: 'practice.changed', subjectId: practice.id, view: { title: practice.title, withdrawal } },
    ])
    expect((await aigul.rpc.practices.mine.query({})).items).toMatchObject([{ id: practice.id, withdrawal }])
    expect((await open(leader, practice.id)).withdrawal).toMatchObject(withdrawal)
  })

  test('neither a colleague nor the leader of another school', async () => {
    const { academy, aigul, berik } = await openShelf()
    await using _ = academy
    const other = await academy.person('school-leader', { placeId: academy.places.otherSchool })
    const practice = await share(academy, aigul)
    for (const who of [berik, other]) {
      const withdraw = { id: newId(), practiceId: practice.id, reason: 'Себеп' }
      expect(await refusalOf(who.rpc.practices.withdraw.mutate(withdraw))).toEqual({ code: 'refused' })
    }
    expect((await open(berik, practice.id)).practice.title).toBe(practice.title)
  })

  test('what is withdrawn is not edited, and withdrawing again tells so', async () => {
    const { academy, aigul, leader } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const withdraw = { id: newId(), practiceId: practice.id, reason: '' }
    const answer = await aigul.rpc.practices.withdraw.mutate(withdraw)
    expect(await aigul.rpc.practices.withdraw.mutate(withdraw)).toEqual(answer)
    const gone = { code: 'practices/withdrawn' }
    expect(await refusalOf(aigul.rpc.practices.edit.mutate(edited(practice, 1)))).toEqual(gone)
    expect(await refusalOf(leader.rpc.practices.withdraw.mutate({ ...withdraw, id: newId(), reason: 'а' }))).toEqual(
      gone,
    )
  })

  test('an edit and a withdrawal at once: whoever comes second is told, and it stays withdrawn', async () => {
    const { academy, aigul, leader, stranger } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const [edit] = await Promise.allSettled([
      aigul.rpc.practices.edit.mutate(edited(practice, 1, { title: 'Жаңа аты' })),
      leader.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: 'Себеп' }),
    ])
    expect((await open(aigul, practice.id)).practice.version).toBe(edit.status === 'fulfilled' ? 2 : 1)
    expect(await refusalOf(open(stranger, practice.id))).toEqual({ code: 'practices/withdrawn' })
    expect(await titles(stranger, { search: 'жаңа' })).toEqual([])
  })
})

describe('for members only', () => {
  test('a stranger finds no page, row, search result or count of it; every member does', async () => {
    const { academy, aigul, stranger } = await openShelf()
    await using _ = academy
    const parent = await academy.person('parent', { placeId: academy.places.otherSchool })
    const practice = await share(academy, aigul, { visibility: 'members', title: 'Ішкі тәжірибе' })
    await share(academy, aigul, { title: 'Ашық тәжірибе' })

    expect(await refusalOf(open(stranger, practice.id))).toEqual({ code: 'not-found' })
    expect(await list(stranger)).toMatchObject({ items: [{ title: 'Ашық тәжірибе' }], total: 1 })
    expect(await list(stranger, { search: 'тәжірибе' })).toMatchObject({
      items: [{ title: 'Ашық тәжірибе' }],
      total: 1,
    })
    expect(await titles(stranger, { search: 'ішкі' })).toEqual([])
    const facets = (who: typeof parent) => who.rpc.practices.facets.query({ locale: 'kk', search: '' })
    expect((await facets(stranger)).offline).toBe(1)

    expect((await open(parent, practice.id)).practice.title).toBe('Ішкі тәжірибе')
    expect((await list(parent)).total).toBe(2)
    expect(await titles(parent, { search: 'ішкі' })).toEqual(['Ішкі тәжірибе'])
    expect((await facets(parent)).offline).toBe(2)
  })

  test('what becomes members-only leaves the public search with the same edit, and comes back with the next', async () => {
    const { academy, aigul, stranger } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul)
    const counted = async () => (await stranger.rpc.practices.facets.query({ locale: 'kk' })).offline
    expect(await counted()).toBe(1)
    await aigul.rpc.practices.edit.mutate(edited(practice, 1, { visibility: 'members' }))
    expect(await titles(stranger, { search: 'тіршілік' })).toEqual([])
    expect(await counted()).toBe(0)
    expect(await refusalOf(open(stranger, practice.id))).toEqual({ code: 'not-found' })
    await aigul.rpc.practices.edit.mutate(edited(practice, 2, { visibility: 'public' }))
    expect(await titles(stranger, { search: 'тіршілік' })).toEqual([practice.title])
  })

  test('a stranger is not even told that one was withdrawn', async () => {
    const { academy, aigul, berik, stranger } = await openShelf()
    await using _ = academy
    const practice = await share(academy, aigul, { visibility: 'members' })
    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: '' })
    expect(await refusalOf(open(stranger, practice.id))).toEqual({ code: 'not-found' })
    expect(await refusalOf(open(berik, practice.id))).toEqual({ code: 'practices/withdrawn' })
  })

  test('the page without script shows a public one and nothing of the others', async () => {
    const { academy, aigul } = await openShelf()
    await using _ = academy
    const shared = await share(academy, aigul)
    const inside = await share(academy, aigul, { visibility: 'members' })
    const gone = await share(academy, aigul)
    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: gone.id, reason: '' })
    const { practices } = academy.rooms
    expect(await practices.publicView(shared.id, 'en')).toMatchObject({
      title: shared.title,
      subjects: [{ slug: 'biology', name: 'Biology' }],
    })
    await expect(practices.publicView(inside.id, 'en')).rejects.toMatchObject({ code: 'not-found' })
    await expect(practices.publicView(newId(), 'en')).rejects.toMatchObject({ code: 'not-found' })
    await expect(practices.publicView(gone.id, 'en')).rejects.toMatchObject({ code: 'practices/withdrawn' })
  })
})
