import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clash, mergeFields, putAt, valueAt } from './merging.ts'

interface Card {
  title: string
  minutes: string
  internet: string
  grades: number[]
  methods: string[]
  alsoIn: { ru: { title: string; summary: string } }
  attachments: { fileId: string; name: string }[]
  steps: { text: string; pupils?: string }[]
}
const card = (more: Partial<Card> = {}): Card => ({
  title: 'Қар',
  minutes: '45',
  internet: 'none',
  grades: [3, 5],
  methods: ['pairs'],
  alsoIn: { ru: { title: '', summary: '' } },
  attachments: [{ fileId: 'a', name: 'Кесте' }],
  steps: [{ text: 'Қазамыз.' }, { text: 'Өлшейміз.' }],
  ...more,
})

test('where only one of two wrote, that one’s stands, whatever kind of field it is', () => {
  const mine = card({
    title: 'Қар мен мұз',
    grades: [3, 4, 5],
    steps: [{ text: 'Қазамыз.', pupils: 'Қарайды.' }, { text: 'Өлшейміз.' }],
  })
  const theirs = card({
    minutes: '40',
    grades: [5, 6],
    alsoIn: { ru: { title: 'Снег', summary: 'О снеге.' } },
    steps: [{ text: 'Қазамыз.' }, { text: 'Екі рет өлшейміз.' }],
  })
  expect(mergeFields(card(), mine, theirs)).toEqual({
    merged: card({
      title: 'Қар мен мұз',
      minutes: '40',
      grades: [4, 5, 6],
      alsoIn: { ru: { title: 'Снег', summary: 'О снеге.' } },
      steps: [{ text: 'Қазамыз.', pupils: 'Қарайды.' }, { text: 'Екі рет өлшейміз.' }],
    }),
    clashes: [],
  })
})

test('where both wrote something else, one’s own stands and the other’s is there to be chosen', () => {
  const mine = card({ title: 'Қар мен мұз', steps: [{ text: 'Қазамыз.' }, { text: 'Өлшейміз, жазамыз.' }] })
  const theirs = card({ title: 'Қар мен су', steps: [{ text: 'Қазамыз.' }, { text: 'Екі рет өлшейміз.' }] })
  const { merged, clashes } = mergeFields(card(), mine, theirs)
  expect(merged).toEqual(mine)
  expect(clashes).toEqual([
    { at: ['title'], theirs: 'Қар мен су' },
    { at: ['steps', 1, 'text'], theirs: 'Екі рет өлшейміз.' },
  ])
  const chosen = clashes.reduce((it, { at, theirs }) => putAt(it, at, theirs), merged)
  expect(chosen).toEqual(theirs)
})

test('steps that both add are both there, and a step one took out while the other wrote in it is told', () => {
  const [first, second] = card().steps as [Card['steps'][number], Card['steps'][number]]
  const both = mergeFields(
    card(),
    card({ steps: [{ text: 'Киінеміз.' }, first, second] }),
    card({ steps: [first, second, { text: 'Жазамыз.' }] }),
  )
  expect(both.clashes).toEqual([])
  expect(both.merged.steps.map(({ text }) => text)).toEqual(['Киінеміз.', 'Қазамыз.', 'Өлшейміз.', 'Жазамыз.'])
  const ends = mergeFields(
    card(),
    card({ steps: [first, second, { text: 'Менікі.' }] }),
    card({ steps: [first, second, { text: 'Оныкі.' }] }),
  )
  expect(ends.merged.steps.map(({ text }) => text)).toEqual(['Қазамыз.', 'Өлшейміз.', 'Менікі.', 'Оныкі.'])
  const written = card({ steps: [first, { text: 'Екі рет өлшейміз.' }] })
  expect(mergeFields(card(), card({ steps: [first] }), written)).toEqual({
    merged: card({ steps: [first] }),
    clashes: [{ at: ['steps'], theirs: written.steps }],
  })
})

test('files: what either added stays, what one took out goes, and two names of one file are told', () => {
  const file = (fileId: string, name: string) => ({ fileId, name })
  const was = card({ attachments: [file('a', 'Кесте'), file('b', 'Сурет')] })
  const mine = card({ attachments: [file('a', 'Үлкен кесте'), file('b', 'Сурет'), file('c', 'Менікі')] })
  const theirs = card({ attachments: [file('a', 'Кіші кесте'), file('d', 'Оныкі')] })
  expect(mergeFields(was, mine, theirs)).toEqual({
    merged: card({ attachments: [file('a', 'Үлкен кесте'), file('c', 'Менікі'), file('d', 'Оныкі')] }),
    clashes: [{ at: ['attachments', 0, 'name'], theirs: 'Кіші кесте' }],
  })
})

test('nothing said is nothing written: an entry that a page of yesterday does not know is no change', () => {
  expect(mergeFields({ core: undefined }, { core: '' }, { core: 'Қар.' })).toEqual({
    merged: { core: 'Қар.' },
    clashes: [],
  })
  expect(mergeFields({ core: 'Қар.' }, { core: 'Қар мен мұз.' }, {})).toEqual({
    merged: { core: 'Қар мен мұз.' },
    clashes: [],
  })
})

