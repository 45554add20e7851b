import { LICENCES, type Licence } from './practice-card.ts'

/** As people write it: `CC BY-SA 4.0`, `CC0 1.0`. */
export const licenceName = (licence: Licence): string => licence.replace(/^CC-/, 'CC ').replace(/-(?=\d)/, ' ')

/** Where its text stands. */
export function licenceUrl(licence: Licence): string {
  if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/'
  const [, terms, version] = /^CC-(.+)-([\d.]+)$/.exec(licence) ?? []
  return `https://creativecommons.org/licenses/${terms?.toLowerCase()}/${version}/`
}

/** What may be made of a work under each: share-alike stays share-alike, non-commercial non-commercial, and who is to be named stays named. */
const AFTER: Record<Licence, readonly Licence[]> = {
  'CC0-1.0': LICENCES,
  'CC-BY-4.0': ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0'],
  'CC-BY-SA-4.0': ['CC-BY-SA-4.0'],
  'CC-BY-NC-4.0': ['CC-BY-NC-4.0'],
}

/** Licences an adaptation of all these works may have; none where their terms rule each other out. */
export const licencesAfter = (works: readonly Licence[]): Licence[] =>
  LICENCES.filter((licence) => works.every((work) => AFTER[work].includes(licence)))
