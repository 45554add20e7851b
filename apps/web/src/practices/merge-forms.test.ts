import { putAt } from '@academy/policy/merging'
import { expect, test } from 'vitest'
import { mergeForms } from './merge-forms.ts'
import { emptyForm, type Form } from './practice-form.ts'

const form = (more: Partial<Form> = {}): Form => ({ ...emptyForm('kk', 'school'), title: 'Қар', base: 2, ...more })

test('what two devices wrote in different places of one draft is one draft, without a question', () => {
  const merged = mergeForms(form(), form({ purpose: 'Бақылау.' }), form({ minutes: '40', placeId: 'other' }))
  expect(merged).toMatchObject({ title: 'Қар', purpose: 'Бақылау.', minutes: '40', placeId: 'school', clashes: [] })
})

test('of two texts in one place both stay with the draft until one is chosen, also through another merge', () => {
  const here = mergeForms(form(), form({ title: 'Қар мен мұз' }), form({ title: 'Қар мен су' }))
  expect(here).toMatchObject({ title: 'Қар мен мұз', clashes: [{ at: ['title'], theirs: 'Қар мен су' }] })
  const [clash] = here.clashes ?? []
  expect(putAt(here, clash?.at ?? [], clash?.theirs).title).toBe('Қар мен су')
  const again = mergeForms(form({ title: 'Қар мен мұз' }), here, form({ title: 'Қар мен мұз', needs: 'Сызғыш' }))
  expect(again).toMatchObject({ title: 'Қар мен мұз', needs: 'Сызғыш', clashes: here.clashes })
  const seenTwice = mergeForms(form(), here, form({ title: 'Қар мен су' }))
  expect(seenTwice.clashes).toEqual(here.clashes)
})

test('where nobody knows what both began with, all that differs is to be chosen and nothing goes', () => {
  const merged = mergeForms(undefined, form({ purpose: 'Бақылау.' }), form({ purpose: 'Санау.', needs: 'Сызғыш' }))
  expect(merged).toMatchObject({
    purpose: 'Бақылау.',
    needs: 'Сызғыш',
    clashes: [{ at: ['purpose'], theirs: 'Санау.' }],
  })
})

test('a draft is put together from the older of two versions, and keeps whose change it took in', () => {
  const merged = mergeForms(form(), form({ base: 3 }), form({ takenFrom: 'adaptation' }))
  expect(merged).toMatchObject({ base: 2, takenFrom: 'adaptation' })
})
