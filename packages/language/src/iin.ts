/**
 * Finds individual identification numbers (ЖСН/ИИН) that a person typed by mistake: 12 digits, a real birth date and a right
 * check digit. The form warns on the phone before sending and the server masks what still arrives, so this is the one
 * definition for both.
 */

export interface FoundIin {
  start: number
  /** One past the last character. */
  end: number
}

/** Groups of digits, one after another with at most one space or dash between them: «990101 300 123», «990101-300123». */
const RUN = /\d+(?:[ \t\u00a0\u2009\u202f\u2010-\u2014-]\d+)*/g
const MOST_GROUPS = 6
const CENTURIES = [1800, 1900, 2000]

export function isIin(digits: string): boolean {
  return /^\d{12}$/.test(digits) && hasBirthDate(digits) && checkDigit(digits) === Number(digits[11])
}

/** YYMMDD, then a digit for century and sex: 1–2 the 19th century, 3–4 the 20th, 5–6 the 21st. */
function hasBirthDate(digits: string): boolean {
  const century = CENTURIES[Math.ceil(Number(digits[6]) / 2) - 1]
  if (century === undefined) return false
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  const date = new Date(Date.UTC(century + Number(digits.slice(0, 2)), month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Weighted sum modulo 11 with weights 1…11; when that gives 10, again with 3…11, 1, 2; 10 again is never issued. */
function checkDigit(digits: string): number {
  const sum = (shift: number) => {
    let total = 0
    for (let i = 0; i < 11; i++) total += Number(digits[i]) * (((i + shift) % 11) + 1)
    return total % 11
  }
  const first = sum(0)
  return first === 10 ? sum(2) : first
}

/** Where the numbers stand, left to right, never overlapping. */
export function findIins(text: string): FoundIin[] {
  const found: FoundIin[] = []
  for (const run of text.matchAll(RUN)) {
    const groups = [...run[0].matchAll(/\d+/g)].map((g) => ({ digits: g[0], at: run.index + g.index }))
    for (let from = 0; from < groups.length; from++) {
      let digits = ''
      for (let to = from; to < groups.length && to < from + MOST_GROUPS && digits.length < 12; to++) {
        const group = groups[to]
        if (!group) break
        digits += group.digits
        if (digits.length === 12 && isIin(digits)) {
          found.push({ start: groups[from]?.at ?? 0, end: group.at + group.digits.length })
          from = to
          break
        }
      }
    }
  }
  return found
}

export const IIN_MASK = '••••••••••••'

/** The text with every number found replaced by twelve dots; the very same text when there is none. */
export function maskIins(text: string): string {
  let shown = ''
  let from = 0
  for (const { start, end } of findIins(text)) {
    shown += text.slice(from, start) + IIN_MASK
    from = end
  }
  return from === 0 ? text : shown + text.slice(from)
}
