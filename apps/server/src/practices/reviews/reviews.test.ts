import { newId, type Scores } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { aPractice, openShelf, share } from '../test-shelf.ts'

const NEAR: Scores = { aim: 2, repeatable: 3, core: 0, evidence: 1, conditions: 2 }
const FAR: Scores = { aim: 0, repeatable: 0, core: 3, evidence: 3, conditions: 0 }
const WORDS = { strong: 'Қадамдары анық.', question: 'Боран күні ше?', next: 'Нені өзгертуге болатынын жазыңыз.' }

/** The shelf, a practice whose author asks for reviews, and two peers of another school who did the example. */
async function openRound(wanted = 2) {
  const shelf = await openShelf()
  const { academy, aigul } = shelf
  const peer = async (name: string) => {
    const person = await academy.person('teacher', { name, placeId: academy.places.otherSchool })
    await person.rpc.practices.tryExercise.mutate({ id: newId(), scores: NEAR })
    return person
  }
  const [dana, samat] = await Promise.all([peer('Дана Үлгі'), peer('Самат Үлгі')])
  const practice = await share(academy, aigul)
  const roundId = newId()
  await aigul.rpc.practices.askReviews.mutate({ id: roundId, practiceId: practice.id, wanted })
  const take = async (who: typeof dana) => {
    const id = newId()
    await who.rpc.practices.takeReview.mutate({ id, roundId })
    return id
  }
  const send = (who: typeof dana, reviewId: string) =>
    who.rpc.practices.sendReview.mutate({ id: newId(), reviewId, scores: NEAR, ...WORDS })
  const reviews = (who: Pick<typeof dana, 'rpc'>) => who.rpc.practices.reviews.query({ practiceId: practice.id })
  const queue = (who: typeof dana) => who.rpc.practices.reviewQueue.query({ locale: 'kk' })
  return { ...shelf, dana, samat, practice, roundId, take, send, reviews, queue }
}

