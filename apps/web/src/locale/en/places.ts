import type { Words } from '../words.ts'

export const places = {
  school: 'School',
  village: 'Village',
  okrug: 'Rural okrug',
  district: 'District',
  region: 'Region',
} satisfies Words['places']
