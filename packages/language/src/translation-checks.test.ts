import { describe, expect, test } from 'vitest'
import { checkTranslation, says } from './translation-checks.ts'

const TERMS = [{ from: 'бағалау критерийі', to: ['критерий оценивания'] }]
const check = (original: string, text: string, to: 'kk' | 'ru' | 'en' = 'ru') =>
  checkTranslation(original, text, { to, terms: TERMS })

describe('numbers', () => {
  test('one that is gone is named; another way to write it is the same number', () => {
    expect(check('25 минут, 1/4 бөлік, 0,5 литр.', '20 минут, 1/4 доли, 0.5 литра.')).toEqual([
      { kind: 'numbers', found: ['25'] },
    ])
    expect(check('1 200 теңге', '1200 тенге')).toEqual([])
  })

  test('one that stood twice must stand twice', () => {
    expect(check('2 топ, 2 минут', '2 группы')).toEqual([{ kind: 'numbers', found: ['2'] }])
  })

  test('digits of an address are no numbers', () => {
    expect(check('Қараңыз: https://example.kz/7', 'Смотрите: https://example.kz/7')).toEqual([])
  })
})

test('links, addresses and placeholders stay as they are', () => {
  expect(
    check('Сайт: https://example.kz/a. Жазыңыз: a@example.kz, {аты} {name}', 'Сайт: https://example.kz/b'),
  ).toEqual([{ kind: 'links', found: ['https://example.kz/a', 'a@example.kz', '{name}'] }])
  expect(check('Сайт: https://example.kz/a.', 'На сайте (https://example.kz/a) есть всё.')).toEqual([])
})

describe('letters', () => {
  test('Cyrillic in English, Kazakh letters in Russian and two alphabets in one word are named', () => {
    expect(check('Қарды өлшейміз.', 'We measure snow дома.', 'en')).toEqual([{ kind: 'letters', found: ['дома'] }])
    expect(check('Қарды өлшейміз.', 'Измеряем қар.', 'ru')).toEqual([{ kind: 'letters', found: ['қар'] }])
    // The second letter of the word is a Latin one.
    expect(check('Учимся.', 'Бiлім аламыз.', 'kk')).toEqual([{ kind: 'letters', found: ['Бiлім'] }])
  })

  test('what the original has, too, goes over as it is', () => {
    expect(check('ҚМЖ бойынша', 'По плану (ҚМЖ)', 'ru')).toEqual([])
    expect(check('Python тілі', 'Язык Python', 'ru')).toEqual([])
  })

  test('a long text without one Kazakh letter is no Kazakh', () => {
    const russian = 'Каждая группа складывает бумажную лепёшку на две, четыре и восемь частей.'
    expect(check('Each group folds a paper flatbread.', russian, 'kk')).toEqual([{ kind: 'not-kazakh' }])
    expect(check('Each group folds.', 'Топ бүктейді.', 'kk')).toEqual([])
    expect(check('Hello.', 'Салам, балалар.', 'kk')).toEqual([])
  })
})

describe('terms', () => {
  test('one called otherwise is named with what it is called here; in any case it is the same term', () => {
    expect(check('Бағалау критерийлерін оқимыз.', 'Читаем правила оценки.')).toEqual([
      { kind: 'term', from: 'бағалау критерийі', to: ['критерий оценивания'] },
    ])
    expect(check('Бағалау критерийлерін оқимыз.', 'Читаем критерии оценивания.')).toEqual([])
    expect(check('Ережені оқимыз.', 'Читаем правила.')).toEqual([])
  })

  test.each([
    ['мектебіміз', 'мектеп', true],
    ['сыныбында', 'сынып', true],
    ['о цели урока', 'цель урока', true],
    ['цель: знать', 'цель урока', false],
    ['lessons', 'lesson', true],
    ['с формулами', 'ФО', false],
    ['ФО на уроке', 'ФО', true],
    ['', 'урок', false],
    ['урок', '', false],
  ])('does «%s» say «%s»? %s', (text, term, is) => {
    expect(says(text, term)).toBe(is)
  })
})

test('what is not translated yet has no remarks', () => {
  expect(check('25 минут https://example.kz', '  ')).toEqual([])
})
