import type { Words } from '../words.ts'

export const places = {
  school: 'School',
  village: 'Village',
  okrug: 'Rural okrug',
  district: 'District',
  region: 'Region',
  sample: 'sample',
  find: 'Find a school by its name',
  none: 'No school has this name. Try a part of it.',
  change: 'Choose another',
  more: 'Show more',
} satisfies Words['places']
