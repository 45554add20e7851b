import { type PracticeContent, type TextPart, wholeContent } from '@academy/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCards } from './compare.ts'
import { compareText } from './compare-text.ts'

const card = (more: Partial<PracticeContent> = {}): PracticeContent => ({
  ...wholeContent({
    language: 'kk',
    title: 'Екі сынып – бір табиғат',
    subjects: ['science'],
    grades: [2, 3],
    minutes: 45,
    purpose: 'Біріктірілген сыныпта бақылау.',
    steps: [],
    resources: [],
    needs: '',
    internet: 'none',
    ungraded: true,
    functionalLiteracy: false,
    methods: [],
    evidence: [],
    alsoIn: [],
  }),
  steps: [
    step('Бәріміз аулаға шығып, қар қабатын өлшейміз.'),
    step('Өлшемдерді кестеге жазамыз.'),
    step('Бірге талқылаймыз.'),
  ],
  ...more,
})
const step = (text: string, more: Partial<PracticeContent['steps'][number]> = {}) => ({
  text,
  minutes: null,
  stage: null,
  pupils: '',
  assessment: '',
  resources: '',
  ...more,
})
const marked = (parts: readonly TextPart[]) =>
  parts.map(({ is, text }) => (is === 'same' ? text : is === 'out' ? `[-${text}-]` : `[+${text}+]`)).join('')

describe('two texts side by side', () => {
  test('Kazakh words are words, not single letters', () => {
    expect(marked(compareText('Оқушылар өзенге барады', 'Оқушылар өзеннің жағасына барады'))).toBe(
      'Оқушылар [-өзенге-][+өзеннің жағасына+] барады',
    )
  })

  test('neighbouring words that were replaced read as one replacement', () => {
    expect(marked(compareText('Сынып екі топ болып тез жұмыс істейді', 'Сынып үш жұп болып тез жұмыс істейді'))).toBe(
      'Сынып [-екі топ-][+үш жұп+] болып тез жұмыс істейді',
    )
  })

  test('a text with nothing in common is put for the other as a whole', () => {
    expect(marked(compareText('Қар, мұз және жел', 'Мектеп, кітап және бор'))).toBe(
      '[-Қар, мұз және жел-][+Мектеп, кітап және бор+]',
    )
  })

  test('both texts can be read out of the comparison, whatever they are', () => {
    const words = fc.array(fc.constantFrom('су', 'қар', 'ә', ',', ' ', '\n', 'a-b', '👩‍🏫', '12'), { maxLength: 40 })
    const any = fc.oneof(
      words.map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(any, any, (a, b) => {
        const parts = compareText(a, b)
        const without = (is: TextPart['is']) => parts.flatMap((it) => (it.is === is ? [] : [it.text])).join('')
        expect(without('in')).toBe(a)
        expect(without('out')).toBe(b)
      }),
    )
  })

  test('a long text changed throughout is put as a whole, not searched for a mixture nobody reads', () => {
    const [one, other] = [7, 11].map((by) => Array.from({ length: 700 }, (_, n) => `сөз${(n * by) % 997}`).join(' '))
    expect(compareText(one as string, other as string).map(({ is }) => is)).toEqual(['out', 'in'])
  })
})

describe('two cards side by side', () => {
  test('the same card has no changes', () => {
    expect(compareCards(card(), card(), 'kk')).toEqual([])
  })

  test('words of dictionaries are named in the reader’s language, values as they were and are', () => {
    const changed = compareCards(
      card(),
      card({ subjects: ['biology'], internet: 'teacher', literacy: ['reading'] }),
      'ru',
    )
    expect(changed).toEqual([
      { kind: 'list', field: 'subjects', out: ['Естествознание'], in: ['Биология'] },
      { kind: 'value', field: 'internet', from: 'none', to: 'teacher' },
      { kind: 'list', field: 'literacy', out: [], in: ['reading'] },
    ])
  })

  test('a step put in before others leaves them alone', () => {
    const before = card()
    const changed = compareCards(before, card({ steps: [step('Киімді тексереміз.'), ...before.steps] }), 'kk')
    expect(changed).toMatchObject([
      { kind: 'steps', steps: [{ from: null, to: 1, text: [{ is: 'in', text: 'Киімді тексереміз.' }] }] },
    ])
    expect(changed).toHaveLength(1)
  })

  test('a step written anew is the same step; one that changed places is told as such; one that went is told', () => {
    const [first, second, third] = card().steps as [
      PracticeContent['steps'][number],
      PracticeContent['steps'][number],
      PracticeContent['steps'][number],
    ]
    const anew = { ...second, text: 'Өлшемдерді ортақ кестеге жазамыз.', minutes: 10, stage: 'middle' as const }
    const [change] = compareCards(card(), card({ steps: [third, first, anew] }), 'kk')
    if (change?.kind !== 'steps') throw new Error('no steps')
    expect(change.steps.map(({ from, to }) => [from, to])).toEqual([
      [2, 3],
      [3, 1],
    ])
    expect(marked(change.steps[0]?.text ?? [])).toBe('Өлшемдерді [+ортақ +]кестеге жазамыз.')
    expect(change.steps[0]).toMatchObject({ minutes: { from: null, to: 10 }, stage: { from: null, to: 'middle' } })
    const [gone] = compareCards(card(), card({ steps: [first, third] }), 'kk')
    expect(gone).toMatchObject({ kind: 'steps', steps: [{ from: 2, to: null }] })
  })

  test('the short form in another language: put in, changed, taken out', () => {
    const ru = { language: 'ru' as const, title: 'Два класса', summary: 'Наблюдение во дворе.' }
    expect(compareCards(card(), card({ alsoIn: [ru] }), 'kk')).toEqual([
      {
        kind: 'also',
        language: 'ru',
        title: [{ is: 'in', text: 'Два класса' }],
        summary: [{ is: 'in', text: 'Наблюдение во дворе.' }],
      },
    ])
  })
})
