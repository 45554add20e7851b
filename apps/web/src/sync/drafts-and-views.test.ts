// @vitest-environment node
import { beforeEach, expect, test } from 'vitest'
import { newPhone } from './_phone.ts'
import { makeCache } from './cache.ts'
import { makeDrafts } from './drafts.ts'
import { makeShelf } from './shelf.ts'

beforeEach(newPhone)

test('what one has typed is there after the tab was killed', async () => {
  await makeDrafts(makeShelf('amina')).draft<string>('topic:1').save('Сәлем')
  const again = makeDrafts(makeShelf('amina')).draft<string>('topic:1')
  expect(await again.load()).toBe('Сәлем')
})

test('the last key press wins, however fast one types, and each save says when it is kept', async () => {
  const draft = makeDrafts(makeShelf('amina')).draft<string>('topic:1')
  const saves = ['С', 'Сә', 'Сәл', 'Сәле', 'Сәлем'].map((text) => draft.save(text))
  await saves[0]
  expect(await draft.load()).toBe('Сәлем')
  await Promise.all(saves)
  await draft.save('')
  expect(await draft.load()).toBeUndefined()
})

test('one member does not see what another typed', async () => {
  await makeDrafts(makeShelf('amina')).draft<string>('topic:1').save('құпия')
  expect(await makeDrafts(makeShelf('bolat')).draft<string>('topic:1').load()).toBeUndefined()
})

test('the last view comes back without a line', async () => {
  await makeCache(makeShelf('amina')).remember('live:1', { seq: 7, questions: ['Неге?'] })
  expect(await makeCache(makeShelf('amina')).recall('live:1')).toEqual({ seq: 7, questions: ['Неге?'] })
})

test('the oldest views make room for new ones, and one that is too big is not kept', async () => {
  const cache = makeCache(makeShelf('amina'), 100)
  for (let n = 1; n <= 5; n++) {
    await cache.remember(`topic:${n}`, 'x'.repeat(30))
    await new Promise((later) => setTimeout(later, 2))
  }
  expect(await Promise.all([1, 2, 3, 4, 5].map((n) => cache.recall(`topic:${n}`)))).toEqual([
    undefined,
    undefined,
    'x'.repeat(30),
    'x'.repeat(30),
    'x'.repeat(30),
  ])
  await cache.remember('topic:6', 'x'.repeat(300))
  expect(await cache.recall('topic:6')).toBeUndefined()
})

test('a view that cannot be read is no view', async () => {
  const shelf = makeShelf('amina')
  await shelf.use((db) => db.put('views', { json: '{broken', at: 1, size: 1 }, 'live:1'))
  await expect(makeCache(shelf).recall('live:1')).resolves.toBeUndefined()
})
