import type { CollectionEntry, CollectionPage, CollectionRow } from '@academy/contract'
import { expect, test } from 'vitest'
import { type Deed, pageAfter, rowsAfter } from './collection-deeds.ts'

const deed = (name: string, input: Record<string, unknown>, id = 'd'): Deed => ({
  id,
  path: `practices.${name}`,
  input,
})
const row = (id: string, more: Partial<CollectionRow> = {}): CollectionRow => ({
  id,
  title: id,
  note: '',
  shared: false,
  practices: 0,
  holds: false,
  at: 1,
  ...more,
})
const entry = (id: string): CollectionEntry => ({ id, practice: null })
const page = (...ids: string[]): CollectionPage => ({
  collection: { id: 'winter', title: 'Қыс', note: '', shared: false, by: null, editedAt: 1 },
  items: ids.map(entry),
  next: null,
  total: ids.length,
  may: { edit: true },
})
const known = new Map(['snow', 'wind', 'ice'].map((id) => [id, entry(id)]))
const ids = ({ items }: CollectionPage) => items.map(({ id }) => id)

test('a collection made without a line stands first and holds the practice it was made for, once', () => {
  const make = deed('makeCollection', { title: 'Қыс', note: '', practiceId: 'snow' }, 'winter')
  const after = rowsAfter([row('spring')], make, 'snow')
  expect(after).toMatchObject([{ id: 'winter', title: 'Қыс', practices: 1, holds: true }, { id: 'spring' }])
  expect(rowsAfter(after, make, 'snow')).toEqual(after)
})

test('keeping and letting go change what a collection holds, and only the one they name', () => {
  const rows = [row('winter', { practices: 2, holds: true }), row('spring')]
  const keep = (collectionId: string) => deed('keepPractice', { collectionId, practiceId: 'snow' })
  const letGo = (collectionId: string) => deed('letGoPractice', { collectionId, practiceId: 'snow' })
  expect(rowsAfter(rows, keep('spring'), 'snow')).toEqual([rows[0], { ...rows[1], practices: 1, holds: true }])
  expect(rowsAfter(rows, keep('winter'), 'snow')).toEqual(rows)
  expect(rowsAfter(rows, letGo('winter'), 'snow')).toEqual([{ ...rows[0], practices: 1, holds: false }, rows[1]])
  expect(rowsAfter(rows, letGo('spring'), 'snow')).toEqual(rows)
  expect(rowsAfter(rows, deed('deleteCollection', { collectionId: 'winter' }))).toEqual([rows[1]])
})

test('a practice is moved, taken out and put back where it stood', () => {
  const winter = page('snow', 'wind', 'ice')
  const on = (name: string, practiceId: string, position?: number) =>
    deed(name, { collectionId: 'winter', practiceId, ...(position === undefined ? {} : { position }) })
  expect(ids(pageAfter(winter, on('movePractice', 'snow', 1), known))).toEqual(['wind', 'snow', 'ice'])
  expect(ids(pageAfter(winter, on('movePractice', 'ice', 0), known))).toEqual(['ice', 'snow', 'wind'])
  const without = pageAfter(winter, on('letGoPractice', 'wind'), known)
  expect(ids(without)).toEqual(['snow', 'ice'])
  expect(ids(pageAfter(without, on('keepPractice', 'wind', 1), known))).toEqual(['snow', 'wind', 'ice'])
  expect(ids(pageAfter(without, on('keepPractice', 'wind'), known))).toEqual(['snow', 'ice', 'wind'])
  expect(pageAfter(winter, on('keepPractice', 'wind', 0), known)).toBe(winter)
  expect(ids(pageAfter(without, on('keepPractice', 'unknown'), known))).toEqual(['snow', 'ice'])
  expect(pageAfter(winter, deed('letGoPractice', { collectionId: 'spring', practiceId: 'snow' }), known)).toBe(winter)
})
