import { DEVICES, INTERNET, LOCALES, type Locale, type PracticeContent } from '@academy/contract'

/** What a hit is weighed by, in one number: to read a practice for each of hundreds would take as long as the rest. */
export interface Facts {
  ungraded: boolean
  languages: Locale[]
  internet: (typeof INTERNET)[number]
  devices: (typeof DEVICES)[number] | null
  classSize: { from: number; to: number } | null
}

const WIDEST = 63

export function packFacts(content: PracticeContent, languages: readonly Locale[]): number {
  const size = content.classSize
  return [
    [content.ungraded ? 1 : 0, 1],
    [LOCALES.reduce((bits, it, n) => bits | (languages.includes(it) ? 1 << n : 0), 0), 3],
    [INTERNET.indexOf(content.internet), 2],
    [content.devices ? DEVICES.indexOf(content.devices) + 1 : 0, 3],
    [size ? Math.min(size.from, WIDEST) : 0, 6],
    [size ? Math.min(size.to, WIDEST) : 0, 6],
  ].reduce(({ facts, at }, [value = 0, width = 0]) => ({ facts: facts | (value << at), at: at + width }), {
    facts: 0,
    at: 0,
  }).facts
}

export function unpackFacts(facts: number): Facts {
  const from = (facts >> 9) & 63
  return {
    ungraded: (facts & 1) === 1,
    languages: LOCALES.filter((_, n) => (facts >> 1) & (1 << n)),
    internet: INTERNET[(facts >> 4) & 3] ?? 'none',
    devices: DEVICES[((facts >> 6) & 7) - 1] ?? null,
    classSize: from > 0 ? { from, to: (facts >> 15) & 63 } : null,
  }
}
