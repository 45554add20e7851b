import type { Words } from '../words.ts'

export const places = {
  school: 'Школа',
  village: 'Село',
  okrug: 'Сельский округ',
  district: 'Район',
  region: 'Область',
} satisfies Words['places']
