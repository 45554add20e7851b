/** PostgreSQL refuses a lexeme of 2 KB and a vector of 1 MB, and keeps no position above this. */
const LONGEST_TOKEN = 200
const MOST_TOKENS = 16_000
/** More words than anybody searches by; each costs three look-ups. */
const MOST_QUERY_TOKENS = 24

/**
 * The tokens of a text that is already folded: letters and digits only. Both engines are given these as they are and never
 * split, fold or parse text themselves, so they find the same documents.
 */
export const tokensOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_TOKENS).map(shortened)

// By code point: half a surrogate pair is no text.
const shortened = (token: string) =>
  token.length > LONGEST_TOKEN ? [...token].slice(0, LONGEST_TOKEN / 2).join('') : token

/** A tsvector's own notation, with positions: `'мектеп':1,4 'бала':2`. */
export function vectorOf(text: string): string {
  const places = new Map<string, number[]>()
  tokensOf(text).forEach((token, i) => {
    const at = places.get(token)
    if (!at) places.set(token, [i + 1])
    else if (at.length < 255) at.push(i + 1)
  })
  return [...places].map(([token, at]) => `'${token}':${at.join(',')}`).join(' ')
}

/** One word a person typed, in its three forms; each may have several spellings (a Kazakh stem and a Russian one), any of them finds. */
export interface Word {
  exact: string[]
  stems: string[]
  lazy: string[]
}

/** The i-th entries of the three lists are forms of one word. */
export function wordsOf(query: { exact: string[]; stems: string[]; lazy: string[] }): Word[] {
  const length = Math.min(Math.max(query.exact.length, query.stems.length, query.lazy.length), MOST_QUERY_TOKENS)
  const forms = (list: string[], i: number) => tokensOf(list[i] ?? '').slice(0, MOST_QUERY_TOKENS)
  return Array.from({ length }, (_, i) => ({
    exact: forms(query.exact, i),
    stems: forms(query.stems, i),
    lazy: forms(query.lazy, i),
  })).filter(({ exact, stems, lazy }) => exact.length + stems.length + lazy.length > 0)
}

/** A tag as one token that no other tag has: `x` and `y` begin and end what stands for anything but plain small letters and digits. */
const spelt = (text: string) =>
  text.replace(/[^a-wz0-9]/gu, (sign) => (/[A-Z]/.test(sign) ? `y${sign.toLowerCase()}` : `x${codeOf(sign)}x`))

const codeOf = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16)

export const kindToken = (kind: string): string => `k${spelt(kind)}`
export const tagToken = (tag: string): string => `t${spelt(tag)}`
