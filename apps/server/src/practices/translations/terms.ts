import type { Locale, TermPair, Texts } from '@academy/contract'
import { words } from '@academy/language/fold'
import { GLOSSARY } from '@academy/language/glossary'
import { stemsOf } from '@academy/language/search'

/** More would be a dictionary instead of advice. */
const MOST = 60

const stems = (text: string) => words(text).map(stemsOf)

/** Does the text call something so, in whatever case? Word by word, by their stems. */
function holds(text: readonly string[][], name: readonly string[][]): boolean {
  const alike = (a: readonly string[] | undefined, b: readonly string[]) => a?.some((stem) => b.includes(stem)) ?? false
  return text.some((_, at) => name.every((word, n) => alike(text[at + n], word)))
}

interface Name {
  name: string
  stems: string[][]
  term: (typeof GLOSSARY)[number]
}
const made: Partial<Record<Locale, Name[]>> = {}

/** What a language calls things, ready to be looked for; made when it is first asked for. */
function namesIn(locale: Locale): Name[] {
  made[locale] ??= GLOSSARY.flatMap((term) => term[locale].map((name) => ({ name, stems: stems(name), term })))
  return made[locale]
}

/** Terms that stand in a text, and what they are called in the other language; the longest first, for it says the most. */
export function termsIn(texts: Texts, from: Locale, to: Locale): TermPair[] {
  const all = Object.values(texts).map((text) => stems(text ?? ''))
  const found = new Map<string, Set<string>>()
  for (const { name, stems, term } of namesIn(from)) {
    // What is called the same in both needs no advice.
    if (term[to].includes(name) || !all.some((text) => holds(text, stems))) continue
    const names = found.get(name) ?? new Set()
    for (const other of term[to]) names.add(other)
    found.set(name, names)
  }
  return [...found]
    .map(([name, names]) => ({ from: name, to: [...names] }))
    .sort((a, b) => b.from.length - a.from.length)
    .slice(0, MOST)
}
