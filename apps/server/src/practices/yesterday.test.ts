import { expect, test } from 'vitest'
import { edited, open, openShelf, share } from './test-shelf.ts'

test('a page of yesterday, which knows less of a card, takes nothing out of it', async () => {
  const { academy, aigul } = await openShelf()
  await using _ = academy
  const practice = await share(academy, aigul, {
    core: 'Қарды қазу.',
    classSize: { from: 5, to: 12 },
    steps: [{ text: 'Қарды қазамыз.', minutes: 40, stage: 'start', pupils: 'Өлшейді.' }],
  })
  const { core: _core, classSize: _size, ...known } = practice
  const steps = [
    { text: 'Қарды қазамыз.', minutes: 30 },
    { text: 'Сурет саламыз.', minutes: 10 },
  ]
  await aigul.rpc.practices.edit.mutate(edited({ ...known, steps }, 1))
  const { practice: view } = await open(aigul, practice.id)
  expect(view).toMatchObject({ core: 'Қарды қазу.', classSize: { from: 5, to: 12 } })
  expect(view.steps).toMatchObject([
    { minutes: 30, stage: 'start', pupils: 'Өлшейді.' },
    { minutes: 10, stage: null, pupils: '' },
  ])
})
