import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIins, IIN_MASK, isIin, maskIins } from './iin.ts'

/** The rule as it is published, written out apart from the code under test. */
function issue(eleven: string): string | null {
  const weigh = (weights: number[]) => [...eleven].reduce((s, d, i) => s + Number(d) * (weights[i] ?? 0), 0) % 11
  const first = weigh([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  const check = first < 10 ? first : weigh([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2])
  return check < 10 ? eleven + check : null
}

const iins = fc
  .record({
    birth: fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true }),
    sex: fc.constantFrom(1, 2),
    number: fc.integer({ min: 0, max: 9999 }),
  })
  .map(({ birth, sex, number }) => {
    const century = birth.getUTCFullYear() < 2000 ? 2 + sex : 4 + sex
    return issue(birth.toISOString().slice(2, 10).replaceAll('-', '') + century + `${number}`.padStart(4, '0'))
  })
  .filter((iin) => iin !== null)

const made = issue('99010130012') as string

describe('an IIN', () => {
  test('is any twelve digits with a birth date and a right check digit', () => {
    fc.assert(
      fc.property(iins, (iin) => {
        expect(isIin(iin)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('with one wrong check digit is none', () => {
    fc.assert(
      fc.property(iins, fc.integer({ min: 1, max: 9 }), (iin, by) => {
        expect(isIin(iin.slice(0, 11) + ((Number(iin[11]) + by) % 10))).toBe(false)
      }),
    )
  })

  test('needs a real birth date', () => {
    // Check digits are right in all of these; 2000 was a leap year, 1900 was not.
    expect(isIin(issue('00022950123') as string)).toBe(true)
    expect(isIin(issue('00022930122') as string)).toBe(false)
    expect(isIin(issue('99130130012') as string)).toBe(false)
    expect(isIin(issue('99010190012') as string)).toBe(false)
  })

  test('sometimes takes the second pass of weights', () => {
    const second = ['990101300', '850615400', '030920600']
      .flatMap((head) => Array.from({ length: 100 }, (_, i) => head + `${i}`.padStart(2, '0')))
      .filter((eleven) => [...eleven].reduce((s, d, i) => s + Number(d) * (i + 1), 0) % 11 === 10)
    const issued = second.map(issue).filter((iin) => iin !== null)
    expect(issued.length).toBeGreaterThan(10)
    expect(issued.every(isIin)).toBe(true)
    expect(issued.length).toBeLessThan(second.length)
  })
})

describe('finding them in what a person typed', () => {
  test('however they are grouped', () => {
    const [a, b, c] = [made.slice(0, 6), made.slice(6, 9), made.slice(9)]
    for (const typed of [made, `${a} ${b} ${c}`, `${a}-${b}${c}`, `${a}\u00a0${b}–${c}`]) {
      expect(maskIins(`Баланың ЖСН:${typed}, көмектесіңіз`)).toBe(`Баланың ЖСН:${IIN_MASK}, көмектесіңіз`)
    }
  })

  test('beside other numbers', () => {
    expect(maskIins(`5 ${made} 8`)).toBe(`5 ${IIN_MASK} 8`)
    expect(maskIins(`${made} ${made}`)).toBe(`${IIN_MASK} ${IIN_MASK}`)
  })

  test('but not in phones, codes, cards and long numbers', () => {
    for (const typed of [
      '+7 701 123-45-67',
      '116671000',
      '4400 4301 2345 6789',
      `1${made}`,
      `${made}0`,
      '2026-11-23 18:05',
    ])
      expect(maskIins(typed)).toBe(typed)
  })

  test('any text comes out the same but for them, and nothing is left to find', () => {
    const piece = fc.oneof(fc.string(), fc.string(), iins, fc.stringMatching(/^[0-9 -]{0,30}$/))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('')
        const masked = maskIins(text)
        expect(findIins(masked)).toEqual([])
        const parts = masked.split(IIN_MASK)
        if (!text.includes(IIN_MASK)) expect(parts.length - 1).toBe(findIins(text).length)
        let from = 0
        for (const part of parts) {
          const at = text.indexOf(part, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + part.length
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('between words every one is found', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^0-9]*\n$/), iins, fc.stringMatching(/^\n[^0-9]*$/), (before, iin, after) => {
        expect(maskIins(before + iin + after)).toBe(before + IIN_MASK + after)
      }),
    )
  })

  test('stays quick on a long row of digits', () => {
    const long = '1 '.repeat(30_000) + '9'.repeat(30_000)
    const began = performance.now()
    findIins(long)
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