test('a choice for a step that was taken out meanwhile adds it again', () => {
  expect(putAt({ steps: [{ text: 'Бір' }] }, ['steps', 4, 'text'], 'Төрт')).toEqual({
    steps: [{ text: 'Бір' }, { text: 'Төрт' }],
  })
  expect(valueAt({ steps: [{ text: 'Бір' }] }, ['steps', 4, 'text'])).toBeUndefined()
})

/** Few words, so that two often write the same and often in the same place. */
const text = fc.constantFrom('', 'а', 'ә', 'б')
const list = fc.uniqueArray(fc.constantFrom('pairs', 'groups', 'maps', 'talk'))
const cards: fc.Arbitrary<Card> = fc.record({
  title: text,
  minutes: text,
  internet: fc.constantFrom('none', 'teacher', 'students'),
  grades: fc.uniqueArray(fc.integer({ min: 0, max: 4 })).map((all) => all.sort((a, b) => a - b)),
  methods: list,
  alsoIn: fc.record({ ru: fc.record({ title: text, summary: text }) }),
  attachments: fc.uniqueArray(fc.record({ fileId: fc.constantFrom('x', 'y', 'z'), name: text }), {
    selector: ({ fileId }) => fileId,
  }),
  steps: fc.array(fc.record({ text, pupils: text }), { maxLength: 4 }),
})

/** Every word somewhere in it, with the entry of the card it stands in. */
function saidIn(it: unknown, entry: string): string[] {
  if (Array.isArray(it)) return it.flatMap((item) => saidIn(item, entry))
  if (typeof it === 'object' && it !== null) return Object.values(it).flatMap((value) => saidIn(value, entry))
  return it === '' || it === undefined ? [] : [`${entry}:${it}`]
}
const wordsIn = (it: object) => Object.entries(it).flatMap(([entry, value]) => saidIn(value, entry))
const told = (clashes: Clash[]) => clashes.flatMap(({ at, theirs }) => saidIn(theirs, `${at[0]}`))

test('who alone wrote gets what they wrote, whoever of the two it was', () => {
  fc.assert(
    fc.property(cards, cards, (was, now) => {
      expect(mergeFields(was, now, was)).toEqual({ merged: now, clashes: [] })
      expect(mergeFields(was, was, now)).toEqual({ merged: now, clashes: [] })
      expect(mergeFields(was, now, now)).toEqual({ merged: now, clashes: [] })
    }),
    { numRuns: 500 },
  )
})

test('nothing that either wrote is lost: it stands in the text or is told', () => {
  fc.assert(
    fc.property(cards, cards, cards, (was, mine, theirs) => {
      const { merged, clashes } = mergeFields(was, mine, theirs)
      const began = new Set(wordsIn(was))
      const kept = new Set([...wordsIn(merged), ...told(clashes)])
      const written = [...wordsIn(mine), ...wordsIn(theirs)]
      expect(written.filter((word) => !began.has(word) && !kept.has(word))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('an entry that only one of two changed is never asked about', () => {
  fc.assert(
    fc.property(cards, cards, cards, (was, mine, theirs) => {
      const { merged, clashes } = mergeFields(was, mine, theirs)
      for (const entry of Object.keys(was) as (keyof Card)[]) {
        const mineChanged = JSON.stringify(was[entry]) !== JSON.stringify(mine[entry])
        const theirsChanged = JSON.stringify(was[entry]) !== JSON.stringify(theirs[entry])
        if (mineChanged && theirsChanged) continue
        expect(clashes.filter(({ at }) => at[0] === entry)).toEqual([])
        expect(merged[entry]).toEqual(theirsChanged ? theirs[entry] : mine[entry])
      }
    }),
    { numRuns: 500 },
  )
})

test('of texts both devices ask about the same ones, each showing the other’s', () => {
  const texts = fc.record({
    title: text,
    minutes: text,
    alsoIn: fc.record({ ru: fc.record({ title: text, summary: text }) }),
  })
  fc.assert(
    fc.property(texts, texts, texts, (was, mine, theirs) => {
      const [here, there] = [mergeFields(was, mine, theirs), mergeFields(was, theirs, mine)]
      for (const { at, theirs: other } of here.clashes) {
        expect(valueAt(theirs, at)).toBe(other)
        const back = there.clashes.find((one) => one.at.join() === at.join())
        // What one of them cleared is asked about on that one's device alone.
        expect(back?.theirs ?? '').toBe(valueAt(mine, at))
      }
      const chosen = here.clashes.reduce((it, { at, theirs: other }) => putAt(it, at, other), here.merged)
      for (const { at, theirs: other } of here.clashes) expect(valueAt(chosen, at)).toBe(other)
    }),
    { numRuns: 1000 },
  )
})