describe('a peer’s review', () => {
  test('is between author and reviewer until the author releases it; the mark says only how many schools', async () => {
    const { academy, aigul, berik, dana, practice, take, send, reviews, stranger } = await openRound()
    await using _ = academy
    const id = await take(dana)
    expect((await reviews(aigul)).reviews).toEqual([])
    await send(dana, id)
    expect((await reviews(aigul)).reviews).toMatchObject([{ id, reviewer: 'Дана Үлгі', scores: NEAR, ...WORDS }])
    expect((await reviews(dana)).reviews).toMatchObject([{ id }])
    for (const reader of [berik, stranger]) {
      const seen = await reviews(reader)
      expect(seen).toMatchObject({ mark: { schools: 1, version: 1 }, reviews: [], round: null })
      expect(JSON.stringify(seen)).not.toContain(WORDS.strong)
    }
    expect(await refusalOf(berik.rpc.practices.releaseReview.mutate({ id: newId(), reviewId: id }))).toMatchObject({
      code: 'not-found',
    })
    await aigul.rpc.practices.releaseReview.mutate({ id: newId(), reviewId: id })
    expect((await reviews(stranger)).reviews).toMatchObject([{ id, ...WORDS }])
    expect((await dana.rpc.practices.myReviews.query({ locale: 'kk' })).items).toMatchObject([
      { id, practice: { id: practice.id }, words: { scores: NEAR } },
    ])
  })

  test('is not for the own school, not for the author, and not before the example', async () => {
    const { academy, aigul, berik, roundId, queue } = await openRound()
    await using _ = academy
    const fresh = await academy.person('teacher', { placeId: academy.places.otherSchool })
    expect((await queue(berik)).items).toEqual([])
    expect((await queue(fresh)).items).toMatchObject([{ roundId, free: 2 }])
    for (const who of [aigul, berik])
      expect(await refusalOf(who.rpc.practices.takeReview.mutate({ id: newId(), roundId }))).toMatchObject({
        code: 'not-found',
      })
    const take = () => fresh.rpc.practices.takeReview.mutate({ id: newId(), roundId })
    expect(await refusalOf(take())).toMatchObject({ code: 'reviews/exercise-first' })
    await fresh.rpc.practices.tryExercise.mutate({ id: newId(), scores: FAR })
    expect(await fresh.rpc.practices.reviewExercise.query({ locale: 'kk' })).toMatchObject({
      passed: false,
      mine: FAR,
      reference: [{ criterion: 'aim', points: 2 }, {}, {}, {}, {}],
    })
    expect(await refusalOf(take())).toMatchObject({ code: 'reviews/exercise-first' })
    await fresh.rpc.practices.tryExercise.mutate({ id: newId(), scores: NEAR })
    await take()
  })

  test('the example shows its reference only beside one’s own points', async () => {
    const { academy, berik } = await openShelf()
    await using _ = academy
    expect(await berik.rpc.practices.reviewExercise.query({ locale: 'ru' })).toMatchObject({
      passed: false,
      mine: null,
      reference: null,
    })
  })

  test('a place given back is free for another; one taken by two at once is one’s alone', async () => {
    const { academy, aigul, dana, samat, take, reviews } = await openRound(1)
    await using _ = academy
    const first = await Promise.allSettled([take(dana), take(samat)])
    expect(first.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await reviews(aigul)).round).toMatchObject({ wanted: 1, taken: 1 })
    const [holder, other] = first[0]?.status === 'fulfilled' ? [dana, samat] : [samat, dana]
    const mine = await holder.rpc.practices.myReviews.query({ locale: 'kk' })
    await holder.rpc.practices.giveBackReview.mutate({ id: newId(), reviewId: mine.items[0]?.id ?? '' })
    expect((await reviews(aigul)).round).toMatchObject({ taken: 0 })
    await take(other)
  })

  test('sent once stays as it was sent, also when its answer was lost', async () => {
    const { academy, dana, take } = await openRound()
    await using _ = academy
    const command = { id: newId(), reviewId: await take(dana), scores: NEAR, ...WORDS }
    const done = await dana.rpc.practices.sendReview.mutate(command)
    expect(await dana.rpc.practices.sendReview.mutate(command)).toEqual(done)
    expect(await refusalOf(dana.rpc.practices.sendReview.mutate({ ...command, id: newId() }))).toMatchObject({
      code: 'reviews/sent-already',
    })
  })

  test('a practice withdrawn meanwhile is not reviewed any more, and says so', async () => {
    const { academy, aigul, dana, practice, take, send, queue } = await openRound()
    await using _ = academy
    const id = await take(dana)
    await aigul.rpc.practices.withdraw.mutate({ id: newId(), practiceId: practice.id, reason: '' })
    expect((await queue(dana)).items).toEqual([])
    expect(await refusalOf(send(dana, id))).toMatchObject({ code: 'practices/withdrawn' })
  })

  test('an identification number in it is masked; what a deleted reviewer sent stays, by nobody', async () => {
    const { academy, aigul, dana, take, reviews } = await openRound()
    await using _ = academy
    const reviewId = await take(dana)
    const strong = 'Оқушы 990101300122 жақсы жауап берді'
    await dana.rpc.practices.sendReview.mutate({ id: newId(), reviewId, scores: NEAR, ...WORDS, strong })
    expect((await reviews(aigul)).reviews[0]?.strong).toBe('Оқушы •••••••••••• жақсы жауап берді')
    await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, dana.id, new Date()))
    expect((await reviews(aigul)).reviews).toMatchObject([{ reviewer: null, scores: NEAR }])
  })
})

test('one round at a time; stopped, it takes nobody new and what is being written may still be sent', async () => {
  const { academy, aigul, berik, dana, samat, practice, roundId, take, send, reviews } = await openRound()
  await using _ = academy
  const again = () => aigul.rpc.practices.askReviews.mutate({ id: newId(), practiceId: practice.id, wanted: 1 })
  expect(await refusalOf(again())).toMatchObject({ code: 'reviews/asked-already' })
  expect(
    await refusalOf(berik.rpc.practices.askReviews.mutate({ id: newId(), practiceId: practice.id, wanted: 1 })),
  ).toMatchObject({ code: 'refused' })
  const id = await take(dana)
  await aigul.rpc.practices.stopReviews.mutate({ id: newId(), roundId })
  expect(await refusalOf(take(samat))).toMatchObject({ code: 'reviews/ended' })
  await send(dana, id)
  expect(await reviews(aigul)).toMatchObject({ mark: { schools: 1 }, round: null, may: { ask: true } })
  await again()
})

test('what waits is shown nearest to one’s own teaching first', async () => {
  const { academy, aigul, dana, queue } = await openRound()
  await using _ = academy
  const maths = await share(academy, aigul, { title: 'Бөлшектер', subjects: ['math'], grades: [5] })
  await aigul.rpc.practices.askReviews.mutate({ id: newId(), practiceId: maths.id, wanted: 1 })
  const order = async () => (await queue(dana)).items.map(({ practice }) => practice.title)
  expect(await order()).toEqual(['Қар астындағы тіршілік', 'Бөлшектер'])
  await dana.rpc.practices.publish.mutate({
    ...aPractice(academy.places.otherSchool, { subjects: ['math'], grades: [6] }),
  })
  expect(await order()).toEqual(['Бөлшектер', 'Қар астындағы тіршілік'])
})
