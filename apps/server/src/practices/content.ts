import {
  AcademyError,
  type EditPractice,
  type Literacy,
  LOCALES,
  type Locale,
  MINUTES_AT_MOST,
  type PracticeContent,
  type PracticeVisibility,
  type PublishPractice,
  wholeContent,
} from '@academy/contract'
import type { SearchDocument } from '@academy/database'
import { maskIins } from '@academy/language'
import { lazy } from '@academy/language/fold'
import { formsIn } from '@academy/language/search'
import { type Dictionary, isWord, namesOf } from './dictionaries.ts'
import { packFacts } from './search/facts.ts'
import { FEW_LETTERS, INDEX_VERSION, TOKEN } from './search/tokens.ts'

const FROM_DICTIONARIES = ['subjects', 'methods', 'resources', 'evidence'] as const satisfies Dictionary[]

/** What a version keeps of what was sent: only words that are in the dictionaries, and no identification number. */
export function contentOf(input: PublishPractice | EditPractice, before?: PracticeContent): PracticeContent {
  const content = wholeContent(input, before)
  const unknown: string[] = FROM_DICTIONARIES.filter((name) => content[name].some((slug) => !isWord(name, slug)))
  if (content.links.some((slug) => !isWord('subjects', slug))) unknown.push('links')
  if (unknown.length > 0) throw new AcademyError('bad-input', { fields: unknown })
  return masked({ ...content, functionalLiteracy: content.functionalLiteracy || content.literacy.length > 0 })
}

/** Every text of a card without identification numbers; names of files in our store are no text. */
export const masked = <T>(value: T): T => {
  if (typeof value === 'string') return maskIins(value) as T
  if (Array.isArray(value)) return value.map(masked) as T
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, key === 'fileId' ? it : masked(it)])) as T
  return value
}

/** What a practice can be filtered and counted by. Verified in another language, it is one of that language, too. */
export const tagsOf = (content: PracticeContent, translations: readonly PracticeContent[] = []): string[] => [
  ...content.subjects.map(TAG.subject),
  ...content.grades.map(TAG.grade),
  ...content.methods.map(TAG.method),
  ...[content, ...translations].map(({ language }) => TAG.language(language)),
  ...(content.ungraded ? [TAG.ungraded] : []),
  ...(content.functionalLiteracy ? [TAG.functionalLiteracy] : []),
  ...(content.internet === 'none' ? [TAG.offline] : []),
  ...(content.devices === 'none' ? [TAG.noDevices] : []),
  ...content.literacy.map(TAG.literacy),
  ...MINUTES_AT_MOST.filter((most) => content.minutes <= most).map(TAG.within),
]

export const TAG = {
  subject: (slug: string) => `subject:${slug}`,
  grade: (grade: number) => `grade:${grade}`,
  method: (slug: string) => `method:${slug}`,
  language: (language: Locale) => `language:${language}`,
  visibility: (visibility: PracticeVisibility) => `for:${visibility}`,
  within: (minutes: number) => `within:${minutes}`,
  ungraded: 'ungraded',
  functionalLiteracy: 'functional-literacy',
  offline: 'offline',
  noDevices: 'no-devices',
  literacy: (area: Literacy) => `literacy:${area}`,
  /** Tried in a school of this kind: small or not, teaching in this language. Not of the practice itself, but of what others did with it. */
  triedIn: (school: { small: boolean; language: string }) =>
    `${TRIED}${school.small ? 'small' : 'large'}-${school.language}`,
} as const

export const KIND = 'practice' as const
/** How the tags begin that tries give. */
export const TRIED = 'tried:'

/** Every text of a card, and of it in other languages, that a search may find a word in. Names of files and people are not among them. */
export const textsOf = (content: PracticeContent, translations: readonly PracticeContent[] = []): string[] => [
  ...[content, ...translations].flatMap((it) => [
    it.purpose,
    ...it.steps.flatMap((step) => [step.text, step.pupils, step.assessment, step.resources]),
    ...[it.section, it.topic, it.objective, it.lessonObjective, it.needs],
    ...[it.differentiation, it.safety, it.reflection, it.core, it.mayChange],
  ]),
  ...content.alsoIn.map((other) => other.summary),
]

export const titlesOf = (content: PracticeContent, translations: readonly PracticeContent[] = []): string[] =>
  [content, ...content.alsoIn, ...translations].map(({ title }) => title)

/** Everything with a word in it that a practice is found by. */
export const allTextsOf = (content: PracticeContent, translations: readonly PracticeContent[] = []): string[] => [
  ...titlesOf(content, translations),
  ...textsOf(content, translations),
  ...FROM_DICTIONARIES.flatMap((name) => namesOf(name, content[name])).flatMap((word) => LOCALES.map((it) => word[it])),
]

/**
 * What a practice is found by: all it says, in every language it says it in, and the names of its subjects, methods and things
 * needed in all three. No person's name: what is found must not have to be forgotten. Its tags go with it, so that filters narrow a search
 * in the index, and so does who may find it.
 */
export function documentOf(
  id: string,
  content: PracticeContent,
  visibility: PracticeVisibility,
  translations: readonly PracticeContent[] = [],
): SearchDocument {
  const title = formsIn(titlesOf(content, translations))
  const all = formsIn(allTextsOf(content, translations))
  const beginnings = [...title.exact, ...[...title.exact].map(lazy)].flatMap((word) =>
    Array.from({ length: Math.min(FEW_LETTERS, word.length) }, (_, n) => word.slice(0, n + 1)),
  )
  const languages = [content, ...translations].map(({ language }) => language)
  return {
    kind: KIND,
    id,
    tokens: [
      ...[TAG.visibility(visibility), ...tagsOf(content, translations)].map(TOKEN.tag),
      ...[...all.exact].map(TOKEN.word),
      ...[...all.stems].map(TOKEN.stem),
      ...[...all.concepts].map(TOKEN.concept),
      ...[...title.stems].map(TOKEN.titleStem),
      ...[...title.concepts].map(TOKEN.titleConcept),
      ...beginnings.map(TOKEN.titleBegins),
    ],
    facts: packFacts(content, languages),
    version: INDEX_VERSION,
  }
}
