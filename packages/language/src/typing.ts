/**
 * How many slips of a finger lie between two words: a letter too many, too few, another, or two that changed places. Stops counting above
 * `most`.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const width = b.length + 1
  // Three rows that are used in turn: this one, the one above it, the one above that.
  let [row, above, twoAbove] = rowsOf(width)
  for (let j = 0; j < width; j++) above[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    row[0] = i
    let least = i
    for (let j = 1; j < width; j++) {
      const other = b.charCodeAt(j - 1)
      let best = (above[j - 1] as number) + (letter === other ? 0 : 1)
      best = Math.min(best, (above[j] as number) + 1, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        best = Math.min(best, (twoAbove[j - 2] as number) + 1)
      row[j] = best
      if (best < least) least = best
    }
    if (least > most) return most + 1
    ;[row, above, twoAbove] = [twoAbove, row, above]
  }
  return above[b.length] as number
}

/** One word is compared with thousands: nothing is made for each. */
let kept: [Uint16Array, Uint16Array, Uint16Array] | undefined
function rowsOf(width: number): [Uint16Array, Uint16Array, Uint16Array] {
  if (!kept || kept[0].length < width) kept = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)]
  return kept
}

/** Short words are another word with one letter changed; the longer one is, the more may have slipped. */
export const mostSlips = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)
