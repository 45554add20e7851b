import { loud } from '@academy/database'

/**
 * What a practice is indexed by, each with a sign of its own. Raise the version whenever the same practice would get other tokens or facts
 * (a change of the stemmer, of the glossary, of this file): a server then makes the index anew while it runs.
 */
export const INDEX_VERSION = 1

export const TOKEN = {
  /** A word as written. */
  word: (word: string) => `=${word}`,
  /** A stem, with and without Kazakh letters. */
  stem: (stem: string) => `~${stem}`,
  concept: (concept: number) => `@${concept}`,
  /** The same two in its title, and how the words of a title begin. */
  titleStem: (stem: string) => loud(TOKEN.stem(stem)),
  titleConcept: (concept: number) => loud(TOKEN.concept(concept)),
  titleBegins: (letters: string) => `<${letters}`,
  tag: (tag: string) => `#${tag}`,
} as const

/** So few letters begin too many words to look for each: they are looked for at the beginnings of titles' words. */
export const FEW_LETTERS = 3
