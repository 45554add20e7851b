/**
 * How many slips of a finger lie between two words: a letter too many, too few, another, or two that changed places. Stops counting above
 * `most`.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let twoAbove: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (twoAbove[j - 2] ?? 0) + 1)
      row.push(best)
      if (best < least) least = best
    }
    if (least > most) return most + 1
    twoAbove = above
    above = row
  }
  return above[b.length] ?? 0
}

/** Short words are another word with one letter changed; the longer one is, the more may have slipped. */
export const mostSlips = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)
