import type { Licence } from './practice-card.ts'

/** As people write it: `CC BY-SA 4.0`, `CC0 1.0`. */
export const licenceName = (licence: Licence): string => licence.replace(/^CC-/, 'CC ').replace(/-(?=\d)/, ' ')

/** Where its text stands. */
export function licenceUrl(licence: Licence): string {
  if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/'
  const [, terms, version] = /^CC-(.+)-([\d.]+)$/.exec(licence) ?? []
  return `https://creativecommons.org/licenses/${terms?.toLowerCase()}/${version}/`
}
