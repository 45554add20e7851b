import type { TextPart } from '@academy/contract'
import { diffArrays } from 'diff'

/**
 * @NOTE Words are cut here and not by the library: its own idea of a letter is Latin, and every Cyrillic letter would be a word by itself.
 */
const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:[-'’ʼ][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []

const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token)

/** How much of two texts is the same, 0 to 1, wherever in them it stands. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const left = wordsOf(a).filter(isWord)
  const right = wordsOf(b).filter(isWord)
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let both = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) both += 1
    counts.set(word, count - 1)
  }
  return (2 * both) / Math.max(1, left.length + right.length)
}

/** Where less than this stays, the words that do are chance: the one text is put for the other as a whole. */
const SAME_TEXT = 0.3
/** The same where more words than this changed: nobody reads such a mixture, and finding it would hold up everybody else. */
const MOST_EDITS = 300

/** One text beside another, word by word: what stays, what went, what came. */
export function compareText(before: string, after: string): TextPart[] {
  if (before === after) return before ? [{ is: 'same', text: before }] : []
  const all =
    likeness(before, after) < SAME_TEXT
      ? undefined
      : diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS })
  if (!all) return pieces('', before, after)
  const parts: TextPart[] = []
  let [out, into] = ['', '']
  const flush = () => {
    // The blank after a replaced word is not part of it.
    const blank = out && into ? (/\s+$/.exec(out)?.[0] ?? '') : ''
    const tail = blank && into.endsWith(blank) ? blank : ''
    const cut = (text: string) => text.slice(0, text.length - tail.length)
    parts.push(...pieces('', cut(out), cut(into)), ...pieces(tail, '', ''))
    ;[out, into] = ['', '']
  }
  all.forEach((piece, at) => {
    const text = piece.value.join('')
    const next = all[at + 1]
    if (piece.removed) out += text
    else if (piece.added) into += text
    // A blank or a comma between two replaced words does not cut what reads as one replacement.
    else if (out && into && next && !isWord(text)) {
      out += text
      into += text
    } else {
      flush()
      parts.push(...pieces(text, '', ''))
    }
  })
  flush()
  return parts
}

const pieces = (same: string, out: string, into: string): TextPart[] =>
  (
    [
      { is: 'same', text: same },
      { is: 'out', text: out },
      { is: 'in', text: into },
    ] as const
  ).filter(({ text }) => text !== '')
