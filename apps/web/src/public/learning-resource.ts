import { type Locale, licenceUrl, type PublicView } from '@academy/contract'
import { gradesOf, placeName, shownOf } from './rows.tsx'

const DESCRIBED = 200
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** A practice as a LearningResource: what catalogues of open resources read. It says what it is, never that it works. */
export function learningResource(view: PublicView<'practice'>, locale: Locale): object {
  const { practice, at } = view
  const { title, purpose, language } = shownOf(view)
  const url = `${at.origin}/${locale}${at.path}`
  const { place, chain, source } = practice
  const authors = [practice.author, ...practice.coAuthors].flatMap((name) =>
    name === null ? [] : [{ '@type': 'Person', name }],
  )
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    url,
    name: title,
    description: purpose.slice(0, DESCRIBED),
    inLanguage: language,
    learningResourceType: 'lesson plan',
    educationalLevel: gradesOf(locale, practice.grades),
    about: practice.subjects.map(({ name }) => name),
    timeRequired: `PT${practice.minutes}M`,
    ...(authors.length > 0 ? { author: authors.length > 1 ? authors : authors[0] } : {}),
    publisher: { '@type': 'Organization', name: placeName(place, locale) },
    datePublished: day(practice.publishedAt),
    ...(practice.editedAt === null ? {} : { dateModified: day(practice.editedAt) }),
    version: practice.version,
    license: licenceUrl(practice.licence),
    isAccessibleForFree: true,
    ...(chain.length || source
      ? {
          isBasedOn: [
            ...chain.map(({ id }) => `${at.origin}/${locale}/practices/${id}`),
            ...(source ? [source.url] : []),
          ],
        }
      : {}),
  }
}
