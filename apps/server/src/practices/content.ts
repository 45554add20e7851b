import {
  AcademyError,
  type EditPractice,
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
import { searchText } from '@academy/language/search'
import { type Dictionary, isWord, namesOf } from './dictionaries.ts'

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
const masked = <T>(value: T): T => {
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
} as const

export const KIND = 'practice'

/** A word of the title says more than one of a step. */
const TITLE_COUNTS = 3

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
  const words = FROM_DICTIONARIES.flatMap((name) => namesOf(name, content[name]))
  const titles = [content, ...content.alsoIn, ...translations].map(({ title }) => title).join('\n')
  const texts = [
    ...Array<string>(TITLE_COUNTS).fill(titles),
    ...[content, ...translations].flatMap((it) => [it.purpose, ...it.steps.map((step) => step.text), it.needs]),
    ...content.alsoIn.map((other) => other.summary),
    ...words.flatMap((word) => LOCALES.map((locale) => word[locale])),
  ]
  return { kind: KIND, id, tags: [TAG.visibility(visibility), ...tagsOf(content, translations)], ...searchText(texts) }
}
