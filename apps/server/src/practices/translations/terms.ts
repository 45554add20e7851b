import type { Locale, TermPair, Texts } from '@academy/contract'
import { GLOSSARY } from '@academy/language/glossary'
import { says } from '@academy/language/translation-checks'

/** More would be a dictionary instead of advice. */
const MOST = 60

/** Terms that stand in a text, and what they are called in the other language; the longest first, for it says the most. */
export function termsIn(texts: Texts, from: Locale, to: Locale): TermPair[] {
  const text = Object.values(texts).join('\n')
  const found = new Map<string, Set<string>>()
  for (const term of GLOSSARY)
    for (const name of term[from]) {
      // What is called the same in both needs no advice.
      if (term[to].includes(name) || !says(text, name)) continue
      const names = found.get(name) ?? new Set()
      for (const other of term[to]) names.add(other)
      found.set(name, names)
    }
  return [...found]
    .map(([name, names]) => ({ from: name, to: [...names] }))
    .sort((a, b) => b.from.length - a.from.length)
    .slice(0, MOST)
}
